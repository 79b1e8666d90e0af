//! D: domains.

pub mod bare_suffix;
pub(crate) mod common;
pub mod domain_days_out_of_order;
pub mod domain_expired;
pub mod domain_expires_soon;
pub mod domain_expires_too_far;
pub mod domain_facts_missing;
pub mod domain_keyed_twice;
mod examples;
pub mod filed_before_verification;
pub mod filed_too_soon_after_verification;
pub mod foreign_registrar;
pub mod holder_certificate_differs;
pub mod holder_not_organiser;
pub mod holder_of_individual;
pub mod home_off_domain;
pub mod left_domain_in_use;
pub mod look_alike_domain;
pub mod malformed_domain;
pub mod not_an_official_domain;
pub mod odd_domain_spelling;
pub mod reserved_suffix;
pub mod several_domains;
pub mod special_use_domain;
pub mod sub_domain;
pub mod suffix_not_approved;
pub mod suffix_unknown;
pub mod unknown_head_as_holder;
pub mod unknown_registrar;

use crate::rule::Rule;

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[
    &malformed_domain::RULE,
    &odd_domain_spelling::RULE,
    &look_alike_domain::RULE,
    &bare_suffix::RULE,
    &sub_domain::RULE,
    &domain_keyed_twice::RULE,
    &suffix_not_approved::RULE,
    &suffix_unknown::RULE,
    &special_use_domain::RULE,
    &foreign_registrar::RULE,
    &unknown_registrar::RULE,
    &domain_facts_missing::RULE,
    &holder_not_organiser::RULE,
    &holder_of_individual::RULE,
    &holder_certificate_differs::RULE,
    &filed_before_verification::RULE,
    &filed_too_soon_after_verification::RULE,
    &domain_expired::RULE,
    &domain_expires_soon::RULE,
    &domain_days_out_of_order::RULE,
    &left_domain_in_use::RULE,
    &not_an_official_domain::RULE,
    &reserved_suffix::RULE,
    &several_domains::RULE,
    &home_off_domain::RULE,
    &unknown_head_as_holder::RULE,
    &domain_expires_too_far::RULE,
];
