//! Rows of a user's, laid over the built-in tables.
//!
//! A province changes what it asks without notice, and a registrar is approved. Whoever knows
//! lays a row over the table and need not wait for a release. A row speaks from its first day on
//! and takes the place of the built-in one of its matter; what was there before keeps the days
//! before it. A row without a first day replaces all of them.

use super::guide;
use super::{
    ApprovalRow, ApprovalRows, ApprovalWord, ApprovalWords, CertificateTerm, CertificateTerms, Consequence,
    Consequences, LetterRow, LetterRows, NameRow, Names, PaperRow, Papers, Period, Periods, PlaceAbroad, PlacesAbroad,
    ProvinceRow, ProvinceRows, ScopeWord, ScopeWords, ServerTerm, ServerTerms, Tables, WordLists, WordRow,
};
use crate::calendar::{Calendar, CalendarRow};
use crate::day::Day;
use crate::law::Sources;
use crate::names::{CloudRegion, Clouds, Provider, Registrar, Registrars, SuffixRow, Suffixes};
use crate::rows::table::{Row, RowFault, Tabled, later};
use crate::words;
use crate::words::Words;
use std::collections::BTreeMap;

/// A table that is compiled in.
#[derive(Debug, Clone, Copy)]
pub struct BuiltIn {
    /// How overlays name it.
    pub name: &'static str,
    /// Its text; the first line that is no comment names the columns.
    pub text: &'static str,
    /// How rows are laid over it; nothing for a table that only we may change.
    open: Option<Open>,
}

/// How rows are laid over a table.
#[derive(Debug, Clone, Copy)]
struct Open {
    /// Lays the rows of a text, and tells those that could not be read.
    lay: fn(&mut Tables, &str) -> Vec<RowFault>,
    /// The matter of a row and the day from which on it decides it; none of one that cannot be read.
    matter: fn(&Row<'_>) -> Option<String>,
    /// How many rows begin after a day of which the table says nothing, and the first day of them.
    later: fn(&Tables, Day) -> Option<(usize, Day)>,
}

impl BuiltIn {
    /// The names of its columns.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> {
        header(self.text).split('\t')
    }
}

fn header(text: &str) -> &str {
    text.lines().find(|line| is_row(line)).unwrap_or_default()
}

fn is_row(line: &str) -> bool {
    !line.starts_with('#') && !line.is_empty()
}

fn matter<T: Tabled>(row: &Row<'_>) -> Option<String> {
    let row = T::read(row).ok()?;
    let since = row.provenance().since.map_or_else(|| "-".to_owned(), |day| day.to_string());
    Some(format!("{}\t{since}", row.key()))
}

/// How rows of a type are laid over one field of the tables.
macro_rules! open {
    ($row:ident, $field:ident) => {
        open!($row, |tables, text| tables.$field.lay(text), |tables, day| later::<$row>(tables.$field.all(), day))
    };
    ($row:ident, cow $field:ident) => {
        open!($row, |tables, text| tables.$field.to_mut().lay(text), |tables, day| later::<$row>(
            tables.$field.all(),
            day
        ))
    };
    ($row:ident, $lay:expr, $later:expr) => {
        Some(Open { lay: $lay, matter: matter::<$row>, later: $later })
    };
}

