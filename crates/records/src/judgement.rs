//! What a repository makes of what was found: levels, waivers, the baseline, and what is
//! wrong with these themselves.

use crate::baseline::{Entries, can_be_adopted};
use crate::locate::Located;
use crate::read::Document;
use beian_core::day::Day;
use beian_core::model::{Baseline, Settings};
use beian_core::policy::Policy;
use beian_core::rule::Check;
use beian_core::rule::SettingsCase;
use beian_core::rules;
use std::collections::BTreeSet;

/// By what is judged.
#[derive(Debug)]
pub struct Ruling<'a> {
    /// The settings.
    pub settings: &'a Document<Settings>,
    /// What they and the command line ask for.
    pub policy: &'a Policy,
    /// The findings that were adopted.
    pub baseline: Option<&'a Document<Baseline>>,
    /// The day whose rules judge.
    pub today: Day,
    /// Whether the whole tree was judged: else nobody can tell what is of no use.
    pub whole: bool,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Judgement {
    /// What is told, the settings and what stands beside them first.
    pub findings: Vec<Located>,
    /// What is accepted for a time, with the waiver's position in the settings.
    pub waived: Vec<(Located, usize)>,
    /// What was adopted with the baseline.
    pub adopted: Vec<Located>,
}

/// Judges findings: those of the records, and before them those of the `beside` files, in
/// the order in which they shall be told.
#[must_use]
pub fn judge(beside: Vec<Located>, found: Vec<Located>, ruling: &Ruling<'_>) -> Judgement {
    let mut entries = entries(ruling.baseline);
    let mut judgement = parted(beside.into_iter().chain(found), ruling.policy, &mut entries);
    let told = std::mem::take(&mut judgement.findings);
    judgement.findings = about_settings(&judgement, ruling);
    judgement.findings.extend(about_baseline(&entries, ruling));
    judgement.findings.extend(told);
    judgement
}

/// Judges findings of a part of the records: nothing is said of the settings and the
/// baseline themselves, since what they accept may stand in the other part.
#[must_use]
pub fn judge_part(found: Vec<Located>, policy: &Policy, baseline: Option<&Document<Baseline>>) -> Judgement {
    parted(found.into_iter(), policy, &mut entries(baseline))
}

fn entries(baseline: Option<&Document<Baseline>>) -> Entries<'_> {
    baseline.map(|baseline| Entries::new(&baseline.value)).unwrap_or_default()
}

/// Parts what is told from what is accepted.
fn parted(found: impl Iterator<Item = Located>, policy: &Policy, entries: &mut Entries<'_>) -> Judgement {
    let mut judgement = Judgement::default();
    for finding in found {
        let Some(finding) = weighed(finding, policy) else { continue };
        // What is wrong with a policy is not for that policy to accept.
        let waiver = if can_be_adopted(&finding) { policy.waiver(finding.rule, &finding.fact) } else { None };
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

fn weighed(mut finding: Located, policy: &Policy) -> Option<Located> {
    finding.severity = policy.weigh(finding.rule, &finding.subject, finding.severity)?;
    Some(finding)
}

fn about_settings(judgement: &Judgement, ruling: &Ruling<'_>) -> Vec<Located> {
    let used: Vec<usize> = judgement.waived.iter().map(|(_, index)| *index).collect();
    // Where only a part was judged, what a waiver is for may lie in the rest.
    let unused = if ruling.whole { ruling.policy.unused(&used, ruling.today) } else { BTreeSet::new() };
    let case = SettingsCase { settings: &ruling.settings.value, today: ruling.today, unused: &unused };
    let mut located = ruling.settings.locate(rules::settings::check(&case));
    located.sort_by(|a, b| a.order().cmp(&b.order()));
    located.into_iter().filter_map(|finding| weighed(finding, ruling.policy)).collect()
}

fn about_baseline(entries: &Entries<'_>, ruling: &Ruling<'_>) -> Vec<Located> {
    let Some(baseline) = ruling.baseline.filter(|_| ruling.whole) else { return Vec::new() };
    // What did not judge in this run cannot have found its fault again.
    let judged = |code: &str| {
        rules::find(code).is_none_or(|rule| {
            rule.in_force(ruling.today)
                && ruling.policy.selection().takes(rule)
                && !matches!(rule.check, Check::Settings(_))
        })
    };
    let located = baseline.locate(entries.stale(judged));
    located.into_iter().filter_map(|finding| weighed(finding, ruling.policy)).collect()
}
