//! Tables of the field: what provinces, providers and the people who look at names ask.
//!
//! They are rows, not code, because they change without notice: a province moves an age, a
//! provider a term. The built-in rows are compiled in and read at their first use; other rows
//! may be laid over them. A row is a check, whose breach rules find, or advice, which is shown
//! and never judged.
//!
//! ```
//! use beian_core::day::Day;
//! use beian_core::tables::{Demand, Tables, Who};
//!
//! let tables = Tables::builtin();
//! let row = tables.provinces.ask("330106", Who::Individual, Demand::MinAge, Day::of(2026, 11, 21));
//! assert_eq!(row.and_then(|row| row.count), Some(18));
//! ```

mod approval;
mod approval_words;
mod certificate_terms;
mod consequence;
mod counted;
mod demand;
mod dissent;
mod firsts;
pub(crate) mod guide;
mod index;
mod letter;
mod name;
mod name_told;
mod overlay;
mod paper;
mod period;
mod place_abroad;
mod practice;
mod province;
mod scope_words;
mod standing;
mod terms;
mod word;

pub use approval::{Act, ApprovalRow, ApprovalRows};
pub use approval_words::{ApprovalWord, ApprovalWords};
pub use certificate_terms::{CertificateTerm, CertificateTerms, TermOf};
pub use consequence::{Consequence, Consequences};
pub use counted::{Counted, End};
pub use demand::Demand;
pub use dissent::{Dissent, Founded};
pub use letter::{LetterRow, LetterRows, Manner, Signer};
pub use name::{Fault, Match, NameRow, Names};
pub use overlay::{BuiltIn, Laid, Later, TABLES};
pub use paper::{PaperLetter, PaperRow, PaperWhen, PaperWho, Papers};
pub(crate) use period::cited;
pub use period::{Direction, Period, Periods, Unit};
pub use place_abroad::{PlaceAbroad, PlacesAbroad};
pub use province::{ProvinceRow, ProvinceRows};
pub use scope_words::{ScopeWord, ScopeWords};
pub(crate) use standing::Stands;
pub use terms::{ServerTerm, ServerTerms};
pub use word::{WordList, WordLists, WordRow};

use crate::calendar::Calendar;
use crate::day::Day;
use crate::law::{Severity, Sources};
use crate::names::{Clouds, Registrars, Suffixes};
use crate::rows::table::{Confidence, Provenance, Row, RowFault};
use crate::vocabulary::{Nature, PeriodKind};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Everything that rules look up and that somebody may change.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// What provinces do and ask.
    pub provinces: ProvinceRows,
    /// What papers orders need.
    pub papers: Papers,
    /// How letters differ by province.
    pub letters: LetterRows,
    /// How long things take.
    pub periods: Periods,
    /// On which days people work.
    pub calendar: Calendar,
    /// What names may not be.
    pub names: Names,
    /// What content needs another authority's approval, or a filing with it.
    pub approvals: ApprovalRows,
    /// Words that suggest such content.
    pub approval_words: ApprovalWords,
    /// How long certificates are given for, and names registered for.
    pub certificate_terms: CertificateTerms,
    /// What providers ask of servers.
    pub terms: ServerTerms,
    /// Providers and their regions.
    pub clouds: Cow<'static, Clouds>,
    /// Places outside mainland China.
    pub places_abroad: PlacesAbroad,
    /// Words of what is offered, and those by which a business scope speaks of it.
    pub scope_words: ScopeWords,
    /// Suffixes under which a name can be filed.
    pub suffixes: Cow<'static, Suffixes>,
    /// Registrars that are approved, and foreign ones.
    pub registrars: Registrars,
    /// What the law says follows from a breach.
    pub consequences: Consequences,
    /// Words by which texts are told apart.
    pub words: WordLists,
    /// What was laid over all of them.
    laid: Laid,
}

