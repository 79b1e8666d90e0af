//! The page of threats and faults: each with the tests that try it, all of which are there.

use crate::committed::committed;
use crate::harness::root;
use std::fmt::Write as _;
use std::fs;

/// How many of each kind the notes list.
const KINDS: [(char, usize); 2] = [('T', 29), ('F', 27)];

/// What is said of each state.
const STATES: [(&str, &str); 3] = [
    ("held", "it is tried, and nothing gives way"),
    ("partly", "a part of it is tried"),
    ("nothing", "nothing is done that it could hit"),
];

struct Row {
    id: String,
    what: String,
    state: String,
    tests: Vec<String>,
    count: String,
    open: String,
}

fn rows() -> Vec<Row> {
    let text = fs::read_to_string(root().join("docs/threats.tsv")).expect("the table");
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let given = |cell: &str| if cell == "-" { String::new() } else { cell.to_owned() };
    let row = |line: &str| {
        let cells: Vec<String> = line.split('\t').map(given).collect();
        let [id, what, state, tests, count, open] = <[String; 6]>::try_from(cells).expect("six columns");
        Row { id, what, state, tests: tests.split_whitespace().map(str::to_owned).collect(), count, open }
    };
    lines.map(row).collect()
}

#[test]
fn every_threat_and_fault_has_its_row() {
    let wanted: Vec<String> =
        KINDS.iter().flat_map(|(kind, count)| (1..=*count).map(move |n| format!("{kind}{n}"))).collect();
    assert_eq!(rows().into_iter().map(|row| row.id).collect::<Vec<_>>(), wanted);
    for row in rows() {
        let Row { id, state, tests, open, .. } = &row;
        assert!(STATES.iter().any(|(known, _)| known == state), "{id}: {state}");
        assert_eq!(tests.is_empty(), state == "nothing", "{id} is {state}");
        assert!(state == "held" || !open.is_empty(), "{id} does not say what is not tried");
    }
}

#[test]
fn every_test_that_is_named_is_there() {
    for row in rows() {
        for test in &row.tests {
            let (file, name) = test.split_once("::").expect("a file and a function");
            let text = fs::read_to_string(root().join(file)).expect("a file of tests");
            let (before, _) = text.split_once(&format!("fn {name}(")).unwrap_or_else(|| panic!("there is no {test}"));
            // A test by itself, or one of those that `proptest!` draws values for.
            let above: String = before.lines().rev().take(4).collect();
            assert!(above.contains("#[test]"), "{test} is no test");
        }
    }
}

#[test]
fn the_page_of_threats_is_committed() {
    let rows = rows();
    let mut tests: Vec<&String> = rows.iter().flat_map(|row| &row.tests).collect();
    tests.sort();
    tests.dedup();
    let mut page = "# 威胁与故障 · Threats and faults\n\n\
                    本页由 docs/threats.tsv 生成，请勿手改。\n\n\
                    Made from docs/threats.tsv. What bytes of strangers, repositories or machines could do, each with\n\
                    the tests that try it and what no test tries.\n\n"
        .to_owned();
    for (state, says) in STATES {
        let count = rows.iter().filter(|row| row.state == state).count();
        let _ = writeln!(page, "- {state}: {count} of {}: {says}", rows.len());
    }
    let _ = writeln!(page, "- tests named here: {}", tests.len());
    for row in &rows {
        let _ = write!(page, "\n## {} {}\n\n**{}**\n", row.id, row.what, row.state);
        if !row.tests.is_empty() {
            page += "\n";
        }
        for test in &row.tests {
            let _ = writeln!(page, "- `{test}`");
        }
        for (what, said) in [("How much", &row.count), ("Not tried", &row.open)] {
            if !said.is_empty() {
                let _ = write!(page, "\n{what}: {said}.\n");
            }
        }
    }
    committed("docs/threats.md", &page);
}
