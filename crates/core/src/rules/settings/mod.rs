//! C2: the settings of a repository, and what stands beside them: overlays and the baseline.

pub mod bad_subject_pattern;
pub mod baseline_stale;
pub mod level_incomplete;
pub mod overlay_of_unknown_table;
pub mod overlay_row_unreadable;
pub mod overlay_unreadable;
pub mod overlay_without_source;
pub mod rule_levelled_twice;
pub mod unknown_rule;
pub mod waiver_expired;
pub mod waiver_of_nothing;
pub mod waiver_unused;
pub mod waiver_without_end;
pub mod waiver_without_owner;
pub mod waiver_without_reason;

use crate::rule::SettingsCase;
use crate::rule::{Check, Example, Finding, Report, Rule};
use crate::rules::parts;
use crate::words::Words;

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[
    &unknown_rule::RULE,
    &rule_levelled_twice::RULE,
    &bad_subject_pattern::RULE,
    &level_incomplete::RULE,
    &waiver_without_reason::RULE,
    &waiver_without_owner::RULE,
    &waiver_without_end::RULE,
    &waiver_of_nothing::RULE,
    &waiver_expired::RULE,
    &waiver_unused::RULE,
    &overlay_unreadable::RULE,
    &overlay_without_source::RULE,
    &overlay_row_unreadable::RULE,
    &overlay_of_unknown_table::RULE,
    &baseline_stale::RULE,
];

/// A waiver that lacks nothing: what each rule on what waivers lack lets pass.
const COMPLETE_WAIVER: Example = Example {
    shows: Words::fixed("完整的豁免", "a complete waiver"),
    given: &[parts::WAIVER, parts::NATURE_BY_ALIAS],
    finds: &[],
};

/// Judges settings, after everything else was judged by them.
#[must_use]
pub fn check(case: &SettingsCase<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in FAMILY.iter().filter(|rule| rule.in_force(case.today)) {
        if let Check::Settings(check) = rule.check {
            check(case, &mut Report::new(rule, &mut findings));
        }
    }
    findings
}
