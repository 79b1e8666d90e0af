//! 15-digit business registration numbers (工商注册号), which credit codes have replaced.

use std::fmt;

use super::check;
use super::compact::Compact;
use super::fault::Fault;
use super::reading::Reading;
use super::region::province;
use crate::names::Province;

/// A business registration number: area, serial, check digit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegistrationNumber(String);

impl RegistrationNumber {
    /// Reads a number of 15 digits.
    #[must_use]
    pub fn parse(text: &str) -> Reading<Self> {
        Self::of(Compact::read(text))
    }

    pub(super) fn of(compact: Compact) -> Reading<Self> {
        let Compact { code, mut faults } = compact;
        if code.chars().count() != 15 {
            faults.push(Fault::Length);
            return Reading::none(faults);
        }
        if !code.bytes().all(|b| b.is_ascii_digit()) {
            faults.push(Fault::Letter);
            return Reading::none(faults);
        }
        let number = Self(code);
        // 100000 is the national administration.
        if number.province().is_none() && !number.0.starts_with("10") {
            faults.push(Fault::NoSuchArea);
        }
        let (body, last) = number.0.split_at(14);
        if check::registration(body.as_bytes()) != last.chars().next() {
            faults.push(Fault::CheckDigit);
        }
        Reading::of(number, faults)
    }

    /// Whether 15 digits are such a number for certain.
    pub(super) fn is_certain(digits: &str) -> bool {
        let reading = Self::of(Compact { code: digits.to_owned(), faults: Vec::new() });
        reading.is_ok()
    }

    /// The province of the registering office; none for the national one.
    #[must_use]
    pub fn province(&self) -> Option<&'static Province> {
        province(self.0.get(..2)?)
    }

    /// The area code of the registering office.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.0[..6]
    }

    /// The 15 digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RegistrationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
