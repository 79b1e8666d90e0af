//! Entries under keys of the user's.

use super::{Placed, Reader, Shape, Value, Writer, unknown};

/// Entries under keys of the user's. Their order in the file means nothing.
///
/// Most subjects have one or two services, people, domains and servers. A sorted list takes
/// what these take; a node of a tree has room for eleven of each.
#[derive(Debug, Clone)]
pub struct Keyed<T> {
    /// Sorted by key.
    entries: Vec<(Box<str>, Placed<T>)>,
    /// Whether there may be entries that nothing tells of.
    partial: bool,
}

impl<T> Keyed<T> {
    /// The same entries, beside which there may be others that nothing tells of: that one is not
    /// there, or that there is none further, is not known.
    #[must_use]
    pub fn partial(mut self) -> Self {
        self.partial = true;
        self
    }

    /// The entry under that key.
    pub fn get(&self, key: &str) -> Option<&Placed<T>> {
        match self.position(key) {
            Ok(at) => self.entries.get(at).map(|(_, entry)| entry),
            Err(_) => self.none_further(),
        }
    }

    /// Nothing, which is not known if there may be entries that nothing tells of.
    fn none_further<N>(&self) -> Option<N> {
        if self.partial {
            unknown::asked();
        }
        None
    }

    /// Puts an entry under a key, in the place of the one that was there. Many are collected
    /// instead.
    pub fn insert(&mut self, key: Box<str>, entry: Placed<T>) {
        match self.position(&key) {
            Ok(at) => {
                if let Some((_, old)) = self.entries.get_mut(at) {
                    *old = entry;
                }
            }
            Err(at) => self.entries.insert(at, (key, entry)),
        }
    }

    /// The entries in the order of their keys. Who comes to their end has asked whether there
    /// are others.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Placed<T>)> {
        let mut entries = self.entries.iter();
        std::iter::from_fn(move || match entries.next() {
            Some((key, entry)) => Some((&**key, entry)),
            None => self.none_further(),
        })
    }

    /// The entries that are known, for what is true of them whatever others there are.
    pub fn known(&self) -> impl Iterator<Item = (&str, &Placed<T>)> {
        self.entries.iter().map(|(key, entry)| (&**key, entry))
    }

    /// The same, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut Placed<T>)> {
        self.entries.iter_mut().map(|(key, entry)| (&**key, entry))
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.none_further::<()>().is_none()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        let _: Option<()> = self.none_further();
        self.entries.len()
    }

    fn position(&self, key: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(other, _)| (**other).cmp(key))
    }
}

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), partial: false }
    }
}

impl<T: PartialEq> PartialEq for Keyed<T> {
    fn eq(&self, other: &Self) -> bool {
        for one in [self, other] {
            let _: Option<()> = one.none_further();
        }
        self.entries == other.entries
    }
}

impl<T: Eq> Eq for Keyed<T> {}

/// Of two entries under one key the last one counts.
impl<T> FromIterator<(Box<str>, Placed<T>)> for Keyed<T> {
    fn from_iter<I: IntoIterator<Item = (Box<str>, Placed<T>)>>(entries: I) -> Self {
        let mut entries: Vec<_> = entries.into_iter().collect();
        entries.sort_by(|(a, _), (b, _)| a.cmp(b));
        entries.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                std::mem::swap(later, earlier);
            }
            same
        });
        Self { entries, partial: false }
    }
}

impl<T: Value> Value for Keyed<T> {
    const SHAPE: &'static Shape = &Shape::Keyed(T::SHAPE);

    fn read<R: Reader>(reader: &mut R) -> Option<Self> {
        reader.keyed()
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.keyed(self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_among_known_entries_is_not_known() {
        let keyed: Keyed<u8> = [(Box::from("a"), Placed::new(1))].into_iter().collect();
        let keyed = keyed.partial();
        let asks = |ask: &dyn Fn()| unknown::heeding(ask).1;
        assert!(!asks(&|| assert!(keyed.get("a").is_some())));
        assert!(asks(&|| assert!(keyed.get("b").is_none())));
        assert!(!asks(&|| assert!(keyed.iter().any(|(key, _)| key == "a"))));
        assert!(asks(&|| assert!(!keyed.iter().any(|(key, _)| key == "b"))));
        assert!(!asks(&|| assert_eq!(keyed.known().count(), 1)));
        assert!(!asks(&|| assert!(!keyed.is_empty())));
        assert!(asks(&|| assert_eq!(keyed.len(), 1)));
        assert!(asks(&|| assert!(Keyed::<u8>::default().partial().is_empty())));
    }

    #[test]
    fn entries_are_sorted_and_the_last_of_a_key_counts() {
        let entry = |key: &str, value: u8| (Box::from(key), Placed::new(value));
        let mut keyed: Keyed<u8> =
            [entry("b", 1), entry("a", 2), entry("b", 3), entry("c", 4), entry("b", 5)].into_iter().collect();
        let all =
            |keyed: &Keyed<u8>| keyed.iter().map(|(key, entry)| (key.to_owned(), entry.value)).collect::<Vec<_>>();
        let named = |key: &str, value| (key.to_owned(), value);
        assert_eq!(all(&keyed), [named("a", 2), named("b", 5), named("c", 4)]);
        keyed.insert("aa".into(), Placed::new(6));
        keyed.insert("c".into(), Placed::new(7));
        assert_eq!(all(&keyed), [named("a", 2), named("aa", 6), named("b", 5), named("c", 7)]);
        assert_eq!(keyed.get("b").map(|entry| entry.value), Some(5));
        assert!(keyed.get("d").is_none() && keyed.len() == 4 && !keyed.is_empty());
        keyed.iter_mut().for_each(|(_, entry)| entry.value += 1);
        assert_eq!(keyed.get("a").map(|entry| entry.value), Some(3));
    }
}
