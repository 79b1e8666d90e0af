//! What the approved filings, replayed in order, put on file, with the places that say so.
//!
//! `filed::replay` answers what was on file; rules also need where each value stands, so they
//! walk the same road here and borrow instead of copying.

use super::equal::is_literally;
use crate::change::{self, Fact, plain, same_spelled, step};
use crate::day::Day;
use crate::filed::{State, access_change, state};
use crate::model::{Domain, Filing, Particulars, Person, Server, Service, Subject};
use crate::record::{FactChange, Keyed, Place, Placed, Plain, Record, Said, Slot, Value, Writer, unknown};
use crate::rule::{Case, Named};
use crate::rules::orders::{all, covered, facts, named_day};
use crate::spelling::is_one;
use crate::vocabulary::Procedure;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A value that a filing put on file.
#[derive(Clone)]
pub(crate) struct Held<'a> {
    /// The value; none if the filing took it away.
    pub(crate) value: Option<Cow<'a, Plain>>,
    /// Where the filing says so.
    pub(crate) place: Place,
}

impl Held<'_> {
    /// The value, to look at.
    pub(crate) fn value(&self) -> Option<&Plain> {
        self.value.as_deref()
    }
}

/// A change whose old value is not what was on file before it.
pub(crate) struct Break<'a> {
    /// The fact.
    pub(crate) fact: &'a str,
    /// The change.
    pub(crate) change: &'a Placed<FactChange>,
    /// What was on file.
    pub(crate) held: Held<'a>,
}

/// What is on file by facts, and the changes that do not fit.
#[derive(Default)]
pub(crate) struct OnFile<'a> {
    /// The facts.
    pub(crate) held: BTreeMap<&'a str, Held<'a>>,
    /// The facts of what ended, as they were on file last.
    pub(crate) former: BTreeMap<&'a str, Held<'a>>,
    /// The changes that do not fit.
    pub(crate) breaks: Vec<Break<'a>>,
    /// What an opening states otherwise than a filing before it.
    pub(crate) contradicted: Vec<Break<'a>>,
}

/// What the filings of a subject have put on file by today.
pub(crate) fn on_file<'a>(case: &Case<'a>) -> OnFile<'a> {
    // What cannot be read of one of them may have put anything there.
    if all(case).any(|filing| !filing.record.tells_what_is_on_file()) {
        unknown::asked();
    }
    let mut order: Vec<(Option<Day>, Named<'a, Filing>)> = all(case)
        .filter(|filing| state(filing.record) == State::Approved)
        .map(|filing| (placed(&filing), filing))
        .filter(|(day, _)| day.is_none_or(|day| day <= case.today))
        .collect();
    order.sort_by(|one, other| (one.0, one.1.key).cmp(&(other.0, other.1.key)));
    let mut on_file = OnFile::default();
    for (_, filing) in &order {
        on_file.apply(case, filing.record);
        // A note that corrects a filing takes its place where that stands.
        let corrects = |note: &Filing| note.corrects.known().is_some_and(|stem| &**stem == filing.key);
        for note in all(case).filter(|note| corrects(note.record) && state(note.record) == State::Draft) {
            on_file.apply(case, note.record);
        }
    }
    for filing in pending(case) {
        on_file.compare(case, filing.record);
    }
    on_file
}

/// The filings that ask for something and are not decided.
pub(crate) fn pending<'a>(case: &Case<'a>) -> impl Iterator<Item = Named<'a, Filing>> {
    all(case).filter(|filing| state(filing.record).is_pending() && filing.record.corrects.is_absent())
}

/// Whether an order that has not taken its place on file by today speaks of a fact: one that is
/// pending or, where a past day is judged, one that was approved later.
pub(crate) fn is_asked(case: &Case<'_>, fact: &str) -> bool {
    let later = |filing: &Named<'_, Filing>| match state(filing.record) {
        State::Approved => placed(filing).is_some_and(|day| case.today < day),
        State::Draft | State::WithProvider | State::UnderReview => true,
        State::Ended => false,
    };
    all(case).any(|filing| filing.record.facts.known().is_some_and(|facts| facts.get(fact).is_some()) && later(&filing))
}

