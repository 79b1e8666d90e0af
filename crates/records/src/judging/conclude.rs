//! What of the findings is told, what is accepted, and what is wrong with that which accepts:
//! waivers, the baseline, the settings themselves.

use super::Judging;
use crate::baseline::{Entries, can_be_adopted};
use crate::locate::Located;
use crate::read::Document;
use crate::store::Error;
use beian_core::model::Baseline;
use beian_core::rule::{Check, SettingsCase};
use beian_core::rules;
use std::collections::BTreeSet;

/// What came of a judging.
#[derive(Debug, Default)]
pub struct Judgement {
    /// What is told, the settings and what stands beside them first.
    pub findings: Vec<Located>,
    /// What is accepted for a time, with the waiver's position in the settings.
    pub waived: Vec<(Located, usize)>,
    /// What was adopted with the baseline.
    pub adopted: Vec<Located>,
}

impl Judging<'_> {
    /// Concludes from the findings of records, in the order in which they shall be told, and
    /// from what is wrong beside them. `whole` says whether all records were judged: else nobody
    /// can tell which waivers and entries of the baseline are of no use.
    ///
    /// # Errors
    /// If the baseline cannot be read.
    pub fn conclude(&self, found: Vec<Located>, whole: bool) -> Result<Judgement, Error> {
        let baseline = self.grounds.baseline()?;
        let mut entries = entries(baseline);
        let beside = self.weighed(self.grounds.faults()?);
        let mut judgement = self.parted(beside.into_iter().chain(found), &mut entries);
        let told = std::mem::take(&mut judgement.findings);
        judgement.findings = self.about_settings(&judgement, whole);
        if let Some(baseline) = baseline.filter(|_| whole) {
            judgement.findings.extend(self.about_baseline(&entries, baseline));
        }
        judgement.findings.extend(told);
        Ok(judgement)
    }

    /// The same from a part of the records: nothing is said of what stands beside them, since
    /// what it accepts may stand in the other part.
    ///
    /// # Errors
    /// If the baseline cannot be read.
    pub fn conclude_part(&self, found: Vec<Located>) -> Result<Judgement, Error> {
        // Most subjects are clean, and a baseline may be long.
        if found.is_empty() {
            return Ok(Judgement::default());
        }
        Ok(self.parted(found.into_iter(), &mut entries(self.grounds.baseline()?)))
    }

    /// Parts what is told from what is accepted.
    fn parted(&self, found: impl Iterator<Item = Located>, entries: &mut Entries<'_>) -> Judgement {
        let mut judgement = Judgement::default();
        for finding in found {
            // What is wrong with a policy is not for that policy to accept.
            let acceptable = can_be_adopted(&finding);
            let waiver = if acceptable { self.policy.waiver(finding.rule, &finding.fact) } else { None };
            if let Some(index) = waiver {
                judgement.waived.push((finding, index));
            } else if entries.take(&finding) {
                judgement.adopted.push(finding);
            } else {
                judgement.findings.push(finding);
            }
        }
        judgement
    }

    fn about_settings(&self, judgement: &Judgement, whole: bool) -> Vec<Located> {
        let used: Vec<usize> = judgement.waived.iter().map(|(_, index)| *index).collect();
        let day = self.days.judged;
        // Where only a part was judged, what a waiver is for may lie in the rest.
        let unused = if whole { self.policy.unused(&used, day) } else { BTreeSet::new() };
        let settings = self.grounds.settings();
        let case = SettingsCase { settings: &settings.value, today: day, unused: &unused };
        let mut located = settings.locate(rules::settings::check(&case));
        located.sort_by(|a, b| a.order().cmp(&b.order()));
        self.weighed(located)
    }

    fn about_baseline(&self, entries: &Entries<'_>, baseline: &Document<Baseline>) -> Vec<Located> {
        // What did not judge in this run cannot have found its fault again.
        let judged = |code: &str| {
            rules::find(code).is_none_or(|rule| {
                rule.in_force(self.days.judged)
                    && self.policy.selection().takes(rule)
                    && !matches!(rule.check, Check::Settings(_))
            })
        };
        self.weighed(baseline.locate(entries.stale(judged)))
    }
}

fn entries(baseline: Option<&Document<Baseline>>) -> Entries<'_> {
    baseline.map(|baseline| Entries::new(&baseline.value)).unwrap_or_default()
}
