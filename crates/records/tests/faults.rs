//! Faults planted into a generated corpus: of each kind nearly all are found, and no variation that is none is.
//!
//! A fault counts as found if something is told of the subject that is not told without it; which rule tells it
//! is the matter of the rules' own examples. What the filings state is planted there as well, so that no fault is
//! found only because record and filing differ.

#![expect(clippy::expect_used, reason = "a test that cannot make its corpus has failed")]

#[expect(dead_code, reason = "the subjects are laid down here, once they are planted")]
#[path = "../benches/corpus/mod.rs"]
mod corpus;
#[path = "faults/harmless.rs"]
mod harmless;
#[path = "faults/kinds.rs"]
mod kinds;
#[path = "faults/references.rs"]
mod references;

use beian_core::day::Day;
use beian_records::disk::Disk;
use beian_records::grounds::Grounds;
use beian_records::judging::{Asked, Days, Judging};
use beian_records::raw::TreeLimits;
use beian_records::survey::{Scope, survey};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicUsize;

const TODAY: Day = Day::of(2026, 11, 21);

/// So many subjects carry each kind.
const EACH: u32 = 20;

/// The files of a subject, by name.
type Files = BTreeMap<String, String>;

/// Edits of a subject; what it makes of the subject's number decides the variant.
type Plant = fn(&mut Planted, u32);

/// A subject while it is edited.
struct Planted {
    files: Files,
    /// Its number in the corpus.
    own: u32,
}

impl Planted {
    /// Puts one text in the place of another wherever it stands in the record and its filings.
    fn everywhere(&mut self, old: &str, new: &str) {
        let mut found = false;
        for text in self.files.values_mut() {
            found |= text.contains(old);
            *text = text.replace(old, new);
        }
        assert!(found, "{old:?} stands nowhere");
    }

    /// Puts one text in the place of another in one file.
    fn edit(&mut self, file: &str, old: &str, new: &str) {
        let text = self.files.get_mut(file).expect("a file of the clean subject");
        assert!(text.contains(old), "{file} does not hold {old:?}");
        *text = text.replacen(old, new, 1);
    }

    /// Takes out what stands from one text to the end of another.
    fn cut(&mut self, file: &str, from: &str, to: &str) {
        let text = self.files.get_mut(file).expect("a file of the clean subject");
        let start = text.find(from).expect("the beginning");
        let end = start + text[start..].find(to).expect("the end") + to.len();
        text.replace_range(start..end, "");
    }

    /// Adds to the end of a file, which may be new.
    fn add(&mut self, file: &str, text: &str) {
        self.files.entry(file.to_owned()).or_default().push_str(text);
    }
}

/// One of several values, by the number of the subject.
fn one_of<'v>(values: &[&'v str], i: u32) -> &'v str {
    values[i as usize % values.len()]
}

/// What is told of each subject whose number is even; the odd ones stand beside them, untouched.
fn told(root: &Path) -> BTreeMap<String, Vec<String>> {
    let disk = Disk::open(root, TreeLimits::default()).expect("the corpus");
    let grounds = Grounds::none();
    let judging = Judging::new(&grounds, Asked::default(), Days::today(TODAY));
    let found = survey(&disk, &Scope::All, &judging, &AtomicUsize::new(0)).expect("a folder");
    let mut told: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in found.findings {
        told.entry(one.subject.clone()).or_default().push(format!("{} {}", one.rule.code, one.message.zh));
    }
    told
}

/// Lays a corpus down in which every second subject is planted.
fn laid(plant: Plant) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for i in 0..EACH * 2 {
        let mut planted = Planted { files: corpus::files(i).into_iter().collect(), own: i };
        if i % 2 == 0 {
            plant(&mut planted, i / 2);
        }
        for (name, text) in planted.files {
            corpus::lay(&folder.path().join(corpus::folder(i)).join(name), text.as_bytes()).expect("a file");
        }
    }
    folder
}

/// Whether something is told of a planted subject, or of the one beside it that shares what was planted.
fn is_told(told: &BTreeMap<String, Vec<String>>, i: u32) -> bool {
    let name = |i: u32| corpus::folder(i).rsplit('/').next().unwrap_or_default().to_owned();
    told.contains_key(&name(i * 2)) || told.contains_key(&name(i * 2 + 1))
}

#[test]
fn nearly_every_fault_is_found() {
    let mut missed = Vec::new();
    for (kind, plant) in kinds::KINDS {
        let folder = laid(*plant);
        let told = told(folder.path());
        let silent: Vec<u32> = (0..EACH).filter(|i| !is_told(&told, *i)).collect();
        if usize::try_from(EACH).expect("few") * 5 < silent.len() * 100 {
            missed.push(format!("{kind}: {} of {EACH} are silent: {silent:?}", silent.len()));
        }
    }
    assert!(missed.is_empty(), "at most one of twenty may be missed:\n{}", missed.join("\n"));
}

#[test]
fn no_variation_that_is_no_fault_is_told() {
    for (kind, plant) in harmless::KINDS {
        let folder = laid(*plant);
        let told = told(folder.path());
        assert!(told.is_empty(), "{kind}: {told:#?}");
    }
}
