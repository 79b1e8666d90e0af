//! The catalogue of rules.

#[macro_use]
mod yaml;

pub mod access;
mod base;
pub mod domains;
pub mod filings;
pub mod form;
pub mod identity;
pub mod links;
pub mod numbers;
mod panel;
mod parts;
pub mod people;
pub mod privacy;
pub mod review;
pub mod services;
pub mod settings;
pub mod times;

pub use base::{BASE, OTHER};
pub use panel::Panel;

use crate::rule::{Case, Finding, Rule};

/// Every rule, sorted by code: the order in which they are shown.
pub static CATALOGUE: &[&[&Rule]] = &[
    access::FAMILY,
    form::FAMILY,
    settings::FAMILY,
    domains::FAMILY,
    filings::FAMILY,
    identity::FAMILY,
    links::FAMILY,
    numbers::FAMILY,
    privacy::FAMILY,
    people::FAMILY,
    review::FAMILY,
    services::FAMILY,
    times::FAMILY,
];

/// Every rule, in the order of the codes.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    CATALOGUE.iter().flat_map(|family| family.iter().copied())
}

/// The rule of that code or name.
#[must_use]
pub fn find(word: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.is_called(word))
}

/// Judges one subject by every rule in force that needs no other subject.
#[must_use]
pub fn check(case: &Case<'_>) -> Vec<Finding> {
    Panel::new(all().filter(|rule| rule.in_force(case.today))).judge(case)
}
