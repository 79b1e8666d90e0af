//! Rows of a table by their keys, each read when somebody asks for it.
//!
//! The compiled-in tables hold more than a thousand rows, of which one run asks for some dozens:
//! reading all of them took longer than judging a subject. So the lines of a compiled-in text
//! are only sorted by their keys, which stand in the first columns. Tests read every row of
//! every table, and an overlay is read whole when it is laid, so that no fault hides here.

use super::laid::stays;
use super::table::{Row, Said, Tabled, said};
use crate::day::Day;
use std::cmp::Ordering;
use std::fmt;
use std::sync::OnceLock;

/// Rows, sorted by their keys. Several may have one key, each of its days.
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

impl<K, T: Tabled> Slot<K, T> {
    fn row(&self, header: &'static str) -> Option<&T> {
        let read = || T::read(&Row::of_line(header, self.line)).ok().map(Box::new);
        self.read.get_or_init(read).as_deref()
    }

    /// Whether it was laid over the table.
    const fn is_laid(&self) -> bool {
        self.line.is_empty()
    }
}

impl<K: Ord, T: Tabled> Rows<K, T> {
    /// The rows of a compiled-in text, whose first columns have these names and make a key.
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
        rows.slots.sort_by(|a, b| a.key.cmp(&b.key));
        rows
    }

    /// Lays rows over these.
    pub(crate) fn lay(&mut self, rows: impl IntoIterator<Item = (K, T)>)
    where
        T: Clone,
    {
        for (key, mut row) in rows {
            let from = self.slots.partition_point(|slot| slot.key < key);
            let to = self.slots.partition_point(|slot| slot.key <= key);
            let written = row.provenance().clone();
            let mut kept = Vec::new();
            for slot in self.slots.drain(from..to) {
                let Some(mut under) = slot.row(self.header).cloned() else { continue };
                if stays(under.provenance_mut(), slot.is_laid(), row.provenance_mut(), &written) {
                    kept.push(Slot { read: OnceLock::from(Some(Box::new(under))), ..slot });
                }
            }
            kept.push(Slot { key, line: "", read: OnceLock::from(Some(Box::new(row))) });
            self.slots.splice(from..from, kept);
        }
    }

    /// What is said on a day under the key that a function finds equal, given the order of keys.
    pub(crate) fn find(&self, order: impl Fn(&K) -> Ordering, day: Day) -> Said<'_, T> {
        let from = self.slots.partition_point(|slot| order(&slot.key) == Ordering::Less);
        let of_key = self.slots.get(from..).unwrap_or_default().iter();
        self.said(of_key.take_while(|slot| order(&slot.key) == Ordering::Equal), day)
    }

    /// Where the rows of that key begin, for who asks for them often.
    pub(crate) fn position(&self, order: impl Fn(&K) -> Ordering) -> Option<usize> {
        let from = self.slots.partition_point(|slot| order(&slot.key) == Ordering::Less);
        self.slots.get(from).filter(|slot| order(&slot.key) == Ordering::Equal).map(|_| from)
    }

    /// What is said on a day under the key whose rows begin at a place.
    pub(crate) fn at(&self, position: usize, day: Day) -> Said<'_, T> {
        let Some(rest) = self.slots.get(position..) else { return Said::Nothing };
        let Some(first) = rest.first() else { return Said::Nothing };
        self.said(rest.iter().take_while(|slot| slot.key == first.key), day)
    }

    fn said<'s>(&'s self, slots: impl Iterator<Item = &'s Slot<K, T>>, day: Day) -> Said<'s, T>
    where
        K: 's,
    {
        said(slots.filter_map(|slot| slot.row(self.header)), day)
    }

    /// All rows in the order of their keys, whichever days they speak of: to be listed, not to be
    /// judged by.
    pub(crate) fn all(&self) -> impl Iterator<Item = &T> {
        self.slots.iter().filter_map(|slot| slot.row(self.header))
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
        self.all().eq(other.all())
    }
}

impl<K: Ord, T: Tabled + Eq> Eq for Rows<K, T> {}

impl<K: Ord, T: Tabled + fmt::Debug> fmt::Debug for Rows<K, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.all()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::tests::{Pair, pairs};
    use super::super::table::{Said, rows as read};
    use super::*;

    const TODAY: Day = Day::of(2026, 11, 21);
    const TEXT: &str = "# about\nkey\tvalue\tsince\tuntil\tconfidence\tsources\tchecked\n\
                        b\t2\t-\t2019-12-31\tREPORTED\tx\t2026-01-01\na\t1\t-\t-\tREPORTED\tx\t2026-01-01\n\
                        b\t3\t2020-01-01\t-\tREPORTED\tx\t2026-01-01\n\nc\t-\t-\t-\tREPORTED\tx\t2026-01-01\n";

    fn rows(text: &'static str) -> Rows<String, Pair> {
        Rows::built_in(text, ["key"], |[key]| Some(key.to_owned()))
    }

    fn value(rows: &Rows<String, Pair>, key: &str, day: Day) -> Option<String> {
        let said = rows.find(|found| found.as_str().cmp(key), day);
        let at = rows.position(|found| found.as_str().cmp(key)).map_or(Said::Nothing, |at| rows.at(at, day));
        assert_eq!(said, at, "a place is found as the key is");
        said.row().map(|pair| pair.value.clone())
    }

    #[test]
    fn rows_are_found_by_their_keys_and_laid_over() {
        let mut rows = rows(TEXT);
        assert_eq!(value(&rows, "a", TODAY).as_deref(), Some("1"));
        assert_eq!(value(&rows, "b", TODAY).as_deref(), Some("3"));
        assert_eq!(value(&rows, "b", Day::of(2019, 12, 31)).as_deref(), Some("2"), "the row of the day is taken");
        assert_eq!(value(&rows, "c", TODAY), None, "a row that cannot be read is left out");
        assert_eq!(value(&rows, "d", TODAY), None);
        let lay = |rows: &mut Rows<String, Pair>, lines: &[&str]| {
            let (laid, faults) = read::<Pair>(&pairs(lines));
            assert_eq!(faults, []);
            rows.lay(laid.into_iter().map(|pair| (pair.key.clone(), pair)));
        };
        lay(&mut rows, &["b 4 2026-01-01", "d 5", "a 6"]);
        assert_eq!(value(&rows, "b", TODAY).as_deref(), Some("4"));
        assert_eq!(value(&rows, "b", Day::of(2025, 12, 31)).as_deref(), Some("3"), "the days before are not its own");
        assert_eq!(value(&rows, "a", TODAY).as_deref(), Some("6"));
        lay(&mut rows, &["b 7"]);
        let all: Vec<_> = rows.all().map(|pair| pair.value.as_str()).collect();
        assert_eq!(all, ["6", "4", "7", "5"], "a row without a first day takes the place of those it lies on");
    }

    #[test]
    fn a_matter_of_other_days_is_told_from_none() {
        let mut rows = rows(TEXT);
        rows.lay(read::<Pair>(&pairs(&["e 1 2026-01-01"])).0.into_iter().map(|pair| (pair.key.clone(), pair)));
        let find = |key: &str, day| rows.find(|found| found.as_str().cmp(key), day);
        assert_eq!(find("e", Day::of(2025, 12, 31)), Said::OtherDays);
        assert_eq!(find("f", TODAY), Said::Nothing);
    }

    #[test]
    fn a_text_with_other_columns_holds_nothing() {
        assert_eq!(rows("value\tkey\n1\ta\n").all().count(), 0);
        assert_eq!(rows("").all().count(), 0);
    }
}
