//! Two states of the clean subject, held against each other without a repository.

use beian_core::change::diff_states;
use beian_core::day::Day;
use beian_core::model::Subject;
use beian_core::procedure::{Verdict, coverage, procedures};
use beian_core::rule::Finding;
use beian_core::rules::BASE;
use beian_core::rules::review::{Turn, check};
use beian_core::tables::Tables;
use beian_records::limits::Limits;
use beian_records::raw::{Content, RawFile, RawSubject};
use beian_records::read::read_subject;
use std::collections::BTreeMap;

/// The day on which they are judged.
pub(crate) const TODAY: Day = Day::of(2026, 11, 21);

/// The filing of the clean subject.
pub(crate) const FILING: &str = "filings/2021-02-20-first.yaml";

/// The files of a subject, by their names from its folder on.
pub(crate) type Files = BTreeMap<String, String>;

/// The clean subject with other values, so that they can be spelled in many ways.
pub(crate) fn richer(values: &[(&str, &str)]) -> Files {
    let edit = |text: &str| values.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new));
    BASE.iter().map(|(name, text)| ((*name).to_owned(), edit(text))).collect()
}

/// Reads them.
pub(crate) fn read(files: &Files) -> (Subject, Vec<Finding>) {
    let one = |(name, text): (&String, &String)| RawFile {
        name: name.clone(),
        content: Content::Bytes(text.clone().into_bytes()),
    };
    let raw = RawSubject { folder: "example".to_owned(), files: files.iter().map(one).collect() };
    let read = read_subject(&raw, &Limits::default());
    (read.subject, read.findings)
}

/// What a review says of two states: the orders and the findings.
pub(crate) fn reviewed(old: &Files, new: &Files) -> Vec<String> {
    let ((old, _), (new, _)) = (read(old), read(new));
    let tables = Tables::builtin();
    let changes = diff_states(Some(&old), Some(&new));
    let required = procedures(tables, &changes, Some(&old), Some(&new), TODAY);
    let coverage = coverage(&tables.clouds, &required, Some(&old), Some(&new));
    let numbers = BTreeMap::new();
    let turn = Turn {
        old: Some(&old),
        new: Some(&new),
        changes: &changes,
        required: &required,
        coverage: &coverage,
        numbers: &numbers,
        committed: TODAY,
        today: TODAY,
    };
    let orders = required.iter().filter(|one| !matches!(one.verdict, Verdict::NotNeeded(_)));
    let orders = orders.map(|one| format!("{:?} {:?}", one.verdict, one.covers));
    let mut told: Vec<String> = orders.collect();
    told.extend(check(&turn).iter().map(|one| format!("{} {}", one.rule.code, one.message.zh)));
    told
}
