//! What providers ask of a server that carries a filing.

use super::RowKind;
use crate::day::Day;
use crate::rows::listed::Listed;
use crate::rows::table::{Provenance, Row, RowFault, Tabled, founded};

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

impl Tabled for ServerTerm {
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

    fn key(&self) -> String {
        format!("{}\t{}", self.provider, self.product)
    }

    founded!();
}

/// What all providers ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ServerTerms(Listed<ServerTerm>);

impl ServerTerms {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/server-terms.tsv");

    pub(super) const fn builtin() -> Self {
        Self(Listed::built_in(Self::TEXT))
    }

    pub(super) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        self.0.lay(text)
    }

    /// All rows.
    pub fn all(&self) -> impl Iterator<Item = &ServerTerm> {
        self.0.all()
    }

    /// The rows that speak of a day.
    pub fn on(&self, day: Day) -> impl Iterator<Item = &ServerTerm> {
        self.0.on(day)
    }

    /// What a provider asks of any server on a day; records do not name the product.
    #[must_use]
    pub fn of(&self, provider: &str, day: Day) -> Option<&ServerTerm> {
        self.0.on(day).find(|row| row.kind == RowKind::Check && row.provider == provider)
    }
}
