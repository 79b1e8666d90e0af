//! Writes the records of a rule's example into a folder of its own.

#![expect(clippy::expect_used, reason = "a test that cannot lay down its files has failed")]

use beian_core::day::Day;
use beian_core::policy::{Policy, Selection};
use beian_core::rule::{Example, Given};
use beian_core::rules::{BASE, OTHER};
use beian_records::disk::Disk;
use beian_records::judgement::{self, Judgement, Ruling};
use beian_records::raw::TreeLimits;
use beian_records::read::read_settings;
use beian_records::survey::{Scope, Terms, survey};
use beian_records::{baseline, beside, overlay};
use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicUsize;

/// The day on which examples are judged.
pub(crate) const TODAY: Day = Day::of(2026, 11, 21);

/// Lays the example down and judges it, with the settings beside the records if it has any.
pub(crate) fn judge(example: &Example) -> Judgement {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let records = folder.path().join("records");
    lay_down(&records, example);
    let settings = fs::read(folder.path().join("beian.yaml")).unwrap_or_else(|_| b"sample: true".to_vec());
    let settings = read_settings(&settings, "beian.yaml");
    let laid = overlay::lay(&settings, |name| beside::files(folder.path(), name));
    let policy = Policy::new(&settings.value, Selection::default(), TODAY);
    let written = fs::read(folder.path().join(baseline::FILE)).ok();
    let baseline = written.map(|bytes| baseline::read(&bytes, baseline::FILE));
    let disk = Disk::open(&records, TreeLimits::default()).expect("the folder just made");
    let done = AtomicUsize::new(0);
    let terms = Terms { tables: &laid.tables, policy: &policy, ..Terms::new(TODAY, true, &done) };
    let found = survey(&disk, &Scope::All, &terms).expect("a folder");
    let mut beside = settings.findings.clone();
    beside.extend(laid.findings);
    beside.extend(baseline.iter().flat_map(|baseline| baseline.findings.clone()));
    let ruling =
        Ruling { settings: &settings, policy: &policy, baseline: baseline.as_ref(), today: TODAY, whole: true };
    judgement::judge(beside, found.findings, &ruling)
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
