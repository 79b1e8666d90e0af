//! The table of days off and of working days that are not what the week says.

use crate::day::Day;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// What one year changes about the week.
#[derive(Debug, Default)]
pub(super) struct Year {
    /// Days on which nobody works.
    pub(super) off: BTreeSet<Day>,
    /// Saturdays and Sundays on which people work.
    pub(super) work: BTreeSet<Day>,
}

const TEXT: &str = include_str!("../../data/working-days.tsv");

static YEARS: LazyLock<BTreeMap<i32, Year>> = LazyLock::new(|| read(TEXT).0);

pub(super) fn year(year: i32) -> Option<&'static Year> {
    YEARS.get(&year)
}

pub(super) fn years() -> impl Iterator<Item = i32> {
    YEARS.keys().copied()
}

/// Reads the table. Lines that cannot be read are left out and counted; a test asserts that
/// the compiled-in table has none, so that no start can stop at our own data.
fn read(text: &str) -> (BTreeMap<i32, Year>, usize) {
    let mut years: BTreeMap<i32, Year> = BTreeMap::new();
    let mut faults = 0;
    for line in text.lines().filter(|line| !line.starts_with('#')).skip(1) {
        if row(line, &mut years).is_none() {
            faults += 1;
        }
    }
    (years, faults)
}

fn row(line: &str, years: &mut BTreeMap<i32, Year>) -> Option<()> {
    let mut cells = line.split('\t');
    let number: i32 = cells.next()?.parse().ok()?;
    let kind = cells.next()?;
    let from = Day::parse(cells.next()?).ok()?;
    let until = Day::parse(cells.next()?).ok()?;
    if from.year() != number || until.year() != number || until < from {
        return None;
    }
    let year = years.entry(number).or_default();
    let days = match kind {
        "off" => &mut year.off,
        "work" => &mut year.work,
        _ => return None,
    };
    let mut day = from;
    while day <= until {
        days.insert(day);
        day = day.plus_days(1);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(read(TEXT).1, 0);
        assert_eq!(read("year\tkind\n2024\toff\t2025-01-01\t2025-01-02").1, 1);
    }
}
