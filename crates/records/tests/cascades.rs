//! One mistake is told once: planted mistakes, each with all that is found of it.

#[path = "cascades/mistakes.rs"]
mod mistakes;

use beian_core::day::Day;
use beian_core::rule::Case;
use beian_core::rules::{self, BASE};
use beian_core::tables::Tables;
use beian_records::limits::Limits;
use beian_records::raw::{Content, RawFile, RawSubject};
use beian_records::read::read_subject;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use mistakes::MISTAKES;

const TODAY: Day = Day::of(2026, 11, 21);

fn found(edits: &[(&str, &str, &str)]) -> Vec<&'static str> {
    let mut files: BTreeMap<String, String> =
        BASE.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    for (file, old, new) in edits {
        let Some(text) = files.remove(*file) else {
            files.insert((*file).to_owned(), (*new).to_owned());
            continue;
        };
        if old.is_empty() {
            files.insert((*new).to_owned(), text);
            continue;
        }
        assert!(text.contains(old), "{file} does not hold {old:?}");
        files.insert((*file).to_owned(), text.replacen(old, new, 1));
    }
    let one = |(name, text): (String, String)| RawFile { name, content: Content::Bytes(text.into_bytes()) };
    let raw = RawSubject { folder: "example".to_owned(), files: files.into_iter().map(one).collect() };
    let read = read_subject(&raw, &Limits::default());
    let case = Case::new(&read.subject, Tables::builtin(), TODAY, true);
    let mut codes: Vec<&str> = read.findings.iter().chain(&rules::check(&case)).map(|one| one.rule.code).collect();
    codes.sort_unstable();
    codes
}

#[test]
fn one_mistake_is_told_once() {
    let (mut table, mut all, mut most) = (String::new(), 0, 0);
    for (mistake, edits) in &MISTAKES {
        let codes = found(edits);
        (all, most) = (all + codes.len(), most.max(codes.len()));
        writeln!(table, "{} {mistake}: {}", codes.len(), codes.join(" ")).expect("a text");
    }
    insta::assert_snapshot!("mistakes", table);
    assert!(!table.lines().any(|line| line.starts_with('0')), "something is not found:\n{table}");
    assert!(most <= 3, "one mistake has {most} findings:\n{table}");
    // Twelve findings of ten mistakes.
    assert!(all * 10 <= MISTAKES.len() * 12, "{all} findings of {} mistakes:\n{table}", MISTAKES.len());
}
