//! The version of the rule set: two reports with the same one were judged alike.

use crate::day::Day;
use crate::fnv::Fnv;
use crate::law::{Article, Sources};
use crate::rule::Rule;
use crate::rules;
use crate::tables::{self, Tables};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The day on which the rules were last held against what they rest on.
#[must_use]
pub fn dated() -> Option<Day> {
    let cited: BTreeSet<&str> =
        rules::all().flat_map(|rule| rule.sources).map(|citation| citation.text.key()).collect();
    cited.into_iter().filter_map(|key| Sources::builtin().checked(key)).max()
}

/// That day and a hash of what decides about findings: codes, names, severities, days and
/// words of all rules with what they cite, every row of the built-in tables, and the list of
/// texts. What the code of a check does, the version of the program tells.
#[must_use]
pub fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let mut hash = Fnv::new();
        rules::all().for_each(|rule| add(&mut hash, rule));
        for table in tables::TABLES {
            hash.add(table.name);
            hash.add_long(table.text);
        }
        stamp(&hash)
    });
    &VERSION
}

/// The version of the rule set by which such tables judge: the program's own, or another where
/// rows of a user's are laid over them, which follows from those rows alone.
#[must_use]
pub fn version_of(tables: &Tables) -> Cow<'static, str> {
    if tables.laid().is_empty() {
        return Cow::Borrowed(version());
    }
    let mut hash = Fnv::new();
    hash.add(version());
    tables.laid().parts().for_each(|part| hash.add(part));
    Cow::Owned(stamp(&hash))
}

fn stamp(hash: &Fnv) -> String {
    let day = dated().map_or_else(String::new, |day| format!("{day}-"));
    format!("{day}{:012x}", hash.value() >> 16)
}

fn add(hash: &mut Fnv, rule: &Rule) {
    for part in [rule.code, rule.name, rule.severity.name()] {
        hash.add(part);
    }
    for day in [rule.since, rule.until] {
        hash.add(&day.map_or_else(String::new, |day| day.to_string()));
    }
    for words in [&rule.title, &rule.demand, &rule.help] {
        hash.add_long(&words.zh);
        hash.add_long(&words.en);
    }
    for citation in rule.sources {
        hash.add(citation.text.key());
        citation.articles().iter().for_each(|article| place(hash, *article));
    }
}

/// Adds where in a text something stands.
fn place(hash: &mut Fnv, article: Article) {
    match article {
        Article::Article { number, paragraph, item } => {
            hash.add_bytes([1, paragraph, item].into_iter().chain(number.to_be_bytes()));
        }
        Article::Part(part) => hash.add_bytes([2, part]),
        Article::Section(section) => {
            hash.add_bytes([3]);
            hash.add(section);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_a_day_and_a_hash() {
        let (day, hash) = version().rsplit_once('-').unwrap();
        assert_eq!(dated().unwrap().to_string(), day);
        assert_eq!(hash.len(), 12);
        assert!(hash.chars().all(|c| c.is_ascii_hexdigit()));
    }

    #[test]
    fn every_part_counts() {
        let hash = |parts: &[&str]| {
            let mut hash = Fnv::new();
            parts.iter().for_each(|part| hash.add(part));
            hash.value()
        };
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_ne!(hash(&["a"]), hash(&["b"]));
    }
}
