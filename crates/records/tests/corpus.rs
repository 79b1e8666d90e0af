//! The corpus of the benchmarks is clean: what raises findings would measure their telling.

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use beian_core::day::Day;
use beian_records::disk::Disk;
use beian_records::grounds::Grounds;
use beian_records::judging::{Asked, Days, Judging};
use beian_records::raw::TreeLimits;
use beian_records::survey::{Scope, survey};
use std::sync::atomic::AtomicUsize;

const SIZE: u32 = 200;

#[test]
fn the_corpus_raises_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    corpus::write(folder.path(), SIZE).expect("a corpus");
    let disk = Disk::open(folder.path(), TreeLimits::default()).expect("the corpus");
    let done = AtomicUsize::new(0);
    // Not as records that teach: those may hold what real ones may not.
    let grounds = Grounds::none();
    let judging = Judging::new(&grounds, Asked::default(), Days::today(Day::of(2026, 11, 21)));
    let found = survey(&disk, &Scope::All, &judging, &done).expect("a folder");
    let told: Vec<String> =
        found.findings.iter().map(|finding| format!("{} {}", finding.rule.code, finding.fact)).collect();
    assert_eq!((found.subjects, told), (SIZE as usize, Vec::new()));
}
