//! `beian validate --at`: the records of a revision, judged like those of a folder.

use super::judged::waiver;
use super::{ValidateArgs, least};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::report::{Report, across_subjects};
use crate::past::{Past, join};
use crate::progress;
use beian_core::day::Day;
use beian_core::policy::{Policy, Selection};
use beian_core::words;
use beian_core::words::Words;
use beian_records::git::RevisionTree;
use beian_records::judgement::{self, Ruling};
use beian_records::survey::{Scope, Terms, survey};
use beian_records::tree::{Tree, is_subject_folder};
use std::path::Path;
use std::sync::atomic::AtomicUsize;

/// What of a revision is meant.
struct Target<'p> {
    tree: RevisionTree<'p>,
    /// The root of the tree, from the root of the repository on.
    root: String,
    scope: Scope,
}

/// Judges what a revision holds.
pub(super) fn judged(
    args: &ValidateArgs,
    at: &str,
    (as_of, selection): (Day, Selection),
    context: &Context,
) -> Result<Report, Failure> {
    let path = args.path.as_deref();
    let past = Past::open(context, Path::new("."))?;
    let revision = past.resolve(at)?;
    let settled = past.settled(&revision)?;
    let given = path.map(|path| past.inside(path)).transpose()?;
    let tree = past.tree(&revision, &settled.records)?;
    let Target { tree, root, scope } = match inside(given.as_deref(), &past.folder, &settled.records)? {
        None => Target { tree, root: settled.records.clone(), scope: Scope::All },
        Some(inside) => match subject(&tree, &inside) {
            Some(scope) => Target { tree, root: settled.records.clone(), scope },
            None => {
                let root = join(&settled.records, &inside);
                Target { tree: past.tree(&revision, &root)?, root, scope: Scope::All }
            }
        },
    };
    let done = AtomicUsize::new(0);
    let policy = Policy::new(&settled.settings.value, selection, as_of);
    let terms = Terms { policy: &policy, clock: context.today, ..Terms::new(as_of, settled.sample(), &done) };
    let found = progress::shown(context.lang, &done, || survey(&tree, &scope, &terms));
    let mut findings = found.findings;
    for finding in &mut findings {
        finding.location.path = past.shown(&join(&root, &finding.location.path));
        for related in &mut finding.related {
            related.location.path = past.shown(&join(&root, &related.location.path));
        }
    }
    if found.subjects == 0 && findings.is_empty() && settled.settings.findings.is_empty() {
        return Err(no_subject(&root, at));
    }
    // Baselines and overlays lie beside the settings in the working directory; a past state is
    // judged by what its own settings say, and by the tables as they are built in.
    let ruling = Ruling {
        settings: &settled.settings,
        policy: &policy,
        baseline: None,
        today: as_of,
        whole: scope == Scope::All && root == settled.records,
    };
    let judgement = judgement::judge(settled.settings.findings.clone(), findings, &ruling);
    let waived = judgement.waived.into_iter().map(|(finding, index)| waiver(finding, index, &settled.settings.value));
    let part = matches!(scope, Scope::Subject { within: Some(_), .. }).then(|| given.unwrap_or_default());
    let not_run = if found.links { Vec::new() } else { across_subjects(as_of) };
    let (subjects, files) = (found.subjects, found.files);
    Ok(Report {
        findings: judgement.findings,
        subjects,
        files,
        part,
        not_run,
        at: Some(revision.id),
        today: context.today,
        as_of,
        least: least(args),
        waived: waived.collect(),
        baseline: None,
        overlays: Vec::new(),
    })
}

/// A path below the records folder; nothing if all of it is meant.
fn inside(given: Option<&str>, folder: &str, records: &str) -> Result<Option<String>, Failure> {
    let Some(given) = given else { return Ok(None) };
    if given == folder || given == records || records.is_empty() && given.is_empty() {
        return Ok(None);
    }
    let below = if records.is_empty() { Some(given) } else { given.strip_prefix(&join(records, "")) };
    match below {
        Some(below) => Ok(Some(below.trim_end_matches('/').to_owned())),
        None => Err(Failure::usage(words!(
            "{given} 不在记录目录 {records} 里",
            "{given} is not inside the records folder {records}"
        ))),
    }
}

/// The subject that a path is or lies in; nothing if it is a folder above subjects.
fn subject(tree: &RevisionTree<'_>, path: &str) -> Option<Scope> {
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    for end in ends {
        let folder = path.get(..end)?;
        let raw = tree.read_subject(folder);
        let mut names = raw.files.iter().map(|file| file.name.split('/').next().unwrap_or_default());
        if is_subject_folder(&mut names) {
            let within = path.get(end + 1..).filter(|rest| !rest.is_empty()).map(str::to_owned);
            return Some(Scope::Subject { folder: folder.to_owned(), within });
        }
    }
    None
}

fn no_subject(path: &str, at: &str) -> Failure {
    Failure::nothing(words!("{at} 的 {path} 里没有主体", "no subject in {path} at {at}")).hint(Words::fixed(
        "每个主体一个文件夹，里面有 subject.yaml",
        "each subject is a folder with a subject.yaml in it",
    ))
}
