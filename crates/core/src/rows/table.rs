//! Tables of rows that are compiled in as text: how they are read, and where rows come from.
//!
//! The text is tab-separated: `#` lines explain, the first other line names the columns, `-`
//! stands for a value that is not known. Reading never fails as a whole: a row that cannot be
//! read is left out and told as a [`RowFault`], and a test asserts that the compiled-in tables
//! have none, so that no start of the program can stop at its own data.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::day::Day;
use crate::words::Words;

/// How well a row is founded. Rules must not weigh a finding heavier than this allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// A source is vague, or a reader could not look up any of them.
    Unsure,
    /// Sources that a reader can look up disagree.
    Disputed,
    /// One house says so.
    Reported,
    /// Two independent houses say so, or a law or standard.
    Confirmed,
}

impl Confidence {
    /// Whether a row so founded decides anything; another makes a note.
    #[must_use]
    pub const fn decides(self) -> bool {
        matches!(self, Self::Reported | Self::Confirmed)
    }

    /// The spelling in tables and reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unsure => "UNSURE",
            Self::Disputed => "DISPUTED",
            Self::Reported => "REPORTED",
            Self::Confirmed => "CONFIRMED",
        }
    }

    /// The confidence of a spelling.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let all = [Self::Unsure, Self::Disputed, Self::Reported, Self::Confirmed];
        all.into_iter().find(|confidence| confidence.as_str() == text)
    }
}

/// Where a row comes from and how far to trust it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The first day on which the sources show what the row says; none when they do not tell.
    pub since: Option<Day>,
    /// The last day on which they show it; none where it goes on, or where they do not tell.
    pub until: Option<Day>,
    /// How well it is founded.
    pub confidence: Confidence,
    /// Keys of the list of texts, with an article where one is meant: `mii-33:14`.
    pub sources: Vec<String>,
    /// The day on which the row was last compared with its sources.
    pub checked: Day,
}

impl Provenance {
    /// Whether the sources show what the row says on a day. Outside of the days that they name
    /// nothing is known of it; where they name none it is taken to hold. Asked by the stores of
    /// rows alone, so that none is found without the day that it is asked for.
    pub(super) fn holds_on(&self, day: Day) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// A row that is read from its cells.
pub(crate) trait Tabled: Sized {
    /// Reads the row, or tells why it cannot be read.
    fn read(row: &Row<'_>) -> Result<Self, RowFault>;

    /// What it is about: rows of one matter differ in their days.
    fn key(&self) -> String;

    /// Where it comes from.
    fn provenance(&self) -> &Provenance;

    /// The same, to leave it other days.
    fn provenance_mut(&mut self) -> &mut Provenance;
}

/// Where rows keep their provenance.
macro_rules! founded {
    () => {
        fn provenance(&self) -> &$crate::rows::Provenance {
            &self.provenance
        }

        fn provenance_mut(&mut self) -> &mut $crate::rows::Provenance {
            &mut self.provenance
        }
    };
}
pub(crate) use founded;

/// What a table says of a matter on a day.
#[derive(Debug, PartialEq, Eq)]
pub enum Said<'t, T> {
    /// The row that speaks of the day.
    Row(&'t T),
    /// Rows speak of other days alone: what holds on this one is not known.
    OtherDays,
    /// There is no row.
    Nothing,
}

impl<T> Clone for Said<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Said<'_, T> {}

impl<'t, T> Said<'t, T> {
    /// The row, if one speaks of the day.
    #[must_use]
    pub const fn row(self) -> Option<&'t T> {
        match self {
            Self::Row(row) => Some(row),
            Self::OtherDays | Self::Nothing => None,
        }
    }

    /// Whether the table has no row of the matter, whichever day is asked for.
    #[must_use]
    pub const fn is_nothing(self) -> bool {
        matches!(self, Self::Nothing)
    }
}

/// What rows of one matter say on a day.
pub(super) fn said<'t, T: Tabled>(rows: impl Iterator<Item = &'t T>, day: Day) -> Said<'t, T> {
    let mut said = Said::Nothing;
    for row in rows {
        if row.provenance().holds_on(day) {
            return Said::Row(row);
        }
        said = Said::OtherDays;
    }
    said
}

