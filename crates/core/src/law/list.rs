//! The list of all texts: `data/law/texts.tsv`, with their versions and what renumbered them.

use super::{Article, Dated, Findable, Source, SourceKind, Text, Version};
use crate::day::Day;
use crate::rows::table::{self, Column, Confidence, Row, RowFault};
use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

/// Every text that something here rests on, by its key.
///
/// A run cites a handful of them, so that a row is read when its text is first asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sources {
    by_key: BTreeMap<&'static str, Entry>,
    header: &'static str,
    versions_header: &'static str,
    renumbered: Vec<Renumbered>,
    columns: Columns,
}

/// Where the cells stand that are asked of all texts at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Columns {
    kind: Column,
    checked: Column,
    from: Column,
}

/// A row of the list, and what it says once it was read.
#[derive(Debug, Clone)]
struct Entry {
    line: &'static str,
    /// The rows of its versions.
    versions: Vec<&'static str>,
    read: OnceLock<Option<Source>>,
}

/// Whether it was read yet makes no difference.
impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.line == other.line && self.versions == other.versions
    }
}

impl Eq for Entry {}

/// An article that had another number before.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Renumbered {
    text: &'static str,
    /// Last day of the older count.
    until: Day,
    old: Option<u16>,
    new: u16,
}

impl Sources {
    /// The texts.
    pub const TEXTS: &'static str = include_str!("../../data/law/texts.tsv");
    /// Their versions.
    pub const VERSIONS: &'static str = include_str!("../../data/law/versions.tsv");
    /// Articles that an amendment gave other numbers.
    pub const RENUMBERED: &'static str = include_str!("../../data/law/renumbered.tsv");

    /// The compiled-in list.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Sources> =
            LazyLock::new(|| Sources::of(Sources::TEXTS, Sources::VERSIONS, Sources::RENUMBERED).0);
        &BUILTIN
    }

    /// Reads the three tables whole; rows that cannot be read are left out and told.
    #[must_use]
    pub fn parse(texts: &'static str, versions: &'static str, renumbered: &'static str) -> (Self, Vec<RowFault>) {
        let (all, mut faults) = Self::of(texts, versions, renumbered);
        faults.extend(table::read(texts, source, |source| source.id).1);
        faults.extend(table::read(versions, version, |(text, version)| format!("{text} {version:?}")).1);
        (all, faults)
    }

    /// The list with its rows unread.
    fn of(texts: &'static str, versions: &'static str, renumbered: &'static str) -> (Self, Vec<RowFault>) {
        let unique = |row: &Renumbered| (row.text, row.until, row.old, row.new);
        let (renumbered, faults) = table::read(renumbered, renumbering, unique);
        let mut lines = table::lines(texts).map(|(_, line)| line);
        let header = lines.next().unwrap_or_default();
        let mut by_key = BTreeMap::new();
        for line in lines {
            by_key.entry(key(line)).or_insert_with(|| Entry { line, versions: Vec::new(), read: OnceLock::new() });
        }
        let mut lines = table::lines(versions).map(|(_, line)| line);
        let versions_header = lines.next().unwrap_or_default();
        for line in lines {
            if let Some(entry) = by_key.get_mut(key(line)) {
                entry.versions.push(line);
            }
        }
        let columns = Columns {
            kind: Column::named("kind", header),
            checked: Column::named("checked", header),
            from: Column::named("from", versions_header),
        };
        (Self { by_key, header, versions_header, renumbered, columns }, faults)
    }

    /// The text of a key; an article that stands behind it (`mii-33:14`) is left out.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Source> {
        self.by_key.get(key.split(':').next().unwrap_or(key))?.read(self)
    }

    /// The day on which a text was last looked at. Asked of all texts at once, and so without
    /// looking for the versions of each.
    #[must_use]
    pub fn checked(&self, key: &str) -> Option<Day> {
        let entry = self.by_key.get(key)?;
        Day::parse(self.columns.checked.of(entry.line)?).ok()
    }

    /// The day on which a text that enters into force did so first, or a standard. Asked of all texts at once, and so
    /// of two cells alone.
    #[must_use]
    pub fn began(&self, text: Text) -> Option<Day> {
        let entry = self.by_key.get(text.key())?;
        let kind = self.columns.kind.of(entry.line).and_then(SourceKind::of_name)?;
        let binds = kind.enters_into_force() || kind == SourceKind::Standard;
        let first = entry.versions.first().filter(|_| binds)?;
        Day::parse(self.columns.from.of(first)?).ok()
    }

    /// All texts, by their keys.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.by_key.values().filter_map(|entry| entry.read(self))
    }

    /// What an article of the newest version was on a day: itself, others, or nothing where
    /// that day's version did not have it.
    #[must_use]
    pub fn then(&self, text: Text, article: Article, day: Day) -> Vec<Article> {
        let Article::Article { number, paragraph, item } = article else { return vec![article] };
        let older = |row: &&Renumbered| row.text == text.key() && day <= row.until;
        let mut older = self.renumbered.iter().filter(older).peekable();
        if older.peek().is_none() {
            return vec![article];
        }
        let of = |row: &Renumbered| row.old.map(|number| Article::Article { number, paragraph, item });
        older.filter(|row| row.new == number).filter_map(of).collect()
    }

    /// The highest confidence that these texts can carry.
    ///
    /// Texts that nobody can look up carry none, and two of one house count as one.
    #[must_use]
    pub fn ceiling<'k>(&self, keys: impl IntoIterator<Item = &'k str>) -> Confidence {
        let found = keys.into_iter().filter_map(|key| self.get(key)).filter(|source| source.findable != Findable::No);
        let mut houses: Vec<&str> = found.map(|source| source.house).collect();
        houses.sort_unstable();
        houses.dedup();
        match houses.as_slice() {
            [] => Confidence::Unsure,
            ["state" | "miit" | "mps" | "standards"] => Confidence::Confirmed,
            [_] => Confidence::Reported,
            _ => Confidence::Confirmed,
        }
    }
}

