//! The catalogue of rules.

pub mod access;
mod base;
pub mod domains;
pub mod filings;
pub mod form;
pub mod identity;
pub mod links;
pub mod numbers;
pub mod people;
pub mod privacy;
pub mod review;
pub mod services;
pub mod settings;
pub mod sources;
pub mod times;

pub use base::{BASE, OTHER};

use crate::record::Keyed;
use crate::rule::{Case, Check, Finding, Named, Report, Rule};

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
    check_by(case, all().filter(|rule| rule.in_force(case.today)))
}

/// Judges one subject by those of some rules that need no other subject. Whether they are in
/// force on the day that is judged is for the caller to say, once for all subjects.
#[must_use]
pub fn check_by(case: &Case<'_>, rules: impl Iterator<Item = &'static Rule>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules {
        run(rule, case, &mut Report::new(rule, &mut findings));
    }
    findings
}

fn run(rule: &Rule, case: &Case<'_>, report: &mut Report<'_>) {
    let subject = case.subject;
    match rule.check {
        Check::Form | Check::Shared(..) | Check::Settings(_) | Check::Review => {}
        Check::Subject(check) => check(case, report),
        Check::Person(check) => each(&subject.people, |it| check(case, &it, report)),
        Check::Domain(check) => each(&subject.domains, |it| check(case, &it, report)),
        Check::Server(check) => each(&subject.servers, |it| check(case, &it, report)),
        Check::Service(check) => each(&subject.services, |it| check(case, &it, report)),
        Check::Filing(check) => {
            for filing in &subject.filings {
                let named = Named { key: &filing.stem, record: &filing.record.value, place: filing.record.place };
                check(case, &named, report);
            }
        }
    }
}

fn each<'a, T>(entries: &'a Keyed<T>, judge: impl FnMut(Named<'a, T>)) {
    Named::all(entries).for_each(judge);
}
