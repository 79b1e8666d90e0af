//! `beian validate --at`: the records of a revision, judged like those of a folder.

use super::baseline::in_use;
use super::judged::{show_paths, waiver};
use super::{ValidateArgs, least};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::report::{BaselineUse, Report, across_subjects};
use crate::progress;
use crate::versions::Versions;
use beian_core::day::Day;
use beian_core::policy::{Policy, Selection};
use beian_core::words;
use beian_core::words::Words;
use beian_records::git::{Revision, RevisionTree};
use beian_records::judgement::{self, Ruling};
use beian_records::overlay::Named;
use beian_records::raw::TreeLimits;
use beian_records::store::join;
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
    let versions = Versions::open(context, Path::new("."))?;
    let revision = versions.resolve(at)?;
    let grounds = versions.grounds(Some(&revision))?;
    let grounds = if args.no_baseline { grounds.with_baseline(None) } else { grounds };
    let records = versions.named(grounds.records().map_err(Failure::store)?);
    let given = path.map(|path| versions.inside(path)).transpose()?;
    let tree = tree(&versions, &revision, &records)?;
    let Target { tree, root, scope } = match inside(given.as_deref(), &versions.folder, &records)? {
        None => Target { tree, root: records.clone(), scope: Scope::All },
        Some(inside) => match subject(&tree, &inside)? {
            Some(scope) => Target { tree, root: records.clone(), scope },
            None => {
                let root = join(&records, &inside);
                Target { tree: self::tree(&versions, &revision, &root)?, root, scope: Scope::All }
            }
        },
    };
    let done = AtomicUsize::new(0);
    let policy = Policy::new(&grounds.settings().value, selection, as_of);
    let adopted = grounds.baseline().map_err(Failure::store)?;
    let terms = Terms {
        tables: grounds.tables(),
        policy: &policy,
        clock: context.today,
        ..Terms::new(as_of, grounds.sample(), &done)
    };
    let mut found = progress::shown(context.lang, &done, || survey(&tree, &scope, &terms)).map_err(Failure::git)?;
    for finding in &mut found.findings {
        show_paths(finding, |path| join(&root, path));
    }
    let mut beside = grounds.settings().findings.clone();
    beside.extend(grounds.laid().findings.iter().cloned());
    beside.extend(adopted.iter().flat_map(|baseline| baseline.findings.clone()));
    if found.subjects == 0 && found.findings.is_empty() && beside.is_empty() {
        return Err(no_subject(&root, at));
    }
    let ruling = Ruling {
        settings: grounds.settings(),
        policy: &policy,
        baseline: adopted,
        today: as_of,
        whole: scope == Scope::All && root == records && found.links,
    };
    let mut judgement = judgement::judge(beside, found.findings, &ruling);
    // Other programs open files by their names from the root of the repository on.
    let shown = |path: &str| if args.format.is_opened_by_others() { path.to_owned() } else { versions.shown(path) };
    let waived = judgement.waived.iter_mut().map(|(finding, _)| finding);
    for finding in judgement.findings.iter_mut().chain(waived) {
        show_paths(finding, shown);
    }
    let baseline = adopted.map(|document| in_use(document, &judgement));
    let baseline = baseline.map(|used| BaselineUse { path: shown(&used.path), ..used });
    let waived = judgement.waived.into_iter().map(|(finding, index)| waiver(finding, index, &grounds.settings().value));
    let part = matches!(scope, Scope::Subject { within: Some(_), .. }).then(|| given.unwrap_or_default());
    let not_run = if found.links { Vec::new() } else { across_subjects(as_of) };
    let (subjects, files, unseen) = (found.subjects, found.files, found.not_seen);
    Ok(Report {
        findings: judgement.findings,
        subjects,
        files,
        unseen,
        part,
        not_run,
        at: Some(revision.id),
        today: context.today,
        as_of,
        least: least(args),
        waived: waived.collect(),
        baseline,
        overlays: grounds
            .laid()
            .overlays
            .iter()
            .map(|named| Named { path: shown(&named.path), ..named.clone() })
            .collect(),
    })
}

/// The records of a revision below a folder, from the root of the repository on.
fn tree<'v>(versions: &'v Versions, revision: &Revision, folder: &str) -> Result<RevisionTree<'v>, Failure> {
    RevisionTree::open(&versions.git, revision, folder, TreeLimits::default()).map_err(Failure::git)
}

/// A path below the records folder; nothing if all of it is meant.
fn inside(given: Option<&str>, folder: &str, records: &str) -> Result<Option<String>, Failure> {
    let Some(given) = given else { return Ok(None) };
    if given == folder || given == records || records.is_empty() && given.is_empty() {
        return Ok(None);
    }
    let below = if records.is_empty() { Some(given) } else { given.strip_prefix(&*[records, "/"].concat()) };
    match below {
        Some(below) => Ok(Some(below.trim_end_matches('/').to_owned())),
        None => Err(Failure::usage(words!(
            "{given} 不在记录目录 {records} 里",
            "{given} is not inside the records folder {records}"
        ))),
    }
}

/// The subject that a path is or lies in; nothing if it is a folder above subjects.
fn subject(tree: &dyn Tree, path: &str) -> Result<Option<Scope>, Failure> {
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    for end in ends {
        let Some(folder) = path.get(..end) else { return Ok(None) };
        let raw = tree.read_subject(folder).map_err(Failure::git)?;
        let mut names = raw.files.iter().map(|file| file.name.split('/').next().unwrap_or_default());
        if is_subject_folder(&mut names) {
            let within = path.get(end + 1..).filter(|rest| !rest.is_empty()).map(str::to_owned);
            return Ok(Some(Scope::Subject { folder: folder.to_owned(), within }));
        }
    }
    Ok(None)
}

fn no_subject(path: &str, at: &str) -> Failure {
    Failure::nothing(words!("{at} 的 {path} 里没有主体", "no subject in {path} at {at}")).hint(Words::fixed(
        "每个主体一个文件夹，里面有 subject.yaml",
        "each subject is a folder with a subject.yaml in it",
    ))
}
