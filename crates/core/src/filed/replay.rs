//! Replaying approved filings: what was on file on a day.

use super::access::{AccessChange, access_change};
use super::facts::{is_filed, is_read, value_of};
use super::state::{State, state};
use crate::change::{Change, Fact, PersonField, ServiceField, SubjectField, same_filed};
use crate::day::Day;
use crate::model::{Dated, Filing, Subject};
use crate::names::Clouds;
use crate::record::{FactChange, Plain, unknown};
use crate::spelling::is_one;
use crate::vocabulary::Procedure;
use std::collections::{BTreeMap, BTreeSet};

/// A value on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The value.
    pub value: Plain,
    /// Stem of the filing that put it there.
    pub filing: Box<str>,
    /// Day of its approval.
    pub since: Option<Day>,
}

/// What is on file on a day, by facts as they are spelled.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OnFile {
    /// The facts.
    pub facts: BTreeMap<String, Held>,
    /// Numbers granted, by what they were granted to.
    pub numbers: BTreeMap<String, Held>,
    /// What was deregistered, with the stem of the filing that did it.
    pub ended: BTreeMap<String, Box<str>>,
    /// The accesses of which filings stated only what came: there may be others.
    pub partial: BTreeSet<String>,
}

/// The day on which a filing took its place on file.
fn placed(dated: &Dated<Filing>) -> Option<Day> {
    let filing = &dated.record.value;
    let basis = || filing.basis.known().and_then(|basis| basis.date.known()).copied();
    let stem = || dated.stem.get(..10).and_then(|text| Day::parse(text).ok());
    match filing.procedure.known() {
        Some(Procedure::Existing) => filing.approved().or_else(basis).or_else(stem),
        _ => filing.approved(),
    }
}

/// What was on file on a day, from the approved filings alone, in the order of approval.
///
/// A filing that `corrects` another one without being approved itself is a note: its values
/// take the place of the other's where the other stands.
#[must_use]
pub fn replay(filings: &[Dated<Filing>], day: Day) -> OnFile {
    let mut on_file = OnFile::default();
    for (since, dated) in in_order(filings, day) {
        on_file.apply(dated, since);
        for note in notes(filings, dated) {
            on_file.put(note, since);
        }
    }
    on_file
}

/// The filings approved by a day, in the order of approval.
pub(super) fn in_order(filings: &[Dated<Filing>], day: Day) -> Vec<(Option<Day>, &Dated<Filing>)> {
    let approved = |dated: &&Dated<Filing>| state(&dated.record.value) == State::Approved;
    if filings.iter().any(|dated| !dated.record.value.tells_what_is_on_file()) {
        unknown::asked();
    }
    let mut order: Vec<(Option<Day>, &Dated<Filing>)> =
        filings.iter().filter(approved).map(|dated| (placed(dated), dated)).collect();
    order.retain(|(placed, _)| placed.is_none_or(|placed| placed <= day));
    order.sort_by(|a, b| (a.0, &a.1.stem).cmp(&(b.0, &b.1.stem)));
    order
}

/// The notes that correct a filing: they were never approved themselves.
pub(super) fn notes<'f>(
    filings: &'f [Dated<Filing>],
    corrected: &'f Dated<Filing>,
) -> impl Iterator<Item = &'f Dated<Filing>> {
    filings.iter().filter(|note| corrects(note).is_some_and(|stem| stem == &*corrected.stem))
}

/// The stem of the filing that a note corrects; none if it is no such note.
pub(super) fn corrects(note: &Dated<Filing>) -> Option<&str> {
    let stem = note.record.value.corrects.known()?;
    (state(&note.record.value) == State::Draft).then_some(&**stem)
}

