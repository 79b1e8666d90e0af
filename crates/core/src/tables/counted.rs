//! Where a period ends that is counted from an event.

use super::Period;
use crate::calendar::{Calendar, UnknownYear};
use crate::day::Day;
use crate::words;
use crate::words::Words;

/// The end of a period that is counted in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The last day, or of a period before an event the latest one to be ahead of it.
    pub day: Day,
    /// The day on which nobody works, from which it was moved.
    pub moved_from: Option<Day>,
    /// The year of whose days off nothing is known, so that it may have to be moved.
    pub may_move: Option<UnknownYear>,
}

/// No row of days off is longer, make-up days aside.
const LONGEST_REST: i64 = 14;

impl End {
    /// Whether it has passed for certain.
    #[must_use]
    pub fn is_over(&self, today: Day) -> bool {
        let rest = if self.may_move.is_some() { LONGEST_REST } else { 0 };
        self.day.plus_days(rest) < today
    }
}

/// A period of one event.
#[derive(Debug, Clone, Copy)]
pub struct Counted<'t> {
    /// The period.
    pub period: &'t Period,
    /// The day of the event.
    pub event: Day,
    /// Where it ends, or the year that would have to be known.
    pub end: Result<End, UnknownYear>,
}

impl Counted<'_> {
    /// The last day, if it can be counted.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        self.end.ok().map(|end| end.day)
    }

    /// Whether the period has passed for certain.
    #[must_use]
    pub fn is_over(&self, today: Day) -> bool {
        self.end.is_ok_and(|end| end.is_over(today))
    }

    /// The last day of the shortest that sources name, if it can be counted.
    #[must_use]
    pub fn soonest(&self, calendar: &Calendar) -> Option<Day> {
        self.period.soonest(self.event, calendar).ok().map(|end| end.day)
    }

    /// How long it is: `30 日`.
    #[must_use]
    pub fn length(&self) -> Words {
        self.period.words()
    }

    /// What the day rests on besides the law, or why there is none, in brackets.
    #[must_use]
    pub fn remark(&self) -> Words {
        let (own, Words { zh, en }) = (self.period.own(), self.moved());
        let (own_zh, own_en) = (own.zh, own.en);
        words!("{own_zh}{zh}", "{own_en}{en}")
    }

    /// Why its last day is another one than the length alone gives, or why there is none, in brackets.
    #[must_use]
    pub fn moved(&self) -> Words {
        match self.end {
            Ok(end) => self.period.remark(&end),
            Err(UnknownYear(year)) => words!(
                "（本程序没有 {year} 年的放假安排，不推算）",
                " (this program has no calendar of {year}, and does not guess)"
            ),
        }
    }
}
