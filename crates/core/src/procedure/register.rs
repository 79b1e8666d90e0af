//! Several subjects at once: what passes between them is one act, not an end and a beginning.

use super::situation::{ordered, province_of};
use super::verdict::Required;
use crate::change::{Changes, Moved, Moves, Reshaped, diff_states, moves, same_service};
use crate::day::Day;
use crate::filed::{Aspect, either_way, replay};
use crate::model::Subject;
use crate::tables::{Demand as Topic, Tables, Who};
use crate::vocabulary::{EndReason, Nature, Procedure, ServiceKind};
use std::collections::{BTreeMap, BTreeSet};

/// What passes between one subject and others.
#[derive(Debug, Default)]
pub(super) struct Passing {
    pub(super) moving_out: BTreeSet<Box<str>>,
    pub(super) moving_in: BTreeSet<Box<str>>,
    pub(super) to_individual: BTreeSet<Box<str>>,
    pub(super) held_elsewhere: BTreeSet<Box<str>>,
}

/// The answer for one subject.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Its identity before; none if it is new.
    pub old: Option<Box<str>>,
    /// Its identity now; none if it is gone.
    pub new: Option<Box<str>>,
    /// What changed.
    pub changes: Changes,
    /// What that asks for.
    pub required: Vec<Required>,
}

/// The answer for several subjects.
#[derive(Debug, Clone)]
pub struct Register {
    /// What passed between them.
    pub moves: Moves,
    /// The answer for each, in the order of their identities.
    pub answers: Vec<Answer>,
}

/// What the changes of several subjects ask for, each given as it was and as it is.
///
/// A subject that only got another identity in the records is held against itself, and a
/// service that left one subject for another is migrated where that is lawful.
#[must_use]
pub fn register(tables: &Tables, pairs: &[(Option<&Subject>, Option<&Subject>)], today: Day) -> Register {
    let moves = moves(pairs);
    let pairs = rejoined(pairs, &moves);
    let passing = passing((tables, today), &pairs, &moves);
    let nothing = Passing::default();
    let mut answers: Vec<Answer> = pairs
        .iter()
        .map(|(old, new)| {
            let changes = diff_states(*old, *new);
            let id = new.or(*old).map(|subject| subject.id.clone()).unwrap_or_default();
            let passing = passing.get(&id).unwrap_or(&nothing);
            let required = super::answered(passing, tables, &changes, (*old, *new), today);
            Answer {
                old: old.map(|subject| subject.id.clone()),
                new: new.map(|subject| subject.id.clone()),
                changes,
                required,
            }
        })
        .collect();
    answers.sort_by(|a, b| (&a.new, &a.old).cmp(&(&b.new, &b.old)));
    Register { moves, answers }
}

type Pair<'a> = (Option<&'a Subject>, Option<&'a Subject>);

/// Puts both halves of a renamed subject together.
fn rejoined<'a>(pairs: &[Pair<'a>], moves: &Moves) -> Vec<Pair<'a>> {
    let mut joined: Vec<Pair<'a>> = pairs.to_vec();
    for reshaped in &moves.subjects {
        let Reshaped::Renamed { from, to } = reshaped else { continue };
        let old = joined.iter().position(|pair| pair.1.is_none() && pair.0.is_some_and(|old| old.id == *from));
        let new = joined.iter().position(|pair| pair.0.is_none() && pair.1.is_some_and(|new| new.id == *to));
        if let (Some(old), Some(new)) = (old, new) {
            let pair = (joined.get(old).and_then(|pair| pair.0), joined.get(new).and_then(|pair| pair.1));
            joined.swap_remove(old.max(new));
            joined.swap_remove(old.min(new));
            joined.push(pair);
        }
    }
    joined
}