/// The day on which a filing took its place on file.
fn placed(filing: &Named<'_, Filing>) -> Option<Day> {
    let approved = filing.record.approved();
    if filing.record.procedure.known() != Some(&Procedure::Existing) {
        return approved;
    }
    let basis = || filing.record.basis.known().and_then(|basis| basis.date.known()).copied();
    approved.or_else(basis).or_else(|| named_day(filing.key))
}

impl<'a> OnFile<'a> {
    fn apply(&mut self, case: &Case<'_>, filing: &'a Filing) {
        self.compare(case, filing);
        self.end(filing);
        let facts = filing.facts.known().into_iter().flat_map(Keyed::iter);
        if self.held.is_empty()
            && !is_nested(filing)
            && filing.procedure.known().is_none_or(|asked| !asked.states_access())
        {
            self.held = facts.map(|(fact, change)| (fact, held(change))).collect();
            return;
        }
        if filing.is_opening() {
            self.open(case, filing);
            return;
        }
        for (fact, change) in facts {
            let access = filing.procedure.known().and_then(|asked| access_change(*asked, fact, &change.value));
            let held = match (access, self.held.get(fact)) {
                (Some(access), Some(before)) => {
                    Held { value: access.after(before.value()).map(Cow::Owned), place: change.place }
                }
                // What else there was no filing has told, so that nothing can be compared.
                (Some(_), None) => continue,
                (None, _) => held(change),
            };
            self.make_room(fact, held.value());
            self.held.insert(fact, held);
        }
    }

    /// What is deregistered, or was handed over, is on file no more.
    fn end(&mut self, filing: &Filing) {
        let Some(procedure) = filing.procedure.known() else { return };
        let hands_over = *procedure == Procedure::Migration && filing.facts.known().is_none_or(Keyed::is_empty);
        let ends = |fact: &str| {
            procedure.ends_subject()
                || (procedure.ends_services() || hands_over) && covered(filing).any(|(path, _)| is_part(fact, path))
        };
        let gone: Vec<&'a str> = self.held.keys().copied().filter(|fact| ends(fact)).collect();
        for fact in gone {
            self.former.extend(self.held.remove(fact).map(|held| (fact, held)));
        }
    }

    /// What the records begin with adds what no filing has told, and changes nothing.
    fn open(&mut self, case: &Case<'_>, filing: &'a Filing) {
        for (fact, change) in filing.facts.known().into_iter().flat_map(Keyed::iter) {
            let new = held(change);
            let Some(before) = self.held.get(fact).cloned() else {
                self.held.insert(fact, new);
                continue;
            };
            let fits = match (before.value(), new.value()) {
                (Some(before), Some(new)) => is_same(case, fact, before, new),
                (before, new) => before.is_none() && new.is_none(),
            };
            if !fits {
                self.contradicted.push(Break { fact, change, held: before });
            }
        }
    }

    /// A whole record and its fields can both be filed; the later one holds.
    fn make_room(&mut self, fact: &str, value: Option<&Plain>) {
        if value.is_some_and(|value| matches!(value, Plain::Map(_))) {
            self.held.retain(|other, _| !is_part(other, fact));
        }
        let mut whole = fact;
        while let Some((above, _)) = whole.rsplit_once('/') {
            self.held.remove(above);
            whole = above;
        }
    }

    /// Notes where a filing starts from another value than the one on file.
    fn compare(&mut self, case: &Case<'_>, filing: &'a Filing) {
        for (fact, change) in filing.facts.known().into_iter().flat_map(Keyed::iter) {
            let FactChange::Changed { from, .. } = &change.value else { continue };
            let Some(held) = self.held.get(fact) else { continue };
            if filing.procedure.known().is_some_and(|asked| access_change(*asked, fact, &change.value).is_some()) {
                continue;
            }
            let fits = match (from.said(), held.value()) {
                (Said::Faulty(_) | Said::Unknown, _) | (Said::Nothing, None) => true,
                (Said::This(from), Some(value)) => is_same(case, fact, &from.value, value),
                _ => false,
            };
            if !fits {
                self.breaks.push(Break { fact, change, held: held.clone() });
            }
        }
    }
}

