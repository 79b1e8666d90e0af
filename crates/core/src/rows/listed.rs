//! Rows of a table in its own order, read whole when somebody first asks for one.

use super::sorted::Tabled;
use super::table::{self, RowFault};
use std::fmt;
use std::sync::OnceLock;

/// A row of which a table holds one under each key.
pub(crate) trait Listable: Tabled + Clone {
    /// What no two rows share.
    fn key(&self) -> String;
}

/// Rows in the order of the table; a table that nobody asks for is not read.
#[derive(Clone)]
pub(crate) struct Listed<T> {
    text: &'static str,
    rows: OnceLock<Vec<T>>,
}

impl<T: Listable> Listed<T> {
    /// The rows of a compiled-in text.
    pub(crate) const fn built_in(text: &'static str) -> Self {
        Self { text, rows: OnceLock::new() }
    }

    /// Reads a table text; rows that cannot be read are left out and told.
    pub(crate) fn parse(text: &str) -> (Vec<T>, Vec<RowFault>) {
        table::read(text, T::read, T::key)
    }

    /// All rows.
    pub(crate) fn rows(&self) -> &[T] {
        self.rows.get_or_init(|| Self::parse(self.text).0)
    }

    /// Lays the rows of a text over these: a row replaces the one with its key whole, and one
    /// with a new key comes last. Tells the rows that could not be read.
    pub(crate) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        let (laid, faults) = Self::parse(text);
        let mut rows = self.rows().to_vec();
        for row in laid {
            match rows.iter_mut().find(|old| old.key() == row.key()) {
                Some(old) => *old = row,
                None => rows.push(row),
            }
        }
        self.rows = OnceLock::from(rows);
        faults
    }
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { text: "", rows: OnceLock::new() }
    }
}

impl<T: Listable + PartialEq> PartialEq for Listed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.rows() == other.rows()
    }
}

impl<T: Listable + Eq> Eq for Listed<T> {}

impl<T: Listable + fmt::Debug> fmt::Debug for Listed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.rows()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::Row;
    use super::*;

    #[derive(Debug, Clone, PartialEq, Eq)]
    struct Pair(String, String);

    impl Tabled for Pair {
        fn read(row: &Row<'_>) -> Result<Self, RowFault> {
            Ok(Self(row.must("key")?.to_owned(), row.must("value")?.to_owned()))
        }
    }

    impl Listable for Pair {
        fn key(&self) -> String {
            self.0.clone()
        }
    }

    #[test]
    fn rows_keep_their_order_when_others_are_laid_over_them() {
        let mut rows = Listed::<Pair>::built_in("key\tvalue\nb\t2\na\t1\n");
        assert_eq!(rows.lay("key\tvalue\nb\t4\nc\t5\nd\t-\n").len(), 1, "a row without a value");
        let all: Vec<_> = rows.rows().iter().map(|pair| format!("{}{}", pair.0, pair.1)).collect();
        assert_eq!(all, ["b4", "a1", "c5"]);
    }
}
