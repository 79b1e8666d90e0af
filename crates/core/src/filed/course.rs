//! The course of what was on file: every value a fact had, and by which filing.

use super::replay::{Held, OnFile, in_order, notes};
use crate::day::Day;
use crate::model::{Dated, Filing};
use crate::record::Plain;
use std::collections::BTreeMap;

/// A value that a filing put on file, or took off it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The value; none if there is nothing on file from that day on.
    pub value: Option<Plain>,
    /// Stem of the filing, or of the note that corrects one.
    pub filing: Box<str>,
    /// The day from which it is on file.
    pub since: Option<Day>,
    /// Stem of the filing that a note corrects: it was true since that one's day, though it
    /// may have become known much later.
    pub corrects: Option<Box<str>>,
}

/// What was on file up to a day, by facts as they are spelled, each in the order of approval.
/// What a note corrects stands before the correction.
#[must_use]
pub fn course(filings: &[Dated<Filing>], day: Day) -> BTreeMap<String, Vec<Step>> {
    let mut found = Course::default();
    for (since, dated) in in_order(filings, day) {
        found.begin();
        found.on_file.apply(dated, since);
        found.step(dated, since, None);
        for note in notes(filings, dated) {
            found.begin();
            found.on_file.put(note, since);
            found.step(note, since, Some(&dated.stem));
        }
    }
    found.facts
}

#[derive(Default)]
struct Course {
    on_file: OnFile,
    before: BTreeMap<String, Held>,
    facts: BTreeMap<String, Vec<Step>>,
}

impl Course {
    /// Remembers what is on file before a filing.
    fn begin(&mut self) {
        self.before.clone_from(&self.on_file.facts);
    }

    /// Keeps what differs from before, or was filed again.
    fn step(&mut self, dated: &Dated<Filing>, since: Option<Day>, corrects: Option<&str>) {
        let step = |value: Option<Plain>| Step {
            value,
            filing: dated.stem.clone(),
            since,
            corrects: corrects.map(Into::into),
        };
        for (fact, held) in &self.on_file.facts {
            if self.before.get(fact).is_none_or(|before| before.value != held.value) {
                self.facts.entry(fact.clone()).or_default().push(step(Some(held.value.clone())));
            }
        }
        for fact in self.before.keys().filter(|fact| !self.on_file.facts.contains_key(*fact)) {
            self.facts.entry(fact.clone()).or_default().push(step(None));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::When;
    use crate::model::FilingEvent;
    use crate::record::{FactChange, Placed, Slot};
    use crate::vocabulary::{Event, Procedure};

    fn filing(stem: &str, procedure: Procedure, approved: Option<Day>, name: Option<&str>) -> Dated<Filing> {
        let facts = name.map(|name| ("subject/name".into(), Placed::new(FactChange::Filed(Plain::text(name)))));
        let event = |day| FilingEvent {
            at: Slot::new(When::Day(day)),
            event: Slot::new(Event::Approved),
            ..FilingEvent::default()
        };
        let record = Filing {
            procedure: Slot::new(procedure),
            facts: Slot::new(facts.into_iter().collect()),
            events: Slot::new(approved.map(|day| Placed::new(event(day))).into_iter().collect()),
            ..Filing::default()
        };
        Dated { stem: stem.into(), record: Placed::new(record) }
    }

    #[test]
    fn a_fact_has_its_values_in_order_the_corrected_one_first() {
        let mut note = filing("2024-01-01-note", Procedure::First, None, Some("甲甲"));
        note.record.value.corrects = Slot::new("2021-01-01-first".into());
        let filings = [
            filing("2021-01-01-first", Procedure::First, Some(Day::of(2021, 2, 1)), Some("甲")),
            filing("2022-01-01-change", Procedure::ChangeSubject, Some(Day::of(2022, 2, 1)), Some("乙")),
            filing("2023-01-01-end", Procedure::DeregisterSubject, Some(Day::of(2023, 2, 1)), None),
            note,
        ];
        let told = |day| {
            let steps = course(&filings, day).remove("subject/name").unwrap_or_default();
            let one = |step: Step| {
                let value = step.value.as_ref().and_then(Plain::as_text).unwrap_or("-").to_owned();
                format!("{value} {} {}", step.filing, step.corrects.is_some())
            };
            steps.into_iter().map(one).collect::<Vec<_>>()
        };
        let (first, note) = ("甲 2021-01-01-first false", "甲甲 2024-01-01-note true");
        assert_eq!(told(Day::of(2021, 6, 1)), [first, note]);
        let all = [first, note, "乙 2022-01-01-change false", "- 2023-01-01-end false"];
        assert_eq!(told(Day::of(2026, 1, 1)), all);
    }
}
