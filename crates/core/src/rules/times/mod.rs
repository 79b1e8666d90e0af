//! T: times, what is due, what lapses and what is late.

pub mod approval_expires_soon;
pub mod authority_overdue;
pub mod certificate_expires_soon;
pub mod change_due;
pub mod draft_lapses;
pub mod empty_shell_notice_runs;
pub mod letter_unanswered;
pub mod letter_without_due;
pub mod licence_expires;
pub mod licence_not_changed;
pub mod observation_old;
pub mod police_code_lapses;
pub mod police_number_not_shown;
pub mod provider_silent;
pub mod rejected_not_resubmitted;
pub mod sms_code_lapses;

use crate::rule::Rule;

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[
    &sms_code_lapses::RULE,
    &draft_lapses::RULE,
    &authority_overdue::RULE,
    &change_due::RULE,
    &licence_expires::RULE,
    &letter_unanswered::RULE,
    &empty_shell_notice_runs::RULE,
    &certificate_expires_soon::RULE,
    &rejected_not_resubmitted::RULE,
    &observation_old::RULE,
    &police_number_not_shown::RULE,
    &provider_silent::RULE,
    &approval_expires_soon::RULE,
    &licence_not_changed::RULE,
    &letter_without_due::RULE,
    &police_code_lapses::RULE,
];
