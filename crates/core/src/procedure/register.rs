//! Several subjects at once: what passes between them is one act, not an end and a beginning.

use super::situation::province_of;
use super::verdict::Required;
use crate::change::{Changes, Moves, Reshaped, diff_states, moves};
use crate::day::Day;
use crate::model::Subject;
use crate::tables::{Demand as Topic, Tables, Who};
use crate::vocabulary::{Nature, ServiceKind};
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
    let before = |id: &str| pairs.iter().filter_map(|pair| pair.0).find(|subject| &*subject.id == id);
    let after = |id: &str| pairs.iter().filter_map(|pair| pair.1).find(|subject| &*subject.id == id);
    for moved in &moves.services {
        let (Some(from), Some(to)) = (before(&moved.from), after(&moved.to)) else { continue };
        let out = found.entry(moved.from.clone()).or_default();
        out.moving_out.insert(moved.old_key.clone());
        let individual = to.particulars.value.nature.known() == Some(&Nature::Individual);
        if individual {
            out.to_individual.insert(moved.old_key.clone());
        }
        let into = found.entry(moved.to.clone()).or_default();
        if !individual && migrates(at, from, &moved.old_key) {
            into.moving_in.insert(moved.new_key.clone());
        } else {
            into.held_elsewhere.insert(moved.new_key.clone());
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
