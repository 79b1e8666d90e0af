//! What is to be done: differences between the two states, and days to keep.

use super::facts::{DASH, Facts};
use beian_core::change::Change;
use beian_core::deadline::{Deadline, deadlines};
use beian_core::filed::pending;
use beian_core::rule::Case;
use beian_core::words;
use beian_core::words::Words;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct PendingView {
    label: String,
    fact: String,
    on_file: String,
    records: String,
}

#[derive(Debug, Serialize)]
pub(super) struct DeadlineView {
    due: String,
    what: String,
    fact: String,
    rule: String,
    state: String,
    over: bool,
}

/// What is to be done of one subject: the dossier lists it, the page over all counts it.
#[derive(Debug)]
pub(super) struct Todo {
    /// Where the records differ from what is on file; of a past day nobody can tell.
    pub(super) pending: Vec<PendingView>,
    /// The days to keep on the day of which the dossier speaks.
    pub(super) deadlines: Vec<DeadlineView>,
}

impl Todo {
    pub(super) fn new(facts: Facts<'_>) -> Self {
        let input = facts.input;
        let changes = if input.terms.days.is_past() {
            Vec::new()
        } else {
            pending(&input.terms.tables.clouds, input.on_file, input.subject)
        };
        let terms = &input.terms;
        let case = Case::new(input.subject, terms.tables, terms.days.as_of, terms.sample);
        Self {
            pending: changes.iter().map(|change| difference(facts, change)).collect(),
            deadlines: deadlines(&case).into_iter().map(|deadline| view(facts, &deadline)).collect(),
        }
    }
}

fn difference(facts: Facts<'_>, change: &Change) -> PendingView {
    let side = |value: Option<&beian_core::record::Plain>| {
        value.map_or_else(|| DASH.to_owned(), |value| facts.value(&change.fact, value))
    };
    PendingView {
        label: facts.say(&change.fact.words()),
        fact: change.fact.to_string(),
        on_file: side(change.old.as_ref()),
        records: side(change.new.as_ref()),
    }
}

fn view(facts: Facts<'_>, deadline: &Deadline) -> DeadlineView {
    let day = facts.input.terms.days.as_of;
    let state = match deadline.due.map(|due| day.days_until(due)) {
        None => Words::fixed("不能推算", "cannot be counted"),
        Some(days) if days < 0 => {
            let days = -days;
            words!("已过 {days} 天", "{days} days over")
        }
        Some(0) => Words::fixed("当日", "that day"),
        Some(days) => words!("还有 {days} 天", "in {days} days"),
    };
    DeadlineView {
        due: deadline.due.map_or_else(|| DASH.to_owned(), |due| due.to_string()),
        what: facts.mask.text(&facts.say(&deadline.what)),
        fact: facts.mask.text(&deadline.fact),
        rule: deadline.rule.unwrap_or(DASH).to_owned(),
        state: facts.say(&state),
        over: deadline.is_over(day),
    }
}

impl DeadlineView {
    /// Whether its day has passed.
    pub(super) const fn is_over(&self) -> bool {
        self.over
    }

    /// It in one line.
    pub(super) fn line(&self) -> String {
        format!("{} {}（{}）", self.due, self.what, self.state)
    }
}
