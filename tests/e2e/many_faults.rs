//! One subject with faults of many kinds: all of them in one run, each at its place.

use crate::harness::{Case, root};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn many_faults() -> Case {
    let case = Case::empty();
    case.write("beian.yaml", "sample: true\n");
    copy(&root().join("tests/fixtures/records/many-faults"), "records/many-faults", &case);
    case
}

fn copy(from: &Path, to: &str, case: &Case) {
    for entry in fs::read_dir(from).expect("the fixture") {
        let entry = entry.expect("an entry");
        let to = format!("{to}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            copy(&entry.path(), &to, case);
        } else {
            case.write(&to, fs::read(entry.path()).expect("a file"));
        }
    }
}

#[test]
fn all_faults_are_shown_in_chinese() {
    insta::assert_snapshot!("many-faults.zh", many_faults().run(["validate"]));
}

#[test]
fn all_faults_are_shown_in_english() {
    insta::assert_snapshot!("many-faults.en", many_faults().run(["validate", "--lang", "en"]));
}

#[test]
fn there_are_at_least_25_different_ones() {
    let short = many_faults().outcome(["validate", "--format", "short", "--lang", "en"]).out;
    let different: BTreeSet<&str> =
        short.lines().filter_map(|line| line.split_once('[')?.1.split_once(';')).map(|(fault, _)| fault).collect();
    assert!(25 <= different.len(), "{}: {different:#?}", different.len());
}
