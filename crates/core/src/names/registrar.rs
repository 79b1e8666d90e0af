//! Domain registrars: those that the authority approved, and foreign ones.
//!
//! A registrar that the table lacks is unknown, never refused.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::day::Day;
use crate::rows::listed::Listed;
use crate::rows::table::{Provenance, Row, RowFault, Said, Tabled, founded};
use crate::spelling::folded;

/// Whether names held at a registrar can be filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Approved by the authority.
    Approved,
    /// Foreign: a name has to be transferred to an approved registrar first.
    Foreign,
    /// No source tells.
    Unknown,
}

/// What is known about a registrar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registrar {
    /// The brand, as users write it.
    pub name: String,
    /// Other spellings of the brand; they serve matching only.
    pub aliases: Vec<String>,
    /// Names of the firm; they serve matching only.
    pub legal: Vec<String>,
    /// Its number in the IANA registrar list.
    pub iana: Option<u32>,
    /// Whether names held there can be filed.
    pub standing: Standing,
    /// What else there is to know, in English.
    pub note: Option<String>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Tabled for Registrar {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let iana = row.get("iana").map(|cell| cell.parse().map_err(|_| row.fault("iana", "no number")));
        Ok(Self {
            name: row.must("name")?.to_owned(),
            aliases: row.list("aliases"),
            legal: row.list("legal"),
            iana: iana.transpose()?,
            standing: match row.must("standing")? {
                "approved" => Standing::Approved,
                "foreign" => Standing::Foreign,
                "unknown" => Standing::Unknown,
                _ => return Err(row.fault("standing", "no such standing")),
            },
            note: row.text("note"),
            provenance: row.provenance()?,
        })
    }

    fn key(&self) -> String {
        self.name.clone()
    }

    founded!();
}

/// A table of registrars.
#[derive(Debug, Clone, Default)]
pub struct Registrars {
    rows: Listed<Registrar>,
    /// The places of the rows that name a spelling, folded when somebody first asks.
    by_spelling: OnceLock<BTreeMap<String, Vec<usize>>>,
}

impl Registrars {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/registrars.tsv");

    /// The compiled-in table, read at its first use.
    #[must_use]
    pub(crate) const fn builtin() -> Self {
        Self { rows: Listed::built_in(Self::TEXT), by_spelling: OnceLock::new() }
    }

    /// Lays rows over it; those that are laid take the spellings that they share with others.
    pub(crate) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        self.by_spelling = OnceLock::new();
        self.rows.lay(text)
    }

    /// All rows, in the order of the table.
    pub fn all(&self) -> impl Iterator<Item = &Registrar> {
        self.rows.all()
    }

    /// What the table says on a day of the registrar of a spelling; width, case and white space
    /// do not matter.
    #[must_use]
    pub fn lookup(&self, spelling: &str, day: Day) -> Said<'_, Registrar> {
        let Some(places) = self.spellings().get(&*folded(spelling)) else { return Said::Nothing };
        let found = places.iter().rev().find_map(|place| self.rows.at(*place, day));
        found.map_or(Said::OtherDays, Said::Row)
    }

    /// Whether names held at a registrar can be filed on a day.
    ///
    /// Weigh the answer by the confidence of [`lookup`](Self::lookup)'s row.
    #[must_use]
    pub fn standing(&self, spelling: &str, day: Day) -> Standing {
        self.lookup(spelling, day).row().map_or(Standing::Unknown, |row| row.standing)
    }

    fn spellings(&self) -> &BTreeMap<String, Vec<usize>> {
        self.by_spelling.get_or_init(|| {
            let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for (at, row) in self.rows.places() {
                for spelling in row.aliases.iter().chain(&row.legal).chain([&row.name]) {
                    places.entry(folded(spelling).into_owned()).or_default().push(at);
                }
            }
            places
        })
    }
}
