//! Words that suggest content which another authority approves or has filed with it.

use super::approval::kind;
use super::index::{Hit, Index, is_covered};
use super::{Who, WordLists, concerns};
use crate::day::Day;
use crate::rows::listed::Listed;
use crate::rows::table::{Provenance, Row, RowFault, Tabled, founded};
use crate::vocabulary::ApprovalKind;
use std::sync::OnceLock;

/// Words of one kind of content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovalWord {
    /// The row's id.
    pub id: String,
    /// What they suggest.
    pub approval: ApprovalKind,
    /// Whether they count in names.
    pub in_name: bool,
    /// Whether they count in what a service offers.
    pub in_content: bool,
    /// The words.
    pub words: Vec<String>,
    /// Longer words in which a word is harmless.
    pub except: Vec<String>,
    /// For whom it is.
    pub who: Who,
    /// In which provinces, by their codes; none for all.
    pub provinces: Vec<String>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Tabled for ApprovalWord {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let places = row.list("where");
        Ok(Self {
            id: row.must("id")?.to_owned(),
            approval: kind(row.must("approval")?).ok_or_else(|| row.fault("approval", "no such kind"))?,
            in_name: places.iter().any(|place| place == "name"),
            in_content: places.iter().any(|place| place == "content"),
            words: row.list("words"),
            except: row.list("except"),
            who: Who::read(row)?,
            provinces: row.list("provinces"),
            provenance: row.provenance()?,
        })
    }

    fn key(&self) -> String {
        self.id.clone()
    }

    founded!();
}

/// The words of all kinds of content.
#[derive(Debug, Clone, Default)]
pub struct ApprovalWords {
    rows: Listed<ApprovalWord>,
    index: OnceLock<Index>,
}

impl ApprovalWords {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/approval-words.tsv");

    pub(super) const fn builtin() -> Self {
        Self { rows: Listed::built_in(Self::TEXT), index: OnceLock::new() }
    }

    pub(super) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        self.index = OnceLock::new();
        self.rows.lay(text)
    }

    /// All rows.
    pub fn all(&self) -> impl Iterator<Item = &ApprovalWord> {
        self.rows.all()
    }

    /// The rows that speak of a day.
    pub fn on(&self, day: Day) -> impl Iterator<Item = &ApprovalWord> {
        self.rows.on(day)
    }

    /// The words of a text that suggest an approval for these organisers on a day.
    ///
    /// A clause that denies something, such as 不提供新闻, suggests nothing.
    pub fn hits<'a, 't: 'a>(
        &'t self,
        text: &'a str,
        (who, region): (Who, &'a str),
        words: &'a WordLists,
        day: Day,
    ) -> impl Iterator<Item = (&'t str, &'t ApprovalWord)> {
        self.index().hits(text).filter_map(move |hit: Hit<'t>| {
            let row = self.rows.at(hit.row, day)?;
            let meant = row.who.includes(who) && concerns(&row.provinces, region);
            (meant && !is_covered(text, hit, &row.except) && !words.is_denied(text, hit.start, day))
                .then_some((hit.word, row))
        })
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let rows = self.rows.places();
            Index::new(rows.flat_map(|(at, row)| row.words.iter().map(move |word| (word.as_str(), at))))
        })
    }
}
