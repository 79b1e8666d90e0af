//! A field of a record: absent, faulty or given.

use super::Place;

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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Slot<T> {
    /// The document does not hold it.
    #[default]
    Absent,
    /// The document holds something that cannot be read; the reader has reported it.
    Faulty(Place),
    /// The document holds it.
    Given(Placed<T>),
}

impl<T> Slot<T> {
    /// A value that stands nowhere yet.
    pub const fn new(value: T) -> Self {
        Self::Given(Placed::new(value))
    }

    /// The value, if it is known.
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Given(placed) => Some(&placed.value),
            Self::Absent | Self::Faulty(_) => None,
        }
    }

    /// The value with its place, if it is known.
    pub const fn placed(&self) -> Option<&Placed<T>> {
        match self {
            Self::Given(placed) => Some(placed),
            Self::Absent | Self::Faulty(_) => None,
        }
    }

    /// Where it stands, be it readable or not.
    pub const fn place(&self) -> Option<Place> {
        match self {
            Self::Given(placed) => Some(placed.place),
            Self::Faulty(place) => Some(*place),
            Self::Absent => None,
        }
    }

    /// Whether the document does not hold it. What is faulty is not absent.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<T> Slot<Vec<T>> {
    /// The items, none if the list is absent or faulty.
    pub fn items(&self) -> &[T] {
        self.known().map_or(&[], Vec::as_slice)
    }
}

impl<T> From<T> for Slot<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T> From<Option<T>> for Slot<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Self::new)
    }
}
