//! How the facts of a subject came about: what the records said since which commit, and what
//! the authority has on file since which day.

mod states;

pub use states::{Committed, Newest, states};

use crate::git::{Commit, Error, Repository, Revision};
use crate::unseen::Unseen;
use beian_core::change::{Fact, diff};
use beian_core::day::Day;
use beian_core::filed::{State, Step, course, is_filed, is_read, state, value_of};
use beian_core::model::{Dated, Filing, Subject};
use beian_core::personal::Veil;
use beian_core::record::{FactChange, Plain};
use std::collections::{BTreeMap, BTreeSet};

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The records say it since a commit.
    Recorded(Commit),
    /// What the records say since a commit cannot be read.
    Unread(Commit),
    /// A filing asks for it or put it on file.
    Filed {
        /// Its stem.
        stem: String,
        /// Where it stands.
        state: State,
        /// The day of the approval.
        approved: Option<Day>,
        /// The day on which it takes effect.
        effective: Option<Day>,
    },
}

/// A value of a fact, from some day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueSince {
    /// The day: of the commit, of the approval, or of the first event.
    pub day: Option<Day>,
    /// The value; none if there is nothing from that day on, or nothing that can be read.
    pub value: Option<Plain>,
    /// Where it comes from.
    pub origin: Origin,
}

/// The facts of a subject, each with its values in the order of days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The identity of the subject.
    pub id: String,
    /// The commits that touched the subject, the newest first.
    pub commits: Vec<Commit>,
    /// Commits after which the records could not be seen or read in full, with what of them: they
    /// tell nothing.
    pub lost: Vec<(String, Unseen)>,
    /// Whether something of the newest one could not be seen: nobody knows what still stands.
    pub is_open: bool,
    /// What of people may not be shown of it.
    pub veil: Veil,
    /// The facts by their spellings.
    pub facts: BTreeMap<String, Vec<ValueSince>>,
}

