//! Tests over the whole catalogue: every rule is complete, and its examples do what they
//! show when they go through the real reader.

mod common;

use beian_core::rule::{Check, Example, Given, Rule, Severity, SourceKind};
use beian_core::rules;
use std::collections::BTreeSet;

#[test]
fn the_clean_subject_is_clean() {
    let clean = Example { shows: beian_core::words::Words::fixed("", ""), given: &[Given::Other], finds: &[] };
    assert_eq!(findings(&clean), Vec::<String>::new());
}

#[test]
fn codes_are_sorted_and_names_are_unique() {
    let codes: Vec<_> = rules::all().map(|rule| rule.code).collect();
    let mut sorted = codes.clone();
    sorted.sort_unstable();
    sorted.dedup();
    let families: Vec<Vec<_>> =
        rules::CATALOGUE.iter().map(|family| family.iter().map(|rule| rule.code).collect()).collect();
    for family in &families {
        assert!(family.is_sorted(), "{family:?}");
        assert!(family.iter().all(|code| code.starts_with(&family[0][..1])), "{family:?}");
    }
    assert_eq!(codes.len(), sorted.len(), "a code stands twice");
    let names: BTreeSet<_> = rules::all().map(|rule| rule.name).collect();
    assert_eq!(names.len(), codes.len(), "a name stands twice");
}

#[test]
fn every_rule_rests_on_something_that_carries_its_severity() {
    for rule in rules::all() {
        let first = rule.sources.first().unwrap_or_else(|| panic!("{} has no source", rule.code));
        let most = match first.source.kind {
            SourceKind::Law | SourceKind::Notice | SourceKind::Standard | SourceKind::RecordFormat => Severity::Error,
            SourceKind::Manual => Severity::Warning,
            SourceKind::Unsure => Severity::Note,
        };
        assert!(rule.severity <= most, "{} weighs more than its first source carries", rule.code);
        for words in [&rule.title, &rule.demand, &rule.help, &rule.breaks.shows, &rule.keeps.shows] {
            assert!(!words.zh.is_empty() && !words.en.is_empty(), "{} lacks words", rule.code);
        }
    }
}

#[test]
fn every_red_example_breaks_its_rule_and_no_other() {
    let wrong: Vec<String> = alone().filter_map(red).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rules on records as they stand; those between two revisions are tested in `review.rs`.
fn alone() -> impl Iterator<Item = &'static Rule> {
    rules::all().filter(|rule| !matches!(rule.check, Check::Review))
}

fn red(rule: &'static Rule) -> Option<String> {
    let found = findings(&rule.breaks);
    let expected: Vec<String> = rule.breaks.finds.iter().map(|fact| format!("{} {fact}", rule.code)).collect();
    let announced = |line: &String| expected.contains(line);
    let all_there = expected.iter().all(|line| found.contains(line));
    // A fault of form can make other values unreadable, so that form may find more of form.
    let only_those =
        found.iter().all(|line| announced(line) || (matches!(rule.check, Check::Form) && line.starts_with('C')));
    (expected.is_empty() || !all_there || !only_those)
        .then(|| format!("{} {}: expected {expected:?}, found {found:?}", rule.code, rule.name))
}

#[test]
fn every_green_example_is_clean() {
    let wrong: Vec<String> = alone()
        .filter_map(|rule| {
            let found = findings(&rule.keeps);
            (!found.is_empty() || !rule.keeps.finds.is_empty())
                .then(|| format!("{} {}: found {found:?}", rule.code, rule.name))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn findings(example: &Example) -> Vec<String> {
    common::judge(example).findings.iter().map(|found| format!("{} {}", found.rule.code, found.fact)).collect()
}