/// How many rows of a table begin after a day on which no row of their matter speaks, and the
/// first day on which one of them does.
pub(crate) fn later<'t, T: Tabled + 't>(rows: impl Iterator<Item = &'t T>, day: Day) -> Option<(usize, Day)> {
    let mut matters: BTreeMap<String, (bool, Option<Day>)> = BTreeMap::new();
    for row in rows {
        let (speaks, begins) = matters.entry(row.key()).or_default();
        *speaks |= row.provenance().holds_on(day);
        let since = row.provenance().since.filter(|since| day < *since);
        *begins = begins.iter().copied().chain(since).min();
    }
    let begins = || matters.values().filter(|(speaks, _)| !speaks).filter_map(|(_, begins)| *begins);
    Some((begins().count(), begins().min()?))
}

/// A row that could not be read, and was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The line of the text, from 1.
    pub line: usize,
    /// The column it concerns; empty when it concerns the whole row.
    pub column: &'static str,
    /// What is wrong.
    pub what: &'static str,
}

/// One row of a table, with its columns by name.
pub(crate) struct Row<'t> {
    line: usize,
    header: Rc<[&'t str]>,
    cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    /// The row of one line under a header; its faults name no line.
    pub(crate) fn of_line(header: &'t str, line: &'t str) -> Self {
        Self { line: 0, header: header.split('\t').collect(), cells: line.split('\t').collect() }
    }
}

/// Where a column stands, by which its cell is found without reading the rest of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Column(Option<usize>);

impl Column {
    /// The column of a name under a header.
    pub(crate) fn named(name: &str, header: &str) -> Self {
        Self(header.split('\t').position(|column| column == name))
    }

    /// Its value in a line; none for `-`, which means not known.
    pub(crate) fn of(self, line: &str) -> Option<&str> {
        line.split('\t').nth(self.0?).filter(|cell| *cell != "-")
    }
}