impl OnFile {
    pub(super) fn apply(&mut self, dated: &Dated<Filing>, since: Option<Day>) {
        let filing = &dated.record.value;
        let Some(procedure) = filing.procedure.known() else { return };
        match procedure {
            Procedure::First
            | Procedure::AddService
            | Procedure::AddAccess
            | Procedure::ChangeSubject
            | Procedure::ChangeService
            | Procedure::ChangeBoth
            | Procedure::ChangeAccess
            | Procedure::ChangeProvince
            | Procedure::CancelAccess
            | Procedure::Existing => self.put(dated, since),
            Procedure::Migration => self.migrate(dated, since),
            Procedure::DeregisterService => self.remove(dated),
            Procedure::DeregisterSubject | Procedure::DeregisterEmptyShell => {
                self.facts.clear();
                self.numbers.clear();
                self.ended.insert("subject".to_owned(), dated.stem.clone());
            }
            // Another's record, or only the account at the provider.
            Procedure::DeregisterOther | Procedure::Transfer | Procedure::Claim => {}
        }
        for grant in filing.granted.items() {
            if let (Some(of), Some(number)) = (grant.value.of.known(), grant.value.number.known()) {
                let held = Held { value: Plain::text(number), filing: dated.stem.clone(), since };
                self.numbers.insert(of.to_string(), held);
            }
        }
    }

    /// A service that comes brings its facts; one that goes brings none.
    fn migrate(&mut self, dated: &Dated<Filing>, since: Option<Day>) {
        let brings = dated.record.value.facts.known().is_some_and(|facts| !facts.is_empty());
        if brings { self.put(dated, since) } else { self.remove(dated) }
    }

    pub(super) fn put(&mut self, dated: &Dated<Filing>, since: Option<Day>) {
        let filing = &dated.record.value;
        let Some(facts) = filing.facts.known() else { return };
        let procedure = filing.procedure.known().copied();
        // What the records begin with adds what no filing has told, and changes nothing.
        let opening = filing.is_opening();
        for (fact, change) in facts.iter() {
            if opening && self.facts.contains_key(fact) {
                continue;
            }
            let access = procedure.and_then(|asked| access_change(asked, fact, &change.value));
            if access.is_none() {
                self.partial.remove(fact);
            } else if !self.facts.contains_key(fact) {
                self.partial.insert(fact.to_owned());
            }
            let value = match (access, &change.value) {
                (Some(access), _) => access.after(self.facts.get(fact).map(|held| &held.value)),
                (None, FactChange::Filed(value)) => Some(value.clone()),
                (None, FactChange::Changed { to, .. }) => to.known().cloned(),
            };
            match value {
                Some(value) => {
                    let held = Held { value, filing: dated.stem.clone(), since };
                    self.facts.insert(fact.to_owned(), held);
                }
                None => drop(self.facts.remove(fact)),
            }
        }
        for item in dated.record.value.covers.items().iter().filter(|_| !opening) {
            self.ended.remove(&*item.value.0);
        }
    }

    fn remove(&mut self, dated: &Dated<Filing>) {
        for item in dated.record.value.covers.items() {
            let scope = item.value.to_string();
            let under = format!("{scope}/");
            self.facts.retain(|fact, _| !fact.starts_with(&under));
            self.numbers.remove(&scope);
            self.ended.insert(scope, dated.stem.clone());
        }
    }

    /// Whether the records say what is on file. Of accesses of which only some were ever stated, these are there.
    fn agrees(&self, clouds: &Clouds, fact: &Fact, held: &Plain, recorded: Option<&Plain>) -> bool {
        if self.partial.contains(&fact.spelled()) {
            return AccessChange::Comes(held).is_in(recorded);
        }
        recorded.is_some_and(|recorded| same_filed(clouds, fact, held, recorded))
    }

    /// The value of a fact on file.
    #[must_use]
    pub fn value(&self, fact: &Fact) -> Option<&Plain> {
        self.facts.get(&fact.spelled()).map(|held| &held.value)
    }
}

