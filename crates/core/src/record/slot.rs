//! A field of a record: absent, faulty, given or not known.

use super::{Place, unknown};

/// A value and the place where it stands.
#[derive(Debug, Clone, Default)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

impl<T> Placed<T> {
    /// A value that stands nowhere yet.
    pub const fn new(value: T) -> Self {
        Self { value, place: Place::NOWHERE }
    }
}

/// A line that moved is no change, so places do not count.
impl<T: PartialEq> PartialEq for Placed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Placed<T> {}

/// A field of a record.
///
/// What it holds is seen by its methods alone: they notice where something is asked for that is
/// not known, so that no rule can build on it (decision 5).
#[derive(Debug, Clone)]
pub struct Slot<T>(Held<T>);

#[derive(Debug, Clone)]
enum Held<T> {
    Absent,
    Faulty(Place),
    Given(Placed<T>),
    Unknown,
}

/// What a field says.
#[derive(Debug)]
pub enum Said<'a, T> {
    /// The document does not hold it.
    Nothing,
    /// The document holds something that cannot be read; the reader has reported it.
    Faulty(Place),
    /// The document holds it.
    This(&'a Placed<T>),
    /// Whether there was something, and what, nothing tells.
    Unknown,
}

impl<T> Slot<T> {
    /// The document does not hold it.
    pub const ABSENT: Self = Self(Held::Absent);

    /// Whether there was something, and what, nothing tells: so it is with much of a past day.
    pub const UNKNOWN: Self = Self(Held::Unknown);

    /// A value that stands nowhere yet.
    pub const fn new(value: T) -> Self {
        Self(Held::Given(Placed::new(value)))
    }

    /// A value with its place.
    pub const fn given(placed: Placed<T>) -> Self {
        Self(Held::Given(placed))
    }

    /// Something that cannot be read; the reader has reported it.
    pub const fn faulty(place: Place) -> Self {
        Self(Held::Faulty(place))
    }

    /// What the field says.
    pub fn said(&self) -> Said<'_, T> {
        match &self.0 {
            Held::Absent => Said::Nothing,
            Held::Faulty(place) => Said::Faulty(*place),
            Held::Given(placed) => Said::This(placed),
            Held::Unknown => {
                unknown::asked();
                Said::Unknown
            }
        }
    }

    /// The value, if it is known.
    pub fn known(&self) -> Option<&T> {
        self.placed().map(|placed| &placed.value)
    }

    /// The value with its place, if it is known.
    pub fn placed(&self) -> Option<&Placed<T>> {
        match self.said() {
            Said::This(placed) => Some(placed),
            Said::Nothing | Said::Faulty(_) | Said::Unknown => None,
        }
    }

    /// The value with its place, to be changed, if it is known.
    pub fn placed_mut(&mut self) -> Option<&mut Placed<T>> {
        match &mut self.0 {
            Held::Given(placed) => Some(placed),
            Held::Unknown => {
                unknown::asked();
                None
            }
            Held::Absent | Held::Faulty(_) => None,
        }
    }

    /// Where it stands, be it readable or not.
    pub fn place(&self) -> Option<Place> {
        match self.said() {
            Said::This(placed) => Some(placed.place),
            Said::Faulty(place) => Some(place),
            Said::Nothing | Said::Unknown => None,
        }
    }

    /// Whether the document does not hold it. What is faulty or not known is not absent.
    pub fn is_absent(&self) -> bool {
        matches!(self.said(), Said::Nothing)
    }

    /// Whether the document holds something that cannot be read.
    pub fn is_faulty(&self) -> bool {
        matches!(self.said(), Said::Faulty(_))
    }

    /// Whether nothing tells what it holds.
    pub fn is_unknown(&self) -> bool {
        matches!(self.said(), Said::Unknown)
    }
}

impl<T> Slot<Vec<T>> {
    /// The items, none if the list is absent, faulty or not known.
    pub fn items(&self) -> &[T] {
        self.known().map_or(&[], Vec::as_slice)
    }
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self::ABSENT
    }
}

/// Two fields of which nothing is known are written alike, though nobody can tell whether what
/// they stand for is: who compares them has asked.
impl<T: PartialEq> PartialEq for Slot<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self.said(), other.said()) {
            (Said::Nothing, Said::Nothing) | (Said::Unknown, Said::Unknown) => true,
            (Said::Faulty(one), Said::Faulty(other)) => one == other,
            (Said::This(one), Said::This(other)) => one == other,
            _ => false,
        }
    }
}

impl<T: Eq> Eq for Slot<T> {}

impl<T> From<T> for Slot<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T> From<Option<T>> for Slot<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::ABSENT, Self::new)
    }
}
