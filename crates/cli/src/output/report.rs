//! What a validation found, ready to be printed.

use beian_core::day::Day;
use beian_core::rule::{Check, Severity};
use beian_core::rules;
use beian_records::locate::Located;

/// What a validation found.
#[derive(Debug)]
pub(crate) struct Report {
    /// The findings, with paths as the user would write them.
    pub(crate) findings: Vec<Located>,
    /// How many subjects were judged.
    pub(crate) subjects: usize,
    /// How many files were read.
    pub(crate) files: usize,
    /// The part of a subject that alone was looked at.
    pub(crate) part: Option<String>,
    /// The rules that would have needed the whole tree.
    pub(crate) not_run: Vec<&'static str>,
    /// The commit that was read, or none for the working directory.
    pub(crate) at: Option<String>,
    /// The day that counts as today.
    pub(crate) today: Day,
    /// The day whose rules judged.
    pub(crate) as_of: Day,
}

impl Report {
    /// How many findings weigh so much.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

/// The rules in force that look across subjects.
pub(crate) fn across_subjects(day: Day) -> Vec<&'static str> {
    rules::all()
        .filter(|rule| rule.in_force(day) && matches!(rule.check, Check::Shared(..)))
        .map(|rule| rule.code)
        .collect()
}
