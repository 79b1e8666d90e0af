//! Mobile telephone numbers of mainland China.

use std::fmt;

use super::compact::Compact;
use super::fault::Fault;
use super::mask;
use super::reading::Reading;

/// A mobile number: 11 digits that start with 13 to 19.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mobile(String);

impl Mobile {
    /// Reads a number with or without its country code, however grouped.
    #[must_use]
    pub fn parse(text: &str) -> Reading<Self> {
        Self::of(Compact::read(text))
    }

    pub(super) fn of(compact: Compact) -> Reading<Self> {
        let Compact { code, mut faults } = compact;
        // 3-4-4 is how people write it, nothing to remark on.
        faults.retain(|fault| !matches!(fault, Fault::Space | Fault::Dash));
        let digits = without_country(&code).to_owned();
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            faults.push(Fault::Letter);
            return Reading::none(faults);
        }
        if digits.len() != 11 {
            faults.push(Fault::Length);
            return Reading::none(faults);
        }
        if !matches!(digits.as_bytes(), [b'1', b'3'..=b'9', ..]) {
            faults.push(Fault::MobilePrefix);
            return Reading::none(faults);
        }
        Reading::of(Self(digits), faults)
    }

    /// The 11 digits: personal data, to be shown masked.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number with its middle hidden.
    #[must_use]
    pub fn masked(&self) -> String {
        mask::mask_mobile(&self.0)
    }
}

/// The digits after the country code.
pub(super) fn without_country(code: &str) -> &str {
    ["+86", "0086", "86"]
        .iter()
        .find_map(|prefix| code.strip_prefix(prefix).filter(|rest| rest.len() >= 11))
        .unwrap_or(code)
}

impl fmt::Display for Mobile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Shows the number masked, so that no log or failed assertion shows it in full.
impl fmt::Debug for Mobile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mobile({})", self.masked())
    }
}
