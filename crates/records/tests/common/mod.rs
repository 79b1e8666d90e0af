//! Writes the records of a rule's example into a folder of its own.

#![expect(clippy::expect_used, reason = "a test that cannot lay down its files has failed")]

use beian_core::day::Day;
use beian_core::rule::{Example, Given};
use beian_core::rules::{BASE, OTHER};
use beian_records::disk::Disk;
use beian_records::grounds::Grounds;
use beian_records::judging::{Asked, Days, Judgement, Judging};
use beian_records::raw::TreeLimits;
use beian_records::read::read_settings;
use beian_records::store::Working;
use beian_records::survey::{Scope, survey};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

/// The day on which examples are judged.
pub(crate) const TODAY: Day = Day::of(2026, 11, 21);

/// Lays the example down and judges it, with the settings beside the records if it has any.
pub(crate) fn judge(example: &Example) -> Judgement {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let records = folder.path().join("records");
    lay_down(&records, example);
    // Examples teach, unless they say themselves what settings there are.
    let teach = || read_settings(b"sample: true", "beian.yaml");
    let given = (!folder.path().join("beian.yaml").exists()).then(teach);
    let store = Arc::new(Working::new(folder.path()));
    let grounds = Grounds::read(store, given, Box::new(str::to_owned)).expect("the folder just made");
    let disk = Disk::open(&records, TreeLimits::default()).expect("the folder just made");
    let judging = Judging::new(&grounds, Asked::default(), Days::today(TODAY));
    let found = survey(&disk, &Scope::All, &judging, &AtomicUsize::new(0)).expect("a folder");
    judging.conclude(found.findings, true).expect("a baseline or none")
}

/// Lays it down in a folder.
pub(crate) fn lay_down(root: &Path, example: &Example) {
    for (name, text) in BASE {
        write(&root.join("example").join(name), text.as_bytes());
    }
    for given in example.given {
        apply(root, given);
    }
}

fn apply(root: &Path, given: &Given) {
    match given {
        Given::Stands { file, text } => {
            let whole = fs::read_to_string(root.join(file)).expect("a file of the clean subject");
            assert!(whole.contains(text), "{file} does not hold {text:?}");
        }
        Given::Edit { file, old, new } => {
            let whole = fs::read_to_string(root.join(file)).expect("a file of the clean subject");
            assert_eq!(whole.matches(old).count(), 1, "{old:?} must stand once in {file}");
            write(&root.join(file), whole.replacen(old, new, 1).as_bytes());
        }
        Given::File { file, text } => write(&root.join(file), text.as_bytes()),
        Given::Bytes { file, bytes } => write(&root.join(file), bytes),
        Given::Repeat { file, text, times } => write(&root.join(file), text.repeat(*times).as_bytes()),
        Given::Link { file, target } => link(&root.join(file), target),
        Given::Without { file } => fs::remove_file(root.join(file)).expect("a file of the clean subject"),
        Given::Untracked { file, text } => {
            track(root);
            write(&root.join(file), text.as_bytes());
        }
        Given::Other => {
            for (name, text) in BASE {
                let text = OTHER.iter().fold((*text).to_owned(), |text, (old, new)| text.replace(old, new));
                write(&root.join("other").join(name), text.as_bytes());
            }
        }
    }
}

/// Tells git of everything that was laid down so far.
fn track(root: &Path) {
    let repository = git2::Repository::init(root).expect("a repository");
    let mut index = repository.index().expect("its index");
    index.add_all(["*"], git2::IndexAddOption::DEFAULT, None).expect("every file");
    index.write().expect("its index");
}

fn link(file: &Path, target: &str) {
    // The file may stand there from the clean subject.
    drop(fs::remove_file(file));
    #[cfg(unix)]
    std::os::unix::fs::symlink(target, file).expect("a link");
    #[cfg(not(unix))]
    drop((file, target));
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}
