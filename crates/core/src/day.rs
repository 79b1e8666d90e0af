//! Days and moments: the one home of the date library.
//!
//! Days are those of the calendar in Beijing. Core has no clock, so today is always an
//! argument. `chrono` is named here only, so that another library can take its place.

use crate::words::Words;
use chrono::{DateTime, Datelike, FixedOffset, Months, NaiveDate, Timelike};
use std::fmt;

/// A day of the calendar, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// A day that is known when the program is built.
    ///
    /// A day that does not exist becomes the first day of the era, which a test on the
    /// tables that use it finds.
    #[must_use]
    pub const fn of(year: i32, month: u32, day: u32) -> Self {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Self(date),
            None => Self(NaiveDate::MIN),
        }
    }

    /// A day, or `None` if the calendar has no such day.
    #[must_use]
    pub const fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Some(Self(date)),
            None => None,
        }
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    ///
    /// # Errors
    /// Says in both languages what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, Words> {
        let wrong_form =
            || Words::fixed("日期要写成 YYYY-MM-DD，例如 2026-03-01", "a date is written YYYY-MM-DD, as in 2026-03-01");
        let bytes = text.as_bytes();
        let digits = |range: std::ops::Range<usize>| {
            bytes[range]
                .iter()
                .try_fold(0_u32, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0')))
        };
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(wrong_form());
        }
        let (Some(year), Some(month), Some(day)) = (digits(0..4), digits(5..7), digits(8..10)) else {
            return Err(wrong_form());
        };
        i32::try_from(year)
            .ok()
            .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
            .filter(|_| 1800 <= year)
            .map(Self)
            .ok_or_else(|| Words::fixed("日历上没有这一天", "the calendar has no such day"))
    }

    /// The day so many days later, or earlier if negative. Saturates at the calendar's ends.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let moved = chrono::TimeDelta::try_days(days).and_then(|d| self.0.checked_add_signed(d));
        Self(moved.unwrap_or(if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX }))
    }

    /// The same day so many months earlier, or the last one of that month.
    #[must_use]
    pub fn minus_months(self, months: u32) -> Self {
        let moved = self.0.checked_sub_months(Months::new(months));
        Self(moved.unwrap_or(NaiveDate::MIN))
    }

    /// The same day so many months later, or the last one of that month.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let moved = self.0.checked_add_months(Months::new(months));
        Self(moved.unwrap_or(NaiveDate::MAX))
    }

    /// How many days lie from this day to another; negative if the other is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// The day in Beijing at so many seconds after the Unix epoch.
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        let moment = DateTime::from_timestamp(seconds, 0)?;
        Some(Self(moment.with_timezone(&beijing()?).date_naive()))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.0.year(), self.0.month(), self.0.day());
        let Ok(since @ ..=9999) = u32::try_from(year) else { return write!(f, "{year:04}-{month:02}-{day:02}") };
        // Documents hold more days than anything else, and formatting numbers in general takes
        // several times as long.
        let digit = |number: u32| u8::try_from(number % 10).map_or(b'0', |digit| b'0' + digit);
        let year = [since / 1000, since / 100, since / 10, since].map(digit);
        let [m, n, d, e] = [month / 10, month, day / 10, day].map(digit);
        let [a, b, c, y] = year;
        let text = [a, b, c, y, b'-', m, n, b'-', d, e];
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

/// A moment, written as RFC 3339 asks and always with its offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(DateTime<FixedOffset>);

