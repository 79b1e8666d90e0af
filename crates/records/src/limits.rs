//! How much of hostile input is taken in.

/// How much a file may hold before it is refused, so that a hostile one costs little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The length of the file; never above 2 GiB, whatever is asked.
    pub bytes: usize,
    /// How deep lists and mappings may nest; never above 100, whatever is asked.
    pub depth: usize,
    /// How many keys, values, lists and mappings a file may have.
    pub nodes: usize,
    /// How many faults are reported before one [`TooManyFaults`] ends the reading.
    ///
    /// [`TooManyFaults`]: crate::yaml::FaultKind::TooManyFaults
    pub faults: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 1 << 20, depth: 32, nodes: 100_000, faults: 200 }
    }
}
