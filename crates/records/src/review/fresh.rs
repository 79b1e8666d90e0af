//! Findings of the newer side that the older one has not.

use super::Sides;
use crate::jobs;
use crate::judging::Judging;
use crate::locate::Located;
use crate::read::ReadSubject;
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
    let both = |sides: &mut Sides<'_>| (judge(sides.old.as_ref(), judging), judge(sides.new.as_ref(), judging));
    let judged = jobs::each(sides.iter_mut().collect(), both);
    let mut all = Fresh::default();
    for (old, new) in judged {
        let one = without(&old, new);
        all.findings.extend(one.findings);
        all.solved += one.solved;
    }
    all
}

fn judge(read: Option<&ReadSubject<'_>>, judging: &Judging<'_>) -> Vec<Located> {
    let Some(read) = read else { return Vec::new() };
    judging.findings(read, &judging.case(&read.subject))
}

/// What tells findings apart: the rule, the fact and what is said, never the line. An item
/// that only moved within its list is the same.
fn mark(finding: &Located) -> (&'static str, String, String) {
    let is_position = |step: &&str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    let inside = finding.fact.strip_prefix(&finding.subject).unwrap_or(&finding.fact);
    let fact = inside.split('/').filter(|step| !is_position(step)).collect::<Vec<_>>().join("/");
    (finding.rule.code, fact, finding.message.en.to_string())
}

fn without(old: &[Located], new: Vec<Located>) -> Fresh {
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for finding in old {
        *known.entry(mark(finding)).or_default() += 1;
    }
    let findings = new
        .into_iter()
        .filter(|finding| match known.get_mut(&mark(finding)) {
            Some(left) if 0 < *left => {
                *left -= 1;
                false
            }
            _ => true,
        })
        .collect();
    Fresh { findings, solved: known.values().sum() }
}
