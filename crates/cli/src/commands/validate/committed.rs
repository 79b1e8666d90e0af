//! `beian validate --at`: the records of a revision, judged like those of a folder.

use super::ValidateArgs;
use super::judged::{Aim, Names, report};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::report::Report;
use crate::target;
use crate::versions::Versions;
use beian_core::day::Day;
use beian_core::policy::Selection;
use beian_core::words;
use beian_core::words::Words;
use beian_records::git::{Revision, RevisionTree};
use beian_records::raw::TreeLimits;
use beian_records::store::join;
use beian_records::survey::Scope;
use std::path::{Path, PathBuf};

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
    let records = versions.named(grounds.records()?);
    let given = path.map(|path| versions.inside(path)).transpose()?;
    let tree = tree(&versions, &revision, &records)?;
    let Target { tree, root, scope } = match inside(given.as_deref(), &versions.folder, &records)? {
        None => Target { tree, root: records.clone(), scope: Scope::All },
        Some(inside) => match target::in_tree(&tree, &inside)? {
            Some(scope) => Target { tree, root: records.clone(), scope },
            None => {
                let root = join(&records, &inside);
                Target { tree: self::tree(&versions, &revision, &root)?, root, scope: Scope::All }
            }
        },
    };
    let part = matches!(scope, Scope::Subject { within: Some(_), .. }).then(|| given.unwrap_or_default());
    let aim = Aim {
        grounds: &grounds,
        records: Some((&tree, scope)),
        is_all: root == records,
        part,
        at: Some(revision.id),
        baseline: PathBuf::new(),
    };
    // Other programs open files by their names from the root of the repository on.
    let told = |path: &str| match args.format.is_opened_by_others() {
        true => path.to_owned(),
        false => versions.shown(path),
    };
    let names = Names { of_tree: &|path| join(&root, path), told: &told };
    report(aim, &names, args, (as_of, selection), context)?.ok_or_else(|| no_subject(&root, at))
}

/// The records of a revision below a folder, from the root of the repository on.
fn tree<'v>(versions: &'v Versions, revision: &Revision, folder: &str) -> Result<RevisionTree<'v>, Failure> {
    RevisionTree::open(&versions.git, revision, folder, TreeLimits::default()).map_err(Failure::from)
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

fn no_subject(path: &str, at: &str) -> Failure {
    Failure::nothing(words!("{at} 的 {path} 里没有主体", "no subject in {path} at {at}")).hint(Words::fixed(
        "每个主体一个文件夹，里面有 subject.yaml",
        "each subject is a folder with a subject.yaml in it",
    ))
}
