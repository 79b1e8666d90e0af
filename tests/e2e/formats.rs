//! The formats for other programs: each is parsed back as its reader does, and all name the
//! same places.

use crate::harness::Case;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;
use std::collections::BTreeMap;

/// A place as all formats name it: code, path, line.
type Spot = (String, String, u64);

fn spot(code: &str, path: &str, line: u64) -> Spot {
    (code.to_owned(), path.to_owned(), line)
}

/// A subject with faults of several kinds, and text that would like to be something else.
fn broken() -> Case {
    let case = Case::faulty();
    case.edit("records/example/subject.yaml", "supervisor: ", "\"x|]]><b>&%0A::error::@team\": 1\nsupervisor: ");
    case
}

fn written(case: &Case, format: &str) -> String {
    let run = case.outcome(["validate", "--lang", "en", "--format", format]);
    assert_eq!(run.status, 1);
    run.out
}

fn json(case: &Case) -> Vec<Spot> {
    let report: Value = serde_json::from_str(&written(case, "json")).expect("JSON");
    let findings = report["findings"].as_array().expect("findings");
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    sorted(findings.iter().map(|one| (text(&one["code"]), text(&one["path"]), one["line"].as_u64().unwrap_or(0))))
}

fn sorted(spots: impl Iterator<Item = Spot>) -> Vec<Spot> {
    let mut spots: Vec<Spot> = spots.collect();
    spots.sort();
    spots
}

#[test]
fn sarif_is_read_without_loss_by_its_types() {
    let text = written(&broken(), "sarif");
    let plain: Value = serde_json::from_str(&text).expect("JSON");
    let log: serde_sarif::sarif::Sarif = serde_json::from_str(&text).expect("SARIF");
    assert_eq!(serde_json::to_value(&log).expect("JSON"), plain, "the reader lost something");
    let run = &log.runs[0];
    let rules = run.tool.driver.rules.as_ref().expect("rules");
    for result in run.results.as_ref().expect("results") {
        let at = usize::try_from(result.rule_index.expect("an index")).expect("a position");
        assert_eq!(Some(&rules[at].id), result.rule_id.as_ref());
        assert_eq!(result.locations.as_ref().expect("a location").len(), 1);
        assert_eq!(result.partial_fingerprints.as_ref().expect("fingerprints").len(), 1);
    }
    for rule in rules {
        let help = rule.help.as_ref().expect("help");
        assert!(help.markdown.is_some() && !help.text.is_empty(), "{}", rule.id);
        assert!(rule.properties.is_some(), "{}", rule.id);
    }
    let uri = plain["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str();
    assert!(uri.is_some_and(|uri| !uri.starts_with('/') && !uri.contains("..")), "{uri:?}");
}

fn sarif(case: &Case) -> Vec<Spot> {
    let log: Value = serde_json::from_str(&written(case, "sarif")).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    sorted(results.iter().map(|result| {
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().expect("a path");
        spot(result["ruleId"].as_str().expect("a rule"), uri, place["region"]["startLine"].as_u64().unwrap_or(0))
    }))
}

#[test]
fn fingerprints_stay_when_lines_move() {
    let prints = |case: &Case, format| -> Vec<String> {
        let report: Value = serde_json::from_str(&written(case, format)).expect("JSON");
        let text = |value: &Value| value.as_str().expect("text").to_owned();
        match format {
            "gitlab" => report.as_array().expect("issues").iter().map(|one| text(&one["fingerprint"])).collect(),
            _ => report["runs"][0]["results"]
                .as_array()
                .expect("results")
                .iter()
                .map(|one| text(&one["partialFingerprints"]["beianRuleFact/v1"]))
                .collect(),
        }
    };
    for format in ["gitlab", "sarif"] {
        let case = broken();
        let before = prints(&case, format);
        let mut unique = before.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), before.len());
        case.edit("records/example/subject.yaml", "nature: 公司", "# above\n\nnature: 公司");
        assert_eq!(prints(&case, format), before);
    }
}

/// A command as the runner of GitHub Actions parses it: its name, properties and data.
fn command(line: &str) -> Option<(String, BTreeMap<String, String>, String)> {
    let rest = line.trim_start().strip_prefix("::")?;
    let (info, data) = rest.split_once("::")?;
    let (name, properties) = info.split_once(' ').unwrap_or((info, ""));
    let unescape = |text: &str, also: bool| {
        let text = text.replace("%0D", "\r").replace("%0A", "\n");
        let text = if also { text.replace("%3A", ":").replace("%2C", ",") } else { text };
        text.replace("%25", "%")
    };
    let properties = properties.trim().split(',').filter_map(|pair| pair.split_once('='));
    let properties = properties.map(|(name, value)| (name.to_owned(), unescape(value, true))).collect();
    Some((name.to_owned(), properties, unescape(data, false)))
}

const KINDS: [&str; 3] = ["error", "warning", "notice"];

fn github(case: &Case) -> Vec<Spot> {
    let out = written(case, "github");
    let commands = out.lines().filter_map(command).filter(|(name, ..)| KINDS.contains(&name.as_str()));
    sorted(commands.map(|(_, properties, _)| {
        let code = properties["title"].split(' ').next().expect("a code").to_owned();
        let line = properties.get("line").map_or(0, |line| line.parse().expect("a number"));
        (code, properties["file"].clone(), line)
    }))
}

