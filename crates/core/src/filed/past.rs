//! A subject as it was on a past day, as far as what is known now can tell.
//!
//! What is filed comes from the replay. What no filing holds is there only where a date of its
//! own makes it true on that day; all else is left out and named, for nobody can tell.

use super::replay::{OnFile, corrects, replay};
use crate::change::{DomainField, Fact, ServerField, ServiceField, SubjectField, diff};
use crate::day::{Day, When};
use crate::model::{
    Dated, Domain, Ended, Filing, Licence, NumberHeld, Observation, Official, Paid, Police, Server, Service, Subject,
};
use crate::record::{Keyed, OfPlain, Placed, Places, Plain, Shown, Slot, Value};
use crate::vocabulary::Procedure;
use std::collections::{BTreeMap, BTreeSet};

/// A subject on a past day.
#[derive(Debug, Clone)]
pub struct Past {
    /// The subject.
    pub subject: Subject,
    /// What was on file.
    pub on_file: OnFile,
    /// Facts that the records hold, of which nothing tells whether they were true then.
    pub left_out: BTreeSet<String>,
}

/// The subject as it was on a day before the state that is known.
#[must_use]
pub fn past(known: &Subject, day: Day) -> Past {
    let filings: Vec<_> = known.filings.iter().filter_map(|filing| filing_on(filing, known, day)).collect();
    let on_file = replay(&filings, day);
    let mut subject = Subject {
        id: known.id.clone(),
        filings,
        observations: known.observations.iter().filter(|seen| was_seen(seen, day)).cloned().collect(),
        official: known.official.iter().filter_map(|letter| letter_on(letter, day)).collect(),
        places: known.places.clone(),
        ..Subject::default()
    };
    fill(&mut subject, &on_file);
    date(&mut subject, known, day);
    let left_out = diff(known, &subject)
        .facts
        .into_iter()
        .filter(|change| change.new.is_none() && !change.fact.is_whole() && !is_dated(&change.fact))
        .map(|change| change.fact.to_string())
        .collect();
    Past { subject, on_file, left_out }
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
                | S::Opened
                | S::Closed
                | S::PoliceApplied
                | S::PoliceApproved
                | S::PoliceNumber
                | S::PoliceShown
                | S::EndedOn
                | S::EndedWhy
                | S::EndedFiling
        ),
        Fact::Person(..) => false,
        Fact::Filing(..) | Fact::Observation(..) | Fact::Official(..) => true,
    }
}

/// A filing as it stood on a day; none if it was not begun. A note that corrects a filing of
/// that day speaks of what was true then, whenever it was written.
fn filing_on(dated: &Dated<Filing>, known: &Subject, day: Day) -> Option<Dated<Filing>> {
    let mut dated = dated.clone();
    if let Some(stem) = corrects(&dated) {
        let corrected = known.filings.iter().find(|filing| &*filing.stem == stem)?;
        // A note on a note corrects nothing, and two of them could go round for ever.
        return (corrects(corrected).is_none() && filing_on(corrected, known, day).is_some()).then_some(dated);
    }
    let filing = &mut dated.record.value;
    let begun = filing.events.items().iter().filter_map(|event| event.value.at.known()).map(|at| at.day()).min();
    let basis = filing.basis.known().and_then(|basis| basis.date.known()).copied();
    let named = dated.stem.get(..10).and_then(|text| Day::parse(text).ok());
    let existing = (filing.procedure.known() == Some(&Procedure::Existing)).then_some(basis).flatten();
    if begun.or(existing).or(named).is_none_or(|begun| day < begun) {
        return None;
    }
    retain(&mut filing.events, |event| event.at.known().is_none_or(|at| at.day() <= day));
    retain(&mut filing.papers, |paper| paper.dated.known().is_none_or(|dated| *dated <= day));
    if filing.approved().is_none() && filing.procedure.known() != Some(&Procedure::Existing) {
        filing.granted = Slot::Absent;
    }
    if basis.is_some_and(|basis| day < basis) {
        filing.basis = Slot::Absent;
    }
    Some(dated)
}

fn was_seen(seen: &Dated<Observation>, day: Day) -> bool {
    seen.record.value.at.known().map(|at: &When| at.day()).is_some_and(|at| at <= day)
}

fn letter_on(letter: &Dated<Official>, day: Day) -> Option<Dated<Official>> {
    let mut letter = letter.clone();
    if letter.record.value.received.known().is_none_or(|received| day < *received) {
        return None;
    }
    not_later(&mut letter.record.value.answered, day);
    Some(letter)
}