impl Tables {
    /// The compiled-in tables, read at their first use.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Tables> = LazyLock::new(|| Tables {
            provinces: ProvinceRows::builtin(),
            papers: Papers::builtin(),
            letters: LetterRows::builtin(),
            periods: Periods::builtin(),
            calendar: Calendar::builtin(),
            names: Names::builtin(),
            approvals: ApprovalRows::builtin(),
            approval_words: ApprovalWords::builtin(),
            certificate_terms: CertificateTerms::builtin(),
            terms: ServerTerms::builtin(),
            clouds: Cow::Borrowed(Clouds::builtin()),
            places_abroad: PlacesAbroad::builtin(),
            scope_words: ScopeWords::builtin(),
            suffixes: Cow::Borrowed(Suffixes::builtin()),
            registrars: Registrars::builtin(),
            consequences: Consequences::builtin(),
            words: WordLists::builtin(),
            laid: Laid::default(),
        });
        &BUILTIN
    }
}

impl Tables {
    /// What rows rest on, by its keys.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        Sources::builtin()
    }

    /// A period as it is on the day of its event: a provider's own, or else that of all; none where the sources do
    /// not tell.
    #[must_use]
    pub fn period(&self, kind: PeriodKind, provider: &str, day: Day) -> Option<&Period> {
        let own =
            |row: &&Period| row.provider.as_deref().is_some_and(|named| self.clouds.is_same_provider(named, provider));
        self.periods.each(kind, day).find(own).or_else(|| self.periods.of(kind, day))
    }

    /// A period counted from an event; none where the sources do not tell of one on that day.
    #[must_use]
    pub fn count(&self, kind: PeriodKind, provider: &str, event: Day) -> Option<Counted<'_>> {
        let period = self.period(kind, provider, event)?;
        Some(Counted { period, event, end: period.end(event, &self.calendar) })
    }
}

/// For whom a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// People who file as themselves.
    Individual,
    /// Everybody else who files.
    Organisation,
    /// Both.
    Everyone,
}

impl Who {
    /// What an organiser of that nature is.
    #[must_use]
    pub const fn of(nature: Nature) -> Self {
        match nature {
            Nature::Individual => Self::Individual,
            _ => Self::Organisation,
        }
    }

    /// Whether a row for these is for those as well.
    #[must_use]
    pub fn includes(self, other: Self) -> bool {
        self == Self::Everyone || self == other
    }

    /// Its word in tables.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Individual => "individual",
            Self::Organisation => "organisation",
            Self::Everyone => "everyone",
        }
    }

    pub(crate) fn parse(word: &str) -> Option<Self> {
        [Self::Individual, Self::Organisation, Self::Everyone].into_iter().find(|who| who.id() == word)
    }

    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let who = Self::parse(row.must("who")?);
        who.ok_or_else(|| row.fault("who", "not individual, organisation or everyone"))
    }
}

/// Whether rules judge by a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowKind {
    /// Its breach is found.
    Check,
    /// It is shown where it concerns somebody, and never judged.
    Advice,
}

impl RowKind {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        match row.must("kind")? {
            "check" => Ok(Self::Check),
            "advice" => Ok(Self::Advice),
            _ => Err(row.fault("kind", "neither check nor advice")),
        }
    }
}

impl Provenance {
    /// What it rests on, as of a day: articles and pages.
    #[must_use]
    pub fn basis(&self, day: Day) -> crate::words::Words {
        period::cited(&self.sources, day)
    }

    /// The most that the breach of such a row weighs. Manuals warn, and what is disputed or unsure
    /// is a note.
    #[must_use]
    pub const fn weight(&self) -> Severity {
        match self.confidence {
            Confidence::Confirmed | Confidence::Reported => Severity::Warning,
            Confidence::Disputed | Confidence::Unsure => Severity::Note,
        }
    }
}

/// Whether a list of provinces holds that of a region; a list without any holds all.
fn concerns(provinces: &[String], region: &str) -> bool {
    provinces.is_empty() || region.get(..2).is_some_and(|code| provinces.iter().any(|one| one == code))
}
