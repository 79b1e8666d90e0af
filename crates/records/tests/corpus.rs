//! The corpus of the benchmarks is clean: what raises findings would measure their telling.

#![expect(clippy::expect_used, reason = "a test that cannot make its corpus has failed")]

#[path = "../benches/corpus/mod.rs"]
mod corpus;
#[path = "../benches/corpus/papers.rs"]
mod papers;

use beian_core::day::Day;
use beian_records::disk::Disk;
use beian_records::grounds::Grounds;
use beian_records::judging::{Asked, Days, Judging};
use beian_records::raw::TreeLimits;
use beian_records::survey::{Scope, survey};
use std::path::Path;
use std::sync::atomic::AtomicUsize;

const SIZE: u32 = 200;

#[test]
fn the_corpus_raises_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    corpus::write(folder.path(), SIZE).expect("a corpus");
    assert_eq!(told(folder.path()), (SIZE as usize, Vec::new()));
}

#[test]
fn the_corpus_with_papers_raises_nothing_until_one_changes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    papers::write(folder.path(), 3).expect("a corpus");
    assert_eq!(told(folder.path()), (3, Vec::new()));
    let paper = folder.path().join(corpus::folder(1)).join("evidence/licence.pdf");
    std::fs::write(paper, "another").expect("a paper");
    let (_, told) = told(folder.path());
    assert!(told.len() == 1 && told[0].starts_with("F151"), "it is hashed: {told:?}");
}

/// How many subjects a folder holds, and what is found in them.
fn told(folder: &Path) -> (usize, Vec<String>) {
    let disk = Disk::open(folder, TreeLimits::default()).expect("the corpus");
    let done = AtomicUsize::new(0);
    // Not as records that teach: those may hold what real ones may not.
    let grounds = Grounds::none();
    let judging = Judging::new(&grounds, Asked::default(), Days::today(Day::of(2026, 11, 21)));
    let found = survey(&disk, &Scope::All, &judging, &done).expect("a folder");
    let told = found.findings.iter().map(|finding| format!("{} {}", finding.rule.code, finding.fact)).collect();
    (found.subjects, told)
}
