//! A run of digits that keeps its leading zeros.

use std::fmt;

/// One to eighteen decimal digits, leading zeros kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digits {
    count: u8,
    value: u64,
}

impl Digits {
    /// Reads a run of one to eighteen ASCII digits and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let count = u8::try_from(text.len()).ok().filter(|n| (1..=18).contains(n))?;
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let value = text.parse().ok()?;
        Some(Self { count, value })
    }

    /// How many digits there are.
    #[must_use]
    pub fn count(self) -> usize {
        usize::from(self.count)
    }

    /// The digits as one number.
    #[must_use]
    pub fn value(self) -> u64 {
        self.value
    }

    /// The number that the first `n` digits make; all of them where there are fewer.
    #[must_use]
    pub fn head(self, n: u32) -> u64 {
        let drop = u32::from(self.count).saturating_sub(n);
        self.value / 10u64.pow(drop)
    }

    /// The number that the last `n` digits make.
    #[must_use]
    pub fn tail(self, n: u32) -> u64 {
        match 10u64.checked_pow(n) {
            Some(unit) => self.value % unit,
            None => self.value,
        }
    }

    /// Whether a person made these up: `00000000`, `12345678`, `18888888`.
    ///
    /// Only what cannot be a number in use counts, or what is so seldom one that the warning
    /// is right: one digit all through but for one, or digits that run up or down.
    #[must_use]
    pub fn is_invented(self) -> bool {
        let text = self.to_string();
        let digits = text.as_bytes();
        if digits.len() < 5 {
            return false;
        }
        let most = (b'0'..=b'9').map(|d| digits.iter().filter(|x| **x == d).count()).max().unwrap_or(0);
        let spared = usize::from(digits.len() >= 7);
        most + spared >= digits.len() || runs(digits, 1) || runs(digits, 9)
    }
}

/// Whether each digit follows the one before by the same step, 9 being followed by 0.
fn runs(digits: &[u8], step: u8) -> bool {
    digits.windows(2).all(|pair| matches!(pair, [a, b] if (a - b'0' + step) % 10 == b - b'0'))
}

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:0width$}", self.value, width = self.count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_are_kept() {
        let digits = Digits::parse("05012345").unwrap();
        assert_eq!(digits.to_string(), "05012345");
        assert_eq!((digits.head(2), digits.tail(6)), (5, 12345));
        assert_eq!(Digits::parse(""), None);
        assert_eq!(Digits::parse("1a"), None);
    }

    #[test]
    fn invented_digits() {
        for text in ["00000000", "12345678", "1234567890", "66666", "18888888", "00000001", "87654321"] {
            assert!(Digits::parse(text).unwrap().is_invented(), "{text}");
        }
        for text in ["05000001", "10000001", "030173", "2020003856", "000007", "2021000000"] {
            assert!(!Digits::parse(text).unwrap().is_invented(), "{text}");
        }
    }
}
