//! The index of claims answers what reading everything answers.

#![expect(clippy::expect_used, reason = "a test that cannot make its repository has failed")]

mod git_common;

use beian_core::tables::Tables;
use beian_records::git::{ClaimIndex, Claimed, Elsewhere, KeySource, Repository, RuleKeys};
use beian_records::limits::Limits;
use beian_records::raw::{Content, RawSubject};
use beian_records::tree::{self, Tree};
use git_common::{Files, Made, TODAY, open_tree, put, subject};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

const DAY: &str = "2026-06-01T10:00:00+08:00";

/// Every line of `domains.yaml` is a claim, so that a test decides who claims what.
struct Lines;

impl KeySource for Lines {
    fn stamp(&self) -> String {
        "lines".to_owned()
    }

    fn possible(&self, raw: &RawSubject) -> Vec<u64> {
        let file = raw.files.iter().find(|file| file.name == "domains.yaml");
        let Some(Content::Bytes(bytes)) = file.map(|file| &file.content) else { return Vec::new() };
        String::from_utf8_lossy(bytes).lines().map(hash).collect()
    }

    fn claimed(&self, raw: &RawSubject) -> Vec<u64> {
        self.possible(raw)
    }
}

/// Spreads over the buckets like a real hash.
fn hash(line: &str) -> u64 {
    line.bytes().fold(7_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23))
}

fn tree(claims: &[(usize, Vec<u8>)]) -> Files {
    let mut files = Files::new();
    put(&mut files, "records/.keep", "");
    for (subject, values) in claims {
        let lines: String = values.iter().map(|value| format!("d{value}.example: {{}}\n")).collect();
        put(&mut files, &format!("records/{:02}/s{subject}/domains.yaml", subject % 3), &lines);
    }
    files
}

fn wanted() -> Vec<u64> {
    (0..40).map(|value| hash(&format!("d{value}.example: {{}}"))).collect()
}

fn ask(repository: &Repository, at: &str, except: &[&str]) -> Elsewhere {
    let except: BTreeSet<String> = except.iter().map(|folder| (*folder).to_owned()).collect();
    let tree = open_tree(repository, at, "records");
    ClaimIndex::new(repository, &Lines).elsewhere(&tree, &wanted(), &except).expect("a whole tree")
}

fn brute_force(repository: &Repository, at: &str, except: &[&str]) -> Vec<Claimed> {
    let wanted: BTreeSet<u64> = wanted().into_iter().collect();
    let tree = open_tree(repository, at, "records");
    let all = tree::each(&tree, &|raw| (Lines.claimed(&raw), raw.folder)).expect("a whole tree");
    let mut claims: Vec<_> = all
        .into_iter()
        .filter(|(_, folder)| !except.contains(&folder.as_str()))
        .flat_map(|(keys, folder)| keys.into_iter().map(move |key| Claimed { key, folder: folder.clone() }))
        .filter(|claim| wanted.contains(&claim.key))
        .collect();
    claims.sort();
    claims.dedup();
    claims
}

