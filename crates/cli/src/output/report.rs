//! What a validation found, ready to be printed.

use beian_core::day::Day;
use beian_core::rule::{Check, Rule, Severity};
use beian_core::rules;
use beian_core::tables::{Later, Periods};
use beian_core::words::Words;
use beian_records::baseline::fingerprint;
use beian_records::locate::Located;
use beian_records::overlay::Named;
use beian_records::survey::Unseen;
use std::collections::BTreeMap;

/// What a validation found.
#[derive(Debug)]
pub(crate) struct Report {
    /// The findings, with paths as the user would write them.
    pub(crate) findings: Vec<Located>,
    /// How many subjects were judged.
    pub(crate) subjects: usize,
    /// How many files were read.
    pub(crate) files: usize,
    /// What could not be seen.
    pub(crate) unseen: Unseen,
    /// The part of a subject that alone was looked at.
    pub(crate) part: Option<String>,
    /// The rules that would have needed the whole tree.
    pub(crate) not_run: Vec<&'static str>,
    /// Whether the files that records name as evidence were looked at.
    pub(crate) evidence: bool,
    /// Those that could not be seen, and why.
    pub(crate) unseen_papers: Vec<(String, Words)>,
    /// The commit that was read, or none for the working directory.
    pub(crate) at: Option<String>,
    /// The day that counts as today.
    pub(crate) today: Day,
    /// The day whose rules judged.
    pub(crate) as_of: Day,
    /// Findings that weigh less do not count for the exit status.
    pub(crate) least: Severity,
    /// Findings that are accepted for a time.
    pub(crate) waived: Vec<Waived>,
    /// The baseline, if there is one.
    pub(crate) baseline: Option<BaselineUse>,
    /// The version of the rule set by which was judged.
    pub(crate) rules: String,
    /// What the tables tell of later days alone, so that nothing was judged by it.
    pub(crate) later: Vec<Later>,
    /// The overlays by which was judged.
    pub(crate) overlays: Vec<Named>,
    /// The periods by which was judged.
    pub(crate) periods: Periods,
}

/// A finding that is accepted for a time.
#[derive(Debug)]
pub(crate) struct Waived {
    /// The finding.
    pub(crate) finding: Located,
    /// Why.
    pub(crate) reason: String,
    /// Who answers for it.
    pub(crate) owner: String,
    /// Last day.
    pub(crate) until: Option<Day>,
}

/// What a baseline did.
#[derive(Debug)]
pub(crate) struct BaselineUse {
    /// The file.
    pub(crate) path: String,
    /// The day on which it was written.
    pub(crate) written: Option<Day>,
    /// How many findings it hides.
    pub(crate) hidden: usize,
}

impl Report {
    /// How many findings weigh so much.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Whether the records are not clean.
    pub(crate) fn fails(&self) -> bool {
        self.findings.iter().any(|finding| self.counts(finding))
    }

    /// The rules in force that did not run.
    pub(crate) fn silent(&self) -> Vec<&'static str> {
        let evidence = if self.evidence { Vec::new() } else { on_evidence(self.as_of) };
        self.not_run.iter().copied().chain(evidence).collect()
    }

    /// Whether a finding counts for the exit status.
    pub(crate) fn counts(&self, finding: &Located) -> bool {
        self.least <= finding.severity
    }

    /// The findings, the heaviest first, and otherwise in their order.
    pub(crate) fn heaviest_first(&self) -> Vec<&Located> {
        let mut findings: Vec<&Located> = self.findings.iter().collect();
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        findings
    }

    /// How often each rule found something: the most frequent first.
    pub(crate) fn by_rule(&self) -> Vec<(&'static Rule, usize)> {
        let mut counts = BTreeMap::new();
        for finding in &self.findings {
            counts.entry(finding.rule.code).or_insert((finding.rule, 0)).1 += 1;
        }
        let mut counts: Vec<_> = counts.into_values().collect();
        counts.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), rule.code));
        counts
    }

    /// A name for each finding that no other one of this report has, and that stays the same
    /// as long as the finding does: where several are alike, they are numbered.
    pub(crate) fn fingerprints(&self) -> Vec<String> {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let number = |finding: &Located| {
            let name = fingerprint(finding);
            let count = seen.entry(name.clone()).or_default();
            *count += 1;
            format!("{name}:{count}")
        };
        self.findings.iter().map(number).collect()
    }
}

/// The rules in force that look at evidence.
pub(crate) fn on_evidence(day: Day) -> Vec<&'static str> {
    in_force(day, |check| matches!(check, Check::Evidence(_)))
}

/// The rules in force that look across subjects.
pub(crate) fn across_subjects(day: Day) -> Vec<&'static str> {
    in_force(day, |check| matches!(check, Check::Shared(..)))
}

fn in_force(day: Day, of: impl Fn(&Check) -> bool) -> Vec<&'static str> {
    rules::all().filter(|rule| rule.in_force(day) && of(&rule.check)).map(|rule| rule.code).collect()
}
