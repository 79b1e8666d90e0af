//! Rows of a table by their keys, each read when somebody asks for it.
//!
//! The compiled-in tables hold more than a thousand rows, of which one run asks for some dozens:
//! reading all of them took longer than judging a subject. So the lines of a compiled-in text
//! are only sorted by their keys, which stand in the first columns. Tests read every row of
//! every table, and an overlay is read whole when it is laid, so that no fault hides here.

use super::table::{Row, RowFault};
use std::cmp::Ordering;
use std::fmt;
use std::sync::OnceLock;

/// A row that is read from its cells.
pub(crate) trait Tabled: Sized {
    /// Reads the row, or tells why it cannot be read.
    fn read(row: &Row<'_>) -> Result<Self, RowFault>;
}

/// Rows, sorted by their keys.
#[derive(Clone)]
pub(crate) struct Rows<K, T> {
    /// The columns of the compiled-in lines.
    header: &'static str,
    slots: Vec<Slot<K, T>>,
}

/// A line of a compiled-in text, or a row that was read from elsewhere.
#[derive(Clone)]
struct Slot<K, T> {
    key: K,
    line: &'static str,
    read: OnceLock<Option<Box<T>>>,
}

impl<K: Ord, T: Tabled> Rows<K, T> {
    /// The rows of a compiled-in text, whose first columns have these names and make a key.
    /// Of two rows with one key the first counts.
    pub(crate) fn built_in<const N: usize>(
        text: &'static str,
        columns: [&str; N],
        key: impl Fn([&'static str; N]) -> Option<K>,
    ) -> Self {
        let (header, below) = parted(text);
        Self::of_lines(header, below, columns, key)
    }

    /// The same of some lines below their header.
    pub(crate) fn of_lines<const N: usize>(
        header: &'static str,
        below: &'static str,
        columns: [&str; N],
        key: impl Fn([&'static str; N]) -> Option<K>,
    ) -> Self {
        if first(header) != Some(columns) {
            return Self::default();
        }
        let lines = below.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let slot = |line| Some(Slot { key: key(first(line)?)?, line, read: OnceLock::new() });
        let mut rows = Self { header, slots: lines.filter_map(slot).collect() };
        rows.settle();
        rows
    }

    /// Lays rows over these; a later row replaces an earlier one with the same key whole.
    pub(crate) fn lay(&mut self, rows: impl IntoIterator<Item = (K, T)>) {
        let read = |(key, row)| Slot { key, line: "", read: OnceLock::from(Some(Box::new(row))) };
        self.slots.extend(rows.into_iter().map(read));
        self.slots.reverse();
        self.settle();
    }

    /// Sorts the rows and keeps the first of each key.
    fn settle(&mut self) {
        self.slots.sort_by(|a, b| a.key.cmp(&b.key));
        self.slots.dedup_by(|later, earlier| later.key == earlier.key);
    }

    /// The row whose key a function finds equal, given the order of the keys.
    pub(crate) fn find(&self, order: impl Fn(&K) -> Ordering) -> Option<&T> {
        self.at(self.position(order)?)
    }

    /// Where that row stands, for who asks for it often.
    pub(crate) fn position(&self, order: impl Fn(&K) -> Ordering) -> Option<usize> {
        self.slots.binary_search_by(|slot| order(&slot.key)).ok()
    }

    /// The row at a place.
    pub(crate) fn at(&self, position: usize) -> Option<&T> {
        self.row(self.slots.get(position)?)
    }

    /// All rows, in the order of their keys.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.slots.iter().filter_map(|slot| self.row(slot))
    }

    fn row<'s>(&'s self, slot: &'s Slot<K, T>) -> Option<&'s T> {
        let read = || T::read(&Row::of_line(self.header, slot.line)).ok().map(Box::new);
        slot.read.get_or_init(read).as_deref()
    }
}

/// The header of a compiled-in text, and what stands below it.
pub(crate) fn parted(text: &'static str) -> (&'static str, &'static str) {
    let mut rest = text;
    while let Some((line, below)) = rest.split_once('\n') {
        if !line.starts_with('#') && !line.is_empty() {
            return (line, below);
        }
        rest = below;
    }
    ("", "")
}

/// The first cells of a line. Cells are short, so that no search by words of bytes pays.
fn first<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    let mut cells = [""; N];
    let mut rest = line;
    for cell in &mut cells {
        let end = rest.bytes().position(|byte| byte == b'\t')?;
        let (found, after) = rest.split_at_checked(end)?;
        (*cell, rest) = (found, after.get(1..)?);
    }
    Some(cells)
}

impl<K, T> Default for Rows<K, T> {
    fn default() -> Self {
        Self { header: "", slots: Vec::new() }
    }
}

impl<K: Ord, T: Tabled + PartialEq> PartialEq for Rows<K, T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<K: Ord, T: Tabled + Eq> Eq for Rows<K, T> {}

impl<K: Ord, T: Tabled + fmt::Debug> fmt::Debug for Rows<K, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Eq)]
    struct Pair(String, String);

    impl Tabled for Pair {
        fn read(row: &Row<'_>) -> Result<Self, RowFault> {
            Ok(Self(row.must("key")?.to_owned(), row.must("value")?.to_owned()))
        }
    }

    fn rows(text: &'static str) -> Rows<String, Pair> {
        Rows::built_in(text, ["key"], |[key]| Some(key.to_owned()))
    }

    #[test]
    fn rows_are_found_by_their_keys_and_laid_over() {
        let mut rows = rows("# about\nkey\tvalue\nb\t2\na\t1\nb\t3\n\nc\t-\n");
        let value = |rows: &Rows<String, Pair>, key: &str| {
            rows.find(|found| found.as_str().cmp(key)).map(|pair| pair.1.clone())
        };
        assert_eq!(value(&rows, "a").as_deref(), Some("1"));
        assert_eq!(value(&rows, "b").as_deref(), Some("2"), "the first of two counts");
        assert_eq!(value(&rows, "c"), None, "a row that cannot be read is left out");
        assert_eq!(value(&rows, "d"), None);
        let laid = |key: &str, value: &str| (key.to_owned(), Pair(key.to_owned(), value.to_owned()));
        rows.lay([laid("b", "4"), laid("d", "5"), laid("b", "6")]);
        assert_eq!(value(&rows, "b").as_deref(), Some("6"), "the last one laid counts");
        let all: Vec<_> = rows.iter().map(|pair| pair.1.as_str()).collect();
        assert_eq!(all, ["1", "6", "5"]);
    }

    #[test]
    fn a_text_with_other_columns_holds_nothing() {
        assert_eq!(rows("value\tkey\n1\ta\n").iter().count(), 0);
        assert_eq!(rows("").iter().count(), 0);
    }
}