fn passing(at: (&Tables, Day), pairs: &[Pair<'_>], moves: &Moves) -> BTreeMap<Box<str>, Passing> {
    let mut found: BTreeMap<Box<str>, Passing> = BTreeMap::new();
    let giver = |id: &str| pairs.iter().find_map(|pair| Some((pair.0.filter(|old| &*old.id == id)?, pair.1)));
    let receiver = |id: &str| pairs.iter().find_map(|pair| Some((pair.0, pair.1.filter(|new| &*new.id == id)?)));
    for moved in moves.services.iter().chain(&under_way(pairs)) {
        let (Some((from, left)), Some((had, to))) = (giver(&moved.from), receiver(&moved.to)) else { continue };
        let individual = to.particulars.value.nature.known() == Some(&Nature::Individual);
        let offered = !individual && migrates(at, from, &moved.old_key);
        // What one side has said or filed decides for both, so that their answers fit.
        let said = said_by_giver((from, left), &moved.old_key).or_else(|| said_by_receiver((had, to), &moved.new_key));
        let migrates = said.unwrap_or(offered);
        let out = found.entry(moved.from.clone()).or_default();
        if said != Some(false) {
            out.moving_out.insert(moved.old_key.clone());
        }
        if individual {
            out.to_individual.insert(moved.old_key.clone());
        }
        let into = found.entry(moved.to.clone()).or_default();
        if offered && migrates {
            into.moving_in.insert(moved.new_key.clone());
        } else if !left.is_some_and(|left| is_gone(left, &moved.old_key, at.1)) {
            into.held_elsewhere.insert(moved.new_key.clone());
        }
    }
    found
}

/// Whether a service is on file under a subject no more, as its approved orders say.
fn is_gone(left: &Subject, key: &str, today: Day) -> bool {
    let ended = replay(&left.filings, today).ended;
    ended.contains_key("subject") || ended.contains_key(&format!("services/{key}"))
}

/// Whether the giver migrates a service or deregisters it, as its records or its orders say.
fn said_by_giver((from, left): (&Subject, Option<&Subject>), key: &str) -> Option<bool> {
    let left = left?;
    if let Some(asked) = ordered(Some(from), left, key) {
        return Some(asked == Procedure::Migration);
    }
    let service = &left.services.get(key)?.value;
    match service.ended.known().and_then(|ended| ended.why.known()) {
        Some(EndReason::Migrated) => Some(true),
        Some(EndReason::Deregistered) => Some(false),
        Some(EndReason::MandateEnded) => None,
        // Who shuts a site does not hand it over: it runs on until the migration is approved.
        None => (!service.closed.is_absent()).then_some(false),
    }
}

/// Whether the receiver takes a service over or files it as a new one, as its orders say.
fn said_by_receiver((had, to): (Option<&Subject>, &Subject), key: &str) -> Option<bool> {
    ordered(had, to, key).map(|asked| asked == Procedure::Migration)
}

/// Services that are handed over by orders under way: the giver still runs them.
fn under_way(pairs: &[Pair<'_>]) -> Vec<Moved> {
    let mut found = Vec::new();
    for from in pairs.iter().filter_map(|pair| pair.1) {
        let passes = |key: &str| either_way(from, &format!("services/{key}"), Aspect::Domains);
        for (old_key, old) in from.services.iter().filter(|(key, _)| passes(key)) {
            let others = pairs.iter().filter_map(|pair| Some((pair.0, pair.1?))).filter(|(_, to)| to.id != from.id);
            let new = others.flat_map(|(had, to)| {
                let came = move |key: &str| had.is_none_or(|had| had.services.get(key).is_none());
                to.services.iter().filter(move |(key, _)| came(key)).map(move |(key, service)| (to, key, service))
            });
            found.extend(new.filter(|(_, _, service)| same_service(&old.value, &service.value)).map(|(to, key, _)| {
                Moved { from: from.id.clone(), old_key: old_key.into(), to: to.id.clone(), new_key: key.into() }
            }));
        }
    }
    found
}

/// Whether a service can be migrated at all.
fn migrates((tables, today): (&Tables, Day), from: &Subject, key: &str) -> bool {
    let website = from.services.get(key).and_then(|service| service.value.kind.known()) == Some(&ServiceKind::Website);
    let province = province_of(from);
    let offered = province
        .and_then(|province| tables.provinces.decides(province.code, Who::Organisation, Topic::Migration, today));
    website && offered.is_some()
}
