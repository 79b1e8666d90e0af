//! L: links across records and across subjects.

pub mod certificate_in_two_subjects;
mod claims;
mod common;
pub mod contact_shared_by_principals;
pub mod domain_in_two_subjects;
pub mod domain_in_two_websites;
pub mod mail_in_two_subjects;
pub mod number_held_twice;
pub mod number_of_another_subject;
mod paths;
pub mod phone_in_two_subjects;
pub mod service_code_in_two_subjects;
pub mod service_code_reused;
pub mod service_number_in_two_subjects;
pub mod subject_id_twice;
pub mod subject_number_in_two_subjects;
pub mod unknown_domain;
pub mod unknown_filing;
pub mod unknown_person;
pub mod unknown_server;
pub mod unknown_target;
pub mod unused_domain;
pub mod unused_person;
pub mod unused_server;

pub use claims::{Claimed, claims, each_claim};
pub(crate) use common::number_key;

use crate::rule::Rule;

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[
    &unknown_person::RULE,
    &unknown_server::RULE,
    &unknown_domain::RULE,
    &unknown_target::RULE,
    &unknown_filing::RULE,
    &number_of_another_subject::RULE,
    &number_held_twice::RULE,
    &unused_person::RULE,
    &unused_server::RULE,
    &unused_domain::RULE,
    &domain_in_two_websites::RULE,
    &contact_shared_by_principals::RULE,
    &service_code_reused::RULE,
    &subject_id_twice::RULE,
    &certificate_in_two_subjects::RULE,
    &subject_number_in_two_subjects::RULE,
    &service_number_in_two_subjects::RULE,
    &domain_in_two_subjects::RULE,
    &phone_in_two_subjects::RULE,
    &mail_in_two_subjects::RULE,
    &service_code_in_two_subjects::RULE,
];