/// Lays what is on file into the records.
fn fill(subject: &mut Subject, on_file: &OnFile) {
    let mut files: BTreeMap<&str, Plain> = BTreeMap::new();
    for (fact, held) in &on_file.facts {
        let (file, path) = fact.split_once('/').unwrap_or((fact, ""));
        let root = files.entry(file).or_insert_with(|| Plain::Map(BTreeMap::new()));
        put(root, path, &held.value);
    }
    // Findings about the subject as a whole name it, whatever is on file of it.
    files.entry("subject").or_insert_with(|| Plain::Map(BTreeMap::new()));
    subject.particulars = read(&files, "subject", &mut subject.places).unwrap_or_default();
    subject.people = read(&files, "people", &mut subject.places).unwrap_or_default().value;
    subject.servers = read(&files, "servers", &mut subject.places).unwrap_or_default().value;
    subject.services = read(&files, "services", &mut subject.places).unwrap_or_default().value;
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

/// Adds what no filing holds and a date of its own shows to be true.
fn date(subject: &mut Subject, known: &Subject, day: Day) {
    let (now, then) = (&known.particulars.value, &mut subject.particulars.value);
    then.format = now.format.clone();
    then.id = now.id.clone();
    then.numbers = held(&now.numbers, day);
    then.licences = kept(&now.licences, |licence: &Licence| {
        let from = licence.valid.known().and_then(|valid| valid.from.known());
        from.is_some_and(|from| *from <= day)
    });
    then.ended = ended(&now.ended, day);
    for (key, service) in subject.services.iter_mut() {
        let Some(now) = known.services.get(key) else { continue };
        service_on(&mut service.value, &now.value, day);
    }
    let named: BTreeSet<Box<str>> = subject
        .services
        .iter()
        .flat_map(|(_, service)| service.value.domains.items().iter().map(|domain| domain.value.0.clone()))
        .collect();
    for (key, domain) in known.domains.iter() {
        let registered = domain.value.registered.known().is_some_and(|registered| *registered <= day);
        if registered || named.contains(key) {
            let value = domain_on(&domain.value, day);
            subject.domains.insert(key.into(), Placed { value, place: domain.place });
        }
    }
    servers(&mut subject.servers, known, day);
}

fn service_on(then: &mut Service, now: &Service, day: Day) {
    then.numbers = held(&now.numbers, day);
    then.opened = dated(&now.opened, day);
    then.closed = dated(&now.closed, day);
    then.ended = ended(&now.ended, day);
    let Some(police) = now.police.placed() else { return };
    let mut value = Police {
        applied: dated(&police.value.applied, day),
        approved: dated(&police.value.approved, day),
        ..Police::default()
    };
    if value.approved.known().is_some() {
        value.number = police.value.number.clone();
    }
    if matches!(police.value.shown.known(), Some(Shown::Since(since)) if *since <= day) {
        value.shown = police.value.shown.clone();
    }
    if value != Police::default() {
        then.police = Slot::Given(Placed { value, place: police.place });
    }
}

fn domain_on(now: &Domain, day: Day) -> Domain {
    let transferred = now.registrar_since.known().is_some_and(|since| *since <= day);
    Domain {
        registrar: if transferred { now.registrar.clone() } else { Slot::Absent },
        registrar_since: dated(&now.registrar_since, day),
        registered: dated(&now.registered, day),
        verified: dated(&now.verified, day),
        left: dated(&now.left, day),
        ..Domain::default()
    }
}

/// Servers that were paid for on that day. How long for may have been changed since.
fn servers(then: &mut Keyed<Server>, known: &Subject, day: Day) {
    for (key, server) in known.servers.iter() {
        let now = &server.value;
        let paid = now.paid.known();
        let Some(from) = paid.and_then(|paid| paid.from.placed()).filter(|from| from.value <= day) else { continue };
        let new = || Placed { value: Server::default(), place: server.place };
        let mut entry = then.get(key).cloned().unwrap_or_else(new);
        entry.value.provider = now.provider.clone();
        entry.value.instance = now.instance.clone();
        entry.value.cloud_region = now.cloud_region.clone();
        entry.value.released = dated(&now.released, day);
        let until = paid.map(|paid| dated(&paid.until, day)).unwrap_or_default();
        entry.value.paid = Slot::new(Paid { from: Slot::Given(from.clone()), until, billing: Slot::Absent });
        then.insert(key.into(), entry);
    }
}

/// Numbers held by a day; that one ended later was not known.
fn held(numbers: &Slot<Vec<Placed<NumberHeld>>>, day: Day) -> Slot<Vec<Placed<NumberHeld>>> {
    let mut held = kept(numbers, |number: &NumberHeld| number.from.known().is_some_and(|from| *from <= day));
    if let Slot::Given(list) = &mut held {
        list.value.iter_mut().for_each(|number| not_later(&mut number.value.until, day));
    }
    held
}

fn ended(ended: &Slot<Ended>, day: Day) -> Slot<Ended> {
    let is_over = ended.known().is_some_and(|ended| ended.on.known().is_some_and(|on| *on <= day));
    if is_over { ended.clone() } else { Slot::Absent }
}

fn dated(slot: &Slot<Day>, day: Day) -> Slot<Day> {
    let mut slot = slot.clone();
    not_later(&mut slot, day);
    slot
}

fn not_later(slot: &mut Slot<Day>, day: Day) {
    if slot.known().is_some_and(|known| day < *known) {
        *slot = Slot::Absent;
    }
}

fn kept<T: Clone>(list: &Slot<Vec<Placed<T>>>, keep: impl Fn(&T) -> bool) -> Slot<Vec<Placed<T>>> {
    let mut list = list.clone();
    retain(&mut list, keep);
    list
}

/// Keeps some items of a list; one of which nothing is left is absent.
fn retain<T>(list: &mut Slot<Vec<Placed<T>>>, keep: impl Fn(&T) -> bool) {
    if let Slot::Given(given) = list {
        given.value.retain(|item| keep(&item.value));
        if given.value.is_empty() {
            *list = Slot::Absent;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FilingEvent, Paper};
    use crate::record::{FactChange, Text};
    use crate::vocabulary::Event;

    const FIRST: Day = Day::of(2021, 3, 1);

    fn filing(stem: &str, approved: Day, facts: &[(&str, &str)]) -> Dated<Filing> {
        let facts =
            facts.iter().map(|(fact, value)| ((*fact).into(), Placed::new(FactChange::Filed(Plain::text(value)))));
        let event = FilingEvent {
            at: Slot::new(When::Day(approved)),
            event: Slot::new(Event::Approved),
            ..FilingEvent::default()
        };
        let paper = |dated| Placed::new(Paper { dated: Slot::new(dated), ..Paper::default() });
        let record = Filing {
            procedure: Slot::new(Procedure::First),
            covers: Slot::new(vec![Placed::new(Text::from("services/shop"))]),
            facts: Slot::new(facts.collect()),
            events: Slot::new(vec![Placed::new(event)]),
            papers: Slot::new(vec![paper(approved), paper(approved.plus_days(400))]),
            ..Filing::default()
        };
        Dated { stem: stem.into(), record: Placed::new(record) }
    }

    fn known() -> Subject {
        let mut subject = Subject { id: "acme".into(), ..Subject::default() };
        subject.particulars.value.remark = Slot::new("改过名".into());
        let mut shop = Service { name: Slot::new("乙".into()), ..Service::default() };
        shop.opened = Slot::new(FIRST.plus_days(2));
        shop.closed = Slot::new(FIRST.plus_days(500));
        subject.services.insert("shop".into(), Placed::new(shop));
        let domain = Domain {
            registered: Slot::new(FIRST.plus_days(-90)),
            expires: Slot::new(FIRST.plus_days(3000)),
            ..Domain::default()
        };
        subject.domains.insert("a.example".into(), Placed::new(domain));
        subject.filings = vec![
            filing("2021-03-01-first", FIRST, &[("services/shop/name", "甲")]),
            filing("2022-03-01-change", FIRST.plus_days(365), &[("services/shop/name", "乙")]),
        ];
        subject
    }

    #[test]
    fn a_past_day_holds_nothing_that_came_later() {
        let past = past(&known(), FIRST.plus_days(10));
        let shop = &past.subject.services.get("shop").unwrap().value;
        assert_eq!(shop.name.known().map(|name| &**name), Some("甲"));
        assert_eq!(shop.opened.known(), Some(&FIRST.plus_days(2)));
        assert!(shop.closed.is_absent());
        assert_eq!(past.subject.filings.len(), 1);
        assert_eq!(past.subject.filings[0].record.value.papers.items().len(), 1);
        let domain = &past.subject.domains.get("a.example").unwrap().value;
        assert!(domain.registered.known().is_some() && domain.expires.is_absent());
        // Named is what nobody can tell, and not what came later.
        let left: Vec<&str> = past.left_out.iter().map(String::as_str).collect();
        assert_eq!(left, ["domains/a.example/expires", "subject/remark"]);
    }

    #[test]
    fn notes_on_notes_come_to_an_end() {
        let mut subject = known();
        for (stem, of) in [("2024-01-01-a", "2024-01-02-b"), ("2024-01-02-b", "2024-01-01-a")] {
            let mut note = filing(stem, FIRST, &[]);
            note.record.value.events = Slot::Absent;
            note.record.value.corrects = Slot::new(of.into());
            subject.filings.push(note);
        }
        assert_eq!(past(&subject, FIRST).subject.filings.len(), 1);
    }
}
