//! The worked examples of the notes, and what holds of every day.

use super::*;
use std::sync::LazyLock;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::builtin);

use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn each_year_has_as_many_working_days_as_four_data_sets_say() {
    for (year, expected) in [(2024, 251), (2025, 248), (2026, 248)] {
        let mut at = Day::of(year, 1, 1);
        let mut count = 0;
        while at.year() == year {
            count += usize::from(CALENDAR.is_working_day(at) == Some(true));
            at = at.plus_days(1);
        }
        assert_eq!(count, expected, "{year}");
    }
    assert_eq!(CALENDAR.years().collect::<Vec<_>>(), (2004..=2026).collect::<Vec<_>>());
}

#[test]
fn twenty_working_days_cross_holidays() {
    for (from, until) in [
        ("2025-01-20", "2025-02-21"),
        ("2025-04-25", "2025-05-27"),
        ("2025-09-26", "2025-10-30"),
        ("2026-02-10", "2026-03-16"),
        ("2026-04-24", "2026-05-26"),
        ("2026-09-18", "2026-10-22"),
    ] {
        assert_eq!(CALENDAR.working_days_after(day(from), 20), Ok(day(until)), "{from}");
    }
    assert_eq!(CALENDAR.working_days_after(day("2026-02-13"), 1), Ok(day("2026-02-14")));
    assert_eq!(CALENDAR.working_days_after(day("2026-02-14"), 1), Ok(day("2026-02-24")));
}

#[test]
fn a_year_without_a_table_is_said() {
    assert_eq!(CALENDAR.is_working_day(day("2027-01-04")), None);
    assert_eq!(CALENDAR.working_days_after(day("2026-12-28"), 20), Err(UnknownYear(2027)));
    assert_eq!(CALENDAR.calendar_days_after(day("2026-12-28"), 30), Err(UnknownYear(2027)));
    assert_eq!(CALENDAR.working_days_after(day("2019-05-01"), 0), Ok(day("2019-05-01")));
}

#[test]
fn a_period_that_ends_on_a_rest_day_ends_on_the_next_working_day() {
    assert_eq!(CALENDAR.calendar_days_after(day("2026-09-05"), 30), Ok(day("2026-10-08")));
    assert_eq!(CALENDAR.calendar_days_after(day("2026-03-03"), 30), Ok(day("2026-04-02")));
}

proptest! {
    #[test]
    fn counting_adds_up(offset in 0_i64..900, a in 0_u32..60, b in 0_u32..60) {
        let from = day("2024-01-01").plus_days(offset);
        let whole = CALENDAR.working_days_after(from, a + b);
        let parts = CALENDAR.working_days_after(from, a).and_then(|middle| CALENDAR.working_days_after(middle, b));
        prop_assert_eq!(whole, parts);
    }

    #[test]
    fn the_answer_is_a_working_day_and_never_earlier(offset in 0_i64..900, count in 1_u32..60) {
        let from = day("2024-01-01").plus_days(offset);
        if let Ok(until) = CALENDAR.working_days_after(from, count) {
            prop_assert_eq!(CALENDAR.is_working_day(until), Some(true));
            prop_assert!(i64::from(count) <= from.days_until(until));
        }
        if let Ok(until) = CALENDAR.calendar_days_after(from, count) {
            prop_assert_eq!(CALENDAR.is_working_day(until), Some(true));
            prop_assert!(i64::from(count) <= from.days_until(until));
        }
    }
}