fn files_of(made: &Made) -> Vec<PathBuf> {
    let entries = fs::read_dir(made.git.path().join("beian")).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

fn some_claims() -> impl Strategy<Value = Vec<(usize, Vec<u8>)>> {
    prop::collection::vec((0_usize..12, prop::collection::vec(0_u8..40, 0..5)), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cold_warm_and_overlaid_answers_are_those_of_reading_everything(old in some_claims(), new in some_claims()) {
        let made = Made::new();
        made.commit(DAY, &tree(&old));
        made.commit(DAY, &tree(&new));
        let repository = made.open();
        let cold = ask(&repository, "HEAD~1", &[]);
        prop_assert!(!cold.stats.warm && cold.stats.written);
        prop_assert_eq!(&cold.claims, &brute_force(&repository, "HEAD~1", &[]));
        let warm = ask(&repository, "HEAD~1", &[]);
        prop_assert!(warm.stats.warm && !warm.stats.written && warm.stats.changed == 0);
        prop_assert_eq!(&warm.claims, &cold.claims);
        // Another tree is answered from the same file.
        let overlaid = ask(&repository, "HEAD", &["00/s3", "01/s4"]);
        prop_assert!(overlaid.stats.warm);
        prop_assert_eq!(overlaid.claims, brute_force(&repository, "HEAD", &["00/s3", "01/s4"]));
        prop_assert_eq!(files_of(&made).len(), 1);
    }
}

/// Enough subjects for several buckets.
fn many(first: usize) -> Files {
    let values = |subject: usize| u8::try_from(subject % 97).unwrap_or(0);
    tree(&(first..first + 600).map(|subject| (subject, vec![values(subject), 200])).collect::<Vec<_>>())
}

#[test]
fn a_broken_file_is_made_anew() {
    let made = Made::new();
    made.commit(DAY, &many(0));
    let repository = made.open();
    let right = ask(&repository, "HEAD", &[]).claims;
    assert_eq!(right, brute_force(&repository, "HEAD", &[]));
    let [file] = &files_of(&made)[..] else { panic!("one file") };
    let whole = fs::read(file).expect("the file");
    for at in (0..whole.len()).step_by(whole.len() / 40) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        fs::write(file, &bytes).expect("a broken file");
        let found = ask(&repository, "HEAD", &[]);
        assert_eq!(found.claims, right, "byte {at}");
        assert!(found.stats.warm != found.stats.repaired, "byte {at}");
    }
    for length in [0, 7, 39, 40, whole.len() / 3, whole.len() - 1] {
        fs::write(file, &whole[..length]).expect("a short file");
        assert_eq!(ask(&repository, "HEAD", &[]).claims, right, "{length} bytes");
    }
    assert_eq!(fs::read(file).expect("the file"), whole);
}

#[test]
fn many_changes_bring_the_file_up_to_date_and_old_files_go() {
    let made = Made::new();
    let repository = made.open();
    for first in 0..8 {
        made.commit(DAY, &many(first * 100));
        let found = ask(&repository, "HEAD", &[]);
        assert_eq!(found.claims, brute_force(&repository, "HEAD", &[]), "{first}");
        assert_eq!((found.stats.warm, found.stats.written), (first != 0, true), "{first}");
        assert!(ask(&repository, "HEAD", &[]).stats.changed == 0, "{first}");
    }
    assert_eq!(files_of(&made).len(), 4);
}

#[test]
fn a_value_that_everybody_claims_is_cut() {
    let made = Made::new();
    made.commit(DAY, &many(0));
    let repository = made.open();
    let key = hash("d200.example: {}");
    let tree = open_tree(&repository, "HEAD", "records");
    for _ in 0..2 {
        let found = ClaimIndex::new(&repository, &Lines).elsewhere(&tree, &[key], &BTreeSet::new());
        let found = found.expect("a whole tree");
        assert_eq!((found.claims.len(), found.cut), (64, vec![key]));
    }
}

#[cfg(unix)]
#[test]
fn a_git_directory_that_cannot_be_written_is_no_error() {
    let made = Made::new();
    made.commit(DAY, &many(0));
    // A file where the folder should be: this holds for every user.
    fs::write(made.git.path().join("beian"), "").expect("a file");
    let repository = made.open();
    for _ in 0..2 {
        let found = ask(&repository, "HEAD", &[]);
        assert!(!found.stats.warm && !found.stats.written);
        assert_eq!(found.claims, brute_force(&repository, "HEAD", &[]));
    }
}

#[test]
fn an_index_is_of_one_month_and_one_set_of_rules() {
    let made = Made::new();
    let mut files = Files::new();
    subject(&mut files, "records/acme", 1);
    subject(&mut files, "records/beta", 1);
    made.commit(DAY, &files);
    let repository = made.open();
    let tree = open_tree(&repository, "HEAD", "records");
    let keys = |today| RuleKeys { tables: Tables::builtin(), today, sample: true, limits: Limits::default() };
    let now = keys(TODAY);
    let claims = now.claimed(&tree.read_subject("acme").expect("a subject"));
    let possible = now.possible(&tree.read_subject("acme").expect("a subject"));
    assert!(claims.iter().all(|key| possible.contains(key)));
    assert_eq!(now.stamp(), keys(TODAY.plus_days(3)).stamp());
    assert_ne!(now.stamp(), keys(TODAY.plus_days(30)).stamp());
    assert_ne!(now.stamp(), RuleKeys { sample: false, ..now }.stamp());
    assert!(now.stamp().bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte)));
    let found = ClaimIndex::new(&repository, &now).elsewhere(&tree, &claims, &BTreeSet::from(["acme".to_owned()]));
    // The same subject twice claims everything twice.
    let found = found.expect("a whole tree");
    assert!(found.claims.iter().all(|claim| claim.folder == "beta" && claims.contains(&claim.key)));
    assert_eq!(found.claims.is_empty(), claims.is_empty());
}
