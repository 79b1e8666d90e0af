//! `beian validate`: the records of a working directory.

use super::judged::{Aim, Names, report};
use super::{ValidateArgs, baseline};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::report::Report;
use crate::repository::Repository;
use crate::target::Target;
use beian_core::day::Day;
use beian_core::policy::Selection;
use beian_records::disk::Disk;
use beian_records::raw::TreeLimits;
use beian_records::tree::Tree;
use std::path::{Path, PathBuf};

/// Judges what the command line names.
pub(super) fn judged(
    args: &ValidateArgs,
    (as_of, selection): (Day, Selection),
    context: &Context,
) -> Result<Report, Failure> {
    let path = args.path.as_deref();
    let repository = Repository::open(context, path.unwrap_or(Path::new(".")))?;
    let target = Target::of(path, &repository)?;
    let repository = baseline::chosen(args, repository)?;
    let disk = match &target.scope {
        Some(scope) => Some((disk(&target.root)?, scope.clone())),
        None => None,
    };
    let aim = Aim {
        grounds: &repository.grounds,
        records: disk.as_ref().map(|(disk, scope)| (disk as &dyn Tree, scope.clone())),
        is_all: is_everything(&target, &repository),
        part: target.part(),
        at: None,
        baseline: baseline_file(&repository)?,
    };
    let told = |path: &str| match args.format.is_opened_by_others() {
        true => repository.seen_from_root(path),
        false => path.to_owned(),
    };
    let names = Names { of_tree: &|path| target.shown(path), told: &told };
    report(aim, &names, args, (as_of, selection), context)?.ok_or_else(|| target.no_subject())
}

fn disk(root: &Path) -> Result<Disk, Failure> {
    Disk::open(root, TreeLimits::default()).map_err(Failure::from)
}

/// Where a baseline stands by the settings, or else beside them.
fn baseline_file(repository: &Repository) -> Result<PathBuf, Failure> {
    let name = repository.grounds.baseline_file()?;
    Ok(repository.folder.as_ref().map_or_else(|| PathBuf::from(name), |folder| folder.join(name)))
}

/// Whether the folder that was judged holds all records of the repository: a waiver for what
/// stands in another one is of use.
fn is_everything(target: &Target, repository: &Repository) -> bool {
    let records = repository.records().ok().and_then(|records| std::fs::canonicalize(records).ok());
    records.is_none_or(|records| records == target.root)
}
