//! The days on which anything can change, and some others.

use super::draw::Draw;
use super::history::TODAY;
use super::judge::State;
use beian_core::day::Day;
use beian_core::deadline::deadlines;
use beian_core::rules;
use std::collections::BTreeSet;
use std::path::Path;

/// All days that a history, its rules and the rows of its tables name, those on which something
/// is due, the days beside them, and thirty drawn ones: from the first filing on.
pub(crate) fn of(states: &[State], draw: &mut Draw) -> BTreeSet<Day> {
    let Some(last) = states.last() else { return BTreeSet::new() };
    let mut days = rows();
    for state in states {
        days.extend(state.files.iter().flat_map(|(_, text)| named(text)));
        days.extend(deadlines(&state.case(state.day)).into_iter().filter_map(|deadline| deadline.due));
    }
    days.extend(rules::all().flat_map(|rule| rule.begins().into_iter().chain(rule.until)));
    let beside: BTreeSet<Day> = days.iter().flat_map(|day| [-1, 0, 1].map(|by| day.plus_days(by))).collect();
    let first = first(last);
    let drawn: Vec<Day> = (0..30).map(|_| last.day.plus_days(-draw.days(1, 1800))).collect();
    beside.into_iter().chain(drawn).filter(|day| first <= *day && *day < last.day.min(TODAY)).collect()
}

/// The day of the first filing.
pub(crate) fn first(state: &State) -> Day {
    let filings = state.subject.filings.iter();
    let days = filings.flat_map(|dated| {
        let basis = dated.record.value.basis.known().and_then(|basis| basis.date.known()).copied();
        basis.into_iter().chain(Day::parse(&dated.stem[..10]).ok())
    });
    days.min().unwrap_or(TODAY)
}

/// The days that the rows of the tables name.
fn rows() -> BTreeSet<Day> {
    let mut days = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/data")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = std::fs::read_to_string(path) {
                days.extend(named(&text));
            }
        }
    }
    days
}

/// The days that a text names.
fn named(text: &str) -> Vec<Day> {
    let hyphens = text.match_indices('-').filter_map(|(at, _)| text.get(at.checked_sub(4)?..at + 6));
    hyphens.filter_map(|text| Day::parse(text).ok()).collect()
}
