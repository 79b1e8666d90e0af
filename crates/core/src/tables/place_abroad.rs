//! Places outside mainland China, in any usual spelling.

use crate::day::Day;
use crate::rows::listed::Listed;
use crate::rows::table::{Provenance, Row, RowFault, Tabled, founded};
use crate::spelling::folded;

/// A place outside mainland China.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceAbroad {
    /// Its three letters of ISO 3166-1.
    pub code: String,
    /// Its names in Chinese, the first as reports write it.
    pub zh: Vec<String>,
    /// Its names in English, the first as reports write it.
    pub en: Vec<String>,
    /// Letters that mean it when nothing else stands there.
    pub codes: Vec<String>,
    /// Cities and states that servers are named after.
    pub cities: Vec<String>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Tabled for PlaceAbroad {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let (zh, en) = (row.list("zh"), row.list("en"));
        if zh.is_empty() || en.is_empty() {
            return Err(row.fault("zh", "a place without a name"));
        }
        let (codes, cities) = (row.list("codes"), row.list("cities"));
        Ok(Self { code: row.must("code")?.to_owned(), zh, en, codes, cities, provenance: row.provenance()? })
    }

    fn key(&self) -> String {
        self.code.clone()
    }

    founded!();
}

impl PlaceAbroad {
    fn spellings(&self) -> impl Iterator<Item = &String> {
        self.zh.iter().chain(&self.en).chain(&self.codes).chain(&self.cities)
    }

    /// What follows the longest of its spellings in a folded text; none if the text begins with none of them.
    fn rest<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.spellings().filter_map(|spelling| text.strip_prefix(&*folded(spelling))).min_by_key(|rest| rest.len())
    }

    /// Whether one of its cities follows its name.
    fn goes_on(&self, rest: &str) -> bool {
        self.cities.iter().any(|city| rest.starts_with(&*folded(city)))
    }
}

/// All rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlacesAbroad(Listed<PlaceAbroad>);

impl PlacesAbroad {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/places-abroad.tsv");

    pub(super) const fn builtin() -> Self {
        Self(Listed::built_in(Self::TEXT))
    }

    pub(super) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        self.0.lay(text)
    }

    /// All rows.
    pub fn all(&self) -> impl Iterator<Item = &PlaceAbroad> {
        self.0.all()
    }

    /// The place that a text names: it begins with one of its spellings, and nothing follows by which it would be
    /// the name of something else, as in 新加坡路. `tail` tells what may follow.
    #[must_use]
    pub fn of(&self, text: &str, day: Day, tail: impl Fn(&str) -> bool) -> Option<&PlaceAbroad> {
        let text = folded(text);
        self.0.on(day).find(|row| {
            let Some(rest) = row.rest(&text) else { return false };
            let next = rest.chars().next();
            // A word goes on where another letter follows; an ideograph that follows says what it is.
            let parted = next.is_none_or(|next| !next.is_alphanumeric());
            parted || (!next.is_some_and(|next| next.is_ascii_alphanumeric()) && (tail(rest) || row.goes_on(rest)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_from_what_is_named_after_it() {
        let places = PlacesAbroad::builtin();
        let today = Day::of(2026, 11, 21);
        let tail = |rest: &str| ["机房", "节点", "州"].iter().any(|word| rest.starts_with(word));
        let of = |text: &str| places.of(text, today, tail).map(|row| &*row.code);
        for (text, code) in [
            ("美国", "USA"),
            ("美国洛杉矶", "USA"),
            ("新加坡", "SGP"),
            ("Hong Kong", "HKG"),
            ("hongkong", "HKG"),
            ("中国香港", "HKG"),
            ("US", "USA"),
            ("us-west", "USA"),
            ("日本东京", "JPN"),
            ("Tokyo, Japan", "JPN"),
            ("SINGAPORE", "SGP"),
            ("德国法兰克福机房", "DEU"),
            ("新加坡（二区）", "SGP"),
            ("台北", "TWN"),
            ("尼日利亚", "NGA"),
        ] {
            assert_eq!(of(text), Some(code), "{text}");
        }
        for text in [
            "浙江省",
            "杭州",
            "新加坡路 8 号",
            "新加坡工业园",
            "巴林左旗",
            "Shanghai",
            "SH",
            "BJ",
            "GD",
            "内蒙古自治区",
            "Singapore Road",
            "Usa River",
            "阿里云杭州机房",
            "中国",
            "华东",
            "加纳利",
            "",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn no_spelling_is_that_of_a_province() {
        use crate::names::province::PROVINCES;
        for row in PlacesAbroad::builtin().all() {
            for spelling in row.spellings() {
                let is_of = |province: &&crate::names::Province| {
                    province.can_file()
                        && [province.name_zh, province.short_zh, province.name_en].contains(&&**spelling)
                };
                assert!(!PROVINCES.iter().any(|province| is_of(&province)), "{spelling}");
            }
        }
    }
}
