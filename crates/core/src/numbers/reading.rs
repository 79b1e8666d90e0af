//! What reading a number gave: the number as far as it could be read, and what is wrong.

use super::fault::Fault;

/// A number read leniently.
///
/// `number` stands where the text has a canonical form, even a faulty one, so that a caller
/// can say what was meant; `faults` says what is off about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<T> {
    /// The number, where the text says one.
    pub number: Option<T>,
    /// What is off, in the order of [`Fault`], each once.
    pub faults: Vec<Fault>,
}

impl<T> Reading<T> {
    /// A number with these faults.
    pub(super) fn of(number: T, faults: Vec<Fault>) -> Self {
        let number = Some(number);
        Self { number, faults }.sorted()
    }

    /// No number, for these faults.
    pub(super) fn none(faults: Vec<Fault>) -> Self {
        let number = None;
        Self { number, faults }.sorted()
    }

    fn sorted(mut self) -> Self {
        self.faults.sort_unstable();
        self.faults.dedup();
        self
    }

    /// Whether this is a number that can exist, with harmless faults at most.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.number.is_some() && self.faults.iter().all(|f| f.is_harmless())
    }

    /// The number where it is written canonically, else the faults.
    ///
    /// # Errors
    ///
    /// Any fault refuses the number, a harmless one too.
    pub fn strict(self) -> Result<T, Vec<Fault>> {
        match self.number {
            Some(number) if self.faults.is_empty() => Ok(number),
            _ if self.faults.is_empty() => Err(vec![Fault::NotRecognised]),
            _ => Err(self.faults),
        }
    }
}
