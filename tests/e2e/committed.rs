//! Pages that are made from the program and committed for people to read.

use crate::harness::{Case, root};
use beian_core::rules::{self, CATALOGUE};
use std::collections::BTreeSet;
use std::fs;

/// Compares a committed file with what it is made from, or writes it with `BEIAN_UPDATE`.
pub(crate) fn committed(path: &str, made: &str) {
    let file = root().join(path);
    if std::env::var_os("BEIAN_UPDATE").is_some() {
        fs::create_dir_all(file.parent().expect("a file in a folder")).expect("a folder");
        fs::write(&file, made).expect("a file");
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == made,
        "{path} is stale: run `BEIAN_UPDATE=1 cargo test -p beian --test e2e committed` and review the difference"
    );
}

#[test]
fn the_pages_of_rules_are_committed() {
    let case = Case::empty();
    committed("docs/rules.md", &case.outcome(["rules", "--format", "markdown"]).out);
    let mut pages = BTreeSet::new();
    for family in CATALOGUE {
        let page = format!("{}.md", family.name);
        let made = case.outcome(["rules", "--format", "markdown", "--family", family.name]).out;
        committed(&format!("docs/rules/{page}"), &made);
        pages.insert(page);
    }
    let kept = fs::read_dir(root().join("docs/rules")).expect("the pages").flatten();
    let kept: BTreeSet<_> = kept.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(kept, pages, "a page of no family");
}

#[test]
fn the_pages_of_rules_lead_to_each_other() {
    let index = fs::read_to_string(root().join("docs/rules.md")).expect("the index");
    let mut links = 0;
    for link in index.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link) {
        let (page, anchor) = link.split_once('#').unwrap_or((link, ""));
        let text = fs::read_to_string(root().join("docs").join(page)).expect("a page");
        let heading = |line: &str| line.strip_prefix("## ").is_some_and(|title| anchor_of(title) == anchor);
        assert!(anchor.is_empty() || text.lines().any(heading), "{link} leads nowhere");
        links += 1;
    }
    assert_eq!(links, CATALOGUE.len() + rules::all().count());
}

#[test]
fn the_steps_for_developers_name_what_exists() {
    let steps = fs::read_to_string(root().join("docs/development.md")).expect("the steps");
    let named =
        steps.split('`').skip(1).step_by(2).filter(|word| word.contains('/') && !word.contains(['<', ' ', '\n']));
    let gone: Vec<_> = named.clone().filter(|path| !root().join(path).exists()).collect();
    assert!(5 < named.count() && gone.is_empty(), "{gone:?}");
}

/// The anchor that renderers of Markdown make of a heading.
fn anchor_of(title: &str) -> String {
    title.to_lowercase().replace(' ', "-")
}

#[test]
fn the_reference_of_commands_is_committed() {
    committed("docs/cli.md", &Case::empty().outcome(["reference"]).out);
}
