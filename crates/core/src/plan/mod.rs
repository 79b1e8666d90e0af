//! What is done for an order from first to last: each step with who does it, where, with what, and by when.
//!
//! Nothing is judged here a second time: how far it has come is what [`progress`](crate::progress) says, the papers are
//! those of [`procedure`](crate::procedure), the days those of the table of periods, and what provinces and providers
//! ask are their rows.

mod choose;
mod hints;
mod items;
mod lines;
pub mod page;
mod papers;
mod rejection;
mod schedule;
mod step;

pub use rejection::{Likely, likely};
pub use schedule::{Course, Mark, Schedule};
pub use step::{Group, Step};

use crate::day::Day;
use crate::deadline::Actor;
use crate::names::Province;
use crate::progress::{By, Phase, Progress};
use crate::rule::Case;
use crate::vocabulary::{Nature, Procedure};
use crate::words::Words;
use choose::Chosen;
use items::Making;

/// For what a plan is asked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// The service that is meant; none for the subject with all that belongs to the order.
    pub service: Option<&'a str>,
    /// The procedure; none for what is under way or comes next.
    pub procedure: Option<Procedure>,
    /// The day on which the service shall open.
    pub open_on: Option<Day>,
}

/// What kind of line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemKind {
    /// A fact that is not recorded yet, or wrong.
    Fact,
    /// A paper.
    Paper,
    /// Something to do.
    Act,
    /// Something to know.
    Note,
    /// What the province or the provider asks.
    Local,
    /// A text to paste.
    Code,
    /// What follows from leaving it out.
    Consequence,
}

/// One line of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What kind of line.
    pub kind: ItemKind,
    /// What it says.
    pub words: Words,
    /// Whether the records hold it already.
    pub is_held: bool,
    /// The SHA-256 of the file that is held.
    pub sha256: Option<String>,
    /// What it rests on.
    pub basis: Words,
}

/// How far a step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is done.
    Done,
    /// It is the one that is to be done.
    Now,
    /// It comes later.
    Later,
}

/// A step of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanStep {
    /// Which it is.
    pub step: Step,
    /// How far it has come.
    pub standing: Standing,
    /// Who does it.
    pub actor: Actor,
    /// Where.
    pub place: Words,
    /// Not before that day.
    pub not_before: Option<By>,
    /// By that day.
    pub by: Option<By>,
    /// Its lines.
    pub items: Vec<Item>,
}

/// What is done for an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan<'s> {
    /// Which order.
    pub procedure: Procedure,
    /// What it covers: `subject`, `services/…`.
    pub covers: Vec<String>,
    /// The province whose administration decides, if it is known.
    pub province: Option<&'static Province>,
    /// Who files, if that is known.
    pub nature: Option<Nature>,
    /// Through which provider, if that is known.
    pub provider: Option<String>,
    /// How far it has come, and what is done next.
    pub now: Progress<'s>,
    /// What it comes to by when; none where nothing is left to be decided.
    pub course: Option<Course>,
    /// The steps.
    pub steps: Vec<PlanStep>,
}

impl Plan<'_> {
    /// The step that is to be done.
    #[must_use]
    pub fn current(&self) -> Option<&PlanStep> {
        self.steps.iter().find(|step| step.standing == Standing::Now)
    }
}

/// The plan of an order of a subject, whose stages are given.
///
/// # Errors
/// In words, why there is none: nothing is on file that could be changed, or a service has to be named.
pub fn plan<'s>(case: &Case<'s>, stages: &[Progress<'s>], asked: &Asked<'_>) -> Result<Plan<'s>, Words> {
    let chosen = choose::choose(case, stages, asked)?;
    let making = Making::new(case, &chosen);
    let course = making.course(asked.open_on);
    let at = making.position();
    let steps = chosen.group.steps().iter().filter(|step| making.is_asked(**step));
    let steps = steps.map(|step| making.step(*step, at, course.as_ref())).collect();
    let Chosen { procedure, covers, now, .. } = &chosen;
    Ok(Plan {
        procedure: *procedure,
        covers: covers.clone(),
        province: making.province,
        nature: making.nature,
        provider: making.provider.clone(),
        now: now.clone(),
        course,
        steps,
    })
}

/// Whether an order has been decided on.
const fn is_decided(phase: Phase) -> bool {
    matches!(
        phase,
        Phase::Approved | Phase::ToShow | Phase::ToFilePolice | Phase::AtPolice | Phase::ToShowPolice | Phase::InOrder
    )
}

#[cfg(test)]
mod tests;
