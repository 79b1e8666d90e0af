//! The texts that rules rest on. Each was held against the text or its copies on the day
//! it names; the words of the rules are ours.

mod laws;
mod pages;

pub use laws::*;
pub use pages::*;

use crate::day::Day;
use crate::rule::{Citation, Source};

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
