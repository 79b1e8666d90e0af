//! P: people, and what provinces ask of them. Its codes start at 201; the rest stands in `privacy`.

pub mod address_in_another_city;
pub mod authorised_principal_not_manager;
pub(crate) mod common;
pub mod emergency_contact_unnamed;
pub(crate) mod examples;
pub mod foreigner_as_principal;
pub mod foreigner_refused;
pub mod individual_files_for_another;
pub mod outsider_refused;
pub mod over_age;
pub mod principal_facts_missing;
pub mod principal_not_legal_representative;
pub mod residence_proof_expired;
pub mod residence_proof_missing;
pub mod residence_proof_unfit;
pub mod too_few_telephone_numbers;
pub mod under_age;

use crate::rule::Rule;

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[
    &under_age::RULE,
    &outsider_refused::RULE,
    &residence_proof_missing::RULE,
    &residence_proof_unfit::RULE,
    &residence_proof_expired::RULE,
    &principal_not_legal_representative::RULE,
    &authorised_principal_not_manager::RULE,
    &principal_facts_missing::RULE,
    &too_few_telephone_numbers::RULE,
    &foreigner_refused::RULE,
    &over_age::RULE,
    &individual_files_for_another::RULE,
    &emergency_contact_unnamed::RULE,
    &address_in_another_city::RULE,
    &foreigner_as_principal::RULE,
];
