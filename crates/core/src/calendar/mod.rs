//! Working days by the State Council's calendar.
//!
//! Which days are worked is decided each autumn for the year after. A year that is not in the
//! table is said to be unknown: counting Monday to Friday would be off by up to six days.

mod table;

pub use table::{Calendar, CalendarRow, Turned};

use crate::day::Day;
use crate::words;
use crate::words::Words;
use std::fmt;

/// A year whose days off are not in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownYear(pub i32);

impl UnknownYear {
    /// That there is no day, in a few words.
    #[must_use]
    pub fn words(self) -> Words {
        let Self(year) = self;
        words!("{year} 年日历未知", "calendar of {year} unknown")
    }
}

impl fmt::Display for UnknownYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no calendar of working days for {}", self.0)
    }
}

impl std::error::Error for UnknownYear {}

impl Calendar {
    /// Whether people work on that day, or `None` in a year that is not known.
    #[must_use]
    pub fn is_working_day(&self, day: Day) -> Option<bool> {
        let year = self.year(day.year())?;
        Some(if year.off.contains(&day) { false } else { is_week_day(day) || year.work.contains(&day) })
    }

    /// The working day so many working days after a day, or before it where the count is less than nothing; the day
    /// itself is not counted.
    ///
    /// # Errors
    /// Names the first year on the way that is not known.
    pub fn working_days_from(&self, day: Day, count: i64) -> Result<Day, UnknownYear> {
        let mut at = day;
        let mut left = count.unsigned_abs();
        while left != 0 {
            at = at.plus_days(count.signum());
            if self.is_working_day(at).ok_or(UnknownYear(at.year()))? {
                left -= 1;
            }
        }
        Ok(at)
    }

    /// A day, or the first working day after it if nobody works on it.
    ///
    /// # Errors
    /// Names a year that is not known, where that decides.
    pub fn working_day_from(&self, day: Day) -> Result<Day, UnknownYear> {
        let mut at = day;
        while !self.is_working_day(at).ok_or(UnknownYear(at.year()))? {
            at = at.plus_days(1);
        }
        Ok(at)
    }
}

/// Whether a day is one from Monday to Friday.
fn is_week_day(day: Day) -> bool {
    // The first day of 2024 was a Monday.
    Day::of(2024, 1, 1).days_until(day).rem_euclid(7) < 5
}

#[cfg(test)]
mod tests;