/// Whether a change brings the records to what is on file.
pub(crate) fn as_on_file(clouds: &Clouds, on_file: &OnFile, change: &Change, scope: &str) -> bool {
    let fact = &change.fact;
    let ends = fact.is_whole() || fact.to_string().ends_with("/closed") || fact.to_string().contains("/ended/");
    if ends {
        // A record that is gone has ended, and a day of the end that is there.
        let how = if fact.is_whole() { crate::change::How::Removed } else { crate::change::How::Added };
        // What had ended and was filed anew has no end any more.
        let is_back = !fact.is_whole() && on_file.numbers.contains_key(scope) && !on_file.ended.contains_key(scope);
        if is_back && change.how() == crate::change::How::Removed {
            return true;
        }
        return change.how() == how && on_file.ended.contains_key(scope);
    }
    on_file.value(fact).is_some_and(|held| on_file.agrees(clouds, fact, held, change.new.as_ref()))
}

/// Where the records differ from what is on file: what is pending, or still to be filed.
///
/// Compared are the facts that are on file; what no filing ever named is not known to differ.
#[must_use]
pub fn pending(clouds: &Clouds, on_file: &OnFile, subject: &Subject) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut gone = BTreeSet::new();
    for (spelled, held) in &on_file.facts {
        let Some(fact) = Fact::parse(spelled).filter(is_filed) else { continue };
        // What cannot be read does not differ from anything.
        if !is_read(subject, &under_present_key(on_file, subject, &fact)) {
            continue;
        }
        if let Fact::Service(key, _) = &fact
            && subject.services.get(key).is_none()
        {
            gone.insert(key.clone());
            continue;
        }
        let new = value_of(subject, &under_present_key(on_file, subject, &fact));
        if !on_file.agrees(clouds, &fact, &held.value, new.as_ref()) {
            changes.push(Change { fact, old: Some(held.value.clone()), new });
        }
    }
    changes.extend(gone.into_iter().map(|key| {
        let name = on_file.value(&Fact::Service(key.clone(), ServiceField::Name)).cloned();
        let known = name.map(|name| ("name".into(), name));
        Change {
            fact: Fact::Service(key, ServiceField::Whole),
            old: Some(Plain::Map(known.into_iter().collect())),
            new: None,
        }
    }));
    changes.retain(|change| !is_reference_to_renamed(on_file, subject, change));
    changes
}

/// Filings keep the keys of their day. A person whose key changed since is known by name.
fn present_person<'a>(on_file: &OnFile, subject: &'a Subject, key: &str) -> Option<&'a str> {
    if subject.people.get(key).is_some() {
        return None;
    }
    let name = on_file.value(&Fact::Person(key.into(), PersonField::Name))?.as_text()?;
    let mut same = subject
        .people
        .iter()
        .filter(|(_, person)| person.value.name.known().is_some_and(|text| is_one(text, name)))
        .map(|(key, _)| key);
    let found = same.next()?;
    same.next().is_none().then_some(found)
}

fn under_present_key(on_file: &OnFile, subject: &Subject, fact: &Fact) -> Fact {
    match fact {
        Fact::Person(key, field) => {
            let key = present_person(on_file, subject, key).unwrap_or(key);
            Fact::Person(key.into(), *field)
        }
        other => other.clone(),
    }
}

