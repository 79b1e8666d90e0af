//! Rows of a user's, laid over the built-in tables.
//!
//! A province changes what it asks without notice, and a registrar is approved. Whoever knows
//! lays a row over the table and need not wait for a release. A row replaces the built-in one
//! with the same key whole.

use super::{ApprovalWords, LetterRows, Names, Papers, Periods, ProvinceRows, ServerTerms, Tables};
use crate::calendar::Calendar;
use crate::law::Sources;
use crate::names::{Clouds, Registrars, Suffixes};
use crate::rows::table::RowFault;
use std::borrow::Cow;

/// A table that is compiled in.
#[derive(Debug, Clone, Copy)]
pub struct BuiltIn {
    /// How overlays name it.
    pub name: &'static str,
    /// Its text; the first line that is no comment names the columns.
    pub text: &'static str,
    /// Lays the rows of a text over it, and tells those that could not be read; nothing for
    /// a table that only we may change.
    lay: Option<fn(&mut Tables, &str) -> Vec<RowFault>>,
}

impl BuiltIn {
    /// The names of its columns.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> {
        let header = self.text.lines().find(|line| !line.starts_with('#') && !line.is_empty());
        header.unwrap_or_default().split('\t')
    }
}

/// Lays the parsed rows of a text over one field of the tables.
macro_rules! lay {
    ($field:ident, $kind:ident) => {
        Some(|tables, text| {
            let (rows, faults) = $kind::parse(text);
            tables.$field = std::mem::take(&mut tables.$field).with(rows.iter().cloned());
            faults
        })
    };
    (cow $field:ident, $kind:ident) => {
        Some(|tables, text| {
            let (rows, faults) = $kind::parse(text);
            let table = std::mem::take(&mut tables.$field).into_owned();
            tables.$field = Cow::Owned(table.with(rows.iter().cloned()));
            faults
        })
    };
}

/// Every compiled-in table, by name.
pub static TABLES: &[BuiltIn] = &[
    BuiltIn { name: "approvals", text: ApprovalWords::TEXT, lay: lay!(approvals, ApprovalWords) },
    BuiltIn { name: "cloud-regions", text: Clouds::REGIONS, lay: Some(regions) },
    BuiltIn { name: "letters", text: LetterRows::TEXT, lay: Some(|tables, text| tables.letters.lay(text)) },
    BuiltIn { name: "names", text: Names::TEXT, lay: lay!(names, Names) },
    BuiltIn { name: "papers", text: Papers::TEXT, lay: Some(|tables, text| tables.papers.lay(text)) },
    BuiltIn { name: "periods", text: Periods::TEXT, lay: Some(|tables, text| tables.periods.lay(text)) },
    BuiltIn { name: "providers", text: Clouds::PROVIDERS, lay: Some(providers) },
    BuiltIn { name: "provinces", text: ProvinceRows::TEXT, lay: lay!(provinces, ProvinceRows) },
    BuiltIn { name: "registrars", text: Registrars::TEXT, lay: lay!(cow registrars, Registrars) },
    BuiltIn { name: "server-terms", text: ServerTerms::TEXT, lay: lay!(terms, ServerTerms) },
    BuiltIn { name: "renumbered", text: Sources::RENUMBERED, lay: None },
    BuiltIn { name: "suffixes", text: Suffixes::TEXT, lay: lay!(cow suffixes, Suffixes) },
    BuiltIn { name: "texts", text: Sources::TEXTS, lay: None },
    BuiltIn { name: "versions", text: Sources::VERSIONS, lay: None },
    BuiltIn { name: "working-days", text: Calendar::TEXT, lay: Some(|tables, text| tables.calendar.lay(text)) },
];

fn providers(tables: &mut Tables, text: &str) -> Vec<RowFault> {
    let (rows, faults) = Clouds::parse_providers(text);
    let table = std::mem::take(&mut tables.clouds).into_owned();
    tables.clouds = Cow::Owned(table.with(rows, []));
    faults
}

fn regions(tables: &mut Tables, text: &str) -> Vec<RowFault> {
    let (rows, faults) = Clouds::parse_regions(text);
    let table = std::mem::take(&mut tables.clouds).into_owned();
    tables.clouds = Cow::Owned(table.with([], rows));
    faults
}

impl Tables {
    /// The tables over which an overlay can lay rows.
    pub fn open() -> impl Iterator<Item = &'static BuiltIn> {
        TABLES.iter().filter(|table| table.lay.is_some())
    }

    /// Lays the rows of a text over a table, and tells the rows that could not be read.
    pub fn lay(&mut self, table: &BuiltIn, text: &str) -> Vec<RowFault> {
        table.lay.map_or_else(Vec::new, |lay| lay(self, text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;
    use crate::tables::{Demand, Who};

    fn table(name: &str) -> &'static BuiltIn {
        Tables::open().find(|table| table.name == name).unwrap()
    }

    #[test]
    fn every_table_laid_over_itself_is_the_same() {
        for table in Tables::open() {
            let mut tables = Tables::builtin().clone();
            assert_eq!(tables.lay(table, table.text), [], "{}", table.name);
            assert_eq!(tables.provinces, Tables::builtin().provinces);
            assert_eq!(tables.papers, Tables::builtin().papers);
            assert_eq!(tables.letters, Tables::builtin().letters);
            assert_eq!(tables.periods, Tables::builtin().periods);
            assert!(tables.calendar.iter().eq(Tables::builtin().calendar.iter()));
            assert_eq!(tables.suffixes.iter().count(), Suffixes::builtin().iter().count());
            assert_eq!(tables.registrars.iter().count(), Registrars::builtin().iter().count());
            assert!(table.columns().any(|column| column == "confidence"), "{}", table.name);
        }
    }

    #[test]
    fn one_row_changes_one_answer() {
        let mut tables = Tables::builtin().clone();
        let table = table("provinces");
        let header = table.columns().collect::<Vec<_>>().join("\t");
        let row = "33\tindividual\tmin-age\tcheck\t16\t-\t-\t2026-11-20\t2027-12-31\tREPORTED\tmine\t-\t2026-11-20";
        assert_eq!(tables.lay(table, &format!("{header}\n{row}\n")), []);
        let age = |tables: &Tables, region, day| {
            tables.provinces.ask(region, Who::Individual, Demand::MinAge, day).and_then(|row| row.count)
        };
        let today = Day::of(2026, 11, 21);
        assert_eq!(age(&tables, "330106", today), Some(16));
        assert_ne!(age(Tables::builtin(), "330106", today), Some(16));
        assert_eq!(age(&tables, "440106", today), age(Tables::builtin(), "440106", today));
        for day in [Day::of(2026, 11, 19), Day::of(2028, 1, 1)] {
            assert_eq!(age(&tables, "330106", day), None, "the row says nothing of {day}");
        }
    }
}
