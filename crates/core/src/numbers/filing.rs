//! ICP filing numbers: `京ICP备12345678号` of the subject, `-1`, `-2A`, `-3X`, `-4K` of its services.

use std::fmt;

use super::digits::Digits;
use super::fault::Fault;
use super::service::{Service, write_suffix};
use crate::names::Province;

/// The first year that the registry's 8-digit serials speak of, and the last.
const SHORT_YEARS: std::ops::RangeInclusive<u64> = 0..=20;
/// The first year of 10-digit serials; 2020 has both.
const LONG_SINCE: u64 = 2020;

/// A filing number of a subject, or of one of its services.
///
/// The letter is kept as written, also where the registry uses another one (川 for 蜀): what
/// was meant is a guess, and the fault says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FilingNumber {
    pub(super) letter: char,
    pub(super) serial: Digits,
    pub(super) service: Option<Service>,
}

impl FilingNumber {
    /// The letter before `ICP备`, as written.
    #[must_use]
    pub fn letter(&self) -> char {
        self.letter
    }

    /// The province of the letter, also where the registry writes another one.
    #[must_use]
    pub fn province(&self) -> Option<&'static Province> {
        Province::of_letter(self.letter)
    }

    /// The digits between `备` and `号`.
    #[must_use]
    pub fn serial(&self) -> Digits {
        self.serial
    }

    /// The year in which the subject was first approved, where the serial says one.
    #[must_use]
    pub fn year(&self) -> Option<u16> {
        let year = match self.serial.count() {
            8 => 2000 + Some(self.serial.head(2)).filter(|year| SHORT_YEARS.contains(year))?,
            10 => self.serial.head(4),
            _ => return None,
        };
        u16::try_from(year).ok()
    }

    /// The suffix of a service number.
    #[must_use]
    pub fn service(&self) -> Option<Service> {
        self.service
    }

    /// Whether this is a subject's number, without a suffix.
    #[must_use]
    pub fn is_subject(&self) -> bool {
        self.service.is_none()
    }

    /// The number of the subject to which this belongs.
    #[must_use]
    pub fn subject_level(&self) -> Self {
        Self { service: None, ..*self }
    }

    /// Whether this is a service number under that subject's number.
    #[must_use]
    pub fn is_service_of(&self, subject: &Self) -> bool {
        self.service.is_some() && self.subject_level() == *subject
    }

    /// What the digits alone show to be wrong, judged in a year.
    #[must_use]
    pub fn digit_faults(&self, today_year: i32) -> Vec<Fault> {
        serial_faults(self.serial, today_year)
    }
}

/// What a serial alone shows to be wrong.
///
/// An invented serial is not also blamed for its year.
pub(super) fn serial_faults(serial: Digits, today_year: i32) -> Vec<Fault> {
    let long = serial.count() == 10;
    let rest = serial.tail(6);
    // Serials of a year count upwards and pass 300000 in large provinces, so that 111111 and
    // 123456 are granted like any other; nobody has seen one above 600000.
    let invented_rest = rest == 0 || (long && matches!(rest, 666_666 | 888_888 | 999_999)) || is_short_of_two(serial);
    let year_is_right = match serial.count() {
        8 => SHORT_YEARS.contains(&serial.head(2)),
        10 => (LONG_SINCE..=u64::try_from(today_year).unwrap_or_default()).contains(&serial.head(4)),
        _ => false,
    };
    let is_granted_shape = long && year_is_right;
    if (serial.is_invented() && !is_granted_shape) || (invented_rest && year_is_right) {
        vec![Fault::Placeholder]
    } else if year_is_right {
        Vec::new()
    } else {
        vec![Fault::BadDigits]
    }
}

/// Whether eight digits are a year since 2021 and a made-up rest, as in `20230001`: read as
/// the registry does it would be number 230001 of the year 2020.
fn is_short_of_two(serial: Digits) -> bool {
    serial.count() == 8 && (2021..=2099).contains(&serial.head(4)) && matches!(serial.tail(4), 0 | 1 | 1234 | 5678)
}

impl fmt::Display for FilingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}ICP备{}号", self.letter, self.serial)?;
        write_suffix(self.service, f)
    }
}
