//! Reading, parsing and whole validation of one corpus: `just bench`.
//!
//! The figures to look at are ratios within one run: the survey against the typed parse of
//! the same bytes by `serde_yaml` on one thread (P).

#![expect(clippy::expect_used, reason = "a benchmark without its corpus measures nothing")]

mod corpus;
#[path = "corpus/papers.rs"]
mod papers;
mod typed;

use beian_core::day::Day;
use beian_core::policy::Selection;
use beian_core::rules;
use beian_records::disk::Disk;
use beian_records::grounds::Grounds;
use beian_records::judging::{Asked, Days, Judging};
use beian_records::limits::Limits;
use beian_records::raw::TreeLimits;
use beian_records::read::read_subject;
use beian_records::survey::{Scope, survey};
use beian_records::tree;
use beian_records::yaml;
use divan::Bencher;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::AtomicUsize;

const SIZES: &[u32] = &[1_000, 10_000];

/// The day on which the corpus is judged.
const TODAY: Day = Day::of(2026, 11, 21);

fn main() {
    divan::main();
}

/// A corpus below the target folder, written once.
fn tree(size: u32) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("clean-corpus-{size}"));
    let done = root.join(".complete");
    if !done.exists() {
        corpus::write(&root, size).expect("a corpus");
        fs::write(done, "").expect("a mark");
    }
    root
}

/// The same with two papers of 100 KB a subject.
fn tree_with_papers(size: u32) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("paper-corpus-{size}"));
    let done = root.join(".complete");
    if !done.exists() {
        papers::write(&root, size).expect("a corpus");
        fs::write(done, "").expect("a mark");
    }
    root
}

fn texts(size: u32) -> Vec<(String, String)> {
    (0..size).flat_map(corpus::files).collect()
}

/// What reading the files costs.
#[divan::bench(args = SIZES, sample_count = 7, sample_size = 1)]
fn reading_only(bencher: Bencher<'_, '_>, size: u32) {
    let disk = Disk::open(&tree(size), TreeLimits::default()).expect("the corpus");
    bencher.bench(|| tree::each(&disk, &|raw| raw.files.len()));
}

/// P: the typed parse of the same bytes by serde_yaml, on one thread.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn serde_yaml_typed(bencher: Bencher<'_, '_>, size: u32) {
    let texts = texts(size);
    assert!(texts.iter().all(|(name, text)| typed::parse(name, text)), "the corpus is good");
    bencher.bench_local(|| texts.iter().filter(|(name, text)| typed::parse(name, text)).count());
}

/// Our own parse of the same bytes to a placed tree, on one thread.
#[divan::bench(args = SIZES, sample_count = 7, sample_size = 1)]
fn placed_tree(bencher: Bencher<'_, '_>, size: u32) {
    let texts = texts(size);
    bencher.bench_local(|| {
        texts.iter().map(|(_, text)| yaml::read(text.as_bytes(), &Limits::default()).node_count()).sum::<usize>()
    });
}

/// Reading and typing every subject, without rules.
#[divan::bench(args = SIZES, sample_count = 7, sample_size = 1)]
fn reading_and_typing(bencher: Bencher<'_, '_>, size: u32) {
    let disk = Disk::open(&tree(size), TreeLimits::default()).expect("the corpus");
    bencher.bench(|| tree::each(&disk, &|raw| read_subject(&raw, &Limits::default()).findings.len()));
}

/// Whole validation, but no rule: the difference to the next one is what the rules cost.
#[divan::bench(args = SIZES, sample_count = 7, sample_size = 1)]
fn without_rules(bencher: Bencher<'_, '_>, size: u32) {
    let disk = Disk::open(&tree(size), TreeLimits::default()).expect("the corpus");
    let families: Vec<String> = rules::all().map(|rule| rule.code.to_owned()).collect();
    let selection = Selection::new(&[], &families).expect("codes of rules");
    let grounds = Grounds::none();
    let asked = Asked { selection, ..Asked::default() };
    bencher.bench(|| {
        let done = AtomicUsize::new(0);
        let judging = Judging::new(&grounds, asked.clone(), Days::today(TODAY));
        survey(&disk, &Scope::All, &judging, &done).expect("a folder").findings.len()
    });
}

/// Whole validation, all rules.
#[divan::bench(args = SIZES, sample_count = 7, sample_size = 1)]
fn whole_validation(bencher: Bencher<'_, '_>, size: u32) {
    let disk = Disk::open(&tree(size), TreeLimits::default()).expect("the corpus");
    let grounds = Grounds::none();
    bencher.bench(|| {
        let done = AtomicUsize::new(0);
        let judging = Judging::new(&grounds, Asked::default(), Days::today(TODAY));
        survey(&disk, &Scope::All, &judging, &done).expect("a folder").findings.len()
    });
}

/// Whole validation of records that name papers, which are hashed: 200 MB.
#[divan::bench(args = [true, false], sample_count = 5, sample_size = 1)]
fn whole_validation_of_papers(bencher: Bencher<'_, '_>, hashed: bool) {
    let disk = Disk::open(&tree_with_papers(1_000), TreeLimits::default()).expect("the corpus");
    let grounds = Grounds::none();
    let asked = Asked { selection: Selection::EVERYTHING.with_evidence(hashed), ..Asked::default() };
    bencher.bench(|| {
        let done = AtomicUsize::new(0);
        let judging = Judging::new(&grounds, asked.clone(), Days::today(TODAY));
        survey(&disk, &Scope::All, &judging, &done).expect("a folder").findings.len()
    });
}
