//! From what is aimed at to a report: judged, concluded, and named as it is told.

use super::{ValidateArgs, baseline, least};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::report::{Report, Waived, across_subjects};
use crate::progress;
use beian_core::day::Day;
use beian_core::model::Settings;
use beian_core::policy::Selection;
use beian_records::grounds::Grounds;
use beian_records::judging::{Asked, Days, Judging};
use beian_records::locate::Located;
use beian_records::overlay::Named;
use beian_records::survey::{Scope, Survey, survey};
use beian_records::tree::Tree;
use std::path::PathBuf;
use std::sync::atomic::AtomicUsize;

/// What is judged, wherever it stands.
pub(super) struct Aim<'a> {
    /// By what.
    pub(super) grounds: &'a Grounds,
    /// The records, and what of them; none if only the settings are meant.
    pub(super) records: Option<(&'a dyn Tree, Scope)>,
    /// Whether the tree holds all records of the store.
    pub(super) is_all: bool,
    /// The part of a subject that alone is looked at, as it was given.
    pub(super) part: Option<String>,
    /// The revision; none for a working directory.
    pub(super) at: Option<String>,
    /// Where a new baseline goes if nobody names another file.
    pub(super) baseline: PathBuf,
}

/// How paths are named.
pub(super) struct Names<'a> {
    /// A path of the tree, as paths of files beside it are named.
    pub(super) of_tree: &'a dyn Fn(&str) -> String,
    /// That as it is told in the end.
    pub(super) told: &'a dyn Fn(&str) -> String,
}

/// Judges it; none if there was nothing to judge.
pub(super) fn report(
    aim: Aim<'_>,
    names: &Names<'_>,
    args: &ValidateArgs,
    (as_of, selection): (Day, Selection),
    context: &Context,
) -> Result<Option<Report>, Failure> {
    let grounds = aim.grounds;
    let asked = Asked { selection, ..Asked::default() };
    let judging = Judging::new(grounds, asked, Days { judged: as_of, now: context.today });
    let mut found = surveyed(&aim, &judging, context)?;
    for finding in &mut found.findings {
        rename(finding, names.of_tree);
    }
    let is_nothing = found.subjects == 0 && found.findings.is_empty() && aim.records.is_some();
    if is_nothing && grounds.faults()?.is_empty() {
        return Ok(None);
    }
    let everything = aim.records.as_ref().is_some_and(|(_, scope)| *scope == Scope::All);
    let whole = everything && aim.is_all && found.links;
    let mut judgement = judging.conclude(found.findings, whole)?;
    let mut used = baseline::used(args, &aim, &mut judgement, context)?;
    if let Some(used) = &mut used {
        used.path = (names.told)(&used.path);
    }
    let waived = judgement.waived.iter_mut().map(|(finding, _)| finding);
    for finding in judgement.findings.iter_mut().chain(waived) {
        rename(finding, names.told);
    }
    let settings = &grounds.settings().value;
    let overlay = |named: &Named| Named { path: (names.told)(&named.path), ..named.clone() };
    Ok(Some(Report {
        findings: judgement.findings,
        subjects: found.subjects,
        files: found.files,
        unseen: found.not_seen,
        part: aim.part,
        not_run: if found.links { Vec::new() } else { across_subjects(as_of) },
        evidence: !args.no_evidence,
        unseen_papers: found.unseen_papers,
        at: aim.at,
        today: context.today,
        as_of,
        least: least(args),
        waived: judgement.waived.into_iter().map(|(finding, index)| waiver(finding, index, settings)).collect(),
        baseline: used,
        rules: grounds.rules().into_owned(),
        later: if as_of < context.today { grounds.tables().later(as_of).collect() } else { Vec::new() },
        overlays: grounds.laid().overlays.iter().map(overlay).collect(),
        periods: grounds.tables().periods.clone(),
    }))
}

fn surveyed(aim: &Aim<'_>, judging: &Judging<'_>, context: &Context) -> Result<Survey, Failure> {
    let Some((tree, scope)) = &aim.records else {
        return Ok(Survey { files: 1, links: true, ..Survey::default() });
    };
    let done = AtomicUsize::new(0);
    progress::shown(context.lang, &done, || survey(*tree, scope, judging, &done)).map_err(Failure::from)
}

/// Names all places of a finding anew.
fn rename(finding: &mut Located, name: &dyn Fn(&str) -> String) {
    finding.location.path = name(&finding.location.path);
    for related in &mut finding.related {
        related.location.path = name(&related.location.path);
    }
}

/// A finding that is accepted, with what its waiver says.
pub(crate) fn waiver(finding: Located, index: usize, settings: &Settings) -> Waived {
    let waiver = settings.waivers.items().get(index).map(|waiver| &waiver.value);
    let text = |text: Option<&beian_core::record::Text>| text.map(ToString::to_string).unwrap_or_default();
    Waived {
        finding,
        reason: text(waiver.and_then(|waiver| waiver.reason.known())),
        owner: text(waiver.and_then(|waiver| waiver.owner.known())),
        until: waiver.and_then(|waiver| waiver.until.known()).copied(),
    }
}
