//! What the rules find in subjects, as a repository weighs it.

use super::source::Source;
use crate::commands::validate::waiver;
use crate::failure::Failure;
use crate::progress;
use beian_core::day::Day;
use beian_core::model::Baseline;
use beian_core::policy::{Policy, Selection};
use beian_core::words::Lang;
use beian_documents::dossier::{Finding, Waived};
use beian_records::grounds::Grounds;
use beian_records::judgement::{self, Judgement, Ruling};
use beian_records::locate::Located;
use beian_records::overlay::Named;
use beian_records::read::Document;
use beian_records::survey::{Seen, Terms, survey_seen};
use beian_records::tree::Tree;
use std::collections::BTreeMap;
use std::sync::atomic::AtomicUsize;

/// What was found of one subject.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) findings: Vec<Finding>,
    pub(super) waived: Vec<Waived>,
    pub(super) adopted: Vec<Finding>,
}

impl Found {
    pub(super) const fn count(&self) -> [usize; 3] {
        [self.findings.len(), self.waived.len(), self.adopted.len()]
    }
}

/// What was found in all subjects, by their identities.
pub(super) type Judged = BTreeMap<String, Found>;

/// By what the subjects of a repository are judged.
pub(super) struct Judge<'s> {
    grounds: &'s Grounds,
    policy: Policy,
    baseline: Option<&'s Document<Baseline>>,
    as_of: Day,
    /// Rows of the user's by which is judged: path, title, publisher, date.
    pub(super) overlays: Vec<[String; 4]>,
}

impl<'s> Judge<'s> {
    /// Judges by the rules of a day.
    pub(super) fn new(source: &'s Source, as_of: Day) -> Result<Self, Failure> {
        let grounds = &source.grounds;
        let overlay = |named: &Named| {
            [source.named(&named.path), named.title.clone(), named.publisher.clone(), named.date.clone()]
        };
        let overlays = grounds.laid().overlays.iter().map(overlay).collect();
        let policy = Policy::new(&grounds.settings().value, Selection::default(), as_of);
        Ok(Self { grounds, policy, baseline: grounds.baseline().map_err(Failure::store)?, as_of, overlays })
    }

    /// Judges all subjects as they stand, and shows each to a visitor while it is read.
    pub(super) fn all<T: Send>(
        &self,
        tree: &dyn Tree,
        lang: Lang,
        visit: &(impl Fn(&Seen<'_>) -> T + Sync),
    ) -> Result<(Judged, Vec<T>), Failure> {
        let done = AtomicUsize::new(0);
        let grounds = self.grounds;
        let terms =
            Terms { tables: grounds.tables(), policy: &self.policy, ..Terms::new(self.as_of, grounds.sample(), &done) };
        let seen = progress::shown(lang, &done, || survey_seen(tree, &terms, visit));
        let (found, seen) = seen.map_err(Failure::git)?;
        let (settings, baseline) = (grounds.settings(), self.baseline);
        let ruling = Ruling { settings, policy: &self.policy, baseline, today: self.as_of, whole: false };
        Ok((self.parted(judgement::judge(Vec::new(), found.findings, &ruling)), seen))
    }

    /// What is found in a subject by itself. Nothing is known of one with findings while a
    /// baseline may adopt them: each of its entries hides one finding of all.
    pub(super) fn alone(&self, seen: &Seen<'_>) -> Option<Found> {
        if seen.findings.is_empty() {
            return Some(Found::default());
        }
        if self.baseline.is_some() {
            return None;
        }
        let judgement = judgement::judge_part(seen.findings.to_vec(), &self.policy, None);
        Some(self.parted(judgement).remove(&*seen.read.subject.id).unwrap_or_default())
    }

    fn parted(&self, judgement: Judgement) -> Judged {
        let mut judged = Judged::new();
        for located in judgement.findings {
            of(&mut judged, &located).findings.push(finding(located));
        }
        for located in judgement.adopted {
            of(&mut judged, &located).adopted.push(finding(located));
        }
        for (located, index) in judgement.waived {
            let waived = waiver(located, index, &self.grounds.settings().value);
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

fn of<'j>(judged: &'j mut Judged, located: &Located) -> &'j mut Found {
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
