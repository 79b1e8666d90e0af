//! What is found in files on a day, and in what they tell of an earlier day.

use super::clerk::Files;
use beian_core::day::Day;
use beian_core::filed::past;
use beian_core::model::Subject;
use beian_core::rule::{Case, Finding, Severity};
use beian_core::rules;
use beian_core::tables::Tables;
use beian_records::limits::Limits;
use beian_records::raw::{Content, RawFile, RawSubject};
use beian_records::read::read_subject;
use std::collections::BTreeMap;
use std::path::Path;

/// By code and fact, how heavy it weighs at most, and what it says.
pub(crate) type Found = BTreeMap<(&'static str, String), (Severity, String)>;

/// A state of a subject's records.
#[derive(Debug, Clone)]
pub(crate) struct State {
    /// The day on which it was committed.
    pub(crate) day: Day,
    pub(crate) subject: Subject,
    form: Found,
    pub(crate) files: Files,
}

impl State {
    pub(crate) fn new(day: Day, files: Files) -> Self {
        let file = |(name, text): &(String, String)| RawFile {
            name: name.clone(),
            content: Content::Bytes(text.clone().into_bytes()),
        };
        let raw = RawSubject { folder: "acme".to_owned(), files: files.iter().map(file).collect() };
        let read = read_subject(&raw, &Limits::default());
        let form = found(&read.subject, read.findings.clone());
        Self { day, subject: read.subject, form, files }
    }

    /// The subject as it is judged on a day.
    pub(crate) fn case(&self, day: Day) -> Case<'_> {
        Case::new(&self.subject, Tables::builtin(), day, true)
    }

    /// What validating it on a day finds.
    pub(crate) fn on(&self, day: Day) -> Found {
        let mut all = self.form.clone();
        all.extend(judged(&self.subject, day));
        all
    }

    /// What is found in what it tells of an earlier day, as a dossier of that day is judged.
    pub(crate) fn of(&self, day: Day) -> Found {
        judged(&past(&self.subject, day).subject, day)
    }
}

/// The files of a subject's folder.
pub(crate) fn files_of(folder: &Path) -> Files {
    let mut files = Files::new();
    for below in ["", "filings/"] {
        for entry in std::fs::read_dir(folder.join(below)).into_iter().flatten().flatten() {
            if let Ok(text) = std::fs::read_to_string(entry.path()) {
                files.push((format!("{below}{}", entry.file_name().to_string_lossy()), text));
            }
        }
    }
    files.sort();
    files
}

fn judged(subject: &Subject, day: Day) -> Found {
    found(subject, rules::check(&Case::new(subject, Tables::builtin(), day, true)))
}

fn found(subject: &Subject, findings: Vec<Finding>) -> Found {
    let mut all = Found::new();
    for finding in findings {
        let mut fact = subject.places.fact(finding.place);
        if let Some(field) = finding.missing {
            fact = [fact.as_str(), field].join("/");
        }
        let entry = all.entry((finding.rule.code, fact)).or_insert_with(|| (finding.severity, String::new()));
        entry.0 = entry.0.max(finding.severity);
        entry.1 = finding.message.en.to_string();
    }
    all
}

/// Errors and warnings.
pub(crate) fn told(found: Found) -> Found {
    found.into_iter().filter(|(_, (severity, _))| Severity::Warning <= *severity).collect()
}