impl Moment {
    /// Reads a moment such as `2026-10-20T10:00:00+08:00`.
    ///
    /// # Errors
    /// Says in both languages what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, Words> {
        DateTime::parse_from_rfc3339(text).map(Self).map_err(|_| {
            Words::fixed(
                "时刻要写成带时区的 RFC 3339，例如 2026-10-20T10:00:00+08:00",
                "a moment is written as RFC 3339 with its offset, as in 2026-10-20T10:00:00+08:00",
            )
        })
    }

    /// The day in Beijing on which the moment lies.
    #[must_use]
    pub fn day(self) -> Day {
        Day(beijing().map_or_else(|| self.0.date_naive(), |zone| self.0.with_timezone(&zone).date_naive()))
    }

    /// Seconds since the Unix epoch.
    #[must_use]
    pub fn unix_seconds(self) -> i64 {
        self.0.timestamp()
    }

    /// The moment so many hours later. Saturates at the calendar's end.
    #[must_use]
    pub fn plus_hours(self, hours: u32) -> Self {
        let moved = chrono::TimeDelta::try_hours(i64::from(hours)).and_then(|by| self.0.checked_add_signed(by));
        moved.map_or(self, Self)
    }

    /// As people read it: day, hour and minute in Beijing.
    #[must_use]
    pub fn to_the_minute(self) -> String {
        let (day, [hour, minute, _]) = (self.day(), self.time());
        format!("{day} {hour:02}:{minute:02}")
    }

    /// Hour, minute and second in Beijing, on [`Self::day`].
    #[must_use]
    pub fn time(self) -> [u32; 3] {
        let shown = beijing().map_or(self.0, |zone| self.0.with_timezone(&zone));
        [shown.hour(), shown.minute(), shown.second()]
    }
}

impl fmt::Display for Moment {
    /// Shown in Asia/Shanghai, whatever offset it was written with.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = beijing().map_or(self.0, |zone| self.0.with_timezone(&zone));
        f.write_str(&shown.to_rfc3339())
    }
}

/// China has one zone and, since 1991, no summer time.
fn beijing() -> Option<FixedOffset> {
    FixedOffset::east_opt(8 * 3600)
}

/// A day, or a moment of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// Only the day is known.
    Day(Day),
    /// The moment is known.
    Moment(Moment),
}

impl When {
    /// Whether it is a day and no moment.
    #[must_use]
    pub const fn is_day(self) -> bool {
        matches!(self, Self::Day(_))
    }

    /// Reads either form; a text with a `T` is taken for a moment.
    ///
    /// # Errors
    /// Says in both languages what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, Words> {
        if text.contains(['T', 't', ':']) {
            Moment::parse(text).map(Self::Moment)
        } else {
            Day::parse(text).map(Self::Day)
        }
    }

    /// The day in Beijing.
    #[must_use]
    pub fn day(self) -> Day {
        match self {
            Self::Day(day) => day,
            Self::Moment(moment) => moment.day(),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Moment(moment) => moment.fmt(f),
        }
    }
}

/// The end of a validity: a day, or 长期 for one that does not end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Until {
    /// The last day on which it is valid.
    Day(Day),
    /// 长期: it does not end.
    Forever,
}

impl Until {
    /// How an endless validity is written.
    pub const FOREVER: &'static str = "长期";

    /// Reads a day or 长期.
    ///
    /// # Errors
    /// Says in both languages what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, Words> {
        if text == Self::FOREVER { Ok(Self::Forever) } else { Day::parse(text).map(Self::Day) }
    }

    /// The last day, or `None` if it does not end.
    #[must_use]
    pub fn day(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Forever => None,
        }
    }
}

impl fmt::Display for Until {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Forever => f.write_str(Self::FOREVER),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_strictly() {
        assert_eq!(Day::parse("2024-02-29"), Ok(Day::of(2024, 2, 29)));
        for bad in ["2023-02-29", "2024-2-9", "20240229", "2024/02/29", "二〇二四年", "", "0000-01-01"] {
            assert!(Day::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_moment_belongs_to_its_day_in_beijing() {
        let late = Moment::parse("2026-10-19T20:00:00Z").unwrap();
        assert_eq!(late.day(), Day::of(2026, 10, 20));
        assert_eq!(late.to_string(), "2026-10-20T04:00:00+08:00");
        assert_eq!(late.time(), [4, 0, 0]);
        assert_eq!(late.to_the_minute(), "2026-10-20 04:00");
        assert_eq!(late.plus_hours(24).to_string(), "2026-10-21T04:00:00+08:00");
    }

    #[test]
    fn months_end_where_the_month_ends() {
        assert_eq!(Day::of(2026, 1, 31).plus_months(1), Day::of(2026, 2, 28));
        assert_eq!(Day::of(2026, 1, 31).days_until(Day::of(2026, 2, 28)), 28);
    }
}
