//! Domain registrars: those that the authority approved, and foreign ones.
//!
//! A registrar that the table lacks is unknown, never refused.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::rows::table::{self, Provenance, RowFault};

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

/// A table of registrars.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Registrars {
    rows: Vec<Registrar>,
    by_spelling: BTreeMap<String, usize>,
}

impl Registrars {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/registrars.tsv");

    /// The compiled-in table, read at its first use.
    #[must_use]
    pub(crate) fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Registrars> = LazyLock::new(|| Registrars::parse(Registrars::TEXT).0);
        &BUILTIN
    }

    /// Reads a table text; rows that cannot be read are left out and told.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<RowFault>) {
        let (rows, faults) = table::read(
            text,
            |row| {
                Ok(Registrar {
                    name: row.must("name")?.to_owned(),
                    aliases: row.list("aliases"),
                    legal: row.list("legal"),
                    iana: row
                        .get("iana")
                        .map(|cell| cell.parse().map_err(|_| row.fault("iana", "no number")))
                        .transpose()?,
                    standing: match row.must("standing")? {
                        "approved" => Standing::Approved,
                        "foreign" => Standing::Foreign,
                        "unknown" => Standing::Unknown,
                        _ => return Err(row.fault("standing", "no such standing")),
                    },
                    note: row.text("note"),
                    provenance: row.provenance()?,
                })
            },
            |row| row.name.clone(),
        );
        (Self::default().with(rows), faults)
    }

    /// The table with rows laid over it; a later row takes the spellings it shares.
    #[must_use]
    pub fn with(mut self, rows: impl IntoIterator<Item = Registrar>) -> Self {
        for row in rows {
            let at = self.rows.len();
            let spellings = row.aliases.iter().chain(&row.legal).chain([&row.name]);
            for spelling in spellings {
                self.by_spelling.insert(table::fold(spelling).into_owned(), at);
            }
            // A row of the same name is replaced where it stands, so that `iter` tells it once.
            match self.rows.iter().position(|old| old.name == row.name) {
                Some(old) => {
                    for place in self.by_spelling.values_mut() {
                        if *place == at {
                            *place = old;
                        }
                    }
                    if let Some(slot) = self.rows.get_mut(old) {
                        *slot = row;
                    }
                }
                None => self.rows.push(row),
            }
        }
        self
    }

    /// All rows, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Registrar> {
        self.rows.iter()
    }

    /// The registrar of a spelling; width, case and white space do not matter.
    #[must_use]
    pub fn lookup(&self, spelling: &str) -> Option<&Registrar> {
        let at = self.by_spelling.get(&*table::fold(spelling))?;
        self.rows.get(*at)
    }

    /// Whether names held at a registrar can be filed.
    ///
    /// Weigh the answer by the confidence of [`lookup`](Self::lookup)'s row.
    #[must_use]
    pub fn standing(&self, spelling: &str) -> Standing {
        self.lookup(spelling).map_or(Standing::Unknown, |row| row.standing)
    }
}
