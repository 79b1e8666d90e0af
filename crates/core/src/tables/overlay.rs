//! Rows of a user's, laid over the built-in tables.
//!
//! A province changes what it asks without notice, and a registrar is approved. Whoever knows
//! lays a row over the table and need not wait for a release. A row speaks from its first day on
//! and takes the place of the built-in one of its matter; what was there before keeps the days
//! before it. A row without a first day replaces all of them.

use super::{ApprovalWords, LetterRows, Names, Papers, Periods, ProvinceRows, ServerTerms, Tables};
use crate::calendar::Calendar;
use crate::law::Sources;
use crate::names::{Clouds, Registrars, Suffixes};
use crate::rows::table::RowFault;

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

/// Lays the rows of a text over one field of the tables.
macro_rules! lay {
    ($field:ident) => {
        Some(|tables, text| tables.$field.lay(text))
    };
    (cow $field:ident) => {
        Some(|tables, text| tables.$field.to_mut().lay(text))
    };
}

/// Every compiled-in table, by name.
pub static TABLES: &[BuiltIn] = &[
    BuiltIn { name: "approvals", text: ApprovalWords::TEXT, lay: lay!(approvals) },
    BuiltIn {
        name: "cloud-regions",
        text: Clouds::REGIONS,
        lay: Some(|tables, text| tables.clouds.to_mut().lay_regions(text)),
    },
    BuiltIn { name: "letters", text: LetterRows::TEXT, lay: lay!(letters) },
    BuiltIn { name: "names", text: Names::TEXT, lay: lay!(names) },
    BuiltIn { name: "papers", text: Papers::TEXT, lay: lay!(papers) },
    BuiltIn { name: "periods", text: Periods::TEXT, lay: lay!(periods) },
    BuiltIn {
        name: "providers",
        text: Clouds::PROVIDERS,
        lay: Some(|tables, text| tables.clouds.to_mut().lay_providers(text)),
    },
    BuiltIn { name: "provinces", text: ProvinceRows::TEXT, lay: lay!(provinces) },
    BuiltIn { name: "registrars", text: Registrars::TEXT, lay: lay!(registrars) },
    BuiltIn { name: "server-terms", text: ServerTerms::TEXT, lay: lay!(terms) },
    BuiltIn { name: "renumbered", text: Sources::RENUMBERED, lay: None },
    BuiltIn { name: "suffixes", text: Suffixes::TEXT, lay: lay!(cow suffixes) },
    BuiltIn { name: "texts", text: Sources::TEXTS, lay: None },
    BuiltIn { name: "versions", text: Sources::VERSIONS, lay: None },
    BuiltIn { name: "working-days", text: Calendar::TEXT, lay: lay!(calendar) },
];

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
    use crate::names::{CloudRegion, Provider, Registrar, SuffixRow};
    use crate::rows::Provenance;
    use crate::rows::table::Tabled;
    use crate::tables::{ApprovalRow, Demand, LetterRow, NameRow, PaperRow, Period, ProvinceRow, ServerTerm, Who};

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
            assert!(tables.calendar.all().eq(Tables::builtin().calendar.all()));
            assert_eq!(tables.suffixes.all().count(), Suffixes::builtin().all().count());
            assert_eq!(tables.registrars.all().count(), Tables::builtin().registrars.all().count());
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
        let before = Day::of(2026, 11, 19);
        assert_eq!(age(&tables, "330106", before), age(Tables::builtin(), "330106", before), "not yet");
        assert_eq!(age(&tables, "330106", Day::of(2028, 1, 1)), None, "no longer, and nothing is known of what came");
    }

    /// Each row of a table speaks of days that no other row of its matter speaks of.
    #[test]
    fn no_two_rows_of_a_matter_speak_of_one_day() {
        fn apart<T: Tabled>(text: &str) {
            let (rows, faults) = crate::rows::table::rows::<T>(text);
            assert_eq!(faults, []);
            for (at, row) in rows.iter().enumerate() {
                for other in rows.iter().skip(at + 1).filter(|other| other.key() == row.key()) {
                    let (one, other) = (row.provenance(), other.provenance());
                    let ends = |first: &Provenance, then: &Provenance| {
                        first.until.zip(then.since).is_some_and(|(until, since)| until < since)
                    };
                    assert!(ends(one, other) || ends(other, one), "{}", row.key());
                }
            }
        }
        apart::<ApprovalRow>(ApprovalWords::TEXT);
        apart::<NameRow>(Names::TEXT);
        apart::<ServerTerm>(ServerTerms::TEXT);
        apart::<ProvinceRow>(ProvinceRows::TEXT);
        apart::<PaperRow>(Papers::TEXT);
        apart::<Period>(Periods::TEXT);
        apart::<LetterRow>(LetterRows::TEXT);
        apart::<crate::calendar::CalendarRow>(Calendar::TEXT);
        apart::<SuffixRow>(Suffixes::TEXT);
        apart::<Registrar>(Registrars::TEXT);
        apart::<Provider>(Clouds::PROVIDERS);
        apart::<CloudRegion>(Clouds::REGIONS);
    }
}
