//! What the first digits of an identity number, a code or a date of birth may be.

use chrono::{Datelike, NaiveDate};

use super::region::region_name;

/// Nobody alive, and nobody on a record, was born before.
const EARLIEST_YEAR: i32 = 1800;

/// The area that two digits name, for a person's number.
///
/// Cards of foreigners issued since 2023-12 start with 9, then the province of issue.
pub(super) fn person_area(digits: &str) -> Area {
    let two = |from: usize| digits.get(from..from + 2).and_then(region_name);
    if let Some(name) = two(0) {
        return Area::Known(name);
    }
    match (digits.starts_with('9'), two(1)) {
        (true, Some(name)) => Area::Foreigner(name),
        (true, None) => Area::Unlisted,
        (false, _) => Area::None,
    }
}

/// What the first digits of a person's number say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Area {
    /// A province or region.
    Known(&'static str),
    /// A foreigner's card and its province of issue.
    Foreigner(&'static str),
    /// A foreigner's card of an unknown place.
    Unlisted,
    /// Nothing that exists.
    None,
}

impl Area {
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Self::Known(name) | Self::Foreigner(name) => Some(name),
            Self::Unlisted | Self::None => None,
        }
    }
}

/// The date that eight digits write, if somebody can have been born on it.
pub(super) fn birth_date(digits: &str, latest_year: i32) -> Option<NaiveDate> {
    if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u32>().ok();
    let year = i32::try_from(part(0..4)?).ok()?;
    NaiveDate::from_ymd_opt(year, part(4..6)?, part(6..8)?)
        .filter(|date| (EARLIEST_YEAR..=latest_year).contains(&date.year()))
}