fn is_reference_to_renamed(on_file: &OnFile, subject: &Subject, change: &Change) -> bool {
    let principal =
        matches!(change.fact, Fact::Subject(SubjectField::Principal) | Fact::Service(_, ServiceField::Principal));
    let (Some(old), Some(new)) = (&change.old, &change.new) else { return false };
    principal && old.as_text().and_then(|key| present_person(on_file, subject, key)) == new.as_text()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::When;
    use crate::model::FilingEvent;
    use crate::record::{Placed, Slot, Text};
    use crate::vocabulary::Event;

    fn filing(
        stem: &str,
        procedure: Procedure,
        approved: Option<Day>,
        facts: &[(&str, Option<&str>)],
    ) -> Dated<Filing> {
        let change = |to: &Option<&str>| FactChange::Changed {
            from: Slot::ABSENT,
            to: to.map_or(Slot::ABSENT, |text| Slot::new(Plain::text(text))),
        };
        let facts = facts.iter().map(|(fact, to)| ((*fact).into(), Placed::new(change(to)))).collect();
        let event = |day| FilingEvent {
            at: Slot::new(When::Day(day)),
            event: Slot::new(Event::Approved),
            ..FilingEvent::default()
        };
        let record = Filing {
            procedure: Slot::new(procedure),
            covers: Slot::new(vec![Placed::new(Text::from("services/shop"))]),
            facts: Slot::new(facts),
            events: Slot::new(approved.map(|day| Placed::new(event(day))).into_iter().collect()),
            ..Filing::default()
        };
        Dated { stem: stem.into(), record: Placed::new(record) }
    }

    const NAME: &str = "services/shop/name";

    fn name(on_file: &OnFile) -> Option<&str> {
        on_file.facts.get(NAME).and_then(|held| held.value.as_text())
    }

    #[test]
    fn approved_filings_stand_in_the_order_of_their_approval() {
        let filings = [
            filing("2021-01-01-first", Procedure::First, Some(Day::of(2021, 2, 1)), &[(NAME, Some("甲"))]),
            filing("2022-01-01-late", Procedure::ChangeService, Some(Day::of(2022, 6, 1)), &[(NAME, Some("丙"))]),
            filing("2022-02-01-early", Procedure::ChangeService, Some(Day::of(2022, 3, 1)), &[(NAME, Some("乙"))]),
            filing("2023-01-01-open", Procedure::ChangeService, None, &[(NAME, Some("丁"))]),
        ];
        let on = |day| replay(&filings, day);
        assert_eq!(name(&on(Day::of(2021, 1, 31))), None);
        assert_eq!(name(&on(Day::of(2021, 2, 1))), Some("甲"));
        assert_eq!(name(&on(Day::of(2022, 4, 1))), Some("乙"));
        assert_eq!(name(&on(Day::of(2026, 1, 1))), Some("丙"));
    }

    #[test]
    fn what_is_deregistered_is_gone_and_named() {
        let filings = [
            filing("2021-01-01-first", Procedure::First, Some(Day::of(2021, 2, 1)), &[(NAME, Some("甲"))]),
            filing("2022-01-01-end", Procedure::DeregisterService, Some(Day::of(2022, 2, 1)), &[]),
        ];
        let on_file = replay(&filings, Day::of(2022, 2, 1));
        assert_eq!(name(&on_file), None);
        assert_eq!(on_file.ended.get("services/shop").map(|stem| &**stem), Some("2022-01-01-end"));
    }

    #[test]
    fn a_note_corrects_where_the_corrected_filing_stands() {
        let mut note = filing("2024-01-01-note", Procedure::First, None, &[(NAME, Some("甲甲"))]);
        note.record.value.corrects = Slot::new("2021-01-01-first".into());
        let filings = [
            filing("2021-01-01-first", Procedure::First, Some(Day::of(2021, 2, 1)), &[(NAME, Some("甲"))]),
            filing("2022-01-01-next", Procedure::ChangeService, Some(Day::of(2022, 2, 1)), &[(NAME, Some("乙"))]),
            note,
        ];
        assert_eq!(name(&replay(&filings, Day::of(2021, 6, 1))), Some("甲甲"));
        assert_eq!(name(&replay(&filings, Day::of(2022, 6, 1))), Some("乙"));
    }

    #[test]
    fn what_the_records_begin_with_needs_no_approval() {
        let filings = [filing("2020-05-01-existing", Procedure::Existing, None, &[(NAME, Some("甲"))])];
        assert_eq!(name(&replay(&filings, Day::of(2020, 4, 30))), None);
        assert_eq!(name(&replay(&filings, Day::of(2020, 5, 1))), Some("甲"));
    }
}
