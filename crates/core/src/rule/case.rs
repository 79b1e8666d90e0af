//! What a check sees.

use super::Severity;
use super::memo::Memo;
use crate::day::Day;
use crate::evidence::Evidence;
use crate::model::{Stage, Subject};
use crate::names::DomainName;
use crate::record::{Keyed, Place};
use crate::tables::Tables;

/// A subject as it is judged on a day.
#[derive(Debug)]
pub struct Case<'a> {
    /// The subject.
    pub subject: &'a Subject,
    /// Where it stands.
    pub stage: Stage,
    /// The day that is judged: by its rules, and as things stood on it.
    pub today: Day,
    /// The day it is now, whichever day is judged: what lies after it has not happened.
    pub clock: Day,
    /// Whether the records teach: names and addresses for documentation count as real ones.
    pub sample: bool,
    /// What provinces, providers and those who look at names ask.
    pub tables: &'a Tables,
    /// What was seen of the files that its records name; nothing if nobody looked.
    pub evidence: Option<&'a Evidence>,
    /// What was found of the subject already.
    pub(crate) memo: Memo,
}

impl<'a> Case<'a> {
    /// A subject judged on a day by these tables.
    #[must_use]
    pub fn new(subject: &'a Subject, tables: &'a Tables, today: Day, sample: bool) -> Self {
        Self {
            subject,
            stage: subject.stage(),
            today,
            clock: today,
            sample,
            tables,
            evidence: None,
            memo: Memo::default(),
        }
    }

    /// The same subject judged on a day that is not the present one.
    #[must_use]
    pub const fn with_clock(mut self, clock: Day) -> Self {
        self.clock = clock;
        self
    }

    /// The same subject with what was seen of its evidence.
    #[must_use]
    pub const fn with_evidence(mut self, evidence: Option<&'a Evidence>) -> Self {
        self.evidence = evidence;
        self
    }

    /// A domain of domains.yaml as it is parsed; none if its key is no domain.
    pub(crate) fn domain(&self, key: &str) -> Option<&DomainName> {
        let parsed = || {
            let read = |(key, _): (&str, _)| Some((key.into(), DomainName::parse(key).ok()?));
            self.subject.domains.iter().filter_map(read).collect()
        };
        let domains = self.memo.domains.get_or_init(parsed);
        // Records are sorted by their keys.
        let at = domains.binary_search_by(|(known, _)| (**known).cmp(key)).ok()?;
        domains.get(at).map(|(_, domain)| domain)
    }

    /// How heavy a fault weighs at most.
    ///
    /// What has ended needs no repair.
    #[must_use]
    pub const fn most(&self) -> Severity {
        match self.stage {
            Stage::Ended => Severity::Note,
            Stage::Drafting | Stage::Filed => Severity::Error,
        }
    }

    /// How heavy it weighs that something is missing.
    ///
    /// Records that begin with what was on file before them lack much that is known elsewhere,
    /// whatever was filed since. A draft is not finished. What was filed must be there.
    #[must_use]
    pub fn missing(&self) -> Severity {
        self.missing_of("subject")
    }

    /// How heavy it weighs that something of a service is missing.
    #[must_use]
    pub fn missing_of_service(&self, key: &str) -> Severity {
        self.missing_of(&format!("services/{key}"))
    }

    fn missing_of(&self, scope: &str) -> Severity {
        match self.stage {
            Stage::Ended => Severity::Note,
            Stage::Drafting => Severity::Warning,
            Stage::Filed if self.subject.is_opened(scope) => Severity::Note,
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
