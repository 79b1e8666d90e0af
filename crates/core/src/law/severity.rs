//! How heavy what rests on a text weighs.

use crate::words::Words;

/// How heavy a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; also whatever rests on an unsure source.
    Note,
    /// Rests on manuals and guides, or may be right for a reason that records do not hold.
    Warning,
    /// Rests on a law or notice, on arithmetic, or on the record format.
    Error,
}

impl Severity {
    /// The stable English word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// What people read.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::Note => Words::fixed("提示", "note"),
            Self::Warning => Words::fixed("警告", "warning"),
            Self::Error => Words::fixed("错误", "error"),
        }
    }
}
