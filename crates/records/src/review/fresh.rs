//! Findings of the newer side that the older one has not.

use super::Sides;
use crate::jobs;
use crate::judging::Judging;
use crate::locate::Located;
use crate::read::ReadSubject;
use beian_core::rule::Finding;
use std::collections::BTreeMap;

/// What is new, and how much is solved.
#[derive(Debug, Default)]
pub(super) struct Fresh {
    pub(super) findings: Vec<Located>,
    pub(super) solved: usize,
}

/// Judges both sides of every subject. A subject that was read belongs to one thread at a
/// time, which is why the sides are lent out for good.
pub(super) fn fresh(sides: &mut [Sides<'_>], judging: &Judging<'_>) -> Fresh {
    let judged = jobs::each(sides.iter_mut().collect(), |sides: &mut Sides<'_>| one(sides, judging));
    let mut all = Fresh::default();
    for one in judged {
        all.findings.extend(one.findings);
        all.solved += one.solved;
    }
    all
}

fn judge(read: Option<&ReadSubject<'_>>, judging: &Judging<'_>) -> Vec<Finding> {
    let Some(read) = read else { return Vec::new() };
    judging.found(read, &judging.case(&read.subject))
}

/// What tells findings apart: the rule, the fact and what is said, never the line. An item
/// that only moved within its list is the same.
fn mark<'f>(finding: &'f Finding, read: Option<&ReadSubject<'_>>) -> (&'static str, String, &'f str) {
    let is_position = |step: &&str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    let mut fact = read.map(|read| read.subject.places.fact(finding.place)).unwrap_or_default();
    if let Some(field) = finding.missing {
        fact.push('/');
        fact.push_str(field);
    }
    let fact = fact.split('/').filter(|step| !is_position(step)).collect::<Vec<_>>().join("/");
    (finding.rule.code, fact, &finding.message.en)
}

/// What is new in one subject. Only that is located: most of what is found stood there before.
fn one(sides: &Sides<'_>, judging: &Judging<'_>) -> Fresh {
    let (old, new) = (sides.old.as_ref(), sides.new.as_ref());
    let (before, now) = (judge(old, judging), judge(new, judging));
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for finding in &before {
        *known.entry(mark(finding, old)).or_default() += 1;
    }
    let mut marked: Vec<(&Finding, bool)> = Vec::with_capacity(now.len());
    for finding in &now {
        let left = known.get_mut(&mark(finding, new)).filter(|left| 0 < **left);
        marked.push((finding, left.is_none()));
        left.into_iter().for_each(|left| *left -= 1);
    }
    let solved = known.values().sum();
    let fresh = marked.into_iter().filter(|(_, is_new)| *is_new);
    let findings = fresh.filter_map(|(finding, _)| Some(new?.locate(finding.clone()))).collect();
    Fresh { findings, solved }
}
