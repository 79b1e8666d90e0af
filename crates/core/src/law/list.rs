//! The list of all texts: `data/law/texts.tsv`, with their versions and what renumbered them.

use super::{Article, Dated, Findable, Source, SourceKind, Text, Version};
use crate::day::Day;
use crate::rows::table::{self, Confidence, Row, RowFault};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Every text that something here rests on, by its key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sources {
    by_key: BTreeMap<&'static str, Source>,
    renumbered: Vec<Renumbered>,
}

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

    /// The compiled-in list, read at its first use.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Sources> =
            LazyLock::new(|| Sources::parse(Sources::TEXTS, Sources::VERSIONS, Sources::RENUMBERED).0);
        &BUILTIN
    }

    /// Reads the three tables; rows that cannot be read are left out and told.
    #[must_use]
    pub fn parse(texts: &'static str, versions: &'static str, renumbered: &'static str) -> (Self, Vec<RowFault>) {
        let (texts, mut faults) = table::read(texts, source, |source| source.id.key().to_owned());
        let key = |(text, version): &(&str, Version)| format!("{text} {version:?}");
        let (versions, more) = table::read(versions, version, key);
        faults.extend(more);
        let key = |row: &Renumbered| format!("{} {} {:?} {}", row.text, row.until, row.old, row.new);
        let (renumbered, more) = table::read(renumbered, renumbering, key);
        faults.extend(more);
        let mut by_key: BTreeMap<_, _> = texts.into_iter().map(|source| (source.id.key(), source)).collect();
        for (text, version) in versions {
            if let Some(source) = by_key.get_mut(text) {
                source.versions.push(version);
            }
        }
        (Self { by_key, renumbered }, faults)
    }

    /// The text of a key; an article that stands behind it (`mii-33:14`) is left out.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Source> {
        self.by_key.get(key.split(':').next().unwrap_or(key))
    }

    /// All texts, by their keys.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.by_key.values()
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

/// A day of a cell that may be empty.
fn day(row: &Row<'static>, column: &'static str) -> Result<Option<Day>, RowFault> {
    row.get(column).map(|cell| Day::parse(cell).map_err(|_| row.fault(column, "no date"))).transpose()
}

fn source(row: &Row<'static>) -> Result<Source, RowFault> {
    let kind = row.must("kind")?;
    let findable = row.must("findable")?;
    Ok(Source {
        id: Text::of(row.must("id")?),
        kind: SourceKind::ALL
            .into_iter()
            .find(|one| one.name() == kind)
            .ok_or_else(|| row.fault("kind", "no such kind"))?,
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
