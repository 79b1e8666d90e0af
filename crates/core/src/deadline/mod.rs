//! The days to keep, as the rules on times count them, and the last days of what has a term.

mod concern;
mod licences;
mod matter;
mod orders;
mod services;
mod terms;

pub use concern::concerned;
pub use matter::{Actor, Matter};

use crate::calendar::UnknownYear;
use crate::day::{Day, Moment};
use crate::rule::Case;
use crate::tables::Counted;
use crate::words::Words;

/// A day to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// What kind it is of.
    pub matter: Matter,
    /// The last day; none in a year whose working days are not published.
    pub due: Option<Day>,
    /// The moment by which it is done, where that is known.
    pub at: Option<Moment>,
    /// The year whose working days would have to be known for the day.
    pub unknown: Option<UnknownYear>,
    /// What it is about, as a fact of the subject: `filings/…`, `domains/…/expires`.
    pub fact: String,
    /// What is to be done by then, or what ends.
    pub what: Words,
    /// Code of the rule that counts it; none for a term that stands in the records as it is.
    pub rule: Option<&'static str>,
}

impl Deadline {
    /// One with a day or without.
    const fn new(matter: Matter, due: Option<Day>, fact: String, what: Words) -> Self {
        Self { matter, due, at: None, unknown: None, fact, what, rule: None }
    }

    /// One that is counted from an event.
    fn counted(matter: Matter, counted: &Counted<'_>, fact: String, what: Words) -> Self {
        Self { unknown: counted.end.err(), ..Self::new(matter, counted.day(), fact, what) }
    }

    /// The same, counted by a rule.
    const fn by(mut self, rule: &crate::rule::Rule) -> Self {
        self.rule = Some(rule.code);
        self
    }

    /// Whether it has passed on a day.
    #[must_use]
    pub fn is_over(&self, day: Day) -> bool {
        self.due.is_some_and(|due| due < day)
    }
}

/// Every day to keep of a subject as it stands on the day of the case, the earliest first.
/// What has ended has none.
#[must_use]
pub fn deadlines(case: &Case<'_>) -> Vec<Deadline> {
    if case.stage == crate::model::Stage::Ended {
        return Vec::new();
    }
    let mut found = orders::deadlines(case);
    found.extend(services::deadlines(case));
    found.extend(terms::deadlines(case));
    found.extend(licences::deadlines(case));
    found.sort_by(|a, b| (a.due.is_none(), a.due, &a.fact).cmp(&(b.due.is_none(), b.due, &b.fact)));
    found
}
