//! What filings say is held against the records: no value of a filing can be changed unseen,
//! and a filing is judged by the rules of its own day.

#![expect(clippy::expect_used, reason = "a test that cannot lay down its files has failed")]

use beian_core::day::Day;
use beian_core::rules::BASE;
use beian_records::disk::Disk;
use beian_records::grounds::Grounds;
use beian_records::judging::{Asked, Days, Judging};
use beian_records::raw::TreeLimits;
use beian_records::read::read_settings;
use beian_records::survey::{Scope, survey};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

/// The day on which the records are judged.
const TODAY: Day = Day::of(2026, 11, 21);

/// The codes found in a folder of records on a day.
fn codes(folder: &Path, today: Day) -> Vec<String> {
    let disk = Disk::open(folder, TreeLimits::default()).expect("a folder of records");
    let done = AtomicUsize::new(0);
    let grounds = Grounds::of(read_settings(b"sample: true", "beian.yaml"));
    let judging = Judging::new(&grounds, Asked::default(), Days::today(today));
    let found = survey(&disk, &Scope::All, &judging, &done).expect("a folder");
    found.findings.iter().map(|found| format!("{} {}", found.rule.code, found.fact)).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

fn filings(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .map(|subject| subject.expect("a subject").path().join("filings"))
        .flat_map(|filings| fs::read_dir(filings).expect("filings"))
        .map(|filing| filing.expect("a filing").path())
        .collect();
    found.sort();
    found
}

/// The text with another value in a line of its facts; none if that line holds no value.
fn altered(text: &str, line: usize) -> Option<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let facts = lines.iter().position(|line| line == "facts:")?;
    let until =
        lines.iter().skip(facts + 1).position(|line| !line.starts_with(' ')).map_or(lines.len(), |at| facts + 1 + at);
    if !(facts + 1..until).contains(&line) || lines[line].ends_with(':') {
        return None;
    }
    let old = lines[line].clone();
    let inner = old.strip_suffix('"').map(|inner| format!("{inner}9\""));
    lines[line] = inner.unwrap_or_else(|| format!("{old}改"));
    Some(lines.join("\n") + "\n")
}

#[test]
fn no_value_of_a_filing_can_be_changed_unseen() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../records");
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&shipped, folder.path());
    assert_eq!(codes(folder.path(), TODAY), Vec::<String>::new());
    let mut tried = 0;
    for filing in filings(folder.path()) {
        let text = fs::read_to_string(&filing).expect("a filing");
        for line in 0..text.lines().count() {
            let Some(other) = altered(&text, line) else { continue };
            fs::write(&filing, other).expect("a filing");
            let found = codes(folder.path(), TODAY);
            assert!(!found.is_empty(), "{} line {} can be changed unseen", filing.display(), line + 1);
            tried += 1;
        }
        fs::write(&filing, text).expect("a filing");
    }
    assert!(80 < tried, "only {tried} values were tried");
}

#[test]
fn on_past_days_the_shipped_filings_are_sound() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../records");
    for day in ["2019-08-01", "2021-05-20", "2022-10-20", "2024-01-01", "2025-01-15", "2026-07-10"] {
        let mut found = codes(&shipped, Day::parse(day).expect("a day"));
        // What happens to an order after that day is told, since nobody knows what day it is.
        found.retain(|line| line.starts_with(['F', 'T']) && !line.starts_with("F104 "));
        assert_eq!(found, Vec::<String>::new(), "{day}");
    }
}

/// The codes found in the records of the examples after edits: file, old text, new text.
fn codes_after(edits: &[(&str, &str, &str)]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in BASE {
        let path = folder.path().join("example").join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    for (name, old, new) in edits {
        let path = folder.path().join("example").join(name);
        let text = fs::read_to_string(&path).expect("a clean file");
        assert!(text.contains(old), "{name} does not hold {old:?}");
        fs::write(path, text.replace(old, new)).expect("a file");
    }
    codes(folder.path(), TODAY)
}

#[test]
fn a_website_with_two_domains_is_judged_by_the_rules_of_its_day() {
    let two = |since: &str| {
        let added = ("services.yaml", "    - shop.example\n", "    - shop.example\n    - blog.example\n");
        let codes = codes_after(&[added, ("services.yaml", "2021-03-18", since)]);
        codes.iter().any(|line| line.starts_with("D124 "))
    };
    assert!(!two("2018-03-18"), "granted before one domain, one number");
    assert!(two("2020-03-18"), "granted since then");
}

#[test]
fn a_path_that_finds_its_record_and_yet_is_misspelt_is_told() {
    let codes = codes_after(&[("filings/2021-02-20-first.yaml", "people/li/email:", "people/li/email/:")]);
    assert!(codes.iter().any(|line| line.starts_with("L104 ")), "{codes:?}");
}
