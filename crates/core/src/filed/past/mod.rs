//! A subject as it was on a past day, as far as what is known now can tell.
//!
//! What is filed comes from the replay, what an open order asks for from that order, and what
//! has a date of its own from that date. All else is not known, and stands as such in the
//! records: what they held then is one way of filling it in, and no judgement may rest on it.

mod dated;
mod filings;

use super::replay::{Held, OnFile, replay};
use crate::change::{DomainField, Fact, ServerField, ServiceField, SubjectField, diff};
use crate::day::Day;
use crate::model::{Service, Subject};
use crate::record::{Keyed, OfPlain, Placed, Places, Plain, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A subject on a past day.
#[derive(Debug, Clone)]
pub struct Past {
    /// The subject.
    pub subject: Subject,
    /// What was on file.
    pub on_file: OnFile,
    /// What the orders that ran on that day asked for, by facts as they are spelled.
    pub asked: BTreeMap<String, Held>,
    /// Facts that the records hold, of which nothing tells whether they were true then.
    pub left_out: BTreeSet<String>,
}

/// The subject as it was on a day before the state that is known.
#[must_use]
pub fn past(known: &Subject, day: Day) -> Past {
    let filings: Vec<_> = known.filings.iter().filter_map(|filing| filings::on(filing, known, day)).collect();
    let on_file = replay(&filings, day);
    let asked = filings::asked(&filings);
    let mut subject = Subject {
        id: known.id.clone(),
        filings,
        observations: known.observations.iter().filter(|seen| filings::was_seen(seen, day)).cloned().collect(),
        official: known.official.iter().filter_map(|letter| filings::letter_on(letter, day)).collect(),
        places: known.places.clone(),
        unread: known.unread.clone(),
        ..Subject::default()
    };
    let stood = stood(known, &on_file, &asked, day);
    fill(&mut subject, &stood, &services_then(known, &on_file, day));
    dated::lay(&mut subject, known, &on_file, day);
    let left_out = diff(known, &subject)
        .facts
        .into_iter()
        .filter(|change| change.new.is_none() && !change.fact.is_whole() && !is_dated(&change.fact))
        .map(|change| change.fact.to_string())
        .collect();
    Past { subject, on_file, asked, left_out }
}

/// What the records held for certain: what was on file, and what was asked for.
fn stood<'a>(
    known: &'a Subject,
    on_file: &'a OnFile,
    asked: &'a BTreeMap<String, Held>,
    day: Day,
) -> BTreeMap<&'a str, &'a Plain> {
    let mut stood: BTreeMap<&str, &Plain> = BTreeMap::new();
    // An opening balance says what was on file when it was written, not since when it was so.
    let is_vouched = |held: &Held| {
        let named = filings::named_day(&held.filing);
        let opening = known.filings.iter().any(|dated| dated.stem == held.filing && filings::is_opening(dated));
        !opening || named.is_none_or(|named| named <= day)
    };
    stood.extend(on_file.facts.iter().filter(|(_, held)| is_vouched(held)).map(|(fact, held)| (&**fact, &held.value)));
    stood.extend(asked.iter().map(|(fact, held)| (&**fact, &held.value)));
    for fact in filings::unsure(known, day) {
        stood.remove(&*fact);
        let under = format!("{fact}/");
        stood.retain(|other, _| !other.starts_with(&under) && !is_above(other, &fact));
    }
    stood
}

fn is_above(whole: &str, fact: &str) -> bool {
    fact.strip_prefix(whole).is_some_and(|rest| rest.starts_with('/'))
}

/// The services that were there for certain, beside those with a fact on file: by a number, a
/// day on which they opened, or their deregistration.
fn services_then<'a>(known: &'a Subject, on_file: &'a OnFile, day: Day) -> BTreeSet<&'a str> {
    let there = |service: &Service| {
        let numbered = service.numbers.items().iter().filter_map(|held| held.value.from.known());
        numbered.chain(service.opened.known()).any(|from| *from <= day)
    };
    let dated = known.services.iter().filter(|(_, service)| there(&service.value)).map(|(key, _)| key);
    dated.chain(on_file.ended.keys().filter_map(|scope| scope.strip_prefix("services/"))).collect()
}

/// Facts that say themselves when they are true: where one is not there, it was not true yet,
/// and that it came later is nothing to tell of that day.
const fn is_dated(fact: &Fact) -> bool {
    use DomainField as D;
    use ServiceField as S;
    use SubjectField as F;
    match fact {
        Fact::Subject(field) => {
            matches!(field, F::Numbers | F::Licences | F::EndedOn | F::EndedWhy | F::EndedFiling)
        }
        Fact::Domain(_, field) => matches!(field, D::RegistrarSince | D::Registered | D::Verified | D::Left),
        Fact::Server(_, field) => matches!(field, ServerField::PaidFrom | ServerField::Released),
        Fact::Service(_, field) => matches!(
            field,
            S::Numbers
                | S::ShownSince
                | S::Opened
                | S::Closed
                | S::PoliceApplied
                | S::PoliceApproved
                | S::PoliceNumber
                | S::PoliceShown
                | S::PoliceEnded
                | S::EndedOn
                | S::EndedWhy
                | S::EndedFiling
        ),
        Fact::Person(..) => false,
        Fact::Filing(..) | Fact::Observation(..) | Fact::Official(..) => true,
    }
}

/// Lays into the records what they held for certain. Of each record nothing else is known, nor
/// which others there were.
fn fill(subject: &mut Subject, stood: &BTreeMap<&str, &Plain>, services: &BTreeSet<&str>) {
    let nothing = || Plain::Map(BTreeMap::new());
    let mut files: BTreeMap<&str, Plain> = BTreeMap::new();
    for (fact, value) in stood {
        let (file, path) = fact.split_once('/').unwrap_or((fact, ""));
        put(files.entry(file).or_insert_with(nothing), path, value);
    }
    // Findings about the subject as a whole name it, whatever is on file of it.
    files.entry("subject").or_insert_with(nothing);
    if let Plain::Map(entries) = files.entry("services").or_insert_with(nothing) {
        entries.extend(
            services
                .iter()
                .filter(|key| !entries.contains_key(**key))
                .map(|key| ((*key).into(), nothing()))
                .collect::<Vec<_>>(),
        );
    }
    subject.particulars = read(&files, "subject", &mut subject.places).unwrap_or_default();
    subject.people = entries(&files, "people", &mut subject.places);
    subject.servers = entries(&files, "servers", &mut subject.places);
    subject.services = entries(&files, "services", &mut subject.places);
}

fn put(at: &mut Plain, path: &str, value: &Plain) {
    let Plain::Map(entries) = at else { return };
    match path.split_once('/') {
        None => drop(entries.insert(path.into(), value.clone())),
        Some((step, rest)) => {
            put(entries.entry(step.into()).or_insert_with(|| Plain::Map(BTreeMap::new())), rest, value);
        }
    }
}

fn read<T: Value>(files: &BTreeMap<&str, Plain>, file: &str, places: &mut Places) -> Option<Placed<T>> {
    let plain = files.get(file)?;
    let place = places.add_file(0, file);
    T::read(&mut OfPlain::new(plain, place, places)).map(|value| Placed { value, place })
}

/// The entries of a file, beside which there may have been others.
fn entries<T: Value>(files: &BTreeMap<&str, Plain>, file: &str, places: &mut Places) -> Keyed<T> {
    read::<Keyed<T>>(files, file, places).map(|read| read.value).unwrap_or_default().partial()
}

#[cfg(test)]
mod tests;
