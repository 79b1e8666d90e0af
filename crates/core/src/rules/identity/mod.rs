//! I: identity: who files, by which certificate.

pub mod address_in_another_province;
pub mod address_too_vague;
pub mod certificate_against_nature;
pub mod certificate_expired;
pub mod certificate_region_differs;
pub mod certificate_term_too_long;
pub mod certificate_term_unusual;
pub mod credit_code_check_digit;
pub mod credit_code_malformed;
pub mod credit_code_region_differs;
pub mod first_generation_id;
mod held;
pub mod legal_representative_missing;
pub mod name_against_nature;
pub mod name_not_in_chinese;
pub mod name_not_in_full;
pub mod nature_against_credit_code;
pub mod old_certificate_number;
pub mod old_number_malformed;
pub mod organisation_code_check;
pub mod pilot_region_code;
pub mod region_malformed;
pub mod region_too_coarse;
pub mod region_without_administration;
pub mod subject_facts_missing;
pub mod subject_id_malformed;
mod term;
pub mod validity_reversed;

use crate::rule::Rule;

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[
    &subject_facts_missing::RULE,
    &credit_code_malformed::RULE,
    &credit_code_check_digit::RULE,
    &organisation_code_check::RULE,
    &pilot_region_code::RULE,
    &nature_against_credit_code::RULE,
    &certificate_against_nature::RULE,
    &old_certificate_number::RULE,
    &old_number_malformed::RULE,
    &subject_id_malformed::RULE,
    &first_generation_id::RULE,
    &region_malformed::RULE,
    &region_too_coarse::RULE,
    &region_without_administration::RULE,
    &certificate_region_differs::RULE,
    &credit_code_region_differs::RULE,
    &certificate_expired::RULE,
    &validity_reversed::RULE,
    &address_too_vague::RULE,
    &address_in_another_province::RULE,
    &name_not_in_full::RULE,
    &name_against_nature::RULE,
    &name_not_in_chinese::RULE,
    &legal_representative_missing::RULE,
    &certificate_term_too_long::RULE,
    &certificate_term_unusual::RULE,
];
