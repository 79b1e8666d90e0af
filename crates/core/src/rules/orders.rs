//! Orders, as rules of several families ask about them: events, where an order stands, what it brings, how heavy.

use crate::day::{Day, When};
use crate::filed::{State, state};
use crate::model::{Filing, FilingEvent};
use crate::record::{FactChange, Place, Placed};
use crate::rule::{Case, Finding, Named, Report};
use crate::vocabulary::{Channel, Event, Procedure};
use crate::words::Words;

/// Reports at a place, as heavily as the subject's stage allows.
pub(crate) fn tell<'r>(case: &Case<'_>, report: &'r mut Report<'_>, place: Place, words: Words) -> &'r mut Finding {
    report.at(place, words).at_most(case.most())
}

/// Reports a missing field, as heavily as the subject's stage allows.
pub(crate) fn lacks<'r>(
    case: &Case<'_>,
    report: &'r mut Report<'_>,
    record: Place,
    field: &'static str,
    words: Words,
) -> &'r mut Finding {
    report.missing(record, field, words).at_most(case.missing())
}

/// Every filing of a subject.
pub(crate) fn all<'a>(case: &Case<'a>) -> impl Iterator<Item = Named<'a, Filing>> + Clone {
    case.subject.filings.iter().map(|filing| Named {
        key: &filing.stem,
        record: &filing.record.value,
        place: filing.record.place,
    })
}

/// What an order asks, if it is known.
pub(crate) fn procedure(filing: &Filing) -> Option<Procedure> {
    filing.procedure.known().copied()
}

/// Whether it is an order of the organiser's own, and no opening balance.
pub(crate) fn is_own(filing: &Filing) -> bool {
    procedure(filing).is_some_and(|procedure| procedure != Procedure::Existing)
}

/// Whether it changes what is on file.
pub(crate) fn is_change(filing: &Filing) -> bool {
    procedure(filing).is_some_and(Procedure::is_change)
}

/// Whether an order reaches the authority through a provider, with its review and its SMS.
pub(crate) fn is_reviewed(filing: &Filing) -> bool {
    procedure(filing).is_some_and(|asked| asked.channel() == Channel::Provider)
}

/// The events that can be read, in the order in which they stand.
pub(crate) fn events(filing: &Filing) -> impl DoubleEndedIterator<Item = (&Placed<FilingEvent>, Event)> {
    filing.events.items().iter().filter_map(|event| Some((event, *event.value.event.known()?)))
}

/// The last event of a kind.
pub(crate) fn last(filing: &Filing, kind: Event) -> Option<&Placed<FilingEvent>> {
    events(filing).rfind(|(_, event)| *event == kind).map(|(placed, _)| placed)
}

/// The first event of a kind.
pub(crate) fn first(filing: &Filing, kind: Event) -> Option<&Placed<FilingEvent>> {
    let mut found = events(filing).filter(|(_, event)| *event == kind);
    found.next().map(|(placed, _)| placed)
}

/// The day of an event, if it is known.
pub(crate) fn day(event: &Placed<FilingEvent>) -> Option<Day> {
    event.value.at.known().map(|at| at.day())
}

/// Whether an event ends an order.
pub(crate) const fn is_final(event: Event) -> bool {
    matches!(event, Event::Approved | Event::Withdrawn | Event::Lapsed)
}

/// Whether an order is begun and not decided.
pub(crate) fn is_open(filing: &Filing) -> bool {
    is_own(filing) && state(filing).is_open()
}

/// Whether the authority has the order and has not decided.
pub(crate) fn is_at_authority(filing: &Filing) -> bool {
    is_own(filing) && state(filing) == State::UnderReview
}

/// The day by whose rules an order is judged: that of its first event, or else of its file's
/// name, or else today.
pub(crate) fn in_force_at(case: &Case<'_>, filing: &Named<'_, Filing>) -> Day {
    let begun = events(filing.record).find_map(|(event, _)| day(event));
    begun.or_else(|| named_day(filing.key)).unwrap_or(case.today)
}

/// The day with which a file's name begins.
pub(crate) fn named_day(stem: &str) -> Option<Day> {
    stem.get(..10).and_then(|text| Day::parse(text).ok())
}

/// Whether one time lies before another, as far as both are known.
pub(crate) fn is_before(one: When, other: When) -> bool {
    match (one, other) {
        (When::Moment(one), When::Moment(other)) => one < other,
        _ => one.day() < other.day(),
    }
}

/// What an order covers: `subject`, or the keys of services.
pub(crate) fn covered(filing: &Filing) -> impl Iterator<Item = (&str, Place)> {
    filing.covers.items().iter().map(|covered| (&*covered.value, covered.place))
}

/// Whether an order covers a path.
pub(crate) fn covers(filing: &Filing, path: &str) -> bool {
    covered(filing).any(|(covered, _)| covered == path)
}

/// Whether an order covers a service by its key.
pub(crate) fn covers_service(filing: &Filing, key: &str) -> bool {
    covered(filing).any(|(covered, _)| covered.strip_prefix("services/") == Some(key))
}

/// Whether the records know what an order covers; if not, that is another rule's matter.
pub(crate) fn is_target(case: &Case<'_>, path: &str) -> bool {
    path == "subject" || path.strip_prefix("services/").is_some_and(|key| case.subject.services.get(key).is_some())
}

/// The facts of an order.
pub(crate) fn facts(filing: &Filing) -> impl Iterator<Item = (&str, &Placed<FactChange>)> {
    filing.facts.known().into_iter().flat_map(|facts| facts.iter())
}

/// The text that an order files for a fact.
pub(crate) fn filed_text<'a>(filing: &'a Filing, fact: &str) -> Option<&'a str> {
    match &filing.facts.known()?.get(fact)?.value {
        FactChange::Filed(plain) => plain.as_text(),
        FactChange::Changed { to, .. } => to.known()?.as_text(),
    }
}

/// The texts that an order names for a fact: what it files, or both sides of a change.
pub(crate) fn texts_of<'a>(filing: &'a Filing, fact: &str) -> Vec<&'a str> {
    let Some(entry) = filing.facts.known().and_then(|facts| facts.get(fact)) else { return Vec::new() };
    match &entry.value {
        FactChange::Filed(value) => value.as_text().into_iter().collect(),
        FactChange::Changed { from, to } => {
            let both = from.known().into_iter().chain(to.known());
            both.filter_map(|value| value.as_text()).collect()
        }
    }
}

/// The filing of a stem.
pub(crate) fn by_stem<'a>(case: &Case<'a>, stem: &str) -> Option<Named<'a, Filing>> {
    all(case).find(|filing| filing.key == stem)
}

/// Whether an order brings a service or an access before the authority.
pub(crate) fn asks_for(filing: &Filing, service: &str) -> bool {
    let brings = |asked: &Procedure| asked.opens() || *asked == Procedure::Migration;
    let asks = filing.procedure.known().is_some_and(brings);
    asks && covers_service(filing, service)
}
