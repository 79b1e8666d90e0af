//! The table of the field's demands says truly what is done about each.

use crate::committed::committed;
use crate::harness::{Case, root};
use beian_core::rules::{self, Family};
use std::fmt::Write as _;
use std::fs;

/// How many demands each part of the checklist has: `req-a1` to `req-a5`, and so on.
const PARTS: [(char, usize); 8] = [('a', 5), ('b', 9), ('c', 6), ('d', 7), ('e', 4), ('f', 3), ('g', 7), ('h', 7)];

/// How many demands may be met by no rule.
const UNJUDGED: usize = 4;

/// A state of a demand, and what the page calls it.
const STATES: [(&str, &str); 3] = [("found", "发现 · found"), ("advice", "提示 · advice"), ("later", "以后 · later")];

/// The lines of a table as cells; `-` stands for nothing.
fn rows(file: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(root().join("docs").join(file)).expect("the table");
    let given = |cell: &str| if cell == "-" { String::new() } else { cell.to_owned() };
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.map(|line| line.split('\t').map(given).collect()).collect()
}

struct Demand {
    id: String,
    words: [String; 2],
    state: String,
    commands: Vec<String>,
    note: [String; 2],
    breaches: Vec<Vec<String>>,
}

fn demands() -> Vec<Demand> {
    let breaches = rows("coverage-breaches.tsv");
    let demand = |cells: Vec<String>| {
        let [id, zh, en, state, commands, note_zh, note_en] = <[String; 7]>::try_from(cells).expect("seven columns");
        let breaches = breaches.iter().filter(|breach| breach[0] == id).cloned().collect();
        let commands = commands.split_whitespace().map(str::to_owned).collect();
        Demand { id, words: [zh, en], state, commands, note: [note_zh, note_en], breaches }
    };
    rows("coverage.tsv").into_iter().map(demand).collect()
}

#[test]
fn every_demand_has_its_row() {
    let wanted: Vec<String> =
        PARTS.iter().flat_map(|(part, count)| (1..=*count).map(move |n| format!("req-{part}{n}"))).collect();
    let ids: Vec<String> = demands().into_iter().map(|demand| demand.id).collect();
    assert_eq!(ids, wanted);
    for breach in rows("coverage-breaches.tsv") {
        assert!(wanted.contains(&breach[0]), "a breach of no demand: {breach:?}");
    }
}

/// That its breaches are found, `crates/records/tests/coverage.rs` shows.
#[test]
fn a_demand_has_planted_breaches_or_says_why_not() {
    let demands = demands();
    for demand in &demands {
        let found = demand.state == "found";
        assert!(STATES.iter().any(|(state, _)| *state == demand.state), "{}: {}", demand.id, demand.state);
        assert_eq!(found, !demand.breaches.is_empty(), "{}: {}", demand.id, demand.state);
        assert!(found || demand.note.iter().all(|note| !note.is_empty()), "{}: says nothing", demand.id);
    }
    let unjudged = demands.iter().filter(|demand| demand.state != "found").count();
    assert!(unjudged <= UNJUDGED, "{unjudged} demands are judged by nothing");
}

#[test]
fn every_row_names_what_exists() {
    let help = Case::empty().outcome(["--help"]).out;
    for demand in demands() {
        for word in &demand.commands {
            let command = help.lines().any(|line| line.trim_start().starts_with(&format!("{word} ")));
            assert!(command, "{}: there is no command {word}", demand.id);
        }
        for breach in &demand.breaches {
            let rule = rules::find(&breach[1]).is_some_and(|rule| rule.code == breach[1]);
            assert!(rule, "{}: there is no rule {}", demand.id, breach[1]);
        }
        let said = demand.note.join(" ");
        let codes = said.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() == 4);
        for code in codes.filter(|word| word.starts_with(char::is_uppercase) && word[1..].parse::<u16>().is_ok()) {
            assert!(rules::find(code).is_some(), "{}: there is no rule {code}", demand.id);
        }
    }
}

#[test]
fn the_page_of_coverage_is_committed() {
    let demands = demands();
    let count = |state: &str| demands.iter().filter(|demand| demand.state == state).count();
    let breaches: usize = demands.iter().map(|demand| demand.breaches.len()).sum();
    let (found, advice, later) = (count("found"), count("advice"), count("later"));
    let mut page = "# 要求与覆盖 · Demands and what is done about them\n\n\
                    本页由 docs/coverage.tsv 和 docs/coverage-breaches.tsv 生成，请勿手改。\n\n\
                    Made from docs/coverage.tsv and docs/coverage-breaches.tsv. Each breach below is planted in\n\
                    `records/` and must be found by the rule before it: `crates/records/tests/coverage.rs`.\n\n"
        .to_owned();
    let _ = writeln!(
        page,
        "Found: {found} of {} demands, by {breaches} breaches. Advice: {advice}, later: {later}; these say why.",
        demands.len()
    );
    for demand in &demands {
        let state = STATES.iter().find(|(state, _)| *state == demand.state).expect("a state").1;
        let _ = write!(page, "\n## {} {}\n\n{}\n\n**{state}**\n", demand.id, demand.words[0], demand.words[1]);
        if !demand.breaches.is_empty() {
            page += "\n";
        }
        for breach in &demand.breaches {
            let _ = writeln!(page, "- {} {} · {}", linked(&breach[1]), breach[3], breach[4]);
        }
        if !demand.commands.is_empty() {
            let commands: Vec<String> = demand.commands.iter().map(|word| format!("`beian {word}`")).collect();
            let _ = write!(page, "\n命令 Commands: {}\n", commands.join(" "));
        }
        if !demand.note[0].is_empty() {
            let _ = write!(page, "\n{} · {}\n", demand.note[0], demand.note[1]);
        }
    }
    committed("docs/coverage.md", &page);
}

fn linked(code: &str) -> String {
    let rule = rules::find(code).expect("a rule");
    let holds = |family: &&Family| family.rules.iter().any(|one| one.code == rule.code);
    let family = rules::CATALOGUE.iter().find(holds).expect("every rule has its family");
    format!("[{}](rules/{}.md#{}-{})", rule.code, family.name, rule.code.to_lowercase(), rule.name)
}
