//! How much of a subject is judged, and how much of what is found is told.

use beian_core::model::{Service, Subject};
use beian_core::rule::Finding;
use beian_core::rules;
use beian_core::words;

/// The most entries of a subject that rules are run on. Rules look at pairs of entries, so
/// that a hostile subject could keep them busy for hours; real ones hold some hundreds.
const LARGEST: usize = 2_000;

/// Whether a subject is too large for rules to be run on it.
pub(super) fn is_too_large(subject: &Subject) -> bool {
    LARGEST < entries(subject)
}

fn entries(subject: &Subject) -> usize {
    let listed = |service: &Service| service.domains.items().len() + service.numbers.items().len();
    subject.people.len()
        + subject.domains.len()
        + subject.servers.len()
        + subject.particulars.value.numbers.items().len()
        + subject.services.iter().map(|(_, service)| 1 + listed(&service.value)).sum::<usize>()
}

/// That a subject is.
pub(super) fn too_large(subject: &Subject) -> Finding {
    let entries = entries(subject);
    let message = words!(
        "这个主体有 {entries} 条记录，超过 {LARGEST} 条，没有用规则检查",
        "the subject holds {entries} entries, more than {LARGEST}; the rules did not run on it"
    );
    Finding::new(&rules::form::too_much::RULE, subject.particulars.place, message)
}

/// The most findings of one subject that are told. A person stops reading long before, and
/// a hostile file could have a hundred thousand.
const MOST: usize = 1_000;

/// Leaves out what is more than that, and says so.
pub(super) fn bound(findings: &mut Vec<Finding>) {
    let rest = findings.len().saturating_sub(MOST);
    if let Some(first) = findings.get(MOST) {
        let message =
            words!("这个主体还有 {rest} 处问题没有列出", "{rest} more findings of this subject are not listed");
        let more = Finding::new(&rules::form::too_much::RULE, first.place, message);
        findings.truncate(MOST);
        findings.push(more);
    }
}
