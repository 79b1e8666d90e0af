//! What the names of services may not be.

use super::dissent::{Dissent, Founded, disagreement};
use super::index::{Hit, Index, is_covered};
use super::{RowKind, Who, concerns};
use crate::day::Day;
use crate::law::Sources;
use crate::record::Vocabulary;
use crate::rows::listed::Listed;
use crate::rows::table::{Confidence, Provenance, Row, RowFault, Tabled, founded};
use crate::vocabulary::ServiceKind;
use crate::words::Words;
use std::sync::OnceLock;

/// How a row looks at a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// It holds one of the words.
    Word,
    /// It starts with one of the words.
    Prefix,
    /// It holds one of the words elsewhere than after the organiser's own name.
    Official,
    /// It has fewer Han characters.
    MinHan,
    /// It has more characters.
    MaxLetters,
    /// It is nothing but digits.
    OnlyDigits,
    /// It is nothing but Latin letters.
    OnlyLatin,
    /// It holds a Latin letter.
    LatinPresent,
    /// It holds signs that are no letters.
    OddLetters,
    /// It looks like a domain.
    Domain,
    /// It names a province.
    Place,
    /// Another service of the subject has it.
    Unique,
    /// Nothing that can be stated as a check.
    Prose,
}

impl Match {
    /// Whether its values are words that a name may hold.
    const fn is_of_words(self) -> bool {
        matches!(self, Self::Word | Self::Prefix | Self::Official)
    }

    fn of(word: &str) -> Self {
        match word {
            "word" => Self::Word,
            "prefix" => Self::Prefix,
            "official" => Self::Official,
            "min-han" => Self::MinHan,
            "max-letters" => Self::MaxLetters,
            "only-digits" => Self::OnlyDigits,
            "only-latin" => Self::OnlyLatin,
            "latin-present" => Self::LatinPresent,
            "odd-letters" => Self::OddLetters,
            "domain" => Self::Domain,
            "place" => Self::Place,
            "unique" => Self::Unique,
            _ => Self::Prose,
        }
    }
}

/// Which kind of fault a row finds; one rule each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Too short or too long.
    Length,
    /// The wrong letters.
    Letters,
    /// Signs.
    Signs,
    /// A domain.
    Domain,
    /// Words of the state.
    State,
    /// A word that this organiser may not use.
    Word,
    /// A place.
    Place,
    /// The name of another service.
    Twice,
    /// A claim to be official.
    Official,
}

/// One demand on names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameRow {
    /// The row's id.
    pub id: String,
    /// For whom it is.
    pub who: Who,
    /// For which kinds of services; none for all.
    pub services: Vec<ServiceKind>,
    /// How it looks at a name.
    pub how: Match,
    /// Its words.
    pub words: Vec<String>,
    /// Its bound.
    pub bound: Option<usize>,
    /// Which rule finds it; none for advice.
    pub fault: Option<Fault>,
    /// In which provinces, by their codes; none for all.
    pub provinces: Vec<String>,
    /// Longer words in which a word is harmless; of a claim to be official the endings that are lawful after the
    /// organiser's own name.
    pub except: Vec<String>,
    /// Whether rules judge by it.
    pub kind: RowKind,
    /// What else there is to know.
    pub note: Option<String>,
    /// Who says otherwise: `accepted`, or `refused`.
    pub dissent: Vec<Dissent>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Tabled for NameRow {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let kind = RowKind::read(row)?;
        let fault = match row.get("fault") {
            None => None,
            Some("length") => Some(Fault::Length),
            Some("letters") => Some(Fault::Letters),
            Some("signs") => Some(Fault::Signs),
            Some("domain") => Some(Fault::Domain),
            Some("state") => Some(Fault::State),
            Some("word") => Some(Fault::Word),
            Some("place") => Some(Fault::Place),
            Some("twice") => Some(Fault::Twice),
            Some("official") => Some(Fault::Official),
            Some(_) => return Err(row.fault("fault", "no such fault")),
        };
        let how = Match::of(row.must("match")?);
        if kind == RowKind::Check && (fault.is_none() || how == Match::Prose) {
            return Err(row.fault("match", "nothing that rules can look for"));
        }
        let dissent = Dissent::read(row)?;
        if !dissent.iter().all(|one| matches!(one.value.as_str(), "accepted" | "refused")) {
            return Err(row.fault("dissent", "neither accepted nor refused"));
        }
        let provenance = row.provenance()?;
        if dissent.is_empty() && provenance.confidence == Confidence::Disputed {
            return Err(row.fault("dissent", "missing: a disputed row names who says otherwise"));
        }
        let services = row.list("services").iter().map(|term| kind_of(term)).collect::<Option<_>>();
        Ok(Self {
            id: row.must("id")?.to_owned(),
            who: Who::read(row)?,
            services: services.ok_or_else(|| row.fault("services", "no such kind of service"))?,
            how,
            words: row.list("values"),
            bound: row.get("values").and_then(|value| value.parse().ok()),
            fault,
            provinces: row.list("provinces"),
            except: row.list("except"),
            kind,
            note: row.text("note"),
            dissent,
            provenance,
        })
    }

    fn key(&self) -> String {
        self.id.clone()
    }

    founded!();
}

