//! Organisation codes (组织机构代码, GB 11714), which credit codes have replaced.

use std::fmt;

use super::check;
use super::compact::Compact;
use super::fault::Fault;
use super::reading::Reading;

/// An organisation code: eight characters and a check character.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganisationCode(String);

impl OrganisationCode {
    /// Reads a code with or without its dash.
    #[must_use]
    pub fn parse(text: &str) -> Reading<Self> {
        Self::of(Compact::read(text))
    }

    pub(super) fn of(compact: Compact) -> Reading<Self> {
        let Compact { code, mut faults } = compact;
        // The dash before the check character belongs to the code as printed.
        faults.retain(|fault| *fault != Fault::Dash);
        if code.chars().count() != 9 {
            faults.push(Fault::Length);
            return Reading::none(faults);
        }
        let last_is_check = code.ends_with(|c: char| c.is_ascii_digit() || c == 'X');
        if !code.bytes().all(|b| b.is_ascii_alphanumeric()) || !last_is_check {
            faults.push(Fault::Letter);
            return Reading::none(faults);
        }
        let (body, last) = code.split_at(8);
        if check::organisation(body) != last.chars().next() {
            faults.push(Fault::CheckDigit);
        }
        Reading::of(Self(code), faults)
    }

    /// The nine characters, without the dash.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OrganisationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (body, check) = self.0.split_at(8);
        write!(f, "{body}-{check}")
    }
}
