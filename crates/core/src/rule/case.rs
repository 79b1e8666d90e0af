//! What a check sees.

use super::Severity;
use crate::day::Day;
use crate::model::{Stage, Subject};
use crate::record::{Keyed, Place};
use crate::tables::Tables;

/// A subject as it is judged on a day.
#[derive(Debug)]
pub struct Case<'a> {
    /// The subject.
    pub subject: &'a Subject,
    /// Where it stands.
    pub stage: Stage,
    /// The day by whose rules it is judged.
    pub today: Day,
    /// Whether the records teach: names and addresses for documentation count as real ones.
    pub sample: bool,
    /// What provinces, providers and those who look at names ask.
    pub tables: &'a Tables,
}

impl<'a> Case<'a> {
    /// A subject judged on a day, by the built-in tables.
    #[must_use]
    pub fn new(subject: &'a Subject, today: Day, sample: bool) -> Self {
        Self { subject, stage: subject.stage(), today, sample, tables: Tables::builtin() }
    }

    /// The same subject judged by other tables.
    #[must_use]
    pub const fn with_tables(mut self, tables: &'a Tables) -> Self {
        self.tables = tables;
        self
    }

    /// How heavy it weighs that something is missing.
    ///
    /// A registry tells little, so that imported records lack much that is known elsewhere.
    /// A draft is not finished. What was filed must be there.
    #[must_use]
    pub const fn missing(&self) -> Severity {
        match self.stage {
            Stage::Imported | Stage::Ended => Severity::Note,
            Stage::Drafting => Severity::Warning,
            Stage::Filed => Severity::Error,
        }
    }
}

/// An entry under a key of the user's.
#[derive(Debug)]
pub struct Named<'a, T> {
    /// The key; of a filing its stem.
    pub key: &'a str,
    /// The record.
    pub record: &'a T,
    /// Where the key stands.
    pub place: Place,
}

impl<'a, T> Named<'a, T> {
    /// Every entry, in the order of the keys.
    pub fn all(entries: &'a Keyed<T>) -> impl Iterator<Item = Self> {
        entries.iter().map(|(key, entry)| Self { key, record: &entry.value, place: entry.place })
    }
}
