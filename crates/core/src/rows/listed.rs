//! Rows of a table in its own order, read whole when somebody first asks for one.

use super::laid::stays;
use super::table::{self, RowFault, Said, Tabled, said};
use crate::day::Day;
use std::fmt;
use std::sync::OnceLock;

/// Rows in the order of the table; a table that nobody asks for is not read.
#[derive(Clone)]
pub(crate) struct Listed<T> {
    text: &'static str,
    rows: OnceLock<Vec<Entry<T>>>,
}

#[derive(Clone)]
struct Entry<T> {
    row: T,
    /// Whether it was laid over the table.
    is_laid: bool,
}

impl<T: Tabled + Clone> Listed<T> {
    /// The rows of a compiled-in text.
    pub(crate) const fn built_in(text: &'static str) -> Self {
        Self { text, rows: OnceLock::new() }
    }

    fn entries(&self) -> &[Entry<T>] {
        let entry = |row| Entry { row, is_laid: false };
        self.rows.get_or_init(|| table::rows(self.text).0.into_iter().map(entry).collect())
    }

    /// All rows, whichever days they speak of: to be listed, not to be judged by.
    pub(crate) fn all(&self) -> impl Iterator<Item = &T> {
        self.entries().iter().map(|entry| &entry.row)
    }

    /// The rows that speak of a day.
    pub(crate) fn on(&self, day: Day) -> impl Iterator<Item = &T> {
        self.all().filter(move |row| row.provenance().holds_on(day))
    }

    /// The rows of one matter that speak of a day.
    pub(crate) fn of(&self, is: impl Fn(&T) -> bool, day: Day) -> impl Iterator<Item = &T> {
        self.all().filter(move |row| is(row) && row.provenance().holds_on(day))
    }

    /// What rows of one matter say on a day.
    pub(crate) fn said(&self, is: impl Fn(&T) -> bool, day: Day) -> Said<'_, T> {
        said(self.all().filter(|row| is(row)), day)
    }

    /// The places of all rows, those that were laid over the table last.
    pub(crate) fn places(&self) -> impl Iterator<Item = (usize, &T)> {
        let of = |laid| move |(_, entry): &(usize, &Entry<T>)| entry.is_laid == laid;
        let entries = || self.entries().iter().enumerate();
        entries().filter(of(false)).chain(entries().filter(of(true))).map(|(at, entry)| (at, &entry.row))
    }

    /// The row at a place, if it speaks of a day.
    pub(crate) fn at(&self, place: usize, day: Day) -> Option<&T> {
        self.entries().get(place).map(|entry| &entry.row).filter(|row| row.provenance().holds_on(day))
    }

    /// Lays the rows of a text over these: where a row replaces others it takes their place, and
    /// one with a new key comes last. Tells the rows that could not be read.
    pub(crate) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        let (laid, faults) = table::rows(text);
        self.lay_rows(laid);
        faults
    }

    /// Lays rows over these.
    pub(crate) fn lay_rows(&mut self, laid: impl IntoIterator<Item = T>) {
        let mut entries = self.entries().to_vec();
        for row in laid {
            entries = over(entries, row);
        }
        self.rows = OnceLock::from(entries);
    }
}

fn over<T: Tabled>(entries: Vec<Entry<T>>, mut row: T) -> Vec<Entry<T>> {
    let (key, written) = (row.key(), row.provenance().clone());
    let (mut kept, mut place) = (Vec::with_capacity(entries.len() + 1), None);
    for mut entry in entries {
        let same = entry.row.key() == key;
        if !same || stays(entry.row.provenance_mut(), entry.is_laid, row.provenance_mut(), &written) {
            kept.push(entry);
        }
        place = if same { Some(kept.len()) } else { place };
    }
    kept.insert(place.unwrap_or(kept.len()), Entry { row, is_laid: true });
    kept
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { text: "", rows: OnceLock::new() }
    }
}

impl<T: Tabled + Clone + PartialEq> PartialEq for Listed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.all().eq(other.all())
    }
}

impl<T: Tabled + Clone + Eq> Eq for Listed<T> {}

impl<T: Tabled + Clone + fmt::Debug> fmt::Debug for Listed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.all()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::tests::{Pair, pairs};
    use super::*;

    fn all(rows: &Listed<Pair>) -> Vec<String> {
        rows.all().map(|pair| format!("{}{}", pair.key, pair.value)).collect()
    }

    #[test]
    fn rows_keep_their_order_when_others_are_laid_over_them() {
        let mut rows = Listed::<Pair>::built_in(
            "key\tvalue\tconfidence\tsources\tchecked\nb\t2\tREPORTED\tx\t2026-01-01\na\t1\tREPORTED\tx\t2026-01-01\n",
        );
        assert_eq!(rows.lay(&pairs(&["b 4", "c 5", "d -"])).len(), 1, "a row without a value");
        assert_eq!(all(&rows), ["b4", "a1", "c5"]);
    }

    #[test]
    fn each_day_has_the_row_that_began_last_before_it() {
        let on = |rows: &Listed<Pair>, year| -> Vec<String> {
            rows.on(Day::of(year, 7, 1)).map(|pair| pair.value.clone()).collect()
        };
        let laid = ["a 3 2023-01-01", "a 2 2020-01-01 2021-12-31", "a 4 2025-01-01"];
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        for order in orders {
            let mut rows = Listed::<Pair>::default();
            assert_eq!(rows.lay(&pairs(&["a 1"])), []);
            rows.rows = OnceLock::from(
                rows.entries().iter().map(|entry| Entry { is_laid: false, ..entry.clone() }).collect::<Vec<_>>(),
            );
            for one in order {
                assert_eq!(rows.lay(&pairs(&[laid[one]])), []);
            }
            let years: Vec<_> = [2019, 2020, 2022, 2023, 2026].iter().flat_map(|year| on(&rows, *year)).collect();
            assert_eq!(years, ["1", "2", "3", "4"], "{order:?}: of 2022 nothing is known");
        }
    }
}
