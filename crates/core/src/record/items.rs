//! The items of a list, as far as they are known.

use super::unknown;

/// The items of a list. Where the list is known in part, who comes to its end, counts it or asks
/// from behind has asked whether there are others; an item that is there is there all the same.
#[derive(Debug)]
pub struct Items<'a, T> {
    known: &'a [T],
    partial: bool,
}

impl<T> Clone for Items<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Items<'_, T> {}

impl<'a, T> Items<'a, T> {
    /// A list that is known whole.
    #[must_use]
    pub const fn all(known: &'a [T]) -> Self {
        Self { known, partial: false }
    }

    /// A list that is known in part.
    #[must_use]
    pub const fn some(known: &'a [T]) -> Self {
        Self { known, partial: true }
    }

    /// Whoever needs the whole list has asked for what is not known of it.
    fn whole(self) -> &'a [T] {
        if self.partial {
            unknown::asked();
        }
        self.known
    }

    /// The items, one after the other.
    #[must_use]
    pub fn iter(self) -> ItemsIter<'a, T> {
        ItemsIter { known: self.known.iter(), partial: self.partial }
    }

    /// The items that are known, for what is true of them whatever others there are.
    #[must_use]
    pub const fn known(self) -> &'a [T] {
        self.known
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.known.is_empty() && self.whole().is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.whole().len()
    }

    /// The item at a position, which another one may stand before.
    #[must_use]
    pub fn get(self, index: usize) -> Option<&'a T> {
        self.whole().get(index)
    }

    /// The first one, which another one may stand before.
    #[must_use]
    pub fn first(self) -> Option<&'a T> {
        self.whole().first()
    }

    /// The last one, which another one may stand behind.
    #[must_use]
    pub fn last(self) -> Option<&'a T> {
        self.whole().last()
    }

    /// All of them, for what is true only if there are no others.
    #[must_use]
    pub fn as_slice(self) -> &'a [T] {
        self.whole()
    }
}

impl<T: PartialEq> Items<'_, T> {
    /// Whether that is one of them.
    #[must_use]
    pub fn contains(self, item: &T) -> bool {
        self.iter().any(|known| known == item)
    }
}

impl<'a, T> IntoIterator for Items<'a, T> {
    type Item = &'a T;
    type IntoIter = ItemsIter<'a, T>;

    fn into_iter(self) -> ItemsIter<'a, T> {
        self.iter()
    }
}

/// The items of a list, one after the other.
#[derive(Debug, Clone)]
pub struct ItemsIter<'a, T> {
    known: std::slice::Iter<'a, T>,
    partial: bool,
}

impl<T> ItemsIter<'_, T> {
    fn ask(&self) {
        if self.partial {
            unknown::asked();
        }
    }
}

impl<'a, T> Iterator for ItemsIter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        let next = self.known.next();
        if next.is_none() {
            self.ask();
        }
        next
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.known.size_hint()
    }
}

/// What stands last is not known where there may be others.
impl<T> DoubleEndedIterator for ItemsIter<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.ask();
        self.known.next_back()
    }
}

impl<T> ExactSizeIterator for ItemsIter<'_, T> {
    fn len(&self) -> usize {
        self.ask();
        self.known.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Place, Placed, Slot};

    #[test]
    fn what_is_not_among_the_items_of_a_list_known_in_part_is_not_known() {
        let asks = |ask: &dyn Fn()| unknown::heeding(ask).1;
        let list = Slot::partial(Placed::new(vec![1, 2]));
        assert!(!asks(&|| assert!(list.items().iter().any(|item| *item == 2))));
        assert!(asks(&|| assert!(!list.items().iter().any(|item| *item == 3))));
        assert!(!asks(&|| assert!(!list.items().is_empty() && list.items().contains(&1))));
        assert!(asks(&|| assert!(!list.items().contains(&3))));
        assert!(asks(&|| assert_eq!(list.items().len(), 2)));
        assert!(asks(&|| assert_eq!(list.items().last(), Some(&2))));
        assert!(asks(&|| assert_eq!(list.items().iter().next_back(), Some(&2))));
        assert!(asks(&|| assert!(list.known().is_some())));
        assert!(!asks(&|| assert_eq!(list.items().known(), [1, 2])));
        assert!(!asks(&|| assert!(!list.is_absent() && !list.is_faulty())));
        let faulty = Slot::<Vec<u8>>::faulty(Place::NOWHERE);
        assert!(asks(&|| assert!(faulty.items().is_empty())));
        let none = Slot::<Vec<u8>>::ABSENT;
        assert!(!asks(&|| assert!(none.items().is_empty())));
    }
}