impl Entry {
    /// What the row says, with the versions of its text; none for a row that cannot be read.
    fn read(&self, list: &Sources) -> Option<&Source> {
        let read = || {
            let mut source = source(&Row::of_line(list.header, self.line)).ok()?;
            let rows = self.versions.iter().map(|line| version(&Row::of_line(list.versions_header, line)));
            source.versions = rows.filter_map(Result::ok).map(|(_, version)| version).collect();
            Some(source)
        };
        self.read.get_or_init(read).as_ref()
    }
}

/// The key of a row: its first cell.
fn key(line: &str) -> &str {
    line.split_once('\t').map_or(line, |(key, _)| key)
}

/// A day of a cell that may be empty.
fn day(row: &Row<'static>, column: &'static str) -> Result<Option<Day>, RowFault> {
    row.get(column).map(|cell| Day::parse(cell).map_err(|_| row.fault(column, "no date"))).transpose()
}

fn source(row: &Row<'static>) -> Result<Source, RowFault> {
    let kind = row.must("kind")?;
    let findable = row.must("findable")?;
    Ok(Source {
        id: Text::of(row.must("id")?),
        kind: SourceKind::of_name(kind).ok_or_else(|| row.fault("kind", "no such kind"))?,
        house: row.must("house")?,
        findable: Findable::ALL
            .into_iter()
            .find(|one| one.name() == findable)
            .ok_or_else(|| row.fault("findable", "no such way"))?,
        number: row.get("number"),
        title: row.must("title")?,
        title_en: row.must("title_en")?,
        publisher: row.must("publisher")?,
        url: row.get("url"),
        checked: day(row, "checked")?.ok_or_else(|| row.fault("checked", "missing"))?,
        versions: Vec::new(),
    })
}

fn version(row: &Row<'static>) -> Result<(&'static str, Version), RowFault> {
    let issued = row.get("issued").map(|cell| Dated::parse(cell).ok_or_else(|| row.fault("issued", "no date")));
    let version = Version {
        issued: issued.transpose()?,
        from: day(row, "from")?,
        until: day(row, "until")?,
        amended_by: row.get("amended_by"),
        act: row.get("act"),
    };
    Ok((row.must("id")?, version))
}

fn renumbering(row: &Row<'static>) -> Result<Renumbered, RowFault> {
    let number = |column| {
        let read = |cell: &str| cell.parse().map_err(|_| row.fault(column, "no number"));
        row.get(column).map(read).transpose()
    };
    Ok(Renumbered {
        text: row.must("id")?,
        until: day(row, "until")?.ok_or_else(|| row.fault("until", "missing"))?,
        old: number("old")?,
        new: number("new")?.ok_or_else(|| row.fault("new", "missing"))?,
    })
}