/// Whether every fact of every filing stands in the records to the letter, as it does where
/// nothing has changed since: rules that hold facts against records are done with it.
pub(crate) fn are_recorded(case: &Case<'_>) -> bool {
    let all_recorded = || all(case).all(|filing| says_all(case.subject, filing.record));
    *case.memo.facts_are_recorded.get_or_init(all_recorded)
}

/// Whether the records say all that a filing files.
fn says_all(subject: &Subject, filing: &Filing) -> bool {
    // Facts are sorted, so that those about one record stand together.
    let mut last: Option<(&str, About<'_>)> = None;
    facts(filing).all(|(fact, change)| {
        let known = last.and_then(|(name, record)| Some((fact.strip_prefix(name)?, record)));
        let Some((path, record)) = known.or_else(|| about(subject, fact)) else { return false };
        last = fact.strip_suffix(path).map(|name| (name, record));
        // A path may end in a stroke that is of no use to find the record, and yet is a fault.
        !fact.ends_with('/') && matches!(record.find(path, held(change).value()), Recorded::Same)
    })
}

/// What a filing puts on file for a fact.
fn held(change: &Placed<FactChange>) -> Held<'_> {
    match &change.value {
        FactChange::Filed(value) => Held { value: Some(Cow::Borrowed(value)), place: change.place },
        FactChange::Changed { to, .. } => match to.placed() {
            Some(to) => Held { value: Some(Cow::Borrowed(&to.value)), place: to.place },
            None => Held { value: None, place: change.place },
        },
    }
}

/// Whether one fact of a filing may be a part of another: facts stand in the order of their
/// texts, so that what a part begins with stands right before it or before others like it.
fn is_nested(filing: &Filing) -> bool {
    let facts = || filing.facts.known().into_iter().flat_map(Keyed::iter).map(|(fact, _)| fact);
    facts().zip(facts().skip(1)).any(|(one, next)| next.starts_with(one))
}

fn is_part(fact: &str, whole: &str) -> bool {
    fact.strip_prefix(whole).is_some_and(|rest| rest.starts_with('/'))
}

/// Whether two values of a fact say the same.
pub(crate) fn is_same(case: &Case<'_>, fact: &str, one: &Plain, other: &Plain) -> bool {
    one == other || same_spelled(&case.tables.clouds, fact, one, other)
}

/// Whether the records say all that is on file of a fact, and perhaps more of it.
pub(crate) fn is_fuller(case: &Case<'_>, fact: &str, filed: &Plain, recorded: &Plain) -> bool {
    let fuller = |fact| change::is_fuller(&case.tables.clouds, &fact, filed, recorded);
    is_same(case, fact, filed, recorded) || Fact::parse(fact).is_some_and(fuller)
}

/// The key by which the records call a person whom filings call otherwise: a key is the user's
/// own, and who is meant is told by the name on file.
pub(crate) fn present_person<'a>(case: &Case<'a>, on_file: &OnFile<'_>, key: &str) -> Option<&'a str> {
    if case.subject.people.get(key).is_some() {
        return None;
    }
    let name = on_file.held.get(format!("people/{key}/name").as_str())?.value()?.as_text()?;
    let mut same = case
        .subject
        .people
        .iter()
        .filter(|(_, person)| person.value.name.known().is_some_and(|known| is_one(known, name)))
        .map(|(key, _)| key);
    let found = same.next()?;
    same.next().is_none().then_some(found)
}

/// Whether who answers is the one on file, under another key.
pub(crate) fn is_renamed(
    case: &Case<'_>,
    on_file: &OnFile<'_>,
    fact: &str,
    old: Option<&Plain>,
    new: Option<&Plain>,
) -> bool {
    let (Some(old), Some(new)) = (old.and_then(Plain::as_text), new.and_then(Plain::as_text)) else { return false };
    fact.ends_with("/principal") && present_person(case, on_file, old) == Some(new)
}