#[test]
fn only_our_commands_reach_the_runner() {
    for runner in [false, true] {
        let case = if runner { broken().with("GITHUB_ACTIONS", "true") } else { broken() };
        let out = written(&case, "github");
        let commands: Vec<_> = out.lines().filter_map(command).collect();
        assert!(commands.iter().all(|(name, ..)| KINDS.contains(&name.as_str()) || name.ends_with("group")), "{out}");
        let (_, _, data) = commands.iter().find(|(_, _, data)| data.contains("@team")).expect("the hostile key");
        assert!(data.contains("%0A::error::@team"), "{data}");
        assert!(!out.contains("##["), "{out}");
    }
}

#[test]
fn annotations_end_at_ten_of_a_kind_and_say_so() {
    let case = Case::clean();
    case.write("records/example/servers.yaml", (0..15).map(|n| format!("s{n}:\n  nothing: x\n")).collect::<String>());
    let out = written(&case, "github");
    let errors = out.lines().filter_map(command).filter(|(name, ..)| name == "error").count();
    assert_eq!(errors, 10);
    let grouped = out.lines().skip_while(|line| !line.starts_with("::group::"));
    let grouped = grouped.take_while(|line| *line != "::endgroup::").filter(|line| line.contains("[C115]")).count();
    assert_eq!(grouped, 15);
    assert!(out.lines().any(|line| line.starts_with("and ") && line.contains("without an annotation")), "{out}");
}

fn gitlab(case: &Case) -> Vec<Spot> {
    let issues: Value = serde_json::from_str(&written(case, "gitlab")).expect("JSON");
    sorted(issues.as_array().expect("issues").iter().map(|issue| {
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&issue["severity"].as_str().expect("one")));
        assert!(!issue["description"].as_str().expect("text").is_empty());
        let rule = beian_core::rules::find(issue["check_name"].as_str().expect("a rule")).expect("a rule");
        let place = &issue["location"];
        let line = place["lines"]["begin"].as_u64().expect("a line");
        spot(rule.code, place["path"].as_str().expect("a path"), line)
    }))
}

fn junit(case: &Case) -> Vec<Spot> {
    let text = written(case, "junit");
    let document = roxmltree::Document::parse(&text).expect("XML");
    let suite = document.descendants().find(|node| node.has_tag_name("testsuite")).expect("a suite");
    let cases: Vec<_> = document.descendants().filter(|node| node.has_tag_name("testcase")).collect();
    assert_eq!(suite.attribute("tests"), Some(&*cases.len().to_string()));
    let failures = document.descendants().filter(|node| node.has_tag_name("failure")).count();
    assert_eq!(suite.attribute("failures"), Some(&*failures.to_string()));
    sorted(cases.iter().map(|case| {
        let code = case.attribute("classname").expect("a class").trim_start_matches("beian.");
        let line = case.attribute("line").map_or(0, |line| line.parse().expect("a number"));
        spot(code, case.attribute("file").expect("a file"), line)
    }))
}

/// The cells of a table as a reader of Markdown sees them. In a code span nothing acts.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => {
                if let Some(row) = rows.last_mut() {
                    row.push(String::new());
                }
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.push_str(&text);
                }
            }
            Event::End(TagEnd::Table) => break,
            Event::InlineHtml(html) | Event::Html(html) => panic!("an element: {html}"),
            Event::Start(Tag::Link { dest_url, .. }) => panic!("a link: {dest_url}"),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Image { .. }) => panic!("{event:?}"),
            _ => {}
        }
    }
    rows
}

fn markdown(case: &Case) -> Vec<Spot> {
    sorted(cells(&written(case, "markdown")).iter().map(|row| {
        assert_eq!(row.len(), 5, "{row:?}");
        let mut place = row[2].split(':');
        let path = place.next().expect("a path");
        spot(&row[1][..4], path, place.next().map_or(0, |line| line.parse().expect("a number")))
    }))
}

#[test]
fn text_in_a_table_shows_as_it_was_written() {
    let rows = cells(&written(&broken(), "markdown"));
    let row = rows.iter().find(|row| row[3].contains("team")).expect("the hostile key");
    assert!(row[3].contains("x|]]><b>&%0A::error::@team"), "{row:?}");
}

#[test]
fn all_formats_name_the_same_places() {
    let case = broken();
    let places = json(&case);
    assert_eq!(places.len(), 4);
    assert_eq!(sarif(&case), places);
    assert_eq!(github(&case), places);
    assert_eq!(gitlab(&case), places);
    assert_eq!(junit(&case), places);
    assert_eq!(markdown(&case), places);
}

#[test]
fn a_clean_tree_is_well_formed_in_every_format() {
    let case = Case::clean();
    for format in ["json", "sarif", "github", "gitlab", "junit", "markdown"] {
        let run = case.outcome(["validate", "--format", format]);
        assert_eq!(run.status, 0, "{format}");
        match format {
            "json" | "sarif" | "gitlab" => drop(serde_json::from_str::<Value>(&run.out).expect("JSON")),
            "junit" => drop(roxmltree::Document::parse(&run.out).expect("XML")),
            "github" => assert_eq!(run.out.lines().filter_map(command).count(), 0),
            _ => assert_eq!(cells(&run.out), Vec::<Vec<String>>::new()),
        }
    }
}

#[test]
fn paths_are_named_from_the_root_wherever_the_program_runs() {
    let case = broken();
    let from_root = gitlab(&case);
    let inside = case.outcome(["validate", "--lang", "en", "--format", "gitlab", "./records/example/"]);
    let issues: Value = serde_json::from_str(&inside.out).expect("JSON");
    for issue in issues.as_array().expect("issues") {
        let path = issue["location"]["path"].as_str().expect("a path");
        assert!(from_root.iter().any(|(_, known, _)| known == path), "{path}");
    }
}