/// What the history of a subject's folder tells. `records` is the records folder from the
/// root of the repository on, `folder` the subject's from there; `only` is a fact, or what
/// facts are spelled with at their beginning.
///
/// # Errors
/// If the history is cut off, or an object is missing or broken.
pub fn timeline(
    repository: &Repository,
    from: &Revision,
    records: &str,
    folder: &str,
    only: Option<&str>,
) -> Result<Timeline, Error> {
    let commits = repository.history(from, records, folder, None)?;
    let states = states::read(repository, &commits, records)?;
    let wanted = |fact: &str| {
        only.is_none_or(|only| fact.strip_prefix(only).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    };
    let mut found = Timeline::default();
    let last = states.iter().rev().find(|state| state.present && state.lost.is_empty()).map(|state| &**state.subject);
    found.id = last.map_or_else(|| folder.to_owned(), |subject| subject.id.to_string());
    let lost = states.iter().flat_map(|state| state.lost.iter().map(|lost| (state.commit.id.clone(), lost.clone())));
    found.lost = lost.collect();
    found.is_open = states.last().is_some_and(|state| state.lost.iter().any(|lost| !lost.why.is_of_records()));
    let steps = steps(&states);
    for (_, subject) in &steps {
        found.veil.join(Veil::of(subject));
    }
    let facts: BTreeSet<Fact> = facts(&steps).into_iter().filter(|fact| wanted(&fact.to_string())).collect();
    // Commits stand newest first, states the oldest first.
    let commit = |at: usize| commits.iter().rev().nth(at);
    for fact in facts {
        let entry = |(at, said): (usize, Said)| {
            let commit = commit(at)?;
            let day = Day::from_unix_seconds(commit.when);
            let (value, origin) = match said {
                Said::Value(value) => (value, Origin::Recorded(commit.clone())),
                Said::Unread => (None, Origin::Unread(commit.clone())),
            };
            Some(ValueSince { day, value, origin })
        };
        let mut entries: Vec<ValueSince> = recorded(&steps, &fact).into_iter().filter_map(entry).collect();
        entries.extend(last.into_iter().flat_map(|subject| filed(subject, &fact)));
        // What the records said first stands before what was filed on the same day.
        entries.sort_by_key(|entry| entry.day);
        if !entries.is_empty() {
            found.facts.insert(fact.to_string(), entries);
        }
    }
    drop(states);
    found.commits = commits;
    Ok(found)
}

/// Every fact that was ever filed or changed, or could not be read at some time. What was filed is a matter of its own
/// file.
fn facts(steps: &[(usize, &Subject)]) -> BTreeSet<Fact> {
    let pairs = steps.iter().zip(steps.iter().skip(1));
    let mut facts: BTreeSet<Fact> = pairs
        .flat_map(|((_, before), (_, now))| {
            let changes = diff(before, now);
            changes.facts.into_iter().map(|change| change.fact).chain(changes.unknown)
        })
        .filter(is_plain)
        .collect();
    for (_, subject) in steps {
        for filing in &subject.filings {
            let named = filing.record.value.facts.known().into_iter().flat_map(|facts| facts.iter());
            let named = named.filter_map(|(fact, _)| Fact::parse(fact)).filter(is_filed);
            facts.extend(named.filter(is_plain));
        }
    }
    facts
}

/// Every fact that changed from one state to the next.
fn changed(steps: &[(usize, &Subject)]) -> BTreeSet<Fact> {
    let pairs = steps.iter().zip(steps.iter().skip(1));
    let changes = pairs.flat_map(|((_, before), (_, now))| diff(before, now).facts);
    changes.map(|change| change.fact).filter(is_plain).collect()
}

/// Whether a fact is a field of the records on who files, for what and with what.
const fn is_plain(fact: &Fact) -> bool {
    !fact.is_whole() && !matches!(fact, Fact::Filing(..) | Fact::Observation(..) | Fact::Official(..))
}

/// What was on file, step by step, and the position of the commit since which each step is
/// known: the first one whose records, replayed, had it. What no commit holds yet is known by
/// none.
#[must_use]
pub fn known_since(
    states: &[Committed<'_>],
    filings: &[Dated<Filing>],
    day: Day,
) -> BTreeMap<String, Vec<(Step, Option<usize>)>> {
    let unknown = |(fact, steps): (String, Vec<Step>)| (fact, steps.into_iter().map(|step| (step, None)).collect());
    let mut found: BTreeMap<String, Vec<(Step, Option<usize>)>> =
        course(filings, day).into_iter().map(unknown).collect();
    let mut before: &[Dated<Filing>] = &[];
    for (at, state) in states.iter().enumerate() {
        if !state.lost.is_empty() {
            continue;
        }
        // Most commits touch no filing, and put nothing on file that was not there.
        if std::ptr::eq(before, &*state.subject.filings) || state.subject.filings == before {
            continue;
        }
        before = &state.subject.filings;
        let is_all = before == filings;
        let course = if is_all { BTreeMap::new() } else { course(before, day) };
        for (fact, steps) in &mut found {
            let had = course.get(fact).map(Vec::as_slice).unwrap_or_default();
            for (step, known) in steps.iter_mut().filter(|(_, known)| known.is_none()) {
                *known = (is_all || had.contains(step)).then_some(at);
            }
        }
        if is_all {
            break;
        }
    }
    found
}

/// What the records said of facts that no filing holds, where it changed: by facts, the
/// values with the positions of the commits from which on they stood.
#[must_use]
pub fn never_filed(states: &[Committed<'_>]) -> BTreeMap<String, Vec<(usize, Option<Plain>)>> {
    let steps = steps(states);
    let facts: Vec<Fact> = changed(&steps).into_iter().filter(|fact| !is_filed(fact)).collect();
    let values = |fact: &Fact| {
        let mut values: Vec<(usize, Option<Plain>)> = Vec::new();
        for (at, said) in recorded(&steps, fact) {
            if let Said::Value(value) = said
                && value.as_ref() != values.last().and_then(|(_, before)| before.as_ref())
            {
                values.push((at, value));
            }
        }
        values
    };
    let entries = facts.into_iter().map(|fact| (fact.to_string(), values(&fact)));
    entries.filter(|(_, entries)| !entries.is_empty()).collect()
}

/// The states, as far as they are known, in which the records say something else than in the one before, with their
/// positions.
fn steps<'s>(states: &'s [Committed<'_>]) -> Vec<(usize, &'s Subject)> {
    let mut steps: Vec<(usize, &Subject)> = Vec::with_capacity(states.len());
    for (at, state) in states.iter().enumerate().filter(|(_, state)| state.lost.is_empty()) {
        let now: &Subject = &state.subject;
        if steps.last().is_none_or(|(_, before)| !std::ptr::eq(*before, now) && *before != now) {
            steps.push((at, now));
        }
    }
    steps
}

/// What the records say of a fact from some commit on.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Value(Option<Plain>),
    /// Nobody can read it: they may say what they said before.
    Unread,
}

/// What the records said of a fact, with the positions from which on they did.
fn recorded(steps: &[(usize, &Subject)], fact: &Fact) -> Vec<(usize, Said)> {
    let mut all: Vec<(usize, Said)> = Vec::new();
    for (at, subject) in steps {
        let said = if is_read(subject, fact) { Said::Value(value_of(subject, fact)) } else { Said::Unread };
        let before = all.last().map_or(&Said::Value(None), |(_, before)| before);
        if said != *before {
            all.push((*at, said));
        }
    }
    all
}

/// What filings say of a fact, but for drafts and those that came to nothing.
fn filed(subject: &Subject, fact: &Fact) -> Vec<ValueSince> {
    let spelled = fact.to_string();
    let one = |filing: &Dated<Filing>| {
        let record = &filing.record.value;
        let state = state(record);
        let change = &record.facts.known()?.get(&spelled)?.value;
        if matches!(state, State::Draft | State::Ended) {
            return None;
        }
        let value = match change {
            FactChange::Filed(value) => Some(value.clone()),
            FactChange::Changed { to, .. } => to.known().cloned(),
        };
        let approved = record.approved();
        let named = || filing.stem.get(..10).and_then(|day| Day::parse(day).ok());
        let effective = record.effective.known().copied();
        let origin = Origin::Filed { stem: filing.stem.to_string(), state, approved, effective };
        Some(ValueSince { day: approved.or_else(named), value, origin })
    };
    subject.filings.iter().filter_map(one).collect()
}