/// What the records say of a fact.
pub(crate) enum Recorded {
    /// There is no such record any more.
    NoRecord,
    /// The record is there and says nothing of it, or nothing that could be read.
    Nothing {
        /// Whether something stands there that could not be read.
        faulty: bool,
    },
    /// The record says literally what it was held against.
    Same,
    /// The record says this.
    Value(Plain, Place),
}

/// What the records say of a fact, held against a value.
pub(crate) fn recorded(subject: &Subject, fact: &str, against: Option<&Plain>) -> Recorded {
    let found = match about(subject, fact) {
        Some((path, record)) => record.find(path, against),
        None => Recorded::NoRecord,
    };
    match (found, step(fact)) {
        // It may stand where something could not be read.
        (Recorded::NoRecord | Recorded::Nothing { .. }, (file, Some(_))) if subject.is_unread(file) => {
            Recorded::Nothing { faulty: true }
        }
        (found, _) => found,
    }
}

/// A record that facts are about.
#[derive(Clone, Copy)]
enum About<'a> {
    Subject(&'a Particulars),
    Person(&'a Person),
    Domain(&'a Domain),
    Server(&'a Server),
    Service(&'a Service),
}

impl About<'_> {
    fn find(self, path: &str, against: Option<&Plain>) -> Recorded {
        match self {
            Self::Subject(record) => find(record, path, against),
            Self::Person(record) => find(record, path, against),
            Self::Domain(record) => find(record, path, against),
            Self::Server(record) => find(record, path, against),
            Self::Service(record) => find(record, path, against),
        }
    }
}

/// The record that a fact is about, with the path of the fact in it.
fn about<'a, 'f>(subject: &'a Subject, fact: &'f str) -> Option<(&'f str, About<'a>)> {
    if let Some(path) = fact.strip_prefix("subject/") {
        return Some((path, About::Subject(&subject.particulars.value)));
    }
    let (file, Some(rest)) = step(fact) else { return None };
    let (key, Some(path)) = step(rest) else { return None };
    let record = match file {
        "people" => About::Person(&subject.people.get(key)?.value),
        "domains" => About::Domain(&subject.domains.get(key)?.value),
        "servers" => About::Server(&subject.servers.get(key)?.value),
        "services" => About::Service(&subject.services.get(key)?.value),
        _ => return None,
    };
    Some((path, record))
}

fn find<T: Record>(record: &T, path: &str, against: Option<&Plain>) -> Recorded {
    let mut finder = Finder { path, against, found: Recorded::Nothing { faulty: false } };
    finder.record(record);
    finder.found
}

/// Takes one field of a record, so that the rest need not be looked at.
struct Finder<'p> {
    path: &'p str,
    against: Option<&'p Plain>,
    found: Recorded,
}

impl Writer for Finder<'_> {
    fn text(&mut self, _: &str) {}

    fn bare(&mut self, _: &str) {}

    fn record<T: Record>(&mut self, record: &T) {
        let (field, rest) = step(self.path);
        self.path = rest.unwrap_or_default();
        record.write_field(field, self);
    }

    fn field<T: Value>(&mut self, _: &'static str, slot: &Slot<T>) {
        match slot.said() {
            Said::Nothing => {}
            Said::Faulty(_) | Said::Unknown => self.found = Recorded::Nothing { faulty: true },
            Said::This(given) if !self.path.is_empty() => given.value.write(self),
            Said::This(given) => {
                self.found = match self.against {
                    Some(against) if is_literally(&given.value, against) => Recorded::Same,
                    _ => Recorded::Value(plain(&given.value), given.place),
                };
            }
        }
    }

    fn list<T: Value>(&mut self, _: &[Placed<T>]) {}

    fn keyed<T: Value>(&mut self, _: &Keyed<T>) {}

    fn plain(&mut self, _: &Plain) {}
}
