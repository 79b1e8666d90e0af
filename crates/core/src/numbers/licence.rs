//! Licence numbers, which stand as the filing number of a licence's holder.

use std::fmt;

use super::digits::Digits;
use super::fault::Fault;
use super::service::{Service, write_suffix};

/// The older form: `京ICP证030173号`, with the suffixes of a filing number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IcpLicence {
    pub(super) letter: char,
    pub(super) serial: Digits,
    pub(super) service: Option<Service>,
}

impl IcpLicence {
    /// The letter before `ICP证`, as written.
    #[must_use]
    pub fn letter(&self) -> char {
        self.letter
    }

    /// The digits between `证` and `号`.
    #[must_use]
    pub fn serial(&self) -> Digits {
        self.serial
    }

    /// What the digits alone show to be wrong.
    pub(super) fn digit_faults(serial: Digits) -> Vec<Fault> {
        let mut faults = Vec::new();
        let most_are_zero = serial.count() >= 7 && serial.tail(5) <= 1;
        if serial.is_invented() || most_are_zero {
            faults.push(Fault::Placeholder);
        }
        if serial.count() != 6 {
            faults.push(Fault::LicenceBadDigits);
        }
        faults
    }
}

impl fmt::Display for IcpLicence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}ICP证{}号", self.letter, self.serial)?;
        write_suffix(self.service, f)
    }
}

/// Who issued a telecom licence, as its first characters say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Issuer {
    /// No prefix: a nation-wide licence of the ministry.
    National,
    /// `合字`: a nation-wide licence held together with foreign capital or for several provinces.
    Joint,
    /// A province's letter. Licences of Sichuan and its like are issued with either letter.
    Province(char),
}

/// The newer form: `粤B2-20090059`, `合字B1.B2-20130004`, `B2-20070268`, with suffixes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TelecomLicence {
    pub(super) issuer: Issuer,
    /// Which of A1, A2, B1, B2 stand before the dash, as bits.
    pub(super) classes: u8,
    pub(super) serial: Digits,
    pub(super) service: Option<Service>,
}

/// The classes of telecom business, in the order in which licences list them.
pub(super) const CLASSES: [&str; 4] = ["A1", "A2", "B1", "B2"];

impl TelecomLicence {
    /// Who issued it.
    #[must_use]
    pub fn issuer(&self) -> Issuer {
        self.issuer
    }

    /// The classes of business, such as `B1.B2`.
    #[must_use]
    pub fn classes(&self) -> String {
        let named = CLASSES.iter().enumerate();
        let held: Vec<&str> = named.filter(|(n, _)| self.classes & (1 << n) != 0).map(|(_, name)| *name).collect();
        held.join(".")
    }

    /// The digits after the dash: four of the year, four of the serial.
    #[must_use]
    pub fn serial(&self) -> Digits {
        self.serial
    }

    /// What the digits alone show to be wrong, judged in a year.
    pub(super) fn digit_faults(serial: Digits, today_year: i32) -> Vec<Fault> {
        /// Licences of this form exist since the telecom regulations of 2000.
        const SINCE: u64 = 2000;
        let today = u64::try_from(today_year).unwrap_or_default();
        if serial.is_invented() || (serial.count() == 8 && serial.tail(4) == 0) {
            vec![Fault::Placeholder]
        } else if serial.count() != 8 || !(SINCE..=today).contains(&serial.head(4)) {
            vec![Fault::LicenceBadDigits]
        } else {
            Vec::new()
        }
    }
}

impl fmt::Display for TelecomLicence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.issuer {
            Issuer::National => {}
            Issuer::Joint => f.write_str("合字")?,
            Issuer::Province(letter) => write!(f, "{letter}")?,
        }
        write!(f, "{}-{}", self.classes(), self.serial)?;
        write_suffix(self.service, f)
    }
}
