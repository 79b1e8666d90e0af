//! What the tests of importing share.

#![expect(clippy::unwrap_used, reason = "a failed test says where")]

#[path = "input.rs"]
mod input;

pub(crate) use input::{fixtures, of};

use beian_core::day::Day;
use beian_core::rule::Severity;
use beian_records::disk::Disk;
use beian_records::grounds::Grounds;
use beian_records::import::{Answer, InputFile, Plan, miit, plan};
use beian_records::judging::{Asked, Days, Judging};
use beian_records::raw::TreeLimits;
use beian_records::read::read_settings;
use beian_records::survey::{Scope, Survey, survey};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicUsize;

pub(crate) fn names() -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(fixtures()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

pub(crate) fn answer(name: &str) -> Answer {
    miit(&InputFile::open(&fixtures().join(name)), None)
}

pub(crate) fn planned(names: &[&str]) -> Plan {
    plan(names.iter().map(|name| answer(name)).collect())
}

pub(crate) fn texts(plan: &Plan) -> BTreeMap<String, String> {
    let files = plan.subjects.iter().flat_map(|subject| {
        subject.files.iter().map(|(name, text)| (format!("{}/{name}", subject.folder), text.clone()))
    });
    files.collect()
}

/// The files below a folder, by their names.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    files
}

pub(crate) fn validated(folder: &Path) -> Survey {
    let disk = Disk::open(folder, TreeLimits::default()).unwrap();
    let done = AtomicUsize::new(0);
    let grounds = Grounds::of(read_settings(b"sample: true", "beian.yaml"));
    let judging = Judging::new(&grounds, Asked::default(), Days::today(Day::of(2026, 11, 21)));
    survey(&disk, &Scope::All, &judging, &done).unwrap()
}

pub(crate) fn assert_notes_only(survey: &Survey) {
    let heavy: Vec<_> = survey
        .findings
        .iter()
        .filter(|finding| Severity::Note < finding.severity)
        .map(|finding| format!("{} {}: {}", finding.rule.code, finding.fact, finding.message.en))
        .collect();
    assert!(heavy.is_empty(), "{heavy:#?}");
}
