//! What the records of a subject hold of people.

use super::field::{self, Held, Whose, fact_of};
use crate::model::{Holder, Person, Subject};
use crate::numbers::CreditCode;
use crate::record::{FactChange, Plain, Slot, Text};
use crate::vocabulary::{CertificateKind as Kind, HolderRelation, Nature};

/// Of whom fields speak. What is not known is taken for a person's.
pub(super) fn whose(subject: &Subject) -> Whose {
    let facts = &subject.particulars.value;
    let certificate = facts.certificate.known().and_then(|certificate| certificate.kind.known());
    let individual = facts.nature.known().is_none_or(|nature| *nature == Nature::Individual)
        || certificate.copied().is_some_and(Kind::is_personal);
    let of_organisation = |holder: &Holder| is_organisation(holder, individual);
    let domains = subject.domains.iter();
    let theirs = domains.filter(|(_, domain)| domain.value.holder.known().is_none_or(of_organisation));
    Whose { individual, of_organisations: theirs.map(|(key, _)| key.into()).collect() }
}

/// Whether a holder is an organisation, whose number is public, or names no number.
fn is_organisation(holder: &Holder, individual: bool) -> bool {
    let certificate = holder.certificate.known();
    let number = certificate.and_then(|certificate| certificate.number.known());
    said_to_be_one(holder, individual).unwrap_or_else(|| number.is_none_or(|number| CreditCode::is_certain(number)))
}

/// Whether the kind of its certificate or what it is to the organiser tell that a holder is an organisation.
fn said_to_be_one(holder: &Holder, individual: bool) -> Option<bool> {
    let kind = holder.certificate.known().and_then(|certificate| certificate.kind.known());
    let of_organiser = holder.relation.known() == Some(&HolderRelation::Organiser) && !individual;
    kind.map(|kind| !kind.is_personal()).or(of_organiser.then_some(true))
}

/// Visits what stands in fields of certificates that are surely of organisations.
pub(super) fn each_open(subject: &Subject, whose: &Whose, visit: &mut impl FnMut(&str)) {
    let facts = &subject.particulars.value;
    let mut slot = |slot: &Slot<Text>| slot.known().into_iter().for_each(|text| visit(text));
    if let Some(certificate) = facts.certificate.known().filter(|_| !whose.individual) {
        slot(&certificate.number);
    }
    for (_, domain) in subject.domains.iter() {
        let holder = domain.value.holder.known();
        let holder = holder.filter(|holder| said_to_be_one(holder, whose.individual) == Some(true));
        if let Some(certificate) = holder.and_then(|holder| holder.certificate.known()) {
            slot(&certificate.number);
        }
    }
    each_filed(subject, &mut |fact, value| open(fact, value, whose, visit));
}

/// What a filing tells of the number of an organisation's certificate.
pub(super) fn open(path: &str, value: &Plain, whose: &Whose, visit: &mut impl FnMut(&str)) {
    if let Some(text) = value
        .as_text()
        .filter(|_| field::may_hold(path) && fact_of(path).is_some_and(|fact| field::is_organisations(&fact, whose)))
    {
        visit(text);
    }
}

/// Visits what stands in fields of persons.
pub(super) fn each(subject: &Subject, whose: &Whose, visit: &mut impl FnMut(Held, &str)) {
    let facts = &subject.particulars.value;
    if whose.individual {
        slot(Held::Address, &facts.address, visit);
        if let Some(certificate) = facts.certificate.known() {
            slot(Held::Number, &certificate.number, visit);
            slot(Held::Address, &certificate.address, visit);
        }
    }
    for (_, entry) in subject.people.iter() {
        person(&entry.value, visit);
    }
    for (key, domain) in subject.domains.iter() {
        let certificate = domain.value.holder.known().and_then(|holder| holder.certificate.known());
        if let Some(certificate) = certificate.filter(|_| !whose.of_organisations.iter().any(|one| &**one == key)) {
            slot(Held::Number, &certificate.number, visit);
        }
    }
    each_filed(subject, &mut |fact, value| told(fact, value, whose, visit));
}

/// Visits every value that a filing states, or changes from and to.
fn each_filed(subject: &Subject, visit: &mut impl FnMut(&str, &Plain)) {
    for filing in &subject.filings {
        for (fact, entry) in filing.record.value.facts.known().into_iter().flat_map(|facts| facts.iter()) {
            match &entry.value {
                FactChange::Filed(value) => visit(fact, value),
                FactChange::Changed { from, to } => {
                    [from, to].into_iter().filter_map(Slot::known).for_each(|value| visit(fact, value));
                }
            }
        }
    }
}

fn person(person: &Person, visit: &mut impl FnMut(Held, &str)) {
    slot(Held::Telephone, &person.mobile, visit);
    slot(Held::Mail, &person.email, visit);
    if let Some(certificate) = person.certificate.known() {
        slot(Held::Number, &certificate.number, visit);
    }
    if let Some(emergency) = person.emergency.known() {
        slot(Held::Telephone, &emergency.phone, visit);
    }
}

/// What a filing tells of a fact.
pub(super) fn told(path: &str, value: &Plain, whose: &Whose, visit: &mut impl FnMut(Held, &str)) {
    match value {
        Plain::Text(text) => {
            let fact = field::may_hold(path).then(|| fact_of(path)).flatten();
            if let Some(held) = fact.and_then(|fact| field::held(&fact, whose)) {
                visit(held, text);
            }
        }
        Plain::List(items) => items.iter().for_each(|item| told(path, item, whose, visit)),
        Plain::Map(entries) => {
            entries.iter().for_each(|(key, value)| told(&[path, "/", key].concat(), value, whose, visit));
        }
    }
}

fn slot(held: Held, slot: &Slot<Text>, visit: &mut impl FnMut(Held, &str)) {
    if let Some(text) = slot.known() {
        visit(held, text);
    }
}
