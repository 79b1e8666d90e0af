//! Which services of a subject a fact is about.

use crate::model::{Filing, Service, Subject};
use crate::record::{Slot, Text};

/// Whether something is about a service, by its key and what it holds.
type IsAbout<'a> = Box<dyn Fn(&str, &Service) -> bool + 'a>;

/// The services that a fact of a subject is about, by their keys; all of them where it is about the subject itself.
#[must_use]
pub fn concerned<'s>(subject: &'s Subject, fact: &str) -> Vec<&'s str> {
    let mut parts = fact.splitn(3, '/');
    let (file, key) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let is_about: IsAbout<'_> = match file {
        // Nothing but a key stands below it.
        "services" if key.is_empty() => Box::new(|_, _| true),
        "services" => Box::new(move |one, _| one == key),
        "domains" => Box::new(move |_, service| lists(&service.domains, key)),
        "servers" => {
            Box::new(move |_, service| service.access.items().iter().any(|access| lists(&access.value.servers, key)))
        }
        "people" => {
            let is = move |slot: &Slot<Text>| slot.known().is_some_and(|text| &**text == key);
            let of_all = is(&subject.particulars.value.principal);
            Box::new(move |_, service| of_all || is(&service.principal))
        }
        "filings" => {
            let filing = subject.filings.iter().find(|filing| &*filing.stem == key);
            let filing = filing.map(|filing| &filing.record.value);
            Box::new(move |one, _| filing.is_none_or(|filing| is_of(filing, one)))
        }
        // What is about the subject is about everything of it.
        _ => Box::new(|_, _| true),
    };
    let about = subject.services.iter().filter(|(one, service)| is_about(one, &service.value));
    about.map(|(key, _)| key).collect()
}

fn lists(list: &Slot<Vec<crate::record::Placed<Text>>>, key: &str) -> bool {
    list.items().iter().any(|one| &*one.value == key)
}

/// Whether an order is about a service: it names it, or the whole subject and no service at all.
fn is_of(filing: &Filing, key: &str) -> bool {
    let covers = || filing.covers.items().iter().map(|covered| &*covered.value);
    let names = |covered: &str| covered.strip_prefix("services/").is_some_and(|named| named == key);
    covers().any(names) || !covers().any(|covered| covered.starts_with("services/"))
}
