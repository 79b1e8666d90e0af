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
        assert_eq!(CALENDAR.working_days_from(day(from), 20), Ok(day(until)), "{from}");
    }
    assert_eq!(CALENDAR.working_days_from(day("2026-02-13"), 1), Ok(day("2026-02-14")));
    assert_eq!(CALENDAR.working_days_from(day("2026-02-14"), 1), Ok(day("2026-02-24")));
}

#[test]
fn a_year_without_a_table_is_said() {
    assert_eq!(CALENDAR.is_working_day(day("2027-01-04")), None);
    assert_eq!(CALENDAR.working_days_from(day("2026-12-28"), 20), Err(UnknownYear(2027)));
    assert_eq!(CALENDAR.working_day_from(day("2027-01-27")), Err(UnknownYear(2027)));
    assert_eq!(CALENDAR.working_days_from(day("2019-05-01"), 0), Ok(day("2019-05-01")));
}

#[test]
fn days_are_counted_back_as_they_are_counted_on() {
    assert_eq!(CALENDAR.working_days_from(day("2026-10-22"), -20), Ok(day("2026-09-18")));
    assert_eq!(CALENDAR.working_days_from(day("2004-01-05"), -3), Err(UnknownYear(2003)));
}

#[test]
fn a_day_off_is_followed_by_a_working_day() {
    assert_eq!(CALENDAR.working_day_from(day("2026-10-05")), Ok(day("2026-10-08")));
    assert_eq!(CALENDAR.working_day_from(day("2026-10-08")), Ok(day("2026-10-08")));
}

proptest! {
    #[test]
    fn counting_adds_up(offset in 0_i64..900, a in 0_i64..60, b in 0_i64..60) {
        let from = day("2024-01-01").plus_days(offset);
        let whole = CALENDAR.working_days_from(from, a + b);
        let parts = CALENDAR.working_days_from(from, a).and_then(|middle| CALENDAR.working_days_from(middle, b));
        prop_assert_eq!(whole, parts);
    }

    #[test]
    fn the_answer_is_a_working_day_and_never_earlier(offset in 0_i64..900, count in 1_i64..60) {
        let from = day("2024-01-01").plus_days(offset);
        if let Ok(until) = CALENDAR.working_days_from(from, count) {
            prop_assert_eq!(CALENDAR.is_working_day(until), Some(true));
            prop_assert!(count <= from.days_until(until));
        }
        if let Ok(until) = CALENDAR.working_day_from(from) {
            prop_assert_eq!(CALENDAR.is_working_day(until), Some(true));
            prop_assert!(from <= until);
        }
    }
}
