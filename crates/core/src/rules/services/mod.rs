//! S: services: what is filed about each, names, approvals, Apps, opening and closing.

pub mod app_facts_missing;
pub mod approval_expired;
pub mod approval_facts_missing;
pub mod approval_of_individual;
pub mod approvals_not_stated;
pub mod category_refused;
pub mod closed_not_deregistered;
pub mod commercial_without_licence;
pub(crate) mod common;
pub mod content_outside_scope;
pub mod content_suggests_approval;
pub mod content_too_vague;
pub mod fingerprint_malformed;
pub mod individual_sells;
pub mod name_claims_official;
pub mod name_held_twice;
pub mod name_is_domain;
pub mod name_of_wrong_letters;
pub mod name_suggests_approval;
pub mod name_too_short_or_long;
pub mod name_with_place;
pub mod name_with_signs;
pub mod name_with_state_word;
pub mod name_word_refused;
pub mod number_not_shown;
pub mod opened_not_recorded;
pub mod package_name_malformed;
pub mod paid_content_not_marked;
pub mod plan_not_attached;
pub mod platform_against_kind;
pub mod police_code_kept;
pub mod police_filed_late;
pub mod police_filing_missing;
pub mod remark_missing;
pub mod service_days_out_of_order;
pub mod service_details_missing;
pub mod service_facts_missing;
pub mod staffing_paper_missing;
pub mod store_name_differs;
mod suggested;
pub mod too_many_services;
pub mod too_many_services_in_order;
pub mod unfiled_app_open;
pub mod website_open_before_filing;
pub mod website_without_domain;

use crate::rule::Rule;

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[
    &service_facts_missing::RULE,
    &website_without_domain::RULE,
    &service_details_missing::RULE,
    &content_too_vague::RULE,
    &approvals_not_stated::RULE,
    &approval_facts_missing::RULE,
    &approval_expired::RULE,
    &content_suggests_approval::RULE,
    &approval_of_individual::RULE,
    &commercial_without_licence::RULE,
    &name_too_short_or_long::RULE,
    &name_of_wrong_letters::RULE,
    &name_with_signs::RULE,
    &name_is_domain::RULE,
    &name_with_state_word::RULE,
    &name_word_refused::RULE,
    &name_suggests_approval::RULE,
    &name_with_place::RULE,
    &name_held_twice::RULE,
    &app_facts_missing::RULE,
    &fingerprint_malformed::RULE,
    &package_name_malformed::RULE,
    &platform_against_kind::RULE,
    &unfiled_app_open::RULE,
    &website_open_before_filing::RULE,
    &police_filing_missing::RULE,
    &closed_not_deregistered::RULE,
    &service_days_out_of_order::RULE,
    &category_refused::RULE,
    &remark_missing::RULE,
    &too_many_services::RULE,
    &too_many_services_in_order::RULE,
    &plan_not_attached::RULE,
    &police_filed_late::RULE,
    &paid_content_not_marked::RULE,
    &number_not_shown::RULE,
    &store_name_differs::RULE,
    &opened_not_recorded::RULE,
    &individual_sells::RULE,
    &staffing_paper_missing::RULE,
    &police_code_kept::RULE,
    &name_claims_official::RULE,
    &content_outside_scope::RULE,
];
