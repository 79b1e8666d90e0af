//! The table of the field's demands says truly what covers each.

use crate::committed::committed;
use crate::harness::{Case, root};
use beian_core::rules::{self, Family};
use std::fs;

/// How many demands each part of the checklist has: `req-a1` to `req-a5`, and so on.
const PARTS: [(char, usize); 8] = [('a', 5), ('b', 9), ('c', 6), ('d', 7), ('e', 4), ('f', 3), ('g', 7), ('h', 7)];

struct Row {
    id: String,
    demand: String,
    covered: Vec<String>,
    later: String,
}

fn rows() -> Vec<Row> {
    let text = fs::read_to_string(root().join("docs/coverage.tsv")).expect("the table");
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let given = |cell: &str| if cell == "-" { String::new() } else { cell.to_owned() };
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 4, "{line}");
            let covered = given(cells[2]).split_whitespace().map(str::to_owned).collect();
            Row { id: cells[0].to_owned(), demand: cells[1].to_owned(), covered, later: given(cells[3]) }
        })
        .collect()
}

#[test]
fn every_demand_has_its_row() {
    let wanted: Vec<String> =
        PARTS.iter().flat_map(|(part, count)| (1..=*count).map(move |n| format!("req-{part}{n}"))).collect();
    let ids: Vec<String> = rows().into_iter().map(|row| row.id).collect();
    assert_eq!(ids, wanted);
}

#[test]
fn every_row_names_what_exists() {
    let help = Case::empty().outcome(["--help"]).out;
    for row in rows() {
        assert!(!row.covered.is_empty() || !row.later.is_empty(), "{}: neither covered nor explained", row.id);
        for word in &row.covered {
            let command = help.lines().any(|line| line.trim_start().starts_with(&format!("{word} ")));
            let rule = rules::find(word).is_some_and(|rule| rule.code == word);
            assert!(rule || command, "{}: there is no rule or command {word}", row.id);
        }
    }
}

#[test]
fn the_page_of_coverage_is_committed() {
    let mut page = "# 要求与覆盖 · Demands and what covers them\n\n\
                    本页由 docs/coverage.tsv 生成，请勿手改。\n\n\
                    Made from docs/coverage.tsv; the codes are those of [the rules](rules.md).\n\n\
                    | id | demand | covered by | later |\n| --- | --- | --- | --- |\n"
        .to_owned();
    for row in rows() {
        let covered: Vec<String> = row.covered.iter().map(|word| linked(word)).collect();
        page += &format!("| {} | {} | {} | {} |\n", row.id, row.demand, covered.join(" "), row.later);
    }
    committed("docs/coverage.md", &page);
}

fn linked(word: &str) -> String {
    rules::find(word).map_or_else(
        || format!("`beian {word}`"),
        |rule| {
            let holds = |family: &&Family| family.rules.iter().any(|one| one.code == rule.code);
            let family = rules::CATALOGUE.iter().find(holds).expect("every rule has its family");
            format!("[{}](rules/{}.md#{}-{})", rule.code, family.name, rule.code.to_lowercase(), rule.name)
        },
    )
}
