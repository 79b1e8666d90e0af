//! Suffixes under which a name can be filed.
//!
//! The authority keeps the list on its own site and adds to it without notice, so a suffix that
//! the table lacks is unknown, never refused.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::domain::DomainName;
use crate::rows::sorted::{Rows, Tabled};
use crate::rows::table::{self, Provenance, Row, RowFault};

/// Whether names below a suffix can be filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Approval {
    /// The authority approved the suffix.
    Approved,
    /// The sources say that it did not.
    NotApproved,
    /// No source tells.
    Unknown,
}

/// For whom a suffix is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReservedFor {
    /// Party and government bodies.
    Government,
    /// Non-profit bodies.
    NonProfit,
}

/// What is known about a suffix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuffixRow {
    /// The suffix in ASCII form.
    pub suffix: String,
    /// The suffix in readable form.
    pub readable: String,
    /// Whether names below it can be filed.
    pub approval: Approval,
    /// Whether the Beijing administration, which keeps a list of its own, takes it.
    pub beijing: Option<bool>,
    /// For whom it is kept.
    pub reserved: Option<ReservedFor>,
    /// What .cn keeps the second level for, in Chinese.
    pub meaning: Option<String>,
    /// What else there is to know, in English.
    pub note: Option<String>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Tabled for SuffixRow {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        Ok(Self {
            suffix: row.must("suffix")?.to_owned(),
            readable: row.must("readable")?.to_owned(),
            approval: match row.must("approval")? {
                "approved" => Approval::Approved,
                "not-approved" => Approval::NotApproved,
                "unknown" => Approval::Unknown,
                _ => return Err(row.fault("approval", "no such approval")),
            },
            beijing: match row.must("beijing")? {
                "yes" => Some(true),
                "no" => Some(false),
                "unknown" => None,
                _ => return Err(row.fault("beijing", "not yes, no or unknown")),
            },
            reserved: match row.get("reserved") {
                None => None,
                Some("government") => Some(ReservedFor::Government),
                Some("non-profit") => Some(ReservedFor::NonProfit),
                Some(_) => return Err(row.fault("reserved", "no such holder")),
            },
            meaning: row.text("meaning"),
            note: row.text("note"),
            provenance: row.provenance()?,
        })
    }
}

/// A table of suffixes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Suffixes {
    by_suffix: Rows<Cow<'static, str>, SuffixRow>,
}

impl Suffixes {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/suffixes.tsv");

    /// The compiled-in table, each row of it read at its first use.
    #[must_use]
    pub(crate) fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Suffixes> = LazyLock::new(|| Suffixes {
            by_suffix: Rows::built_in(Suffixes::TEXT, ["suffix"], |[suffix]| Some(Cow::Borrowed(suffix))),
        });
        &BUILTIN
    }

    /// Reads a table text; rows that cannot be read are left out and told.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<RowFault>) {
        let (rows, faults) = table::read(text, SuffixRow::read, |row| row.suffix.clone());
        (Self::default().with(rows), faults)
    }

    /// The table with rows laid over it; a later row replaces an earlier one whole.
    #[must_use]
    pub fn with(mut self, rows: impl IntoIterator<Item = SuffixRow>) -> Self {
        self.by_suffix.lay(rows.into_iter().map(|row| (Cow::Owned(row.suffix.clone()), row)));
        self
    }

    /// All rows, in the order of their ASCII form.
    pub fn iter(&self) -> impl Iterator<Item = &SuffixRow> {
        self.by_suffix.iter()
    }

    /// Rows that a name falls under, the longest suffix first.
    fn above<'s>(&'s self, domain: &'s DomainName) -> impl Iterator<Item = &'s SuffixRow> {
        let name = domain.ascii();
        std::iter::once(name)
            .chain(name.match_indices('.').filter_map(|(dot, _)| name.get(dot + 1..)))
            .filter_map(|tail| self.by_suffix.find(|suffix| (**suffix).cmp(tail)))
    }

    /// The row that says most precisely what a name falls under.
    #[must_use]
    pub fn lookup<'s>(&'s self, domain: &'s DomainName) -> Option<&'s SuffixRow> {
        self.above(domain).next()
    }

    /// Whether a name can be filed, as far as its suffix goes.
    ///
    /// Weigh the answer by the confidence of [`lookup`](Self::lookup)'s row.
    #[must_use]
    pub fn approval(&self, domain: &DomainName) -> Approval {
        self.lookup(domain).map_or(Approval::Unknown, |row| row.approval)
    }

    /// Whether the administration of a province (two digits) takes the suffix, with the row that
    /// says so. Only Beijing is known to keep a list of its own.
    #[must_use]
    pub fn taken_by<'s>(&'s self, domain: &'s DomainName, province: &str) -> Option<(bool, &'s SuffixRow)> {
        (province == "11").then(|| self.above(domain).find_map(|row| Some((row.beijing?, row)))).flatten()
    }
}
