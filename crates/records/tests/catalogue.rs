//! Tests over the whole catalogue: every rule is complete, and its examples do what they
//! show when they go through the real reader.

mod common;

use beian_core::day::Day;
use beian_core::deadline::deadlines;
use beian_core::rule::{Case, Check, Example, Given, Rule};
use beian_core::rules;
use beian_core::tables::Tables;
use beian_records::disk::Disk;
use beian_records::limits::Limits;
use beian_records::raw::TreeLimits;
use beian_records::read::read_subject;
use beian_records::tree::Tree as _;
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
        rules::CATALOGUE.iter().map(|family| family.rules.iter().map(|rule| rule.code).collect()).collect();
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
        let most = first.source().kind.most();
        assert!(rule.severity <= most, "{} weighs more than its first source carries", rule.code);
        let demand = rule.demanded(&Tables::builtin().periods, Day::of(2026, 11, 21));
        for words in [&rule.title, &demand, &rule.help, &rule.breaks.shows, &rule.keeps.shows] {
            assert!(!words.zh.is_empty() && !words.en.is_empty(), "{} lacks words", rule.code);
        }
        let opens = |text: &str| text.split('{').skip(1).any(|rest| !rest.starts_with('}'));
        assert!(!opens(&demand.zh) && !opens(&demand.en), "{}: no such period: {demand:?}", rule.code);
    }
}

#[test]
fn every_red_example_breaks_its_rule_and_no_other() {
    let wrong: Vec<String> = in_one_tree().filter_map(red).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn red(rule: &'static Rule) -> Option<String> {
    let (mut found, mut expected) = (findings(&rule.breaks), expected(rule, &rule.breaks));
    found.sort_unstable();
    expected.sort_unstable();
    let own = expected.iter().any(|line| line.starts_with(rule.code));
    (!own || found != expected).then(|| format!("{} {}: expected {expected:?}, found {found:?}", rule.code, rule.name))
}

#[test]
fn every_green_example_is_clean() {
    let wrong: Vec<String> = in_one_tree()
        .filter_map(|rule| {
            let (found, expected) = (findings(&rule.keeps), expected(rule, &rule.keeps));
            let own = expected.iter().any(|line| line.starts_with(rule.code));
            (found != expected || own).then(|| format!("{} {}: found {found:?}", rule.code, rule.name))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rules that one state of the records can break. What takes two revisions is tested
/// in `review.rs`.
fn in_one_tree() -> impl Iterator<Item = &'static Rule> {
    rules::all().filter(|rule| !matches!(rule.check, Check::Review))
}

/// What an example announces: facts of its own rule, or `CODE fact` where a breach has
/// consequences that another rule rightly sees too.
fn expected(rule: &Rule, example: &Example) -> Vec<String> {
    let with_code = |fact: &&str| fact.split_once(' ').is_some_and(|(code, _)| rules::find(code).is_some());
    example
        .finds
        .iter()
        .map(|fact| if with_code(fact) { (*fact).to_owned() } else { format!("{} {fact}", rule.code) })
        .collect()
}

fn findings(example: &Example) -> Vec<String> {
    common::judge(example).findings.iter().map(|found| format!("{} {}", found.rule.code, found.fact)).collect()
}

/// Rules on times that look back at a silence: nobody has to keep a day, and none is counted.
const SILENCES: [&str; 3] = ["rejected-not-resubmitted", "observation-old", "provider-silent"];

#[test]
fn every_rule_on_times_counts_a_day_to_keep() {
    let mut seen = BTreeSet::new();
    for rule in rules::all().filter(|rule| rule.code.starts_with('T')) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        common::lay_down(folder.path(), &rule.breaks);
        let disk = Disk::open(folder.path(), TreeLimits::default()).expect("the folder just made");
        let raw = disk.read_subject("example").expect("a subject");
        let read = read_subject(&raw, &Limits::default());
        let all = deadlines(&Case::new(&read.subject, Tables::builtin(), common::TODAY, true));
        let keys: BTreeSet<_> = all.iter().map(|one| (&one.fact, one.matter)).collect();
        assert_eq!(keys.len(), all.len(), "{}: a matter stands twice: {all:?}", rule.code);
        seen.extend(all.iter().map(|one| one.matter));
        // The day may be told by another rule: of a notice that names its last one.
        let is_about = |fact: &str| {
            rule.breaks.finds.iter().any(|told| told.starts_with(fact) || fact.starts_with(told.trim_end_matches("/0")))
        };
        let counted = all.iter().any(|one| one.rule == Some(rule.code) || is_about(&format!("example/{}", one.fact)));
        assert!(counted || SILENCES.contains(&rule.name), "{} {}: {all:?}", rule.code, rule.name);
    }
    assert!(10 < seen.len(), "{seen:?}");
}
