//! What has a date of its own, and so was true on a day or had not happened yet.

use super::filings::{not_later, retain};
use crate::change::ascii;
use crate::day::Day;
use crate::filed::OnFile;
use crate::model::{
    Domain, Ended, Filing, Licence, NumberHeld, NumberShown, Paid, Particulars, Police, Server, Service, Subject,
};
use crate::record::{Keyed, Placed, Record, Shown, Slot};
use std::collections::BTreeSet;

/// Lays it into a subject.
pub(super) fn lay(subject: &mut Subject, known: &Subject, on_file: &OnFile, day: Day) {
    let filed = |scope: &str| {
        let mut approved = subject.filings.iter().map(|dated| &dated.record.value);
        approved.any(|filing| took_place(filing) && covers(filing, scope))
    };
    let numbers = |scope: &str, now: &Slot<Vec<Placed<NumberHeld>>>| {
        let granted = on_file.numbers.get(scope).and_then(|held| held.value.as_text());
        numbers(now, granted, filed(scope), day)
    };
    let now = &known.particulars.value;
    let then = Particulars {
        format: now.format.clone(),
        id: now.id.clone(),
        numbers: numbers("subject", &now.numbers),
        licences: licences(&now.licences, day),
        ended: ended(&now.ended, day),
        ..std::mem::take(&mut subject.particulars.value)
    };
    let mut services = std::mem::take(&mut subject.services);
    for (key, service) in services.iter_mut() {
        let Some(now) = known.services.get(key) else { continue };
        service.value.numbers = numbers(&format!("services/{key}"), &now.value.numbers);
        service_on(&mut service.value, &now.value, day);
    }
    subject.particulars.value = then;
    subject.services = services;
    subject.domains = domains(subject, known, day);
    servers(&mut subject.servers, known, day);
}

fn took_place(filing: &Filing) -> bool {
    crate::filed::state(filing) == crate::filed::State::Approved
}

fn covers(filing: &Filing, scope: &str) -> bool {
    filing.covers.items().iter().any(|covered| &*covered.value == scope)
}

/// Numbers held by a day; that one ended later was not known. They are all that were held if
/// each says since when it is, and none is missing that was granted.
fn numbers(
    now: &Slot<Vec<Placed<NumberHeld>>>,
    granted: Option<&str>,
    is_filed: bool,
    day: Day,
) -> Slot<Vec<Placed<NumberHeld>>> {
    if now.is_faulty() || now.items().iter().any(|held| held.value.from.known().is_none()) {
        return Slot::UNKNOWN;
    }
    let mut then = now.clone();
    retain(&mut then, Slot::ABSENT, |held| held.from.known().is_some_and(|from| *from <= day));
    if let Some(list) = then.placed_mut() {
        list.value.iter_mut().for_each(|held| not_later(&mut held.value.until, day));
    }
    let holds =
        |number: &str| then.items().iter().any(|held| held.value.number.known().is_some_and(|it| &**it == number));
    if granted.is_some_and(|number| !holds(number)) || (is_filed && then.items().is_empty()) {
        return Slot::UNKNOWN;
    }
    then
}

/// Licences in force by a day. That there were none, or others, is not known.
fn licences(now: &Slot<Vec<Placed<Licence>>>, day: Day) -> Slot<Vec<Placed<Licence>>> {
    let mut then = now.clone();
    retain(&mut then, Slot::UNKNOWN, |licence| {
        licence.valid.known().and_then(|valid| valid.from.known()).is_some_and(|from| *from <= day)
    });
    if let Some(list) = then.placed_mut() {
        list.value.iter_mut().for_each(|licence| licence.value.issued = happened(&licence.value.issued, day));
    }
    if then.items().is_empty() { Slot::UNKNOWN } else { then }
}

fn ended(now: &Slot<Ended>, day: Day) -> Slot<Ended> {
    match now.known() {
        Some(ended) if ended.on.known().is_none() => Slot::UNKNOWN,
        Some(ended) if ended.on.known().is_some_and(|on| day < *on) => Slot::ABSENT,
        _ => now.clone(),
    }
}

