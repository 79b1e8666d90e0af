//! Suffixes under which a name can be filed.
//!
//! The authority keeps the list on its own site and adds to it without notice, so a suffix that
//! the table lacks is unknown, never refused.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::domain::DomainName;
use crate::day::Day;
use crate::rows::sorted::Rows;
use crate::rows::table::{self, Provenance, Row, RowFault, Said, Tabled, founded};

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
    /// Educational institutions.
    Education,
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
                Some("education") => Some(ReservedFor::Education),
                Some(_) => return Err(row.fault("reserved", "no such holder")),
            },
            meaning: row.text("meaning"),
            note: row.text("note"),
            provenance: row.provenance()?,
        })
    }

    fn key(&self) -> String {
        self.suffix.clone()
    }

    founded!();
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
        let (rows, faults) = table::rows::<SuffixRow>(text);
        (Self::default().with(rows), faults)
    }

    /// Lays the rows of a text over it, and tells those that could not be read.
    pub(crate) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        let (rows, faults) = table::rows(text);
        *self = std::mem::take(self).with(rows);
        faults
    }

    /// The table with rows laid over it.
    #[must_use]
    pub fn with(mut self, rows: impl IntoIterator<Item = SuffixRow>) -> Self {
        self.by_suffix.lay(rows.into_iter().map(|row| (Cow::Owned(row.suffix.clone()), row)));
        self
    }

    /// All rows, in the order of their ASCII form.
    pub fn all(&self) -> impl Iterator<Item = &SuffixRow> {
        self.by_suffix.all()
    }

    /// What the table says on a day of the suffixes that a name falls under, the longest first.
    fn above<'s>(&'s self, domain: &'s DomainName, day: Day) -> impl Iterator<Item = Said<'s, SuffixRow>> {
        let name = domain.ascii();
        std::iter::once(name)
            .chain(name.match_indices('.').filter_map(|(dot, _)| name.get(dot + 1..)))
            .map(move |tail| self.by_suffix.find(|suffix| (**suffix).cmp(tail), day))
            .filter(|said| !said.is_nothing())
    }

    /// What is said most precisely on a day of what a name falls under.
    #[must_use]
    pub fn lookup<'s>(&'s self, domain: &'s DomainName, day: Day) -> Said<'s, SuffixRow> {
        self.above(domain, day).next().unwrap_or(Said::Nothing)
    }

    /// Whether a name can be filed on a day, as far as its suffix goes.
    ///
    /// Weigh the answer by the confidence of [`lookup`](Self::lookup)'s row.
    #[must_use]
    pub fn approval(&self, domain: &DomainName, day: Day) -> Approval {
        self.lookup(domain, day).row().map_or(Approval::Unknown, |row| row.approval)
    }

    /// Whether the administration of a province (two digits) takes the suffix, with the row that
    /// says so. Only Beijing is known to keep a list of its own.
    #[must_use]
    pub fn taken_by<'s>(&'s self, domain: &'s DomainName, province: &str, day: Day) -> Option<(bool, &'s SuffixRow)> {
        let row = |said: Said<'s, SuffixRow>| said.row().and_then(|row| Some((row.beijing?, row)));
        (province == "11").then(|| self.above(domain, day).find_map(row)).flatten()
    }
}
