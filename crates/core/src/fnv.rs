//! FNV-1a: a hash that is the same in every build, which that of the standard library need not be.

/// A hash that grows byte by byte.
#[derive(Debug, Clone, Copy)]
pub struct Fnv(u64);

impl Fnv {
    /// The hash of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Adds a text and its end, so that what stands in two texts is not what stands in one.
    pub fn add(&mut self, text: &str) {
        self.add_bytes(text.bytes().chain([0]));
    }

    /// Adds bytes.
    pub fn add_bytes(&mut self, bytes: impl IntoIterator<Item = u8>) {
        self.0 = bytes.into_iter().fold(self.0, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    }

    /// Adds a long text and its length, eight bytes in one step. What is added so hashes to
    /// something else than byte by byte.
    pub fn add_long(&mut self, text: &str) {
        let (chunks, rest) = text.as_bytes().as_chunks::<8>();
        let mut step = |word: u64| {
            self.0 = (self.0 ^ word).wrapping_mul(0x0100_0000_01b3);
            self.0 ^= self.0 >> 29;
        };
        chunks.iter().for_each(|chunk| step(u64::from_le_bytes(*chunk)));
        let rest = rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
        step(rest);
        step(text.len() as u64);
    }

    /// The hash.
    #[must_use]
    pub const fn value(self) -> u64 {
        self.0
    }
}

impl Default for Fnv {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::Fnv;

    #[test]
    fn hashes_are_those_of_the_description() {
        let hash = |text: &str| {
            let mut hash = Fnv::new();
            hash.add_bytes(text.bytes());
            hash.value()
        };
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
    }
}
