//! What a subject claims, as hashes.

use crate::limits::Limits;
use crate::raw::{Content, RawSubject};
use crate::read::read_subject;
use crate::survey::key;
use beian_core::day::Day;
use beian_core::rule::Case;
use beian_core::rules;
use beian_core::tables::Tables;
use std::collections::BTreeSet;

/// What an index is made of.
pub trait KeySource: Sync {
    /// A word for everything, besides the records, on which the answers depend; of
    /// `[a-z0-9.-]` only. An index made under another word is not used.
    fn stamp(&self) -> String;

    /// Every value that the subject may claim under this stamp.
    fn possible(&self, raw: &RawSubject) -> Vec<u64>;

    /// Every value that the subject claims.
    fn claimed(&self, raw: &RawSubject) -> Vec<u64>;
}

/// A hash of what an example claims, which changes when the rules begin to claim other values
/// or to write them otherwise: an index made before is of no use then. Reading the example at
/// each start would cost as much as reading a subject, so that a test holds it to this.
const FINGERPRINT: u64 = 0x11e2_297b_5d34_96bd;

/// The claims of the rules on a day.
///
/// What is claimed depends on the day: a service ends, a number becomes valid. An index is
/// made for a month and holds what is claimed on any day of it, so that it lasts longer
/// than a day. Claims change only at days that the records name, and these are tried.
#[derive(Debug, Clone, Copy)]
pub struct RuleKeys<'a> {
    /// What rules look up.
    pub tables: &'a Tables,
    /// The day whose rules judge.
    pub today: Day,
    /// Whether the records teach (see the settings).
    pub sample: bool,
    /// How much a file may hold.
    pub limits: Limits,
}

impl RuleKeys<'_> {
    fn on(&self, raw: &RawSubject, days: &BTreeSet<Day>) -> Vec<u64> {
        let read = read_subject(raw, &self.limits);
        if !read.subject.particulars.place.is_somewhere() {
            return Vec::new();
        }
        let mut keys: Vec<u64> = days
            .iter()
            .flat_map(|day| rules::links::claims(&Case::new(&read.subject, self.tables, *day, self.sample)))
            .map(|claim| key(&claim))
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// The first day of the month, and the days of it that the records name with their
    /// neighbours: a validity includes its last day, and a moment may be written with the
    /// offset of another zone.
    fn turning_days(&self, raw: &RawSubject) -> BTreeSet<Day> {
        let (year, month) = (self.today.year(), self.today.month());
        let prefix = format!("{year:04}-{month:02}-");
        let mut days: BTreeSet<Day> = Day::new(year, month, 1).into_iter().collect();
        for file in &raw.files {
            let Content::Bytes(bytes) = &file.content else { continue };
            let text = String::from_utf8_lossy(bytes);
            for (at, _) in text.match_indices(&prefix) {
                if let Some(day) = text.get(at..at + 10).and_then(|text| Day::parse(text).ok()) {
                    days.extend((-1..=1).map(|step| day.plus_days(step)));
                }
            }
        }
        days.retain(|day| (day.year(), day.month()) == (year, month));
        days
    }
}

impl KeySource for RuleKeys<'_> {
    fn stamp(&self) -> String {
        let (year, month) = (self.today.year(), self.today.month());
        let sample = if self.sample { "s" } else { "" };
        format!("{}-{year:04}{month:02}{sample}-{:016x}", env!("CARGO_PKG_VERSION"), FINGERPRINT)
    }

    fn possible(&self, raw: &RawSubject) -> Vec<u64> {
        self.on(raw, &self.turning_days(raw))
    }

    fn claimed(&self, raw: &RawSubject) -> Vec<u64> {
        self.on(raw, &BTreeSet::from([self.today]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raw::RawFile;
    use beian_core::model::FORMAT;
    use beian_core::rules::BASE;

    /// A hash of what an example claims.
    fn fingerprint(keys: &RuleKeys<'_>) -> u64 {
        let files = BASE.iter().map(|(name, text)| crate::raw::RawFile {
            name: (*name).to_owned(),
            content: Content::Bytes(text.as_bytes().to_vec()),
        });
        let raw = RawSubject { folder: "example".to_owned(), files: files.collect() };
        let claimed = keys.on(&raw, &BTreeSet::from([Day::of(2026, 1, 1)]));
        claimed.iter().fold(u64::from(FORMAT), |hash, key| hash.rotate_left(7) ^ key)
    }

    #[test]
    fn an_index_of_other_claims_is_not_used() {
        let keys = RuleKeys {
            tables: Tables::builtin(),
            today: Day::of(2026, 11, 5),
            sample: true,
            limits: Limits::default(),
        };
        let now = fingerprint(&keys);
        assert_eq!(FINGERPRINT, now, "what rules claim has changed; the new fingerprint is {now:#018x}");
    }

    #[test]
    fn the_days_on_which_claims_may_turn() {
        let content = Content::Bytes("a: 2026-11-21\nb: 2026-12-01\nc: 2026-11-30\nd: 2026-11-31\n".into());
        let raw =
            RawSubject { folder: "a".to_owned(), files: vec![RawFile { name: "subject.yaml".to_owned(), content }] };
        let keys = RuleKeys {
            tables: Tables::builtin(),
            today: Day::of(2026, 11, 5),
            sample: false,
            limits: Limits::default(),
        };
        let days: Vec<_> = keys.turning_days(&raw).iter().map(|day| day.day_of_month()).collect();
        assert_eq!(days, [1, 20, 21, 22, 29, 30]);
    }
}
