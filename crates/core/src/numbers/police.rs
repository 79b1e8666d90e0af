//! Public-security numbers (公安联网备案号): `京公网安备11010502030143号`.

use std::fmt;

use super::digits::Digits;
use super::fault::Fault;
use crate::names::Province;

/// How many digits the number has.
pub(super) const CODE_DIGITS: usize = 14;

/// A public-security number.
///
/// Its letter is of the police's own table (川, 贵, 甘). It need not be the letter of the
/// subject's filing number: the police where the site was reported issue it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PoliceNumber {
    pub(super) letter: char,
    pub(super) code: Digits,
}

impl PoliceNumber {
    /// The letter before `公网安备`, as written.
    #[must_use]
    pub fn letter(&self) -> char {
        self.letter
    }

    /// The province of the letter.
    #[must_use]
    pub fn province(&self) -> Option<&'static Province> {
        Province::of_police_letter(self.letter)
    }

    /// The 14 digits, which the link to the police's query carries too.
    #[must_use]
    pub fn code(&self) -> Digits {
        self.code
    }
}

/// What the digits of a police number alone show to be wrong.
pub(super) fn code_faults(digits: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    if digits.len() != CODE_DIGITS {
        faults.push(Fault::PsbBadDigits);
    }
    let invented = Digits::parse(digits).is_none_or(Digits::is_invented);
    // A serial of zeros is nobody's; a province's first number outside Beijing is the
    // well-known 11000002000001 with two digits changed.
    let copied = digits.get(2..) == Some("000002000001") && !digits.starts_with("11");
    if invented || copied || digits.contains("000000") {
        faults.push(Fault::Placeholder);
    }
    faults
}

/// Whether letter and code belong together.
pub(super) fn letter_faults(letter: char, code: Digits) -> Vec<Fault> {
    let Some(province) = Province::of_police_letter(letter) else {
        return vec![Fault::PsbNoSuchProvince];
    };
    let mut faults = Vec::new();
    if !province.police.contains(letter) {
        faults.push(Fault::PsbAliasProvince);
    }
    let elsewhere = !province.code.parse().is_ok_and(|digits: u64| digits == code.head(2));
    if elsewhere && !code.is_invented() && code.count() == CODE_DIGITS {
        faults.push(Fault::PsbProvinceMismatch);
    }
    faults
}

impl fmt::Display for PoliceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}公网安备{}号", self.letter, self.code)
    }
}