impl<'t> Row<'t> {
    /// The value of a column; none for `-`, which means not known.
    pub(crate) fn get(&self, column: &'static str) -> Option<&'t str> {
        let at = self.header.iter().position(|name| *name == column)?;
        self.cells.get(at).copied().filter(|cell| *cell != "-")
    }

    /// The value of a column that every row must fill.
    pub(crate) fn must(&self, column: &'static str) -> Result<&'t str, RowFault> {
        self.get(column).filter(|cell| !cell.is_empty()).ok_or_else(|| self.fault(column, "missing"))
    }

    /// The value of a column that holds several, parted by `;`.
    pub(crate) fn list(&self, column: &'static str) -> Vec<String> {
        self.get(column).map(|cell| cell.split(';').map(str::to_owned).collect()).unwrap_or_default()
    }

    /// An optional value as text of its own.
    pub(crate) fn text(&self, column: &'static str) -> Option<String> {
        self.get(column).map(str::to_owned)
    }

    /// A text in both languages, of two columns.
    pub(crate) fn words(&self, zh: &'static str, en: &'static str) -> Option<Words> {
        self.text(zh).zip(self.text(en)).map(|(zh, en)| Words { zh: zh.into(), en: en.into() })
    }

    /// The value of a column that says yes or no.
    pub(crate) fn flag(&self, column: &'static str) -> Result<Option<bool>, RowFault> {
        match self.get(column) {
            None => Ok(None),
            Some("yes") => Ok(Some(true)),
            Some("no") => Ok(Some(false)),
            Some(_) => Err(self.fault(column, "neither yes nor no")),
        }
    }

    /// A fault at a column of this row.
    pub(crate) const fn fault(&self, column: &'static str, what: &'static str) -> RowFault {
        RowFault { line: self.line, column, what }
    }

    fn day(&self, column: &'static str) -> Result<Option<Day>, RowFault> {
        self.get(column).map(|cell| day(cell).ok_or_else(|| self.fault(column, "no date"))).transpose()
    }

    /// The columns of provenance, which all tables share.
    pub(crate) fn provenance(&self) -> Result<Provenance, RowFault> {
        let confidence = Confidence::parse(self.must("confidence")?)
            .ok_or_else(|| self.fault("confidence", "no such confidence"))?;
        Ok(Provenance {
            since: self.day("since")?,
            until: self.day("until")?,
            confidence,
            sources: self.must("sources")?.split(',').map(str::to_owned).collect(),
            checked: self.day("checked")?.ok_or_else(|| self.fault("checked", "missing"))?,
        })
    }
}

/// Reads `YYYY-MM-DD`. Tables hold thousands of days, of which reading by a pattern would take
/// a quarter of the time.
fn day(cell: &str) -> Option<Day> {
    let (year, rest) = cell.split_at_checked(4)?;
    let (month, day) = rest.strip_prefix('-')?.split_at_checked(2)?;
    let day = day.strip_prefix('-').filter(|day| day.len() == 2)?;
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Reads every row of a table that it can. Of two rows of one matter that begin on one day the
/// first wins.
pub(crate) fn rows<T: Tabled>(text: &str) -> (Vec<T>, Vec<RowFault>) {
    read(text, T::read, |row| (row.key(), row.provenance().since))
}

/// The lines of a table that say something, counted from 0: that of the columns, then the rows.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
}

/// The cells of a line. Most are short, so that looking at each byte is quicker than a search.
fn cells(line: &str, many: usize) -> Vec<&str> {
    let mut cells = Vec::with_capacity(many);
    let mut rest = line;
    while let Some((cell, more)) = rest.bytes().position(|byte| byte == b'\t').and_then(|at| rest.split_at_checked(at))
    {
        cells.push(cell);
        rest = more.get(1..).unwrap_or_default();
    }
    cells.push(rest);
    cells
}

/// Reads every row it can; `key` names what must be unique, and the first of two rows wins.
pub(crate) fn read<'t, T, K: Ord>(
    text: &'t str,
    parse: impl Fn(&Row<'t>) -> Result<T, RowFault>,
    key: impl Fn(&T) -> K,
) -> (Vec<T>, Vec<RowFault>) {
    let mut lines = lines(text);
    let header: Rc<[&str]> = lines.next().map(|(_, line)| line.split('\t').collect()).unwrap_or_default();
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let mut seen = std::collections::BTreeSet::new();
    for (at, line) in lines {
        let row = Row { line: at + 1, header: Rc::clone(&header), cells: cells(line, header.len()) };
        if row.cells.len() != header.len() {
            faults.push(row.fault("", "another number of cells than columns"));
            continue;
        }
        match parse(&row) {
            Ok(value) if seen.insert(key(&value)) => rows.push(value),
            Ok(_) => faults.push(row.fault("", "the same key as an earlier row")),
            Err(fault) => faults.push(fault),
        }
    }
    (rows, faults)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A row for the tests of stores.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub(in crate::rows) struct Pair {
        pub(in crate::rows) key: String,
        pub(in crate::rows) value: String,
        provenance: Provenance,
    }

    impl Tabled for Pair {
        fn read(row: &Row<'_>) -> Result<Self, RowFault> {
            Ok(Self {
                key: row.must("key")?.to_owned(),
                value: row.must("value")?.to_owned(),
                provenance: row.provenance()?,
            })
        }

        fn key(&self) -> String {
            self.key.clone()
        }

        founded!();
    }

    /// A table of `key value since until`.
    pub(in crate::rows) fn pairs(lines: &[&str]) -> String {
        let line = |line: &&str| {
            let mut cells: Vec<&str> = line.split(' ').collect();
            cells.resize(4, "-");
            format!("{}\tREPORTED\tx\t2026-01-01\n", cells.join("\t"))
        };
        let header = "key\tvalue\tsince\tuntil\tconfidence\tsources\tchecked\n";
        lines.iter().fold(header.to_owned(), |text, one| text + &line(one))
    }
}
