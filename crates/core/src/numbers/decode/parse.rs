//! Reading a number that fills a text: the work of the scanner that finds numbers in pages.

use super::super::fault::Fault;
use super::super::filing::FilingNumber;
use super::super::police::PoliceNumber;
use super::super::reading::Reading;
use super::super::record::RecordNumber;
use super::scan::{self, Hit, Value};

impl FilingNumber {
    /// Reads a number that makes up the whole text, naming what is off about it.
    #[must_use]
    pub fn parse(text: &str) -> Reading<Self> {
        match RecordNumber::parse(text) {
            Reading { number: Some(RecordNumber::Filing(number)), faults } => Reading::of(number, faults),
            Reading { number: Some(_), .. } => Reading::none(vec![Fault::NotRecognised]),
            Reading { number: None, faults } => Reading::none(faults),
        }
    }

    /// Reads a canonically written number.
    ///
    /// # Errors
    ///
    /// Names every fault, the harmless ones too.
    pub fn parse_strict(text: &str) -> Result<Self, Vec<Fault>> {
        Self::parse(text).strict()
    }
}

impl RecordNumber {
    /// Reads a number that makes up the whole text, naming what is off about it.
    #[must_use]
    pub fn parse(text: &str) -> Reading<Self> {
        match read_whole(text) {
            Some(hit) => match hit.value {
                Some(Value::Record(number)) => Reading::of(number, hit.faults),
                Some(Value::Police(_)) => Reading::none(vec![Fault::NotRecognised]),
                None => Reading::none(hit.faults),
            },
            None => Reading::none(vec![Fault::NotRecognised]),
        }
    }

    /// Reads a canonically written number.
    ///
    /// # Errors
    ///
    /// Names every fault, the harmless ones too.
    pub fn parse_strict(text: &str) -> Result<Self, Vec<Fault>> {
        Self::parse(text).strict()
    }
}

impl PoliceNumber {
    /// Reads a number that makes up the whole text, naming what is off about it.
    #[must_use]
    pub fn parse(text: &str) -> Reading<Self> {
        match read_whole(text) {
            Some(hit) => match hit.value {
                Some(Value::Police(number)) => Reading::of(number, hit.faults),
                Some(Value::Record(_)) => Reading::none(vec![Fault::NotRecognised]),
                None => Reading::none(hit.faults),
            },
            None => Reading::none(vec![Fault::NotRecognised]),
        }
    }

    /// Reads a canonically written number.
    ///
    /// # Errors
    ///
    /// Names every fault, the harmless ones too.
    pub fn parse_strict(text: &str) -> Result<Self, Vec<Fault>> {
        Self::parse(text).strict()
    }
}

impl std::str::FromStr for FilingNumber {
    type Err = Vec<Fault>;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse_strict(text)
    }
}

impl std::str::FromStr for RecordNumber {
    type Err = Vec<Fault>;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse_strict(text)
    }
}

/// The number that fills a text.
fn read_whole(text: &str) -> Option<Hit> {
    // Without a clock every year with four digits may have come; `decode` judges the year.
    const NO_CLOCK: i32 = 2099;
    scan::whole(text, NO_CLOCK)
}
