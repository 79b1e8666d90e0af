//! The days of an order: forwards from today, or backwards from the day on which a service shall open.

use crate::calendar::UnknownYear;
use crate::day::Day;
use crate::rule::Case;
use crate::vocabulary::{PeriodKind, Procedure};
use crate::words::named;
use std::collections::BTreeMap;

/// No order takes longer than so many days.
const LONGEST: i64 = 400;

named! {
    /// What an order comes to, one after the other.
    pub enum Mark by id {
        Submitted: "submitted", "提交订单", "submitted";
        Passed: "passed", "初审通过", "passed by the provider";
        Verified: "verified", "短信核验", "the code entered";
        HandedOver: "handed-over", "提交管局", "handed over";
        Decided: "decided", "管局通过", "approved";
    }
}

/// One leg of the way: the period that it takes, and what it ends with.
type Leg = (PeriodKind, Mark);

const LEGS: [Leg; 4] = [
    (PeriodKind::ProviderReview, Mark::Passed),
    (PeriodKind::SmsCode, Mark::Verified),
    (PeriodKind::ProviderHandover, Mark::HandedOver),
    (PeriodKind::AuthorityDecision, Mark::Decided),
];

/// The days of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// The last day of each.
    pub days: BTreeMap<Mark, Day>,
    /// The day on which it can open.
    pub opens: Day,
    /// Whether the days are counted backwards from the day on which it shall open: they are kept, or it opens later.
    pub is_backwards: bool,
}

/// What the days come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Course {
    /// These days.
    Days(Schedule),
    /// The day asked for cannot be had; it is this one at the earliest, if that can be counted.
    TooSoon {
        /// The day asked for.
        asked: Day,
        /// The earliest.
        earliest: Result<Day, UnknownYear>,
    },
    /// A calendar of working days would have to be known.
    Unknown(UnknownYear),
}

/// What a schedule is made of.
pub(super) struct Way<'c, 'a> {
    pub(super) case: &'c Case<'a>,
    pub(super) procedure: Procedure,
    pub(super) provider: &'c str,
    /// What it has come to last, and when; nothing before it is submitted.
    pub(super) done: Option<(Mark, Day)>,
    /// The day before which it is not submitted.
    pub(super) earliest: Day,
}

impl Way<'_, '_> {
    fn legs(&self) -> impl DoubleEndedIterator<Item = Leg> {
        let is_checked = self.procedure.is_checked_by_message();
        let begins = self.done.map_or(0, |(done, _)| LEGS.iter().position(|leg| leg.1 == done).map_or(0, |at| at + 1));
        LEGS.into_iter().skip(begins).filter(move |leg| is_checked || leg.0 != PeriodKind::SmsCode)
    }

    /// The last day of a leg that begins on a day; a period that no row tells takes no time.
    fn end(&self, leg: Leg, begins: Day) -> Result<Day, UnknownYear> {
        let counted = self.case.tables.count(leg.0, self.provider, begins);
        counted.map_or(Ok(begins), |counted| counted.end.map(|end| end.day))
    }

    /// The days forwards from a day, none of them before today.
    fn forwards(&self, begins: Day) -> Result<Schedule, UnknownYear> {
        let today = self.case.today;
        let mut days = BTreeMap::new();
        let mut at = begins;
        if self.done.is_none() {
            at = at.max(today);
            days.insert(Mark::Submitted, at);
        }
        for leg in self.legs() {
            at = self.end(leg, at)?.max(today);
            days.insert(leg.1, at);
        }
        Ok(Schedule { days, opens: at, is_backwards: false })
    }

    fn soonest(&self) -> Result<Schedule, UnknownYear> {
        self.forwards(self.done.map_or(self.earliest, |(_, day)| day))
    }

    /// The last day on which a leg can begin that ends by a day.
    fn latest(&self, leg: Leg, by: Day) -> Result<Option<Day>, UnknownYear> {
        for back in 0..LONGEST {
            let begins = by.plus_days(-back);
            match self.end(leg, begins) {
                Ok(end) if end <= by => return Ok(Some(begins)),
                // What ends in a year after that day ends after it.
                Err(UnknownYear(year)) if year <= by.year() => return Err(UnknownYear(year)),
                Ok(_) | Err(_) => {}
            }
        }
        Ok(None)
    }

    /// The last days of each if it shall open on a day.
    fn backwards(&self, opens: Day) -> Result<Option<Schedule>, UnknownYear> {
        let mut days = BTreeMap::new();
        let mut at = opens;
        for leg in self.legs().rev() {
            days.insert(leg.1, at);
            match self.latest(leg, at)? {
                Some(begins) => at = begins,
                None => return Ok(None),
            }
        }
        // What is to be done next: the order is submitted, or what is under way has begun.
        let is_late = match self.done {
            None => {
                days.insert(Mark::Submitted, at);
                at < self.case.today || at < self.earliest
            }
            Some((_, since)) => at < since || days.values().any(|day| *day < self.case.today),
        };
        Ok((!is_late).then_some(Schedule { days, opens, is_backwards: true }))
    }

    /// What the days come to.
    pub(super) fn course(&self, open_on: Option<Day>) -> Course {
        let Some(asked) = open_on else {
            return self.soonest().map_or_else(Course::Unknown, Course::Days);
        };
        match self.backwards(asked) {
            Ok(Some(schedule)) => Course::Days(schedule),
            Ok(None) => Course::TooSoon { asked, earliest: self.soonest().map(|schedule| schedule.opens) },
            Err(year) => Course::Unknown(year),
        }
    }
}
