//! The table of days off and of working days that are not what the week says.

use crate::day::Day;
use crate::rows::listed::Listed;
use crate::rows::table::{Provenance, Row, RowFault, Tabled, founded};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// What becomes of days against the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turned {
    /// Nobody works.
    Off,
    /// People work on a Saturday or Sunday.
    Work,
}

/// Days of one year that are not what the week says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarRow {
    /// The year.
    pub year: i32,
    /// What becomes of the days.
    pub turned: Turned,
    /// The first of them.
    pub first: Day,
    /// The last of them.
    pub last: Day,
    /// The notice that sets it.
    pub notice: String,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Tabled for CalendarRow {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let day = |column| Day::parse(row.must(column)?).map_err(|_| row.fault(column, "no date"));
        let year = row.must("year")?.parse().map_err(|_| row.fault("year", "no year"))?;
        let (first, last) = (day("first")?, day("last")?);
        if first.year() != year || last.year() != year || last < first {
            return Err(row.fault("last", "not days of that year, one after the other"));
        }
        Ok(Self {
            year,
            turned: match row.must("kind")? {
                "off" => Turned::Off,
                "work" => Turned::Work,
                _ => return Err(row.fault("kind", "neither off nor work")),
            },
            first,
            last,
            notice: row.must("notice")?.to_owned(),
            provenance: row.provenance()?,
        })
    }

    fn key(&self) -> String {
        self.first.to_string()
    }

    founded!();
}

/// What one year changes about the week.
#[derive(Debug, Clone, Default)]
pub(super) struct Year {
    /// Days on which nobody works.
    pub(super) off: BTreeSet<Day>,
    /// Saturdays and Sundays on which people work.
    pub(super) work: BTreeSet<Day>,
}

/// The calendar of the years that are known.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    rows: Listed<CalendarRow>,
    years: OnceLock<BTreeMap<i32, Year>>,
}

impl Calendar {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/working-days.tsv");

    /// The compiled-in table, read when somebody first counts.
    #[must_use]
    pub(crate) const fn builtin() -> Self {
        Self { rows: Listed::built_in(Self::TEXT), years: OnceLock::new() }
    }

    /// Lays rows over it. One row makes its year known, so that an overlay of a new year holds
    /// all days of it.
    pub(crate) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        self.years = OnceLock::new();
        self.rows.lay(text)
    }

    /// All rows.
    pub fn all(&self) -> impl Iterator<Item = &CalendarRow> {
        self.rows.all()
    }

    /// The years that are known, in order.
    pub fn years(&self) -> impl Iterator<Item = i32> {
        self.known().keys().copied()
    }

    pub(super) fn year(&self, year: i32) -> Option<&Year> {
        self.known().get(&year)
    }

    fn known(&self) -> &BTreeMap<i32, Year> {
        self.years.get_or_init(|| {
            let mut years: BTreeMap<i32, Year> = BTreeMap::new();
            // Which days a row speaks of is what it says: no other days bound it.
            for row in self.all() {
                let year = years.entry(row.year).or_default();
                let days = match row.turned {
                    Turned::Off => &mut year.off,
                    Turned::Work => &mut year.work,
                };
                let length = row.first.days_until(row.last);
                days.extend((0..=length).map(|step| row.first.plus_days(step)));
            }
            years
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(Calendar::builtin().lay(Calendar::TEXT), []);
        let mut none = Calendar::default();
        let row = "2024\toff\t2025-01-01\t2025-01-02\tx\tREPORTED\tx\t2026-11-25\n";
        let header = "year\tkind\tfirst\tlast\tnotice\tconfidence\tsources\tchecked\n";
        assert_eq!(none.lay(&format!("{header}{row}")).len(), 1);
        assert_eq!(none.years().count(), 0);
    }
}
