//! The days to keep, as the rules on times count them, and the last days of what has a term.

mod licences;
mod orders;
mod terms;

use crate::day::Day;
use crate::rule::Case;
use crate::words::Words;

/// A day to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The last day; none in a year whose working days are not published.
    pub due: Option<Day>,
    /// What it is about, as a fact of the subject: `filings/…`, `domains/…/expires`.
    pub fact: String,
    /// What is to be done by then, or what ends.
    pub what: Words,
    /// Code of the rule that counts it; none for a term that stands in the records as it is.
    pub rule: Option<&'static str>,
}

impl Deadline {
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
    found.extend(terms::deadlines(case));
    found.extend(licences::deadlines(case));
    found.sort_by(|a, b| (a.due.is_none(), a.due, &a.fact).cmp(&(b.due.is_none(), b.due, &b.fact)));
    found
}
