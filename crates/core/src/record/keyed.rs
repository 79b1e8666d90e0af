//! Entries under keys of the user's.

use super::{Placed, Reader, Shape, Value, Writer};

/// Entries under keys of the user's. Their order in the file means nothing.
///
/// Most subjects have one or two services, people, domains and servers. A sorted list takes
/// what these take; a node of a tree has room for eleven of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyed<T> {
    /// Sorted by key.
    entries: Vec<(Box<str>, Placed<T>)>,
}

impl<T> Keyed<T> {
    /// The entry under that key.
    pub fn get(&self, key: &str) -> Option<&Placed<T>> {
        let at = self.position(key).ok()?;
        self.entries.get(at).map(|(_, entry)| entry)
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

    /// The entries in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Placed<T>)> {
        self.entries.iter().map(|(key, entry)| (&**key, entry))
    }

    /// The same, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut Placed<T>)> {
        self.entries.iter_mut().map(|(key, entry)| (&**key, entry))
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    fn position(&self, key: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(other, _)| (**other).cmp(key))
    }
}

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

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
        Self { entries }
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
