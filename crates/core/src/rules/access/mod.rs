//! A: access: servers, addresses, providers.

pub mod access_days_out_of_order;
pub mod access_facts_missing;
pub mod address_malformed;
pub mod address_not_public;
pub mod address_of_two_providers;
pub(crate) mod common;
pub mod empty_shell_subject;
pub mod held_by_another;
pub mod instance_twice;
pub mod mode_against_provider;
pub mod moved_during_order;
mod place;
pub mod place_against_region;
pub mod provider_differs;
pub mod released_server_in_use;
pub mod server_bought_too_short;
pub mod server_facts_missing;
pub mod server_not_prepaid;
pub mod server_outside_mainland;
pub mod server_term_ended;
pub mod server_time_left_too_short;
pub mod service_without_access;
pub mod too_many_services_on_server;
pub mod unknown_cloud_region;
pub mod unknown_provider;

use crate::rule::Rule;

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[
    &server_outside_mainland::RULE,
    &unknown_provider::RULE,
    &unknown_cloud_region::RULE,
    &service_without_access::RULE,
    &empty_shell_subject::RULE,
    &access_facts_missing::RULE,
    &server_facts_missing::RULE,
    &provider_differs::RULE,
    &access_days_out_of_order::RULE,
    &address_malformed::RULE,
    &address_not_public::RULE,
    &server_bought_too_short::RULE,
    &server_time_left_too_short::RULE,
    &server_term_ended::RULE,
    &released_server_in_use::RULE,
    &too_many_services_on_server::RULE,
    &server_not_prepaid::RULE,
    &mode_against_provider::RULE,
    &address_of_two_providers::RULE,
    &place_against_region::RULE,
    &instance_twice::RULE,
    &held_by_another::RULE,
    &moved_during_order::RULE,
];
