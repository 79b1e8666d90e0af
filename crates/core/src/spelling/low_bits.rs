//! Sets of characters by which most texts are known at a glance to hold none of them.

/// Characters of which the ten low bits alone are kept: too many are taken for one of them rather than one too few.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct LowBits([u64; 16]);

impl LowBits {
    /// No character.
    pub(crate) const NONE: Self = Self([0; 16]);

    /// These and one more.
    pub(crate) const fn with(mut self, c: char) -> Self {
        let code = c as usize;
        self.0[code >> 6 & 15] |= 1 << (code & 63);
        self
    }

    /// Whether a character may be one of them.
    pub(crate) fn may_hold(&self, c: char) -> bool {
        self.may_hold_low(c as usize)
    }

    /// The same of a character that ends in these bits.
    pub(crate) fn may_hold_low(&self, low: usize) -> bool {
        self.0.get(low >> 6 & 15).is_some_and(|bits| bits >> (low & 63) & 1 == 1)
    }
}
