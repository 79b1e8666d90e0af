//! The baseline: findings that were adopted with an old tree.
//!
//! An entry is bound to rule, fact and what was found there, not to a line, so that it
//! survives what is written above it and dies when its finding changes.

use crate::limits::Limits;
use crate::locate::Located;
use crate::read::Document;
use crate::write::to_yaml;
use beian_core::day::Day;
use beian_core::model::Baseline;
use beian_core::numbers::mask::hide_personal;
use beian_core::record::{Placed, Slot, Text, Texts, Whole};
use beian_core::rule::Finding;
use beian_core::rules::review::policy_changed;
use beian_core::rules::settings;
use beian_core::words;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The name of the file where settings name no other.
pub const FILE: &str = "beian-baseline.yaml";

/// The version of the format.
const FORMAT: u32 = 1;

/// A baseline has a line a finding; this is enough for a register of ten thousand subjects
/// that all have some.
pub const LIMITS: Limits = Limits { bytes: 32 << 20, depth: 8, nodes: 1_000_000, faults: 200 };

/// Reads a baseline.
#[must_use]
pub fn read(bytes: &[u8], path: &str) -> Document<Baseline> {
    Document::read(bytes, path, "beian-baseline", &LIMITS)
}

/// Whether a file is one that [`text`] wrote, so that it may be written over.
#[must_use]
pub fn is_one(baseline: &Document<Baseline>) -> bool {
    baseline.findings.is_empty() && baseline.value.format.known() == Some(&Whole(FORMAT))
}

/// What was found at each fact.
type Facts = BTreeMap<Box<str>, Vec<Placed<Text>>>;

/// The text of a baseline of these findings, made by a version of the rule set.
#[must_use]
pub fn text(findings: &[Located], written: Day, rules: &str) -> String {
    let mut by_rule: BTreeMap<Box<str>, Facts> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| can_be_adopted(finding)) {
        let hashes =
            by_rule.entry(finding.rule.code.into()).or_default().entry(Box::from(&*fact(finding))).or_default();
        hashes.push(Placed::new(particulars(finding).into()));
    }
    let facts = |facts: Facts| {
        Placed::new(facts.into_iter().map(|(fact, hashes)| (fact, Placed::new(Texts(hashes)))).collect())
    };
    let baseline = Baseline {
        format: Slot::new(Whole(FORMAT)),
        written: Slot::new(written),
        rules: Slot::new(rules.into()),
        findings: Slot::new(by_rule.into_iter().map(|(code, below)| (code, facts(below))).collect()),
    };
    let about = "# 采用 beian 时已有的问题；由 beian validate --write-baseline 写入。\n\
                 # Findings that were there when beian was adopted, written by `beian validate --write-baseline`.\n";
    about.to_owned() + &to_yaml(&baseline)
}

/// Whether a finding may go into a baseline: what is wrong with the settings may not, or a
/// waiver that ran out would be hidden together with what it waived.
#[must_use]
pub fn can_be_adopted(finding: &Located) -> bool {
    !settings::FAMILY.iter().any(|rule| rule.code == finding.rule.code)
}

/// What a finding is about: its fact, or the whole tree where it is about none. A key may hold a
/// number, which a file of ours does not repeat.
fn fact(finding: &Located) -> Cow<'_, str> {
    if finding.fact.is_empty() { Cow::Borrowed(".") } else { hide_personal(&finding.fact) }
}

/// A hash of what was found: the message without what changes from day to day. It is made
/// of what a report shows, so that no number of a person can be guessed from it.
fn particulars(finding: &Located) -> String {
    hashed(&[&without_days(&hide_personal(&finding.message.en))])
}

/// A name for a finding that stays the same as long as its rule and fact do, wherever they
/// stand and however they are worded.
#[must_use]
pub fn fingerprint(finding: &Located) -> String {
    hashed(&[finding.rule.code, &fact(finding)])
}

fn hashed(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// A message without counts of days: `in 12 days` is `in 11 days` tomorrow.
fn without_days(message: &str) -> String {
    let mut out = String::with_capacity(message.len());
    let mut rest = message;
    while let Some(at) = rest.find(" day") {
        let (before, after) = rest.split_at(at);
        out += before.trim_end_matches(|c: char| c.is_ascii_digit());
        out += " day";
        rest = after.get(" day".len()..).unwrap_or_default();
    }
    out + rest
}

/// The entries of a baseline that are still to be met in a run.
#[derive(Debug, Default)]
pub(crate) struct Entries<'b> {
    left: BTreeMap<&'b str, BTreeMap<&'b str, Vec<&'b Placed<Text>>>>,
}