impl Founded for NameRow {
    fn provenance(&self) -> &Provenance {
        &self.provenance
    }

    fn disagreement(&self, sources: &Sources) -> Option<Words> {
        let in_words = |value: &str| match value {
            "accepted" => Words::fixed("可以用", "it is accepted"),
            _ => Words::fixed("不可用", "it is refused"),
        };
        disagreement(("refused", &self.provenance), &self.dissent, in_words, sources)
    }
}

impl NameRow {
    /// Whether the row is for such a service of these.
    #[must_use]
    pub fn is_for(&self, who: Who, service: Option<ServiceKind>, region: &str) -> bool {
        self.kind == RowKind::Check
            && self.who.includes(who)
            && (self.services.is_empty() || service.is_some_and(|kind| self.services.contains(&kind)))
            && concerns(&self.provinces, region)
    }
}

fn kind_of(term: &str) -> Option<ServiceKind> {
    let at = ServiceKind::INFO.terms.iter().position(|known| known.canonical == term)?;
    ServiceKind::from_index(at)
}

/// What all names may not be.
#[derive(Debug, Clone, Default)]
pub struct Names {
    rows: Listed<NameRow>,
    index: OnceLock<Index>,
}

impl PartialEq for Names {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl Eq for Names {}

impl Names {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/names.tsv");

    pub(super) const fn builtin() -> Self {
        Self { rows: Listed::built_in(Self::TEXT), index: OnceLock::new() }
    }

    pub(super) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        self.index = OnceLock::new();
        self.rows.lay(text)
    }

    /// All rows.
    pub fn all(&self) -> impl Iterator<Item = &NameRow> {
        self.rows.all()
    }

    /// The rows that speak of a day.
    pub fn on(&self, day: Day) -> impl Iterator<Item = &NameRow> {
        self.rows.on(day)
    }

    /// The rows of one kind of fault that look at more than words, on a day.
    pub fn of(&self, fault: Fault, day: Day) -> impl Iterator<Item = &NameRow> {
        self.rows.on(day).filter(move |row| row.fault == Some(fault) && row.kind == RowKind::Check)
    }

    /// The words of a name that rows object to on a day, with these rows.
    pub fn words<'a>(&'a self, name: &'a str, day: Day) -> impl Iterator<Item = (&'a str, &'a NameRow)> {
        self.index().hits(name).filter_map(move |hit: Hit<'a>| {
            let row = self.rows.at(hit.row, day)?;
            let starts = row.how != Match::Prefix || hit.start == 0;
            let harmless = row.how != Match::Official && is_covered(name, hit, &row.except);
            (starts && !harmless).then_some((hit.word, row))
        })
    }

    fn index(&self) -> &Index {
        let by_word = |row: &NameRow| row.how.is_of_words() && row.kind == RowKind::Check;
        self.index.get_or_init(|| {
            let rows = self.rows.places().filter(|(_, row)| by_word(row));
            Index::new(rows.flat_map(|(at, row)| row.words.iter().map(move |word| (word.as_str(), at))))
        })
    }
}
