//! What the rules find in subjects, as a repository weighs it.

use super::source::Source;
use crate::commands::validate::waiver;
use crate::failure::Failure;
use crate::progress;
use beian_core::evidence::Evidence;
use beian_core::model::Subject;
use beian_core::policy::Selection;
use beian_core::words::{Lang, Words};
use beian_documents::dossier::{Finding, Waived};
use beian_records::judging::{Asked, Days, Judgement, Judging};
use beian_records::locate::Located;
use beian_records::overlay::Named;
use beian_records::survey::{Surveyed, survey_each};
use beian_records::tree::Tree;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::atomic::AtomicUsize;

/// What was found of one subject.
#[derive(Debug, Default)]
pub(super) struct SubjectFindings {
    pub(super) findings: Vec<Finding>,
    pub(super) waived: Vec<Waived>,
    pub(super) adopted: Vec<Finding>,
}

impl SubjectFindings {
    pub(super) const fn count(&self) -> [usize; 3] {
        [self.findings.len(), self.waived.len(), self.adopted.len()]
    }
}

/// What was found in all subjects, by their identities.
pub(super) type FindingsBySubject = BTreeMap<String, SubjectFindings>;

/// By what the subjects of a repository are judged.
pub(super) struct Judge<'s> {
    judging: Judging<'s>,
    /// Rows of the user's by which is judged: path, title, publisher, date.
    pub(super) overlays: Vec<[String; 4]>,
    /// The version of the rule set, with those rows.
    pub(super) rules: Cow<'static, str>,
    /// What of them could not be used: the file, and why.
    pub(super) unused: Vec<(String, Words)>,
}

impl<'s> Judge<'s> {
    /// Judges by the rules of a day.
    pub(super) fn new(source: &'s Source, days: Days, evidence: bool) -> Self {
        let grounds = &source.grounds;
        let overlay = |named: &Named| {
            [source.named(&named.path), named.title.clone(), named.publisher.clone(), named.date.clone()]
        };
        let overlays = grounds.laid().overlays.iter().map(overlay).collect();
        let unused = grounds.unused_overlays().map(|(path, why)| (source.named(path), why.clone())).collect();
        let asked = Asked { selection: Selection::EVERYTHING.with_evidence(evidence), ..Asked::default() };
        Self { judging: Judging::new(grounds, asked, days), overlays, unused, rules: grounds.rules() }
    }

    /// Judges all subjects as they stand, and shows each to a visitor while it is read.
    pub(super) fn all<T: Send>(
        &self,
        tree: &dyn Tree,
        lang: Lang,
        visit: &(impl Fn(&Surveyed<'_>) -> T + Sync),
    ) -> Result<(FindingsBySubject, Vec<T>), Failure> {
        let done = AtomicUsize::new(0);
        let seen = progress::shown(lang, &done, || survey_each(tree, &self.judging, &done, visit));
        let (found, seen) = seen?;
        Ok((self.concluded(found.findings)?, seen))
    }

    /// What is found in a subject by itself. Nothing is known of one with findings while a
    /// baseline may adopt them: each of its entries hides one finding of all.
    pub(super) fn alone(&self, seen: &Surveyed<'_>) -> Result<Option<SubjectFindings>, Failure> {
        if seen.findings.is_empty() {
            return Ok(Some(SubjectFindings::default()));
        }
        if self.judging.grounds().baseline()?.is_some() {
            return Ok(None);
        }
        let id = &*seen.read.subject.id;
        Ok(Some(self.concluded(seen.findings.to_vec())?.remove(id).unwrap_or_default()))
    }

    /// What is found in a subject as it was on a past day. Each subject is judged by itself: what
    /// others claimed that day, nobody knows.
    pub(super) fn then(&self, subject: &Subject, evidence: Option<&Evidence>) -> Result<SubjectFindings, Failure> {
        let found = self.judging.of_subject(subject, evidence);
        Ok(self.concluded(found)?.remove(&*subject.id).unwrap_or_default())
    }

    fn concluded(&self, found: Vec<Located>) -> Result<FindingsBySubject, Failure> {
        Ok(self.parted(self.judging.conclude_part(found)?))
    }

    fn parted(&self, judgement: Judgement) -> FindingsBySubject {
        let mut judged = FindingsBySubject::new();
        for located in judgement.findings {
            of(&mut judged, &located).findings.push(finding(located));
        }
        for located in judgement.adopted {
            of(&mut judged, &located).adopted.push(finding(located));
        }
        for (located, index) in judgement.waived {
            let waived = waiver(located, index, &self.judging.grounds().settings().value);
            of(&mut judged, &waived.finding).waived.push(Waived {
                reason: waived.reason,
                owner: waived.owner,
                until: waived.until,
                finding: finding(waived.finding),
            });
        }
        judged
    }
}

fn of<'j>(judged: &'j mut FindingsBySubject, located: &Located) -> &'j mut SubjectFindings {
    judged.entry(located.subject.clone()).or_default()
}

fn finding(located: Located) -> Finding {
    Finding {
        rule: located.rule,
        severity: located.severity,
        fact: located.fact,
        message: located.message,
        help: located.help,
    }
}
