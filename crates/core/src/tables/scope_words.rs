//! Words of what is offered, and those by which a business scope speaks of it.

use super::WordLists;
use super::index::{Hit, Index, is_covered};
use crate::day::Day;
use crate::rows::listed::Listed;
use crate::rows::table::{Provenance, Row, RowFault, Tabled, founded};
use std::sync::OnceLock;

/// One line of business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScopeWord {
    /// The row's id.
    pub id: String,
    /// Words of what a site offers.
    pub content: Vec<String>,
    /// Words of which one stands in a scope that has it.
    pub scope: Vec<String>,
    /// Longer words in which a word of content is harmless.
    pub except: Vec<String>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Tabled for ScopeWord {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let (content, scope) = (row.list("content"), row.list("scope"));
        if content.is_empty() || scope.is_empty() {
            return Err(row.fault("scope", "nothing to compare"));
        }
        let provenance = row.provenance()?;
        Ok(Self { id: row.must("id")?.to_owned(), content, scope, except: row.list("except"), provenance })
    }

    fn key(&self) -> String {
        self.id.clone()
    }

    founded!();
}

/// All lines of business.
#[derive(Debug, Clone, Default)]
pub struct ScopeWords {
    rows: Listed<ScopeWord>,
    index: OnceLock<Index>,
}

impl ScopeWords {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/scope-words.tsv");

    pub(super) const fn builtin() -> Self {
        Self { rows: Listed::built_in(Self::TEXT), index: OnceLock::new() }
    }

    pub(super) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        self.index = OnceLock::new();
        self.rows.lay(text)
    }

    /// All rows.
    pub fn all(&self) -> impl Iterator<Item = &ScopeWord> {
        self.rows.all()
    }

    /// The first word of a content of which a scope has none on a day. What a clause denies is not offered.
    pub fn outside<'t>(
        &'t self,
        (content, scope): (&str, &str),
        words: &WordLists,
        day: Day,
    ) -> Option<(&'t str, &'t ScopeWord)> {
        self.index().hits(content).find_map(|hit: Hit<'t>| {
            let row = self.rows.at(hit.row, day)?;
            let stated = row.scope.iter().any(|word| scope.contains(&**word));
            let meant = !is_covered(content, hit, &row.except) && !words.is_denied(content, hit.start, day);
            (meant && !stated).then_some((hit.word, row))
        })
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let rows = self.rows.places();
            Index::new(rows.flat_map(|(at, row)| row.content.iter().map(move |word| (word.as_str(), at))))
        })
    }
}
