//! From the command line to a report: what is judged, by what, and what came of it.

use super::{ValidateArgs, baseline, least};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::report::{Report, Waived, across_subjects};
use crate::progress;
use crate::repository::Repository;
use crate::target::Target;
use beian_core::day::Day;
use beian_core::model::Settings;
use beian_core::policy::{Policy, Selection};
use beian_core::words;
use beian_core::words::Words;
use beian_records::disk::Disk;
use beian_records::grounds::Grounds;
use beian_records::judgement::{self, Judgement, Ruling};
use beian_records::locate::Located;
use beian_records::raw::TreeLimits;
use beian_records::survey::{Scope, Survey, Terms, survey};
use std::path::Path;
use std::sync::atomic::AtomicUsize;

/// Judges what the command line names.
pub(super) fn judged(
    args: &ValidateArgs,
    as_of: Day,
    selection: Selection,
    context: &Context,
) -> Result<Report, Failure> {
    let path = args.path.as_deref();
    let repository = Repository::open(context, path.unwrap_or(Path::new(".")))?;
    let target = match path {
        Some(path) => Target::at(path, &repository)?,
        None => Target::records(&repository)?,
    };
    let repository = baseline::chosen(args, repository)?;
    let grounds = &repository.grounds;
    let settings = grounds.settings();
    let policy = Policy::new(&settings.value, selection, as_of);
    let adopted = grounds.baseline().map_err(Failure::store)?;
    let mut found = surveyed(&target, as_of, grounds, &policy, context)?;
    for finding in &mut found.findings {
        show_paths(finding, |path| target.shown(path));
    }
    let mut beside = settings.findings.clone();
    beside.extend(grounds.laid().findings.iter().cloned());
    beside.extend(adopted.iter().flat_map(|baseline| baseline.findings.clone()));
    if found.subjects == 0 && found.findings.is_empty() && beside.is_empty() && target.scope.is_some() {
        return Err(no_subject(&target));
    }
    let whole = target.scope == Some(Scope::All) && found.links;
    let ruling = Ruling {
        settings,
        policy: &policy,
        baseline: adopted,
        today: as_of,
        whole: whole && is_everything(&target, &repository),
    };
    let mut judgement = judgement::judge(beside, std::mem::take(&mut found.findings), &ruling);
    let baseline = baseline::used(args, &repository, adopted, &mut judgement, context)?;
    let Judgement { mut findings, waived, .. } = judgement;
    if args.format.is_opened_by_others() {
        for finding in &mut findings {
            show_paths(finding, |path| repository.seen_from_root(path));
        }
    }
    Ok(Report {
        findings,
        subjects: found.subjects,
        files: found.files,
        unseen: found.not_seen,
        part: target.part(),
        not_run: if found.links { Vec::new() } else { across_subjects(as_of) },
        at: None,
        today: context.today,
        as_of,
        least: least(args),
        waived: waived.into_iter().map(|(finding, index)| waiver(finding, index, &settings.value)).collect(),
        baseline,
        overlays: grounds.laid().overlays.clone(),
    })
}

/// Names all places of a finding anew.
pub(super) fn show_paths(finding: &mut Located, shown: impl Fn(&str) -> String) {
    finding.location.path = shown(&finding.location.path);
    for related in &mut finding.related {
        related.location.path = shown(&related.location.path);
    }
}

/// Whether the folder that was judged holds all records of the repository: a waiver for what
/// stands in another one is of use.
fn is_everything(target: &Target, repository: &Repository) -> bool {
    let records = repository.records().ok().and_then(|records| std::fs::canonicalize(records).ok());
    records.is_none_or(|records| records == target.root)
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

fn surveyed(
    target: &Target,
    as_of: Day,
    grounds: &Grounds,
    policy: &Policy,
    context: &Context,
) -> Result<Survey, Failure> {
    let Some(scope) = &target.scope else {
        return Ok(Survey { files: 1, links: true, ..Survey::default() });
    };
    let disk = Disk::open(&target.root, TreeLimits::default()).map_err(Failure::store)?;
    let done = AtomicUsize::new(0);
    let terms =
        Terms { tables: grounds.tables(), policy, clock: context.today, ..Terms::new(as_of, grounds.sample(), &done) };
    progress::shown(context.lang, &done, || survey(&disk, scope, &terms)).map_err(Failure::git)
}

fn no_subject(target: &Target) -> Failure {
    let path = target.given();
    Failure::nothing(words!("{path} 里没有主体", "no subject in {path}")).hint(Words::fixed(
        "每个主体一个文件夹，里面有 subject.yaml",
        "each subject is a folder with a subject.yaml in it",
    ))
}
