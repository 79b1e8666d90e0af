//! The faults of filing numbers, sorted by the rules that speak of them.

use super::written::{Written, are_flawless, each, is_flawless};
use crate::numbers::{Fault, Reading, RecordNumber};
use crate::rule::Case;

/// What a fault of a number is about; each class has a rule of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// It is no number, or only a part of one.
    Form,
    /// A letter that the registry does not use for that province.
    Alias,
    /// A registry that does not exist.
    Joke,
    /// Digits that nobody was given.
    Placeholder,
    /// A count of digits or a year that cannot be.
    Digits,
    /// The number can be told, but is not written as the registry writes it.
    Style,
}

impl Class {
    pub(super) const fn of(fault: Fault) -> Self {
        match fault {
            Fault::AliasProvince => Self::Alias,
            Fault::Parody => Self::Joke,
            Fault::Placeholder => Self::Placeholder,
            Fault::BadDigits | Fault::LicenceBadDigits => Self::Digits,
            Fault::NoHao
            | Fault::HaoPosition
            | Fault::Fullwidth
            | Fault::Traditional
            | Fault::Dash
            | Fault::Case
            | Fault::Space
            | Fault::Split
            | Fault::B2WithHao => Self::Style,
            _ => Self::Form,
        }
    }
}

/// Visits the numbers with a fault of that class, with what reading them gave.
pub(super) fn each_with<'a>(
    case: &Case<'a>,
    class: Class,
    visit: &mut impl FnMut(Written<'a>, &Reading<RecordNumber>),
) {
    if are_flawless(case) {
        return;
    }
    each(case, &mut |written| {
        if is_flawless(written.text, case.clock.year()) {
            return;
        }
        let reading = RecordNumber::parse(written.text);
        if reading.faults.iter().any(|fault| Class::of(*fault) == class) {
            visit(written, &reading);
        }
    });
}
