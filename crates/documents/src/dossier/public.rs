//! What everyone may read: the items that the public registry shows, as they are on file.

use super::context::organiser;
use super::facts::{DASH, Facts};
use super::labels::Labels;
use super::provenance::stamps;
use super::services::{current, keys, name};
use beian_core::change::{Fact, ServiceField, SubjectField};
use beian_core::record::Plain;
use beian_core::status::{Status, of_service, of_subject};
use minijinja::Value;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct Context {
    w: Value,
    name: String,
    is_sample: bool,
    has_on_file: bool,
    nature: String,
    number: String,
    status: String,
    services: Vec<Service>,
    stamps: Vec<[String; 2]>,
}

#[derive(Debug, Serialize)]
struct Service {
    name: String,
    kind: String,
    number: String,
    domains: String,
    home: String,
    approved: String,
}

pub(super) fn context(facts: Facts<'_>) -> Context {
    let input = facts.input;
    let w = Labels::new(input.terms.lang);
    let dash = || DASH.to_owned();
    let on_file = |fact: Fact| {
        let value = input.on_file.value(&fact).map(|value| facts.value(&fact, value));
        value.unwrap_or_else(dash)
    };
    let is_filed = |key: &String| {
        let status = of_service(input.subject, key, input.terms.days.as_of);
        !matches!(status, Status::Unfiled | Status::Filing | Status::Deregistered)
    };
    let service = |key: &String| {
        let fact = |field| on_file(Fact::Service(key.as_str().into(), field));
        let of = format!("services/{key}");
        let held = input.subject.services.get(key).map(|service| service.value.numbers.clone()).unwrap_or_default();
        let approved = input.on_file.numbers.get(&of).and_then(|held| held.since);
        Service {
            name: name(facts, key),
            kind: fact(ServiceField::Kind),
            number: current(facts, &of, &held).unwrap_or_else(dash),
            domains: fact(ServiceField::Domains),
            home: fact(ServiceField::Home),
            approved: approved.map_or_else(dash, |day| day.to_string()),
        }
    };
    let has_on_file = !input.on_file.facts.is_empty() || !input.on_file.numbers.is_empty();
    let numbers = &input.subject.particulars.value.numbers;
    Context {
        w: facts.kept.labels(input.terms.lang),
        name: organiser_on_file(facts),
        is_sample: input.terms.sample,
        has_on_file,
        nature: on_file(Fact::Subject(SubjectField::Nature)),
        number: if has_on_file { current(facts, "subject", numbers).unwrap_or_else(dash) } else { dash() },
        status: super::context::standing(facts, of_subject(input.subject, input.terms.days.as_of)),
        services: keys(facts).iter().filter(|key| has_on_file && is_filed(key)).map(service).collect(),
        stamps: stamps(&input.terms, &w),
    }
}

/// A name that nobody approved yet is nobody's business.
pub(super) fn organiser_on_file(facts: Facts<'_>) -> String {
    let on_file = facts.input.on_file;
    let has_on_file = !on_file.facts.is_empty() || !on_file.numbers.is_empty();
    let name = facts.input.on_file.value(&Fact::Subject(SubjectField::Name)).and_then(Plain::as_text);
    if name.is_some() || has_on_file { organiser(facts) } else { facts.input.subject.id.to_string() }
}
