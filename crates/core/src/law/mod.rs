//! The law: the texts that rules and procedures rest on, and how heavy what rests on them weighs.
//!
//! Each text was held against its copies on the day it names; the words of the rules are ours.

mod laws;
mod pages;
mod severity;
mod source;

pub use laws::*;
pub use pages::*;
pub use severity::Severity;
pub use source::{Citation, Source, SourceKind};

use crate::day::Day;

/// The day on which the sources were last held against their texts.
const CHECKED: Day = Day::of(2026, 11, 21);

impl Source {
    /// The whole text.
    #[must_use]
    pub const fn whole(&'static self) -> Citation {
        self.article("")
    }

    /// An article or item of it.
    #[must_use]
    pub const fn article(&'static self, article: &'static str) -> Citation {
        Citation { source: self, article }
    }
}
