//! A field of a record: absent, faulty, given, given in part or not known.

use super::{Items, Place, Value, unknown};

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
    /// A list in which something cannot be read; the reader has reported it.
    Partial(Placed<T>),
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

    /// A list in which something cannot be read; the reader has reported it. What is not seen of it
    /// may stand there all the same.
    pub const fn partial(placed: Placed<T>) -> Self {
        Self(Held::Partial(placed))
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
            Held::Partial(placed) => {
                unknown::asked();
                Said::This(placed)
            }
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
            Held::Partial(placed) => {
                unknown::asked();
                Some(placed)
            }
            Held::Unknown => {
                unknown::asked();
                None
            }
            Held::Absent | Held::Faulty(_) => None,
        }
    }

    /// Where it stands, be it readable or not.
    pub fn place(&self) -> Option<Place> {
        match &self.0 {
            Held::Given(placed) | Held::Partial(placed) => Some(placed.place),
            Held::Faulty(place) => Some(*place),
            Held::Absent => None,
            Held::Unknown => {
                unknown::asked();
                None
            }
        }
    }

    /// Whether the document does not hold it. What is faulty or not known is not absent.
    pub fn is_absent(&self) -> bool {
        match &self.0 {
            Held::Absent => true,
            Held::Faulty(_) | Held::Given(_) | Held::Partial(_) => false,
            Held::Unknown => {
                unknown::asked();
                false
            }
        }
    }

    /// Whether the document holds something that cannot be read.
    pub fn is_faulty(&self) -> bool {
        match &self.0 {
            Held::Faulty(_) => true,
            Held::Absent | Held::Given(_) | Held::Partial(_) => false,
            Held::Unknown => {
                unknown::asked();
                false
            }
        }
    }

    /// Whether nothing tells what it holds.
    pub fn is_unknown(&self) -> bool {
        matches!(self.said(), Said::Unknown)
    }
}

impl<T: Value> Slot<T> {
    /// Whether the document holds something that cannot be read, or a value in which something
    /// stands that cannot be.
    pub fn is_doubtful(&self) -> bool {
        match &self.0 {
            Held::Partial(_) => true,
            Held::Given(placed) => placed.value.is_doubtful(),
            Held::Absent | Held::Faulty(_) | Held::Unknown => self.is_faulty(),
        }
    }
}

impl<T> Slot<Vec<T>> {
    /// The items, as far as they are known: none if the list is absent, faulty or not known.
    pub fn items(&self) -> Items<'_, T> {
        match &self.0 {
            Held::Absent => Items::all(&[]),
            Held::Given(placed) => Items::all(&placed.value),
            Held::Partial(placed) => Items::some(&placed.value),
            Held::Faulty(_) | Held::Unknown => Items::some(&[]),
        }
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
