//! R: between two revisions, what a change of the records does to their history.
//!
//! Records are not only judged as they stand: an approved filing that reads otherwise today
//! than yesterday is a forged one, however well it reads.

pub mod ask_first;
pub mod closed_filing_deleted;
pub mod closed_filing_edited;
mod common;
pub mod event_before_it_happened;
pub mod event_changed;
pub mod filing_covers_nothing;
pub mod forbidden_change;
pub mod moved_during_order;
pub mod number_changed;
pub mod policy_changed;
pub mod subject_vanished;
mod turn;
pub mod uncovered_change;

pub use common::{Holding, holdings};
pub use turn::Turn;

use crate::record::unknown;
use crate::rule::{Finding, Report, Rule};

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[
    &closed_filing_edited::RULE,
    &closed_filing_deleted::RULE,
    &number_changed::RULE,
    &subject_vanished::RULE,
    &event_changed::RULE,
    &event_before_it_happened::RULE,
    &uncovered_change::RULE,
    &filing_covers_nothing::RULE,
    &forbidden_change::RULE,
    &policy_changed::RULE,
    &ask_first::RULE,
    &moved_during_order::RULE,
];

type Judge = fn(&Turn<'_>, &mut Report<'_>);

/// What each rule on one subject does. Files beside the records are no subject's, so that
/// the last rule is not among them.
static JUDGES: &[(&Rule, Judge)] = &[
    (&closed_filing_edited::RULE, closed_filing_edited::check),
    (&closed_filing_deleted::RULE, closed_filing_deleted::check),
    (&number_changed::RULE, number_changed::check),
    (&subject_vanished::RULE, subject_vanished::check),
    (&event_changed::RULE, event_changed::check),
    (&event_before_it_happened::RULE, event_before_it_happened::check),
    (&uncovered_change::RULE, uncovered_change::check),
    (&filing_covers_nothing::RULE, filing_covers_nothing::check),
    (&forbidden_change::RULE, forbidden_change::check),
    (&ask_first::RULE, ask_first::check),
    (&moved_during_order::RULE, moved_during_order::check),
];

/// Judges how one subject changed.
///
/// Findings stand at places of the newer state, or nowhere if the subject is gone.
#[must_use]
pub fn check(turn: &Turn<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (rule, judge) in JUDGES.iter().filter(|(rule, _)| rule.in_force(turn.today)) {
        unknown::heeding(|| judge(turn, &mut Report::new(rule, &mut findings)));
    }
    findings.retain(|finding| !finding.unsure);
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_on_one_subject_is_judged_in_the_order_of_the_family() {
        let code = |rule: &&Rule| rule.code;
        let listed: Vec<_> = FAMILY.iter().map(code).filter(|code| *code != policy_changed::RULE.code).collect();
        let judged: Vec<_> = JUDGES.iter().map(|(rule, _)| rule.code).collect();
        assert_eq!(listed, judged);
    }
}
