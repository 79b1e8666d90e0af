//! What could not be seen of a store, and why.

use beian_core::words;
use beian_core::words::Words;

/// Something that a store could not show. Nothing follows from its absence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unseen {
    /// The file or folder, from the records folder on.
    pub path: String,
    /// Why it could not be seen.
    pub why: Why,
}

/// Why something could not be seen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A sparse checkout leaves it out of the working directory.
    Sparse,
}

impl Why {
    /// It in words.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::Sparse => {
                words!("稀疏检出没有把它放进工作目录", "a sparse checkout leaves it out of the working directory")
            }
        }
    }
}
