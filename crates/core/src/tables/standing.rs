//! Where a server is said to stand.

use super::{PlaceAbroad, Tables, WordList};
use crate::day::Day;
use crate::names::Province;
use crate::names::province::PROVINCES;
use crate::spelling::folded;
use std::borrow::Cow;

/// What a place is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stands<'a> {
    /// A province in which filings are taken.
    Mainland(&'static Province),
    /// Outside of them, without a row of its own: Hong Kong, Macao, Taiwan, or 境外 alone.
    Apart,
    /// A place of the table of places abroad.
    Abroad(&'a PlaceAbroad),
}

impl Tables {
    /// What a text says of where a server stands; none if it cannot be told.
    pub(crate) fn stands(&self, place: &str, day: Day) -> Option<Stands<'_>> {
        let province = |province: &'static Province| {
            if province.can_file() { Stands::Mainland(province) } else { Stands::Apart }
        };
        if let Some(named) = Province::of_name(place) {
            return Some(province(named));
        }
        let place = self.without_provider(place);
        // A full name, or the city after which a provider names its region: 海南路 is a road in many cities.
        let begins = |province: &&Province| place.starts_with(province.name_zh);
        if let Some(named) = PROVINCES.iter().find(begins).or_else(|| self.of_city(&place, day)) {
            return Some(province(named));
        }
        let tail = |rest: &str| self.words.any(WordList::PlaceTails, day, |word| rest.starts_with(word)) == Some(true);
        if self.is_abroad_at_large(&folded(&place), day, tail) {
            return Some(Stands::Apart);
        }
        self.places_abroad.of(&place, day, tail).map(Stands::Abroad)
    }

    /// Whether a text says that it is abroad, and not where: 境外, 海外机房.
    fn is_abroad_at_large(&self, place: &str, day: Day, tail: impl Fn(&str) -> bool) -> bool {
        let says = |word: &str| place.strip_prefix(word).is_some_and(|rest| rest.is_empty() || tail(rest));
        self.words.any(WordList::Abroad, day, says) == Some(true)
    }

    /// The province of a place that is, whole or with its ending, a city in which a provider has a region.
    fn of_city(&self, place: &str, day: Day) -> Option<&'static Province> {
        let bare = place.strip_suffix('市').unwrap_or(place);
        let is_it = |province: &&Province| province.short_zh == bare;
        if let Some(named) = PROVINCES.iter().find(is_it) {
            return Some(named);
        }
        Province::of_code(self.clouds.province_of(bare, day)?)
    }

    /// A place without the name of a provider before it: 阿里云杭州.
    fn without_provider<'t>(&self, place: &'t str) -> Cow<'t, str> {
        let named = self.clouds.names().filter_map(|name| place.strip_prefix(name)).find(|rest| !rest.is_empty());
        Cow::Borrowed(named.unwrap_or(place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_only_said_to_be_abroad_is_not_in_the_mainland() {
        let day = Day::of(2026, 11, 21);
        let stands = |place: &str| Tables::builtin().stands(place, day);
        for place in ["境外", "海外节点", "国外机房", "港澳台", "overseas", "香港", "阿里云香港"] {
            assert!(matches!(stands(place), Some(Stands::Apart | Stands::Abroad(_))), "{place}");
        }
        for place in ["海外路 8 号", "境外投资大厦", "某处", ""] {
            assert!(stands(place).is_none(), "{place}");
        }
        assert!(matches!(stands("杭州"), Some(Stands::Mainland(_))));
    }
}
