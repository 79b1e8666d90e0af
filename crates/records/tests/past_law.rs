//! A past day accuses nobody: in what records tell of an earlier day nothing is found that was
//! not found on that day, and nothing at all of days before they were kept.
//!
//! `BEIAN_PAST_LAW=300` draws so many histories, and looks at all their days from all commits;
//! without it there are twenty, and some of the days.

#![expect(clippy::expect_used, reason = "a test whose order is gone has failed")]

#[path = "past_law/acts.rs"]
mod acts;
#[path = "past_law/clerk.rs"]
mod clerk;
#[path = "past_law/days.rs"]
mod days;
#[path = "past_law/draw.rs"]
mod draw;
#[path = "past_law/faults.rs"]
mod faults;
#[path = "past_law/history.rs"]
mod history;
#[path = "past_law/judge.rs"]
mod judge;
#[path = "past_law/keep.rs"]
mod keep;

use beian_core::day::Day;
use draw::Draw;
use history::{TODAY, history};
use judge::{Found, State, told};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// How many histories are drawn, and whether all their days are looked at.
fn extent() -> (u64, bool) {
    match std::env::var("BEIAN_PAST_LAW").ok().and_then(|many| many.parse().ok()) {
        Some(many) => (many, true),
        None => (20, false),
    }
}

fn states(seed: u64) -> Vec<State> {
    history(seed).into_iter().map(|(day, files)| State::new(day, files)).collect()
}

/// What was found too much, by codes: how often, and the first time.
#[derive(Default)]
struct Accused(BTreeMap<&'static str, (usize, String)>);

impl Accused {
    /// Holds what is found in what a state tells of a day against what was found on that day.
    fn hold(&mut self, whose: &str, states: &[State], seen_from: &State, day: Day) {
        let found = told(seen_from.of(day));
        if found.is_empty() {
            return;
        }
        let then = states.iter().rfind(|state| state.day <= day).map_or_else(Found::new, |state| state.on(day));
        for ((code, fact), (severity, said)) in found {
            if then.get(&(code, fact.clone())).is_none_or(|(known, _)| *known < severity) {
                let first = || format!("{whose}, {day} seen from {}: {severity:?} {fact}: {said}", seen_from.day);
                self.0.entry(code).or_insert_with(|| (0, first())).0 += 1;
            }
        }
    }

    #[track_caller]
    fn none(self) {
        let mut all = String::new();
        for (code, (times, first)) in &self.0 {
            let _ = writeln!(all, "{code}, {times} times; {first}");
        }
        assert!(all.is_empty(), "past days accuse:\n{all}");
    }
}

#[test]
fn drawn_histories_are_lawful() {
    let mut unlawful = String::new();
    for seed in 0..extent().0 {
        for state in states(seed) {
            for ((code, fact), (severity, said)) in told(state.on(state.day)) {
                let _ = writeln!(unlawful, "{seed}, {}: {severity:?} {code} {fact}: {said}", state.day);
            }
        }
    }
    assert!(unlawful.is_empty(), "{unlawful}");
}

#[test]
fn a_past_day_accuses_nobody() {
    let (many, whole) = extent();
    let mut accused = Accused::default();
    for seed in 0..many {
        let (states, mut draw) = (states(seed), Draw::new(seed));
        let days: Vec<Day> = days::of(&states, &mut draw).into_iter().collect();
        let days = if whole { days } else { (0..12).map(|_| *draw.pick(&days)).collect() };
        for day in days {
            let later: Vec<&State> = states.iter().filter(|state| day < state.day).collect();
            let of_some = if whole { Vec::new() } else { vec![*draw.pick(&later)] };
            for seen_from in if whole { later } else { of_some } {
                accused.hold(&format!("history {seed}"), &states, seen_from, day);
            }
        }
    }
    accused.none();
}

/// No day of a subject that is shipped has a finding, be it a note.
#[test]
fn no_past_day_of_the_shipped_records_has_a_finding() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../records");
    let step = if extent().1 { 1 } else { 23 };
    for subject in ["ningbo-shifan", "su-wanli", "yangzi-library"] {
        let state = State::new(TODAY, judge::files_of(&folder.join(subject)));
        assert!(state.on(TODAY).is_empty());
        let mut day = days::first(&state);
        while day < TODAY {
            assert_eq!(state.of(day), Found::new(), "{subject} on {day}");
            day = day.plus_days(step);
        }
    }
}

/// The reverse, so that silence is no answer: what was found on its day stands in what the
/// records tell of that day long after.
#[test]
fn faults_of_a_past_day_stand_in_its_dossier() {
    let (clean, mut lost) = (faults::clean(), String::new());
    let day = clean.now;
    assert_eq!(told(State::new(day, clean.records.files()).on(day)), Found::new());
    assert!(40 <= faults::KINDS.len());
    for (kind, code, plant) in faults::KINDS {
        let mut records = clean.records.clone();
        plant(&mut records, day);
        let planted = State::new(day, records.files());
        let after = faults::long_after(&clean, records);
        let (last, files) = after.commits.last().expect("a commit");
        let now = State::new(*last, files.clone());
        let of_rule = |found: Found| found.into_keys().filter(|(rule, _)| rule == code).collect::<Vec<_>>();
        let (seen, told) = (of_rule(planted.on(day)), of_rule(now.of(day)));
        if seen.is_empty() || !told.iter().any(|key| seen.contains(key)) {
            let _ = writeln!(lost, "{kind}: {code} seen {seen:?}, told {told:?}");
        }
    }
    assert!(lost.is_empty(), "not told any more:\n{lost}");
}
