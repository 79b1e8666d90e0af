//! What rules rest on.

use crate::day::Day;

/// What kind of text a source is. It bounds how heavy a rule may weigh.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// A law, an order or a decree.
    Law,
    /// A notice of an authority that binds those who file.
    Notice,
    /// A standard; what it says of check digits and forms is arithmetic.
    Standard,
    /// The format of these records itself.
    RecordFormat,
    /// A guide or manual, of an authority or of a provider.
    Manual,
    /// Recalled or inferred; no text that a reader could look up.
    Unsure,
}

/// A text that rules rest on.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Title, in the language of the text.
    pub title: &'static str,
    /// What it is, in English.
    pub title_en: &'static str,
    /// Number of the text, or empty.
    pub number: &'static str,
    /// Who issued it.
    pub publisher: &'static str,
    /// Day of the revision meant, or of the page.
    pub dated: Day,
    /// Day on which it took effect, if it has one.
    pub in_force: Option<Day>,
    /// Day on which it was last held against the text.
    pub checked: Day,
    /// What kind of text it is.
    pub kind: SourceKind,
}

/// A place in a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// The text.
    pub source: &'static Source,
    /// Article, section or item, or empty for the whole text.
    pub article: &'static str,
}
