//! The states of the subjects that changed, with what their changes ask for.

use super::{Lost, Sides, by_id, comparable, compared, not_compared, raws, read, subject};
use crate::git::{self, Compared, RevisionTree};
use crate::jobs;
use crate::limits::Limits;
use crate::tree::Tree;
use beian_core::change::{Fact, Moves};
use beian_core::day::Day;
use beian_core::model::Subject;
use beian_core::procedure::{Answer, Coverage, Required, coverage, register};
use beian_core::tables::Tables;

/// A subject that changed.
#[derive(Debug)]
pub struct ChangedStates {
    /// As it was; none if it is new.
    pub old: Option<Subject>,
    /// As it is; none if it is gone.
    pub new: Option<Subject>,
    /// Its folder, from the records folder on; as it is, or else as it was.
    pub folder: String,
    /// What the change asks for.
    pub required: Vec<Required>,
    /// Which filings ask for it.
    pub coverage: Coverage,
    /// The facts that could not be compared, because one side cannot be read.
    pub unknown: Vec<Fact>,
}

/// What changed.
#[derive(Debug, Default)]
pub struct Changed {
    /// The subjects that were compared, in the order of their identities.
    pub states: Vec<ChangedStates>,
    /// The others, by their identities, with what kept them from being compared.
    pub lost: Vec<(String, Vec<Lost>)>,
    /// What passed between subjects.
    pub moves: Moves,
}

/// The subjects that changed from a base, or all if the base has no records.
///
/// # Errors
/// If an object of the repository is missing or broken.
pub fn changed(
    base: Option<&RevisionTree<'_>>,
    head: &dyn Tree,
    (tables, today): (&Tables, Day),
    limits: &Limits,
) -> Result<Changed, git::Error> {
    let raws = raws(base, head, Compared::Records)?;
    let sides: Vec<Sides<'_>> = jobs::each(raws.iter().collect(), |raws| read(raws, limits));
    let lost = compared::lost(&raws, &sides);
    let left_out = sides.iter().zip(&lost).filter_map(not_compared).map(|one| (one.id, one.lost)).collect();
    let sides = comparable(&sides, &lost);
    let pairs: Vec<_> = sides
        .iter()
        .map(|sides| (subject(sides.old.as_ref()), subject(sides.new.as_ref())))
        .filter(|(old, new)| old.is_some() || new.is_some())
        .collect();
    let register = register(tables, &pairs, today);
    let states = register.answers.into_iter().map(|answer| {
        let old = answer.old.as_deref().and_then(|id| by_id(&sides, id, |sides| sides.old.as_ref()));
        let new = answer.new.as_deref().and_then(|id| by_id(&sides, id, |sides| sides.new.as_ref()));
        let folder = new.or(old).map(|read| read.folder.to_owned()).unwrap_or_default();
        let (old, new) = (subject(old).cloned(), subject(new).cloned());
        let coverage = coverage(&tables.clouds, &answer.required, old.as_ref(), new.as_ref());
        let Answer { changes, required, .. } = answer;
        ChangedStates { old, new, folder, required, coverage, unknown: changes.unknown }
    });
    Ok(Changed { states: states.collect(), lost: left_out, moves: register.moves })
}
