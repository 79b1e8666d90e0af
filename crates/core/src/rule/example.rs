//! Examples: tests and documentation at once.

use crate::words::Words;

/// Records that break or keep a rule.
///
/// An example starts from a complete and clean subject in the folder `example` (see
/// [`crate::rules::BASE`]) and says in what it differs. Core knows no YAML: the text is
/// inert here and read by the tests of `beian-records`.
#[derive(Debug, Clone)]
pub struct Example {
    /// What it shows.
    pub shows: Words,
    /// In what the records differ from the clean subject.
    pub given: &'static [Given],
    /// The facts at which the rule finds a breach; none if the record keeps it.
    pub finds: &'static [&'static str],
}

/// One difference from the clean subject. Files are named from the records folder on.
#[derive(Debug, Clone, Copy)]
pub enum Given {
    /// This text stands in the clean subject's file.
    Stands {
        /// The file.
        file: &'static str,
        /// The text.
        text: &'static str,
    },
    /// In that file, one text takes the place of another.
    Edit {
        /// The file.
        file: &'static str,
        /// What the clean file holds, once.
        old: &'static str,
        /// What takes its place.
        new: &'static str,
    },
    /// A whole file, new or in place of the clean one.
    File {
        /// The file.
        file: &'static str,
        /// Its text.
        text: &'static str,
    },
    /// A second clean subject in a folder `other`, changed so that it shares nothing with
    /// the first one.
    Other,
}
