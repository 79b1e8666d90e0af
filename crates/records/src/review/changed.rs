//! The states of the subjects that changed, with what their changes ask for.

use super::{Sides, by_id, raws, read, subject};
use crate::git::{self, RevisionTree};
use crate::jobs;
use crate::tree::Tree;
use crate::yaml::Limits;
use beian_core::day::Day;
use beian_core::model::Subject;
use beian_core::procedure::{Practice, Required, register};

/// A subject that changed.
#[derive(Debug)]
pub struct ChangedStates {
    /// As it was; none if it is new.
    pub old: Option<Subject>,
    /// As it is; none if it is gone.
    pub new: Option<Subject>,
    /// What the change asks for.
    pub required: Vec<Required>,
}

/// The subjects that changed from a base, or all if the base has no records, in the order of
/// their identities.
///
/// # Errors
/// If an object of the repository is missing or broken.
pub fn changed(
    base: Option<&RevisionTree<'_>>,
    head: &dyn Tree,
    today: Day,
    limits: &Limits,
) -> Result<Vec<ChangedStates>, git::Error> {
    let raws = raws(base, head)?;
    let sides: Vec<Sides<'_>> = jobs::each(raws.iter().collect(), |raws| read(raws, limits));
    let pairs: Vec<_> = sides
        .iter()
        .map(|sides| (subject(sides.old.as_ref()), subject(sides.new.as_ref())))
        .filter(|(old, new)| old.is_some() || new.is_some())
        .collect();
    let register = register(Practice::builtin(), &pairs, today);
    let states = register.answers.into_iter().map(|answer| {
        let old = answer.old.as_deref().and_then(|id| by_id(&sides, id, |sides| sides.old.as_ref()));
        let new = answer.new.as_deref().and_then(|id| by_id(&sides, id, |sides| sides.new.as_ref()));
        ChangedStates { old: subject(old).cloned(), new: subject(new).cloned(), required: answer.required }
    });
    Ok(states.collect())
}
