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
    /// The facts at which the rule finds a breach; none if the record keeps it. `CODE fact`
    /// announces what another rule rightly finds there too.
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
    /// A whole file of bytes that are no text.
    Bytes {
        /// The file.
        file: &'static str,
        /// Its bytes.
        bytes: &'static [u8],
    },
    /// A whole file of one text many times over.
    Repeat {
        /// The file.
        file: &'static str,
        /// The text.
        text: &'static str,
        /// How often it stands there.
        times: usize,
    },
    /// A symbolic link in place of a file.
    Link {
        /// The file.
        file: &'static str,
        /// Where it points.
        target: &'static str,
    },
    /// A file that is not there.
    Without {
        /// The file.
        file: &'static str,
    },
    /// A whole file that is not in git, whereas everything before it is.
    Untracked {
        /// The file.
        file: &'static str,
        /// Its text.
        text: &'static str,
    },
    /// A second clean subject in a folder `other`, changed so that it shares nothing with
    /// the first one.
    Other,
}
