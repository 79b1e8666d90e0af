//! What a document must hold: the description of the format, as values.
//!
//! The JSON schema, the page of the format and the messages about unknown keys and terms
//! are all made from these.

use crate::words::Words;

/// What a value looks like in a document.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Any text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number, not negative.
    Whole,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A day or an RFC 3339 moment with offset.
    When,
    /// A day or 长期.
    Until,
    /// A day, `true` or `false`.
    Shown,
    /// One text or a list of texts.
    Texts,
    /// A word of a closed list.
    Term(&'static TermsInfo),
    /// A nested record.
    Record(&'static RecordInfo),
    /// A list.
    List(&'static Shape),
    /// A mapping with keys of the user's.
    Keyed(&'static Shape),
    /// A fact of a filing: a value, or `from` and `to`.
    Fact,
    /// Text, lists and mappings of any kind.
    Plain,
    /// One of two shapes.
    Either(&'static Shape, &'static Shape),
}

impl Shape {
    /// Whether a list may stand there.
    #[must_use]
    pub const fn is_list(&self) -> bool {
        match self {
            Self::List(_) | Self::Texts => true,
            Self::Either(one, other) => one.is_list() || other.is_list(),
            Self::Text
            | Self::Flag
            | Self::Whole
            | Self::Day
            | Self::When
            | Self::Until
            | Self::Shown
            | Self::Term(_)
            | Self::Record(_)
            | Self::Keyed(_)
            | Self::Fact
            | Self::Plain => false,
        }
    }
}

/// A record: its fields, in the order in which they are written.
#[derive(Debug)]
pub struct RecordInfo {
    /// The English name.
    pub name: &'static str,
    /// What filing people call it.
    pub label: &'static str,
    /// What it is, in English.
    pub about: &'static str,
    /// Its fields.
    pub fields: &'static [FieldInfo],
}

impl RecordInfo {
    /// The field of that name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static FieldInfo> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// A field of a record.
#[derive(Debug)]
pub struct FieldInfo {
    /// The key in the document.
    pub name: &'static str,
    /// What filing people call it.
    pub label: &'static str,
    /// What it is, in English.
    pub about: &'static str,
    /// The version of the format with which it came.
    pub since: u32,
    /// What stands there.
    pub shape: &'static Shape,
}

/// A closed list of terms.
#[derive(Debug)]
pub struct TermsInfo {
    /// What the list is, in both languages.
    pub name: Words,
    /// The terms, in the order in which they are shown.
    pub terms: &'static [Term],
}

/// A term of a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The official Chinese term: what a record holds.
    pub canonical: &'static str,
    /// The English word for the command line.
    pub english: &'static str,
    /// Other words in use for the same.
    pub aliases: &'static [&'static str],
}

impl TermsInfo {
    /// The position of a canonical term.
    #[must_use]
    pub fn position(&self, canonical: &str) -> Option<usize> {
        self.terms.iter().position(|term| term.canonical == canonical)
    }

    /// The position of the term that a word means: the term itself, another word for it, or the English one.
    #[must_use]
    pub fn meant(&self, word: &str) -> Option<usize> {
        self.position(word).or_else(|| self.position(self.alias_of(word)?.canonical))
    }

    /// The term of which this is another word.
    #[must_use]
    pub fn alias_of(&self, word: &str) -> Option<&'static Term> {
        self.terms.iter().find(|term| term.aliases.contains(&word) || term.english.eq_ignore_ascii_case(word))
    }
}
