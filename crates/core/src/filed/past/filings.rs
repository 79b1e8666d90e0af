//! Filings, letters and observations as they stood on a day, and what they tell of the records.

use super::super::replay::{Held, corrects};
use super::super::state::{State, state};
use crate::day::{Day, When};
use crate::model::{Dated, Filing, Observation, Official, Paper, Subject};
use crate::record::{FactChange, Placed, Slot};
use crate::vocabulary::Procedure;
use std::collections::{BTreeMap, BTreeSet};

/// A filing as it stood on a day; none if it was not begun. A note that corrects a filing of
/// that day speaks of what was true then, whenever it was written.
pub(super) fn on(dated: &Dated<Filing>, known: &Subject, day: Day) -> Option<Dated<Filing>> {
    let mut dated = dated.clone();
    if let Some(stem) = corrects(&dated) {
        let corrected = known.filings.iter().find(|filing| &*filing.stem == stem)?;
        // A note on a note corrects nothing, and two of them could go round for ever.
        return (corrects(corrected).is_none() && on(corrected, known, day).is_some()).then_some(dated);
    }
    if begun(&dated).is_none_or(|begun| day < begun) {
        return None;
    }
    let is_opening = is_opening(&dated);
    let filing = &mut dated.record.value;
    retain(&mut filing.events, Slot::ABSENT, |event| event.at.known().is_none_or(|at| at.day() <= day));
    let came = |paper: &Paper| paper.added.known().or(paper.dated.known()).copied();
    retain(&mut filing.papers, Slot::UNKNOWN, |paper| came(paper).is_none_or(|came| came <= day));
    if filing.approved().is_none() && !is_opening {
        filing.granted = Slot::ABSENT;
    }
    if filing.basis.known().and_then(|basis| basis.date.known()).is_some_and(|basis| day < *basis) {
        filing.basis = Slot::UNKNOWN;
    }
    Some(dated)
}

/// The first day of which a filing tells.
fn begun(dated: &Dated<Filing>) -> Option<Day> {
    let filing = &dated.record.value;
    let first = filing.events.items().iter().filter_map(|event| event.value.at.known()).map(|at| at.day()).min();
    let basis = || filing.basis.known().and_then(|basis| basis.date.known()).copied();
    let opening = is_opening(dated).then(basis).flatten();
    first.or(opening).or_else(|| named_day(&dated.stem))
}

/// The day that a filing's name begins with.
pub(super) fn named_day(stem: &str) -> Option<Day> {
    stem.get(..10).and_then(|text| Day::parse(text).ok())
}

/// Whether a filing is what the records begin with.
pub(super) fn is_opening(dated: &Dated<Filing>) -> bool {
    dated.record.value.procedure.known() == Some(&Procedure::Existing)
}

/// What the orders that run ask for. The records hold what they ask for: that is how they are
/// asked.
pub(super) fn asked(filings: &[Dated<Filing>]) -> BTreeMap<String, Held> {
    let mut asked = BTreeMap::new();
    for dated in filings.iter().filter(|dated| state(&dated.record.value).is_open()) {
        let Some(facts) = dated.record.value.facts.known() else { continue };
        for (fact, change) in facts.iter() {
            let value = match &change.value {
                FactChange::Filed(value) => Some(value),
                FactChange::Changed { to, .. } => to.known(),
            };
            let Some(value) = value else { continue };
            let held = Held { value: value.clone(), filing: dated.stem.clone(), since: begun(dated) };
            asked.insert(fact.to_owned(), held);
        }
    }
    asked
}

/// Facts that the records may have held in another way than was on file: those of which a
/// filing tells that was written and not sent, or had come to nothing and was sent again, or
/// took the fact away, and those that a note of a later day corrects.
pub(super) fn unsure(known: &Subject, day: Day) -> BTreeSet<Box<str>> {
    let mut unsure = BTreeSet::new();
    for dated in &known.filings {
        let takes_all = may_differ(dated, day);
        for (fact, change) in dated.record.value.facts.known().into_iter().flat_map(|facts| facts.iter()) {
            let takes_away = matches!(&change.value, FactChange::Changed { to, .. } if to.known().is_none());
            if takes_all || takes_away {
                unsure.insert(Box::from(fact));
            }
        }
    }
    unsure
}

fn may_differ(dated: &Dated<Filing>, day: Day) -> bool {
    let named = named_day(&dated.stem);
    if corrects(dated).is_some() {
        return named.is_none_or(|named| day < named);
    }
    let mut then = dated.record.value.clone();
    retain(&mut then.events, Slot::ABSENT, |event| event.at.known().is_none_or(|at| at.day() <= day));
    let later = then.events.items().len() < dated.record.value.events.items().len();
    match state(&then) {
        // The day on which it takes effect may be the one on which the records were changed.
        State::Draft => named.into_iter().chain(then.effective.known().copied()).min().is_none_or(|from| from <= day),
        State::Ended => later,
        State::WithProvider | State::UnderReview | State::Approved => false,
    }
}

/// Whether an observation had been made.
pub(super) fn was_seen(seen: &Dated<Observation>, day: Day) -> bool {
    seen.record.value.at.known().map(|at: &When| at.day()).is_some_and(|at| at <= day)
}

/// A letter as it stood on a day; none if it had not come.
pub(super) fn letter_on(letter: &Dated<Official>, day: Day) -> Option<Dated<Official>> {
    let mut letter = letter.clone();
    if letter.record.value.received.known().is_none_or(|received| day < *received) {
        return None;
    }
    not_later(&mut letter.record.value.answered, day);
    Some(letter)
}

/// An event that lies after a day had not happened.
pub(super) fn not_later(slot: &mut Slot<Day>, day: Day) {
    if slot.known().is_some_and(|known| day < *known) {
        *slot = Slot::ABSENT;
    }
}

/// Keeps some items of a list.
pub(super) fn retain<T>(list: &mut Slot<Vec<Placed<T>>>, none_left: Slot<Vec<Placed<T>>>, keep: impl Fn(&T) -> bool) {
    let Some(given) = list.placed_mut() else { return };
    let before = given.value.len();
    given.value.retain(|item| keep(&item.value));
    if given.value.is_empty() && before != 0 {
        *list = none_left;
    }
}