/// Every compiled-in table, by name.
pub static TABLES: &[BuiltIn] = &[
    BuiltIn { name: "approvals", text: ApprovalRows::TEXT, open: open!(ApprovalRow, approvals) },
    BuiltIn { name: "approval-words", text: ApprovalWords::TEXT, open: open!(ApprovalWord, approval_words) },
    BuiltIn {
        name: "certificate-terms",
        text: CertificateTerms::TEXT,
        open: open!(CertificateTerm, certificate_terms),
    },
    BuiltIn {
        name: "cloud-regions",
        text: Clouds::REGIONS,
        open: open!(CloudRegion, |tables, text| tables.clouds.to_mut().lay_regions(text), |tables, day| later(
            tables.clouds.regions(),
            day
        )),
    },
    BuiltIn { name: "consequences", text: Consequences::TEXT, open: open!(Consequence, consequences) },
    BuiltIn { name: "letters", text: LetterRows::TEXT, open: open!(LetterRow, letters) },
    BuiltIn { name: "names", text: Names::TEXT, open: open!(NameRow, names) },
    BuiltIn { name: "papers", text: Papers::TEXT, open: open!(PaperRow, papers) },
    BuiltIn { name: "periods", text: Periods::TEXT, open: open!(Period, periods) },
    BuiltIn { name: "places-abroad", text: PlacesAbroad::TEXT, open: open!(PlaceAbroad, places_abroad) },
    BuiltIn { name: "plan-demands", text: guide::DEMANDS, open: None },
    BuiltIn { name: "plan-hints", text: guide::HINTS, open: None },
    BuiltIn { name: "plan-rejections", text: guide::REJECTIONS, open: None },
    BuiltIn {
        name: "providers",
        text: Clouds::PROVIDERS,
        open: open!(Provider, |tables, text| tables.clouds.to_mut().lay_providers(text), |tables, day| later(
            tables.clouds.providers(),
            day
        )),
    },
    BuiltIn { name: "provinces", text: ProvinceRows::TEXT, open: open!(ProvinceRow, provinces) },
    BuiltIn { name: "registrars", text: Registrars::TEXT, open: open!(Registrar, registrars) },
    BuiltIn { name: "scope-words", text: ScopeWords::TEXT, open: open!(ScopeWord, scope_words) },
    BuiltIn { name: "server-terms", text: ServerTerms::TEXT, open: open!(ServerTerm, terms) },
    BuiltIn { name: "renumbered", text: Sources::RENUMBERED, open: None },
    BuiltIn { name: "suffixes", text: Suffixes::TEXT, open: open!(SuffixRow, cow suffixes) },
    BuiltIn { name: "texts", text: Sources::TEXTS, open: None },
    BuiltIn { name: "versions", text: Sources::VERSIONS, open: None },
    BuiltIn { name: "word-lists", text: WordLists::TEXT, open: open!(WordRow, words) },
    BuiltIn { name: "working-days", text: Calendar::TEXT, open: open!(CalendarRow, calendar) },
];

/// What a table says nothing of on a day, though it does on later ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Later {
    /// The table.
    pub table: &'static str,
    /// How many of its matters are known from a later day on.
    pub rows: usize,
    /// The first such day.
    pub first: Day,
}

impl Later {
    /// It as people read it.
    fn words(&self) -> Words {
        let Self { table, rows, first } = self;
        words!("{table} {rows} 项（最早 {first} 起）", "{rows} of {table} (from {first} at the earliest)")
    }

    /// Several of them in one line; nothing where there are none.
    #[must_use]
    pub fn together(all: &[Self]) -> Option<Words> {
        let told: Vec<Words> = all.iter().map(Self::words).collect();
        let zh = told.iter().map(|words| &*words.zh).collect::<Vec<_>>().join("，");
        let en = told.iter().map(|words| &*words.en).collect::<Vec<_>>().join(", ");
        (!told.is_empty()).then(|| words!("{zh}", "{en}"))
    }
}

/// The rows that were laid over tables: by table and by what each decides.
///
/// Two sets are the same if their rows are, in whatever order and whichever files they stood. On
/// which day a row was compared with its source decides nothing, and is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Laid(BTreeMap<(&'static str, String), BTreeMap<String, String>>);

impl Laid {
    /// Whether nothing was laid.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every part of every row, in an order that follows from the rows alone.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flat_map(|((table, matter), cells)| {
            let cells = cells.iter().flat_map(|(column, cell)| [column.as_str(), cell.as_str()]);
            [*table, matter.as_str()].into_iter().chain(cells)
        })
    }

    fn take(&mut self, table: &BuiltIn, open: &Open, text: &str) {
        let columns: Vec<&str> = header(text).split('\t').collect();
        let mut found = BTreeMap::new();
        for line in text.lines().filter(|line| is_row(line)).skip(1) {
            let Some(matter) = (open.matter)(&Row::of_line(header(text), line)) else { continue };
            let cells = columns.iter().zip(line.split('\t')).filter(|(column, _)| **column != "checked");
            let cells = cells.map(|(column, cell)| ((*column).to_owned(), cell.to_owned())).collect();
            // Of two rows of one matter in one text the first counts.
            found.entry((table.name, matter)).or_insert(cells);
        }
        self.0.extend(found);
    }
}

