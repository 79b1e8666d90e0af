//! The doors that are fuzzed, on a bounded number of inputs: whatever comes in, nothing panics or hangs, no character
//! that acts on a terminal comes out, and the same bytes give the same answer twice.
//!
//! `BEIAN_FUZZED=200000` tries so many inputs of each door. The long form with coverage is `just fuzz`.

#[path = "../../fuzz/entries/mod.rs"]
mod entries;

use crate::harness::root;
use crate::mutants::{Draw, mutated};
use crate::rounds::Proof;
use entries::{ENTRIES, held};
use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// So many inputs of each door are tried by `cargo test`.
const FEW: usize = 120;

/// No input may take longer, on a busy machine and without optimization.
const PATIENCE: Duration = Duration::from_secs(20);

/// So many inputs stand in a round.
const ROUND: usize = 100;

/// The inputs from which others are made.
fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = root().join("fuzz/corpora").join(name);
    let mut files: Vec<_> = fs::read_dir(folder).expect("a corpus").flatten().map(|entry| entry.path()).collect();
    files.sort();
    files.into_iter().map(|file| fs::read(file).expect("an input")).collect()
}

fn tried(name: &'static str) {
    let corpus = corpus(name);
    assert!(!corpus.is_empty(), "{name} has no corpus");
    for input in &corpus {
        hold(name, input);
    }
    let many = std::env::var("BEIAN_FUZZED").ok().and_then(|many| many.parse().ok());
    let answers = Mutex::new(BTreeSet::new());
    let seeds: Vec<u64> = (0..u64::try_from(many.unwrap_or(FEW)).expect("a number")).collect();
    let rounds: Vec<&[u64]> = seeds.chunks(ROUND).collect();
    Proof { called: name, is_long: many.is_some() }.hold(&rounds, |seeds| {
        for seed in *seeds {
            let answer = hold(name, &mutated(&mut Draw::new(*seed), &corpus));
            // What is counted is how many there are, and a few answers are long.
            answers.lock().expect("the answers").insert(hash(&answer));
        }
    });
    let answers = answers.into_inner().expect("the answers");
    // Inputs that all end at the first check would show nothing.
    assert!(10 < answers.len(), "{name}: {} answers", answers.len());
}

fn hold(name: &str, input: &[u8]) -> String {
    let start = Instant::now();
    let answer = held(name, input);
    assert!(start.elapsed() < PATIENCE, "{name} took {:?} for {}", start.elapsed(), input.escape_ascii());
    assert_eq!(answer, held(name, input), "{name} answers otherwise: {}", input.escape_ascii());
    answer
}

fn hash(answer: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    answer.hash(&mut hasher);
    hasher.finish()
}

#[test]
fn the_reader_holds() {
    tried("reader");
}

#[test]
fn decoding_holds() {
    tried("decode");
}

#[test]
fn imports_hold() {
    tried("import");
}

#[test]
fn templates_hold() {
    tried("templates");
}

#[test]
fn walks_over_git_hold() {
    tried("git");
}

#[test]
fn changes_hold() {
    tried("change");
}

#[test]
fn dossiers_hold() {
    tried("dossier");
}

#[test]
fn every_door_has_a_target_and_a_corpus() {
    let named = |folder: &str, ending: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(root().join(folder)).expect("a folder").flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().trim_end_matches(ending).to_owned()).collect()
    };
    let doors: BTreeSet<String> = ENTRIES.iter().map(|entry| entry.name.to_owned()).collect();
    assert_eq!(named("fuzz/fuzz_targets", ".rs"), doors);
    assert_eq!(named("fuzz/corpora", ""), doors);
}
