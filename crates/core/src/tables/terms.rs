//! What providers ask of a server that carries a filing.

use super::RowKind;
use crate::day::Day;
use crate::rows::table::{self, Provenance, Row, RowFault};
use std::collections::BTreeMap;

/// What one provider asks of one product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerTerm {
    /// The provider, as in the table of providers.
    pub provider: String,
    /// The product.
    pub product: String,
    /// Whether rules judge by it.
    pub kind: RowKind,
    /// Whether it must be paid for in advance.
    pub prepaid: bool,
    /// Months that it must be bought for, renewals included.
    pub months: Option<u32>,
    /// Months that must be left when a filing is made.
    pub left: Option<u32>,
    /// How many services one instance can carry.
    pub filings: Option<u32>,
    /// What else there is to know.
    pub note: Option<String>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl ServerTerm {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let count =
            |column| row.get(column).map(|cell| cell.parse().map_err(|_| row.fault(column, "no number"))).transpose();
        Ok(Self {
            provider: row.must("provider")?.to_owned(),
            product: row.must("product")?.to_owned(),
            kind: RowKind::read(row)?,
            prepaid: row.get("billing").is_some(),
            months: count("months")?,
            left: count("left")?,
            filings: count("filings")?,
            note: row.text("note"),
            provenance: row.provenance()?,
        })
    }
}

/// What all providers ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ServerTerms {
    rows: BTreeMap<(String, String), ServerTerm>,
}

impl ServerTerms {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/server-terms.tsv");

    /// Reads a table text; rows that cannot be read are left out and told.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<RowFault>) {
        let (rows, faults) = table::read(text, ServerTerm::read, |row| format!("{}\t{}", row.provider, row.product));
        (Self::default().with(rows), faults)
    }

    /// The table with rows laid over it; a later row replaces an earlier one whole.
    #[must_use]
    pub fn with(mut self, rows: impl IntoIterator<Item = ServerTerm>) -> Self {
        for row in rows {
            self.rows.insert((row.provider.clone(), row.product.clone()), row);
        }
        self
    }

    /// All rows.
    pub fn iter(&self) -> impl Iterator<Item = &ServerTerm> {
        self.rows.values()
    }

    /// What a provider asks of any server on a day; records do not name the product.
    #[must_use]
    pub fn of(&self, provider: &str, day: Day) -> Option<&ServerTerm> {
        self.rows
            .values()
            .find(|row| row.kind == RowKind::Check && row.provider == provider && row.provenance.holds_on(day))
    }
}
