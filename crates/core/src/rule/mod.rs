//! The rule machine: what a rule is, what it sees and what it finds.

mod case;
mod claim;
mod example;
mod finding;
mod memo;
mod settings;

// Every rule says how heavy it weighs.
pub use crate::law::Severity;
pub use case::{Case, Named};
pub use claim::{Claim, ClaimKind, Clash, Shared};
pub use example::{Example, Given};
pub use finding::{Finding, Related, Report};
pub use settings::SettingsCase;

use crate::day::Day;
use crate::evidence::{Exhibit, Seen};
use crate::law::{Citation, SourceKind, Sources};
use crate::model::{Domain, Filing, Person, Server, Service};
use crate::tables::Periods;
use crate::vocabulary::PeriodKind;
use crate::words;
use crate::words::Words;

/// A rule: one demand of the field, with what it rests on and how its breach is found.
#[derive(Debug)]
pub struct Rule {
    /// Stable code: the letter of the family and three digits. Never given to another rule.
    pub code: &'static str,
    /// Stable name; it names the fault.
    pub name: &'static str,
    /// The most that a breach weighs. A finding may weigh less, never more.
    pub severity: Severity,
    /// What is wrong, in one line without particulars.
    pub title: Words,
    /// What is demanded and why; periods stand in it by their ids in braces: [`demanded`](Self::demanded).
    pub(crate) demand: Words,
    /// What to do about a breach.
    pub help: Words,
    /// What it rests on; the first one carries the severity.
    pub sources: &'static [Citation],
    /// First day on which the demand is in force, if it has one of its own: see [`begins`](Self::begins).
    pub since: Option<Day>,
    /// Last day on which it is in force, if it has one.
    pub until: Option<Day>,
    /// How a breach is found.
    pub check: Check,
    /// A record that breaks it.
    pub breaks: Example,
    /// A record that keeps it.
    pub keeps: Example,
}

impl Rule {
    /// What is demanded and why, each period with its length as it is on a day.
    #[must_use]
    pub fn demanded(&self, periods: &Periods, day: Day) -> Words {
        periods.fill(&self.demand, day)
    }

    /// The periods that it counts by or names.
    pub fn periods(&self) -> impl Iterator<Item = PeriodKind> {
        let named = |kind: &PeriodKind| self.demand.zh.contains(&format!("{{{}}}", kind.id()));
        PeriodKind::ALL.iter().copied().filter(named)
    }

    /// The first day on which it is demanded: its own, or that on which the text came into force that it rests on
    /// first. When practice that manuals tell began nobody knows, and what the records themselves ask has no such day.
    #[must_use]
    pub fn begins(&self) -> Option<Day> {
        self.since.or_else(|| Sources::builtin().began(self.sources.first()?.text))
    }

    /// From when to when it is in force, or that its first day is not known.
    #[must_use]
    pub fn validity(&self) -> Words {
        let kind = self.sources.first().map_or(SourceKind::RecordFormat, |first| first.source().kind);
        match (self.begins(), self.until) {
            (None, None) if kind == SourceKind::RecordFormat => Words::fixed("一直有效", "always"),
            (None, None) if kind.enters_into_force() => Words::fixed("施行日期不明", "since a day not known"),
            (None, None) => Words::fixed("无施行日期", "no day of entry into force"),
            (Some(since), None) => words!("{since} 起", "since {since}"),
            (None, Some(until)) => words!("至 {until}", "until {until}"),
            (Some(since), Some(until)) => words!("{since} 至 {until}", "{since} to {until}"),
        }
    }

    /// Whether the rule is in force on that day.
    #[must_use]
    pub fn in_force(&self, day: Day) -> bool {
        self.begins().is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether a word of the user's means this rule: its code or its name.
    #[must_use]
    pub fn is_called(&self, word: &str) -> bool {
        self.code.eq_ignore_ascii_case(word) || self.name == word
    }
}

/// How a breach is found. The kind says how much of the records a check must see.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// While reading: the form of a file or value.
    Form,
    /// On a whole subject.
    Subject(fn(&Case<'_>, &mut Report<'_>)),
    /// On each person.
    Person(fn(&Case<'_>, &Named<'_, Person>, &mut Report<'_>)),
    /// On each domain.
    Domain(fn(&Case<'_>, &Named<'_, Domain>, &mut Report<'_>)),
    /// On each server.
    Server(fn(&Case<'_>, &Named<'_, Server>, &mut Report<'_>)),
    /// On each service.
    Service(fn(&Case<'_>, &Named<'_, Service>, &mut Report<'_>)),
    /// On each filing.
    Filing(fn(&Case<'_>, &Named<'_, Filing>, &mut Report<'_>)),
    /// On each file that records name as evidence, and that was looked at.
    Evidence(fn(&Case<'_>, &Exhibit<'_>, &Seen, &mut Report<'_>)),
    /// On all claims of one value, across subjects.
    Shared(Shared),
    /// On the settings of a repository, after everything else was judged.
    Settings(fn(&SettingsCase<'_>, &mut Report<'_>)),
    /// Between two revisions: see [`crate::rules::review`].
    Review,
}
