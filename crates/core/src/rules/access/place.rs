//! Where a server is said to stand, as the rules on places see it.

use crate::names::Province;
use crate::names::province::PROVINCES;
use crate::rule::Case;
use crate::tables::{PlaceAbroad, WordList};
use std::borrow::Cow;

/// What a place is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stands<'a> {
    /// A province in which filings are taken.
    Mainland(&'static Province),
    /// A province without an administration: Hong Kong, Macao, Taiwan.
    Apart,
    /// A place of the table of places abroad.
    Abroad(&'a PlaceAbroad),
}

/// What a text says of where a server stands; none if it cannot be told.
pub(super) fn stands<'a>(case: &'a Case<'_>, place: &str) -> Option<Stands<'a>> {
    let province = |province: &'static Province| {
        if province.can_file() { Stands::Mainland(province) } else { Stands::Apart }
    };
    if let Some(named) = Province::of_name(place) {
        return Some(province(named));
    }
    let place = without_provider(case, place);
    // A full name, or the city after which a provider names its region: 海南路 is a road in many cities.
    let begins = |province: &&Province| place.starts_with(province.name_zh);
    if let Some(named) = PROVINCES.iter().find(begins).or_else(|| of_city(case, &place)) {
        return Some(province(named));
    }
    let tables = case.tables;
    let tail =
        |rest: &str| tables.words.any(WordList::PlaceTails, case.today, |word| rest.starts_with(word)) == Some(true);
    tables.places_abroad.of(&place, case.today, tail).map(Stands::Abroad)
}

/// The province of a place that is, whole or with its ending, a city in which a provider has a region.
fn of_city(case: &Case<'_>, place: &str) -> Option<&'static Province> {
    let bare = place.strip_suffix('市').unwrap_or(place);
    let is_it = |province: &&Province| province.short_zh == bare;
    if let Some(named) = PROVINCES.iter().find(is_it) {
        return Some(named);
    }
    Province::of_code(case.tables.clouds.province_of(bare, case.today)?)
}

/// A place without the name of a provider before it: 阿里云杭州.
fn without_provider<'t>(case: &Case<'_>, place: &'t str) -> Cow<'t, str> {
    let named = case.tables.clouds.names().filter_map(|name| place.strip_prefix(name)).find(|rest| !rest.is_empty());
    Cow::Borrowed(named.unwrap_or(place))
}
