//! Unified social credit codes (统一社会信用代码, GB 32100).

use std::fmt;

use super::check;
use super::compact::Compact;
use super::credit_table;
use super::fault::Fault;
use super::reading::Reading;
use crate::words::Words;

const LENGTH: usize = 18;

/// A unified social credit code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode(String);

impl CreditCode {
    /// Reads a code, over spaces, dashes, widths and case.
    ///
    /// The code is given where it has 18 lawful characters, also if a check is wrong. A code
    /// of the pilot region (Xiamen, 350200 to 350213 followed by M000) is not blamed for its
    /// checks but named [`Fault::PilotRegionCode`], which the user can waive.
    #[must_use]
    pub fn parse(text: &str) -> Reading<Self> {
        Self::of(Compact::read(text))
    }

    pub(super) fn of(compact: Compact) -> Reading<Self> {
        let Compact { code, mut faults } = compact;
        if code.chars().count() != LENGTH {
            faults.push(Fault::Length);
        }
        if !code.chars().all(check::is_credit_letter) {
            faults.push(Fault::Letter);
        }
        if faults.iter().any(|f| matches!(f, Fault::Length | Fault::Letter)) {
            return Reading::none(faults);
        }
        let number = Self(code);
        faults.extend(number.form_faults());
        faults.extend(number.check_faults());
        Reading::of(number, faults)
    }

    /// Whether both checks of an 18-character run are right, so that it is a code for certain.
    pub(crate) fn is_certain(code: &str) -> bool {
        let reading = Self::of(Compact { code: code.to_owned(), faults: Vec::new() });
        reading.number.is_some() && reading.faults.is_empty()
    }

    fn form_faults(&self) -> Option<Fault> {
        if self.entity_class().is_none() {
            return Some(Fault::NoSuchAuthority);
        }
        let region = self.region().bytes().all(|b| b.is_ascii_digit());
        (!region).then_some(Fault::Letter)
    }

    fn check_faults(&self) -> Option<Fault> {
        let (body, last) = self.0.split_at(LENGTH - 1);
        if check::credit(body) != last.chars().next() {
            let pilot = self.is_of_pilot_region();
            return Some(if pilot { Fault::PilotRegionCode } else { Fault::CheckDigit });
        }
        let (body, last) = self.organisation().split_at(8);
        (check::organisation(body) != last.chars().next()).then_some(Fault::InnerCheckDigit)
    }

    /// Whether the code is of the kind that an early pilot region issued.
    #[must_use]
    pub fn is_of_pilot_region(&self) -> bool {
        let region = self.region().parse::<u32>();
        region.is_ok_and(|region| (350_200..=350_213).contains(&region)) && self.organisation().starts_with("M000")
    }

    fn first_two(&self) -> (char, char) {
        let mut chars = self.0.chars();
        (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The registering authority.
    #[must_use]
    pub fn authority(&self) -> Option<Words> {
        credit_table::authority(self.first_two().0)
    }

    /// The class of entity.
    #[must_use]
    pub fn entity_class(&self) -> Option<Words> {
        let (first, second) = self.first_two();
        credit_table::entity_class(first, second)
    }

    /// The first two characters, which name authority and class: `91` is an enterprise.
    #[must_use]
    pub fn class_code(&self) -> &str {
        &self.0[..2]
    }

    /// The GB/T 2260 code of the authority's seat.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.0[2..8]
    }

    /// The organisation code inside (GB 11714), without its dash.
    #[must_use]
    pub fn organisation(&self) -> &str {
        &self.0[8..17]
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
