//! Each breach that the table of coverage names is planted in the shipped records, and found.

#![expect(clippy::expect_used, reason = "a test that cannot plant its breaches has failed")]

mod git_common;
mod shipped;

use beian_core::day::Day;
use beian_core::rule::Severity;
use beian_records::disk::Disk;
use beian_records::grounds::Grounds;
use beian_records::judging::{Asked, Days, Judging};
use beian_records::locate::Located;
use beian_records::raw::TreeLimits;
use beian_records::read::read_settings;
use beian_records::review::review;
use beian_records::store::Working;
use beian_records::survey::{Scope, survey};
use git_common::{Files, Made, TODAY, open_tree, put};
use shipped::{root, texts};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

/// A breach: what is edited of the shipped records, on which day it is looked at, and what finds it.
struct Breach {
    demand: String,
    code: String,
    day: Day,
    what: String,
    edits: Vec<Edit>,
}

/// In a file from the records folder on, a text that stands there once, and what takes its place. Without
/// an old text the file is new.
struct Edit {
    file: String,
    old: String,
    new: String,
}

fn breaches() -> Vec<Breach> {
    let table = fs::read_to_string(root().join("docs/coverage-breaches.tsv")).expect("the table of breaches");
    table.lines().filter(|line| !line.starts_with('#')).skip(1).map(breach).collect()
}

fn breach(line: &str) -> Breach {
    let cells: Vec<&str> = line.split('\t').collect();
    assert!(8 <= cells.len() && cells.len() % 3 == 2, "{line}");
    // A number in full stands in no file that is shipped.
    let mobile = ["138", "12345678"].concat();
    let text = |cell: &str| cell.replace("\\n", "\n").replace("{mobile}", &mobile);
    let edit = |edit: &[&str]| Edit { file: edit[0].to_owned(), old: text(edit[1]), new: text(edit[2]) };
    Breach {
        demand: cells[0].to_owned(),
        code: cells[1].to_owned(),
        day: if cells[2] == "-" { TODAY } else { Day::parse(cells[2]).expect("a day") },
        what: cells[4].to_owned(),
        edits: cells[5..].chunks(3).map(edit).collect(),
    }
}

/// The shipped records with the settings beside them, as text by the path from the records folder on.
fn shipped() -> BTreeMap<String, String> {
    let mut files = texts(&root().join("records"));
    files.insert("../beian.yaml".to_owned(), fs::read_to_string(root().join("beian.yaml")).expect("the settings"));
    files
}

fn planted(breach: &Breach) -> BTreeMap<String, String> {
    let mut files = shipped();
    for Edit { file, old, new } in &breach.edits {
        let text = files.entry(file.clone()).or_default();
        assert_eq!(text.is_empty(), old.is_empty(), "{}: {file} is or is not there", breach.what);
        if old.is_empty() {
            text.clone_from(new);
            continue;
        }
        assert_eq!(text.matches(&**old).count(), 1, "{}: {old:?} must stand once in {file}", breach.what);
        *text = text.replacen(&**old, new, 1);
    }
    files
}

fn lay_down(root: &Path, files: &BTreeMap<String, String>) {
    for (name, text) in files {
        let path = root.join("records").join(name);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
}

/// All that is found of records on a day, or in the change that leads to them.
fn found(files: &BTreeMap<String, String>, day: Day, changed: bool) -> Vec<Located> {
    let made = Made::new();
    fs::create_dir_all(made.path().join("records")).expect("a folder");
    if changed {
        let mut committed = Files::new();
        for (name, text) in shipped() {
            put(&mut committed, &format!("records/{name}").replace("records/../", ""), &text);
        }
        made.commit("2026-11-20T10:00:00+08:00", &committed);
    }
    lay_down(made.path(), files);
    let settings = read_settings(files["../beian.yaml"].as_bytes(), "beian.yaml");
    let store = Arc::new(Working::new(made.path()));
    let grounds = Grounds::read(store, Some(settings), Box::new(str::to_owned)).expect("the folder just made");
    let judging = Judging::new(&grounds, Asked::default(), Days::today(day));
    let disk = Disk::open(&made.path().join("records"), TreeLimits::default()).expect("the folder just made");
    if changed {
        let repository = made.open();
        let base = open_tree(&repository, "main", "records");
        return review(&repository, Some(&base), &disk, &judging, day).expect("a review").findings;
    }
    let found = survey(&disk, &Scope::All, &judging, &AtomicUsize::new(0)).expect("the folder just made");
    judging.conclude(found.findings, true).expect("no baseline").findings
}

fn of_change(breach: &Breach) -> bool {
    breach.code.starts_with('R')
}

type Told = BTreeSet<(&'static str, String, String)>;

fn told(found: &[Located]) -> Told {
    found.iter().map(|one| (one.rule.code, one.fact.clone(), one.message.en.to_string())).collect()
}

#[test]
fn every_planted_breach_is_found() {
    let shipped = shipped();
    let mut before: BTreeMap<(Day, bool), Told> = BTreeMap::new();
    let mut missed = Vec::new();
    for breach in breaches() {
        let changed = of_change(&breach);
        let known = before.entry((breach.day, changed)).or_insert_with(|| told(&found(&shipped, breach.day, changed)));
        let after = found(&planted(&breach), breach.day, changed);
        let new: Vec<_> = told(&after).difference(known).cloned().collect();
        if !new.iter().any(|(code, ..)| *code == breach.code) {
            missed.push(format!("{} {} {}: {new:?}", breach.demand, breach.code, breach.what));
        }
    }
    assert!(missed.is_empty(), "not found:\n{}", missed.join("\n"));
}

/// A breach that is found is found in the records as they are shipped: they have no finding of their own.
#[test]
fn the_shipped_records_break_nothing() {
    let heavy = |found: &Located| found.severity != Severity::Note;
    let all = found(&shipped(), TODAY, false);
    assert!(!all.iter().any(heavy), "{all:#?}");
    assert!(found(&shipped(), TODAY, true).is_empty());
}
