//! What stands at one place of a letter: a value, or a blank for the hand that fills it in.

use crate::day::Day;
use crate::numbers::mask;
use crate::personal::{Held, Veil};
use crate::words::Words;

/// What stands at one place of a letter.
///
/// A letter is never completed by a guess: what the records do not tell is left open, and so
/// is every personal number, masked or in full, because a draft passes through many hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// The value.
    Given(String),
    /// Nothing yet; what has to be written there.
    Open(Words),
}

impl Entry {
    /// A text from the records, with personal numbers inside it masked; open if there is none.
    #[must_use]
    pub fn text(text: Option<&str>, label: Words) -> Self {
        match text.map(str::trim).filter(|text| !text.is_empty()) {
            Some(text) if mask::is_masked(text) => Self::personal(Held::Number, Some(text), label),
            Some(text) => Self::Given(mask::hide_personal(text).into_owned()),
            None => Self::Open(label),
        }
    }

    /// What a field holds of a person: always left open. The label tells what the records hold
    /// of it.
    #[must_use]
    pub fn personal(held: Held, text: Option<&str>, label: Words) -> Self {
        let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Self::Open(label) };
        let hidden = Veil::field(held, text);
        let Words { zh, en } = label;
        Self::Open(crate::words!("{zh}（记录中为 {hidden}）", "{en} (the records hold {hidden})"))
    }

    /// A day, in the form of the records; templates write it in the Chinese manner.
    #[must_use]
    pub fn day(day: Option<Day>, label: Words) -> Self {
        day.map_or(Self::Open(label), |day| Self::Given(day.to_string()))
    }

    /// The value, if there is one.
    #[must_use]
    pub fn given(&self) -> Option<&str> {
        match self {
            Self::Given(text) => Some(text),
            Self::Open(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LABEL: Words = Words::fixed("手机号码", "mobile");

    #[test]
    fn what_is_not_known_and_what_is_personal_stays_open() {
        assert_eq!(Entry::text(None, LABEL), Entry::Open(LABEL));
        assert_eq!(Entry::text(Some("  "), LABEL), Entry::Open(LABEL));
        assert_eq!(Entry::text(Some(" 甲 "), LABEL), Entry::Given("甲".into()));
        assert_eq!(Entry::text(Some("电话 13800138000"), LABEL), Entry::Given("电话 138****8000".into()));
        for number in ["13800138000", "138****8000"] {
            let Entry::Open(label) = Entry::personal(Held::Telephone, Some(number), LABEL) else { panic!("{number}") };
            assert_eq!(label.zh, "手机号码（记录中为 138****8000）");
        }
        let Entry::Open(label) = Entry::personal(Held::Number, Some("E12345678"), LABEL) else { panic!("given") };
        assert_eq!(label.en, "mobile (the records hold E*****678)");
    }
}