impl Tables {
    /// The tables over which an overlay can lay rows.
    pub fn open() -> impl Iterator<Item = &'static BuiltIn> {
        TABLES.iter().filter(|table| table.open.is_some())
    }

    /// Lays the rows of a text over a table, and tells the rows that could not be read.
    pub fn lay(&mut self, table: &BuiltIn, text: &str) -> Vec<RowFault> {
        let Some(open) = &table.open else { return Vec::new() };
        self.laid.take(table, open, text);
        (open.lay)(self, text)
    }

    /// The tables with rows that begin after a day of which they say nothing: by name, how many,
    /// and the first day of them. By these nothing of that day is judged.
    pub fn later(&self, day: Day) -> impl Iterator<Item = Later> {
        TABLES.iter().filter_map(move |table| {
            let (rows, first) = (table.open.as_ref()?.later)(self, day)?;
            Some(Later { table: table.name, rows, first })
        })
    }

    /// The rows that were laid over them.
    #[must_use]
    pub const fn laid(&self) -> &Laid {
        &self.laid
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::Provenance;
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
        apart::<ApprovalRow>(ApprovalRows::TEXT);
        apart::<ApprovalWord>(ApprovalWords::TEXT);
        apart::<CertificateTerm>(CertificateTerms::TEXT);
        apart::<NameRow>(Names::TEXT);
        apart::<ServerTerm>(ServerTerms::TEXT);
        apart::<ProvinceRow>(ProvinceRows::TEXT);
        apart::<PaperRow>(Papers::TEXT);
        apart::<Period>(Periods::TEXT);
        apart::<PlaceAbroad>(PlacesAbroad::TEXT);
        apart::<ScopeWord>(ScopeWords::TEXT);
        apart::<LetterRow>(LetterRows::TEXT);
        apart::<Consequence>(Consequences::TEXT);
        apart::<WordRow>(WordLists::TEXT);
        apart::<CalendarRow>(Calendar::TEXT);
        apart::<SuffixRow>(Suffixes::TEXT);
        apart::<Registrar>(Registrars::TEXT);
        apart::<Provider>(Clouds::PROVIDERS);
        apart::<CloudRegion>(Clouds::REGIONS);
    }

    #[test]
    fn what_is_laid_is_the_same_in_any_order_and_any_file() {
        let table = table("provinces");
        let header = table.columns().collect::<Vec<_>>().join("\t");
        let row = |who: &str, checked: &str| {
            format!("33\t{who}\tmin-age\tcheck\t16\t-\t-\t-\t-\tREPORTED\tmine\t-\t{checked}")
        };
        let laid = |texts: &[String]| {
            let mut tables = Tables::builtin().clone();
            texts.iter().for_each(|rows| assert_eq!(tables.lay(table, &format!("{header}\n{rows}\n")), []));
            tables.laid().parts().collect::<Vec<_>>().join("|")
        };
        let (one, two) = (row("individual", "2026-11-20"), row("organisation", "2026-11-20"));
        let both = laid(&[format!("{one}\n{two}")]);
        assert_eq!(both, laid(&[format!("# mine\n{two}\n{one}")]));
        assert_eq!(both, laid(&[two, one.clone()]));
        assert_eq!(both, laid(&[one.clone(), row("organisation", "2026-11-30")]), "the day it was looked at");
        assert_ne!(both, laid(std::slice::from_ref(&one)));
        assert_ne!(laid(std::slice::from_ref(&one)), laid(&[one.replace("16", "17")]));
        assert_eq!(laid(&[]), "");
        let mut tables = Tables::builtin().clone();
        tables.lay(table, &format!("{header}\n33\tnobody{}\n", "\t-".repeat(11)));
        assert!(tables.laid().is_empty(), "a row that is left out decides nothing");
    }

    #[test]
    fn what_begins_later_is_told() {
        let tables = Tables::builtin();
        let names = |day| tables.later(day).map(|later| (later.table, later.rows)).collect::<Vec<_>>();
        let suffixes = names(Day::of(2019, 1, 1)).into_iter().find(|(table, _)| *table == "suffixes");
        assert!(suffixes.is_some_and(|(_, rows)| 50 < rows), "{suffixes:?}");
        assert!(names(Day::of(2019, 1, 1)).contains(&("approvals", 2)), "games and training off campus");
        assert_eq!(names(Day::of(2026, 11, 21)), []);
        // A matter that one of its rows speaks of is known on that day.
        assert!(!names(Day::of(2025, 1, 19)).iter().any(|(table, _)| *table == "approvals"));
    }
}
