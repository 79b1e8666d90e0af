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

/// Whether a holder is surely an organisation, whose number is public.
fn is_organisation(holder: &Holder, individual: bool) -> bool {
    let certificate = holder.certificate.known();
    let kind = certificate.and_then(|certificate| certificate.kind.known());
    let number = certificate.and_then(|certificate| certificate.number.known());
    let of_organiser = holder.relation.known() == Some(&HolderRelation::Organiser) && !individual;
    match kind {
        Some(kind) => !kind.is_personal(),
        None => of_organiser || number.is_none_or(|number| CreditCode::is_certain(number)),
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
    for filing in &subject.filings {
        for (fact, entry) in filing.record.value.facts.known().into_iter().flat_map(|facts| facts.iter()) {
            match &entry.value {
                FactChange::Filed(value) => told(fact, value, whose, visit),
                FactChange::Changed { from, to } => {
                    for value in [from, to].into_iter().filter_map(Slot::known) {
                        told(fact, value, whose, visit);
                    }
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
            if let Some(held) = fact_of(path).and_then(|fact| field::held(&fact, whose)) {
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
