//! Resident identity numbers (公民身份号码, GB 11643), and the cards that share their form:
//! residence permits of Hong Kong, Macao and Taiwan people, foreigners' cards since 2023-12.

use std::fmt;

use chrono::NaiveDate;

use super::area::{Area, birth_date, person_area};
use super::check;
use super::compact::Compact;
use super::fault::Fault;
use super::mask;
use super::reading::Reading;

/// What the last digit but one says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// Odd.
    Male,
    /// Even.
    Female,
}

/// An 18-digit resident identity number.
///
/// The area is known by its province only: counties that were abolished stay lawful, so a
/// table of counties would refuse people who exist.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResidentId {
    code: String,
    born: NaiveDate,
}

impl ResidentId {
    /// Reads a number of somebody born in `latest_year` or before.
    ///
    /// The number is given where area aside it has the right form and a possible date of
    /// birth, also if the check digit is wrong.
    #[must_use]
    pub fn parse(text: &str, latest_year: i32) -> Reading<Self> {
        Self::of(Compact::read(text), latest_year)
    }

    pub(super) fn of(compact: Compact, latest_year: i32) -> Reading<Self> {
        let Compact { code, mut faults } = compact;
        if code.len() == 15 && code.bytes().all(|b| b.is_ascii_digit()) {
            return first_generation(&code, faults);
        }
        if code.chars().count() != 18 {
            faults.push(Fault::Length);
            return Reading::none(faults);
        }
        let Some((body, last)) = code.split_at_checked(17).filter(|(body, last)| {
            body.bytes().all(|b| b.is_ascii_digit()) && matches!(last.as_bytes(), [b'0'..=b'9' | b'X'])
        }) else {
            faults.push(Fault::Letter);
            return Reading::none(faults);
        };
        match person_area(body) {
            Area::Known(_) | Area::Foreigner(_) => {}
            Area::Unlisted => faults.push(Fault::AreaUnlisted),
            Area::None => faults.push(Fault::NoSuchArea),
        }
        if check::identity(body.as_bytes()) != last.chars().next() {
            faults.push(Fault::CheckDigit);
        }
        match birth_date(&body[6..14], latest_year) {
            Some(born) => Reading::of(Self { code, born }, faults),
            None => {
                faults.push(Fault::NoSuchDate);
                Reading::none(faults)
            }
        }
    }

    /// The 18 characters: personal data, to be shown masked.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.code
    }

    /// The number with its middle hidden.
    #[must_use]
    pub fn masked(&self) -> String {
        mask::mask_identity(&self.code)
    }

    /// The area code of the first registration.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.code[..6]
    }

    /// The Chinese name of the province or region.
    #[must_use]
    pub fn region_name(&self) -> Option<&'static str> {
        person_area(&self.code).name()
    }

    /// Whether this is a foreigner's permanent residence card.
    #[must_use]
    pub fn is_foreigner(&self) -> bool {
        self.code.starts_with('9')
    }

    /// The date of birth.
    #[must_use]
    pub fn born(&self) -> NaiveDate {
        self.born
    }

    /// The sex.
    #[must_use]
    pub fn sex(&self) -> Sex {
        match self.code.as_bytes().get(16) {
            Some(digit) if digit % 2 == 1 => Sex::Male,
            _ => Sex::Female,
        }
    }
}

/// Whether 15 digits have the form of a first-generation number.
pub(super) fn is_first_generation(digits: &str) -> bool {
    first_generation::<()>(digits, Vec::new()).faults == [Fault::FirstGeneration]
}

/// What is wrong with 15 digits: at least that they are no longer accepted.
fn first_generation<T>(digits: &str, mut faults: Vec<Fault>) -> Reading<T> {
    faults.push(Fault::FirstGeneration);
    if matches!(person_area(digits), Area::None | Area::Unlisted) {
        faults.push(Fault::NoSuchArea);
    }
    // Two digits of a year of the 20th century; a few born before 1900 had them too.
    let date = digits.get(6..12).and_then(|date| birth_date(&format!("19{date}"), 1999));
    if date.is_none() {
        faults.push(Fault::NoSuchDate);
    }
    Reading::none(faults)
}

impl fmt::Display for ResidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)
    }
}

/// Shows the number masked, so that no log or failed assertion shows it in full.
impl fmt::Debug for ResidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ResidentId({})", self.masked())
    }
}