impl<'b> Entries<'b> {
    /// The entries of a baseline.
    pub(crate) fn new(baseline: &'b Baseline) -> Self {
        let mut left: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for (code, facts) in baseline.findings.known().into_iter().flat_map(|findings| findings.iter()) {
            for (fact, hashes) in facts.value.iter() {
                left.entry(code).or_default().insert(fact, hashes.value.0.iter().collect());
            }
        }
        Self { left }
    }

    /// Whether a finding was adopted. Each entry hides one finding.
    pub(crate) fn take(&mut self, finding: &Located) -> bool {
        if !can_be_adopted(finding) {
            return false;
        }
        let facts = self.left.get_mut(finding.rule.code);
        let Some(hashes) = facts.and_then(|facts| facts.get_mut(&*fact(finding))) else { return false };
        let hash = particulars(finding);
        let Some(at) = hashes.iter().position(|entry| *entry.value == *hash) else { return false };
        hashes.remove(at);
        true
    }

    /// A note on each entry that met no finding, of those rules that judged everything.
    pub(crate) fn stale(&self, judged: impl Fn(&str) -> bool) -> Vec<Finding> {
        let left = self.left.iter().filter(|(code, _)| judged(code)).flat_map(|(_, facts)| facts);
        let left: Vec<_> = left.flat_map(|(fact, entries)| entries.iter().map(move |one| (*fact, one))).collect();
        let mut notes: Vec<Finding> = left
            .iter()
            .take(MOST)
            .map(|(fact, entry)| {
                let message =
                    words!("{fact} 上的这个问题已经变了或没有了", "what was found at `{fact}` changed or is gone");
                Finding::new(&settings::baseline_stale::RULE, entry.place, message)
            })
            .collect();
        if let (Some(rest @ 1..), Some((_, entry))) = (left.len().checked_sub(MOST), left.get(MOST)) {
            let message = words!("另有 {rest} 项也是这样", "{rest} more entries are so");
            notes.push(Finding::new(&settings::baseline_stale::RULE, entry.place, message));
        }
        notes
    }
}

/// A note on each entry of a baseline that an older one has not: what it hides is told no more once
/// it decides.
#[must_use]
pub fn added(older: Option<&Document<Baseline>>, newer: &Document<Baseline>) -> Vec<Located> {
    let before = older.map(|older| Entries::new(&older.value)).unwrap_or_default();
    let now = Entries::new(&newer.value);
    let mut notes = Vec::new();
    let mut rest = 0_usize;
    for (code, facts) in &now.left {
        for (fact, entries) in facts {
            let mut known: Vec<&Text> = before
                .left
                .get(code)
                .and_then(|facts| facts.get(fact))
                .into_iter()
                .flatten()
                .map(|entry| &entry.value)
                .collect();
            for entry in entries {
                if let Some(at) = known.iter().position(|known| **known == entry.value) {
                    known.remove(at);
                } else if notes.len() < ADDED {
                    let message = words!(
                        "基线新增一项：合并之后不再报告 {fact} 上的 {code}",
                        "the baseline adopts {code} at `{fact}`, which is told no more once this is merged"
                    );
                    notes.push(Finding::new(&policy_changed::RULE, entry.place, message));
                } else {
                    rest += 1;
                }
            }
        }
    }
    if 0 < rest
        && let Some(last) = notes.last()
    {
        let message = words!("基线另外新增 {rest} 项", "the baseline adopts {rest} more");
        notes.push(Finding::new(&policy_changed::RULE, last.place, message));
    }
    newer.locate(notes)
}

/// How many new entries are told one by one.
const ADDED: usize = 1_000;

/// How many entries are told one by one: who mended a hundred faults knows.
const MOST: usize = 10;

#[cfg(test)]
mod tests {
    use super::without_days;

    #[test]
    fn counts_of_days_do_not_count() {
        assert_eq!(without_days("`a` expires on 2026-12-01, in 12 days"), "`a` expires on 2026-12-01, in  days");
        assert_eq!(without_days("20 working days, 1 day"), "20 working days,  day");
        assert_eq!(without_days("no count 12"), "no count 12");
    }
}
