//! P: people and privacy.

pub mod birth_date_differs;
pub mod email_malformed;
pub mod emergency_is_own_mobile;
pub mod identity_paper_kept;
pub mod masked_length_wrong;
pub mod mobile_malformed;
pub mod person_id_malformed;
pub(in crate::rules) mod personal_number;
pub mod personal_number_in_comment;
pub mod plain_personal_data;
pub(crate) mod texts;

use crate::rule::Rule;

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[
    &plain_personal_data::RULE,
    &person_id_malformed::RULE,
    &mobile_malformed::RULE,
    &birth_date_differs::RULE,
    &emergency_is_own_mobile::RULE,
    &email_malformed::RULE,
    &identity_paper_kept::RULE,
    &masked_length_wrong::RULE,
    &personal_number_in_comment::RULE,
];
