//! F: filings, the order of their events and what they say.

pub mod access_not_filed;
pub mod approved_without_number;
pub mod asked_value_differs;
pub mod change_filed_late;
pub mod change_in_new_filing;
pub mod change_not_filed;
pub mod change_without_from_to;
pub mod changes_nothing;
pub mod closed_order_incomplete;
pub mod corrects_nothing;
pub mod counterparty_missing;
pub mod covers_against_procedure;
pub mod covers_missing;
pub mod decided_before_handed_over;
pub mod deregistered_late;
pub mod deregistered_not_ended;
pub mod effective_after_the_end;
pub mod effective_missing;
pub mod ended_another_day;
pub mod ended_without_deregistration;
mod equal;
pub mod event_after_the_end;
pub mod event_in_future;
pub mod event_incomplete;
pub mod event_out_of_order;
pub mod events_not_in_order;
pub mod fact_outside_covers;
pub mod file_day_differs;
pub mod filed_facts_missing;
pub mod filed_long_after_document;
pub mod first_filing_again;
pub mod from_not_on_file;
pub mod granted_number_differs;
pub mod granted_without_approval;
mod known;
mod not_to_be_changed;
pub mod number_held_since_another_day;
pub mod number_not_granted_there;
pub(crate) mod on_file;
pub mod opening_contradicts_filing;
pub mod opening_without_basis;
pub(crate) mod order;
pub mod order_number_twice;
pub mod order_through_stranger;
pub mod order_without_facts;
pub mod paper_added_before_dated;
pub mod paper_differs;
pub mod paper_hash_malformed;
pub mod paper_missing;
pub mod paper_not_current;
pub mod paper_of_another_kind;
pub mod paper_outside;
pub mod paper_too_old;
pub mod paper_untracked;
pub mod paper_without_hash;
pub mod paper_without_place;
pub mod papers_incomplete;
pub mod procedure_missing;
pub mod rejection_without_reason;
pub mod service_outlives_subject;
pub mod shell_with_services;
pub mod sms_by_one_principal;
pub mod sms_by_wrong_person;
pub mod sms_missing;
pub mod sms_resent_often;
pub mod sms_verified_late;
pub mod submitted_during_review;
pub mod two_open_orders;
pub mod withdrawn_at_authority;

use crate::rule::Rule;

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[
    &procedure_missing::RULE,
    &event_incomplete::RULE,
    &events_not_in_order::RULE,
    &event_in_future::RULE,
    &event_after_the_end::RULE,
    &event_out_of_order::RULE,
    &withdrawn_at_authority::RULE,
    &decided_before_handed_over::RULE,
    &sms_verified_late::RULE,
    &sms_missing::RULE,
    &sms_by_one_principal::RULE,
    &sms_resent_often::RULE,
    &two_open_orders::RULE,
    &submitted_during_review::RULE,
    &change_in_new_filing::RULE,
    &fact_outside_covers::RULE,
    &covers_missing::RULE,
    &covers_against_procedure::RULE,
    &change_without_from_to::RULE,
    &order_without_facts::RULE,
    &changes_nothing::RULE,
    &filed_facts_missing::RULE,
    &effective_missing::RULE,
    &change_filed_late::RULE,
    &filed_long_after_document::RULE,
    &granted_without_approval::RULE,
    &approved_without_number::RULE,
    &granted_number_differs::RULE,
    &number_not_granted_there::RULE,
    &number_held_since_another_day::RULE,
    &closed_order_incomplete::RULE,
    &paper_without_place::RULE,
    &paper_hash_malformed::RULE,
    &paper_without_hash::RULE,
    &paper_not_current::RULE,
    &corrects_nothing::RULE,
    &file_day_differs::RULE,
    &opening_without_basis::RULE,
    &counterparty_missing::RULE,
    &deregistered_not_ended::RULE,
    &ended_without_deregistration::RULE,
    &service_outlives_subject::RULE,
    &rejection_without_reason::RULE,
    &deregistered_late::RULE,
    &change_not_filed::RULE,
    &from_not_on_file::RULE,
    &asked_value_differs::RULE,
    &order_number_twice::RULE,
    &paper_missing::RULE,
    &paper_differs::RULE,
    &paper_untracked::RULE,
    &paper_outside::RULE,
    &opening_contradicts_filing::RULE,
    &paper_added_before_dated::RULE,
    &order_through_stranger::RULE,
    &sms_by_wrong_person::RULE,
    &first_filing_again::RULE,
    &papers_incomplete::RULE,
    &paper_too_old::RULE,
    &paper_of_another_kind::RULE,
    &effective_after_the_end::RULE,
    &ended_another_day::RULE,
    &access_not_filed::RULE,
    &shell_with_services::RULE,
];