/// A service that opened again, or closed again, says only when it did so last.
fn service_on(then: &mut Service, now: &Service, day: Day) {
    then.opened = happened(&now.opened, day);
    then.closed = not_yet(&now.closed, day);
    then.ended = ended(&now.ended, day);
    then.shown = match now.shown.placed() {
        Some(shown) => Slot::given(Placed { value: shown_on(&shown.value, day), place: shown.place }),
        None => now.shown.clone(),
    };
    then.police = match now.police.placed() {
        Some(police) => Slot::given(Placed { value: police_on(&police.value, day), place: police.place }),
        None => now.police.clone(),
    };
}

fn police_on(now: &Police, day: Day) -> Police {
    let approved = not_yet(&now.approved, day);
    Police {
        applied: not_yet(&now.applied, day),
        ended: not_yet(&now.ended, day),
        // The number comes with the approval.
        number: match (now.approved.known(), approved.known()) {
            (Some(_), None) => Slot::ABSENT,
            (Some(_), Some(_)) => now.number.clone(),
            (None, _) if now.number.is_absent() => Slot::ABSENT,
            (None, _) => Slot::UNKNOWN,
        },
        shown: since_on(&now.shown, day),
        approved,
    }
}

/// Where it stood then, nothing tells.
fn shown_on(now: &NumberShown, day: Day) -> NumberShown {
    NumberShown { since: since_on(&now.since, day), at: Slot::UNKNOWN }
}

fn since_on(now: &Slot<Shown>, day: Day) -> Slot<Shown> {
    match now.known() {
        Some(Shown::Since(since)) if day < *since => Slot::ABSENT,
        Some(Shown::Since(_)) => now.clone(),
        // Whether it was shown then, a word without a day does not tell.
        Some(Shown::Flag(_)) => Slot::UNKNOWN,
        None => now.clone(),
    }
}

/// The domains that services used. That a domain was registered does not tell that it was in
/// the records, or whose it was.
fn domains(subject: &Subject, known: &Subject, day: Day) -> Keyed<Domain> {
    let used: BTreeSet<String> = subject
        .services
        .known()
        .flat_map(|(_, service)| service.value.domains.items().iter().map(|domain| ascii(&domain.value)))
        .collect();
    let of_then = known.domains.iter().filter(|(key, _)| used.contains(&ascii(key)));
    let domains: Keyed<Domain> = of_then
        .map(|(key, domain)| (key.into(), Placed { value: domain_on(&domain.value, day), place: domain.place }))
        .collect();
    domains.partial()
}

/// What is registered, transferred or verified again says only when it was so last.
fn domain_on(now: &Domain, day: Day) -> Domain {
    let registrar_since = happened(&now.registrar_since, day);
    Domain {
        registrar: if registrar_since.known().is_some() { now.registrar.clone() } else { Slot::UNKNOWN },
        registrar_since,
        registered: happened(&now.registered, day),
        verified: happened(&now.verified, day),
        left: not_yet(&now.left, day),
        ..Domain::unknown()
    }
}

/// Servers that were paid for on that day. How long for may have been changed since.
fn servers(then: &mut Keyed<Server>, known: &Subject, day: Day) {
    for (key, server) in known.servers.iter() {
        let now = &server.value;
        let paid = now.paid.known();
        let Some(from) = paid.and_then(|paid| paid.from.placed()).filter(|from| from.value <= day) else { continue };
        let mut entry = match then.known().find(|(other, _)| *other == key) {
            Some((_, entry)) => entry.clone(),
            None => Placed { value: Server::unknown(), place: server.place },
        };
        entry.value.provider = now.provider.clone();
        entry.value.instance = now.instance.clone();
        entry.value.cloud_region = now.cloud_region.clone();
        entry.value.released = not_yet(&now.released, day);
        let until = paid.map_or(Slot::UNKNOWN, |paid| happened(&paid.until, day));
        entry.value.paid = Slot::new(Paid { from: Slot::given(from.clone()), until, billing: Slot::UNKNOWN });
        then.insert(key.into(), entry);
    }
}

/// What happens once: if its day lies after that day, or it has none, it had not happened.
fn not_yet(now: &Slot<Day>, day: Day) -> Slot<Day> {
    let mut slot = now.clone();
    not_later(&mut slot, day);
    slot
}

/// What may happen again: if its last day lies after that day, nothing is known.
fn happened(now: &Slot<Day>, day: Day) -> Slot<Day> {
    match now.known() {
        Some(on) if *on <= day => now.clone(),
        _ => Slot::UNKNOWN,
    }
}
