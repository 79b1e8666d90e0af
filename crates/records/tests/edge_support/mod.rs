//! The clean subject with edits, judged on a day: what one rule says of it, and how heavily.

#![expect(clippy::expect_used, reason = "a test that cannot lay down its records has failed")]

use beian_core::day::Day;
use beian_core::rule::{Case, Finding};
use beian_core::rules::{self, BASE};
use beian_core::tables::Tables;
use beian_records::limits::Limits;
use beian_records::raw::{Content, RawFile, RawSubject};
use beian_records::read::read_subject;
use std::collections::BTreeMap;

/// The filing of the clean subject.
pub(crate) const FIRST: &str = "filings/2021-02-20-first.yaml";

/// A subject under edit.
#[derive(Clone)]
pub(crate) struct Records(BTreeMap<String, String>);

impl Records {
    /// The clean subject.
    pub(crate) fn clean() -> Self {
        Self(BASE.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
    }

    /// One text for another, wherever it stands; it has to stand somewhere.
    #[must_use]
    pub(crate) fn with(mut self, old: &str, new: &str) -> Self {
        assert!(self.0.values().any(|text| text.contains(old)), "{old:?} stands nowhere");
        for text in self.0.values_mut() {
            *text = text.replace(old, new);
        }
        self
    }

    /// A further file.
    #[must_use]
    pub(crate) fn and(mut self, name: &str, text: &str) -> Self {
        self.0.insert(name.to_owned(), text.to_owned());
        self
    }

    /// What one rule says on a day: `severity fact`, in the order of the findings.
    pub(crate) fn says(&self, code: &str, day: &str) -> Vec<String> {
        let raw = RawSubject {
            folder: "example".to_owned(),
            files: self
                .0
                .iter()
                .map(|(name, text)| RawFile { name: name.clone(), content: Content::Bytes(text.clone().into_bytes()) })
                .collect(),
        };
        let read = read_subject(&raw, &Limits::default());
        let case = Case::new(&read.subject, Tables::builtin(), Day::parse(day).expect("a day"), true);
        let all = read.findings.into_iter().chain(rules::check(&case));
        let fact = |finding: &Finding| {
            let at = read.subject.places.fact(finding.place);
            finding.missing.map_or_else(|| at.to_string(), |field| format!("{at}/{field}"))
        };
        let line = |finding: Finding| format!("{} {}", finding.severity.name(), fact(&finding));
        all.filter(|finding| finding.rule.code == code).map(line).collect()
    }
}

/// What is expected to be said.
pub(crate) fn said(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}
