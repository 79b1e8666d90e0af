//! L: links across records and across subjects.

mod bought;
mod claims;
mod compared;
pub mod contact_shared_by_principals;
pub mod domain_in_two_websites;
pub mod number_held_twice;
pub mod number_of_another_subject;
pub mod once;
mod paths;
pub mod service_code_reused;
mod suggest;
pub mod unknown_domain;
pub mod unknown_filing;
pub mod unknown_person;
pub mod unknown_server;
pub mod unknown_target;
pub mod unused_domain;
pub mod unused_person;
pub mod unused_server;

pub(crate) use bought::{police_key, police_numbers};
pub use claims::{Claimed, claims, each_claim};
pub(crate) use compared::number_key;

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
    &once::RULES[0],
    &once::RULES[1],
    &once::RULES[2],
    &once::RULES[3],
    &once::RULES[4],
    &once::RULES[5],
    &once::RULES[6],
    &once::RULES[7],
    &once::VISIBLE[0],
    &once::VISIBLE[1],
    &once::ORDERS[0],
    &once::BOUGHT[0],
    &once::BOUGHT[1],
    &once::BOUGHT[2],
    &once::BOUGHT[3],
    &once::BOUGHT[4],
];
