//! The baseline of a run: read, used, written.

use super::ValidateArgs;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::report::BaselineUse;
use crate::output::stream;
use crate::repository::{Repository, from_here};
use beian_core::model::Baseline;
use beian_core::words;
use beian_core::words::Words;
use beian_records::baseline::{self, FILE, LIMITS};
use beian_records::judgement::Judgement;
use beian_records::read::Document;
use beian_records::system::cannot_write;
use beian_records::{atomic, beside};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

/// The baseline that the command line or the settings name, or the usual one if it is there.
pub(super) fn read(args: &ValidateArgs, repository: &Repository) -> Result<Option<Document<Baseline>>, Failure> {
    if args.no_baseline || args.write_baseline.is_some() {
        return Ok(None);
    }
    args.baseline.as_deref().map_or_else(|| standing(repository), |path| at(path, true))
}

/// The baseline of a repository, as its settings name it or at the usual place.
pub(crate) fn standing(repository: &Repository) -> Result<Option<Document<Baseline>>, Failure> {
    let named = !repository.settings.value.baseline.is_absent();
    of_settings(repository)?.map_or(Ok(None), |path| at(&path, named))
}

fn at(path: &Path, named: bool) -> Result<Option<Document<Baseline>>, Failure> {
    let shown = from_here(path);
    match beside::bounded(path, LIMITS.bytes as u64) {
        Ok(bytes) => Ok(Some(baseline::read(&bytes, &shown))),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !named => Ok(None),
        Err(error) => Err(Failure::reading(&shown, &error)),
    }
}

/// Where the baseline stands by the settings, or else beside them.
fn of_settings(repository: &Repository) -> Result<Option<PathBuf>, Failure> {
    let Some(folder) = &repository.folder else { return Ok(None) };
    let Some(name) = repository.settings.value.baseline.known() else { return Ok(Some(folder.join(FILE))) };
    if Path::new(&**name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
        return Ok(Some(folder.join(&**name)));
    }
    Err(Failure::usage(words!(
        "设置里的基线文件 {name} 不在仓库里面",
        "the baseline {name} of the settings is not inside the repository"
    )))
}

/// What a baseline did that was only read.
pub(super) fn in_use(document: &Document<Baseline>, judgement: &Judgement) -> BaselineUse {
    BaselineUse {
        path: document.path.clone(),
        written: document.value.written.known().copied(),
        hidden: judgement.adopted.len(),
    }
}

/// What the baseline did, after it was written if that was asked for.
pub(super) fn used(
    args: &ValidateArgs,
    repository: &Repository,
    read: Option<&Document<Baseline>>,
    judgement: &mut Judgement,
    context: &Context,
) -> Result<Option<BaselineUse>, Failure> {
    let Some(asked) = &args.write_baseline else {
        return Ok(read.map(|document| in_use(document, judgement)));
    };
    let path = match asked.clone().map_or_else(|| of_settings(repository), |path| Ok(Some(path)))? {
        Some(path) => path,
        None => PathBuf::from(FILE),
    };
    refuse_what_is_none(&path)?;
    let (adopted, told) = std::mem::take(&mut judgement.findings).into_iter().partition(baseline::can_be_adopted);
    (judgement.adopted, judgement.findings) = (adopted, told);
    let text = baseline::text(&judgement.adopted, context.today);
    let shown = from_here(&path);
    atomic::replace_file(&path, &text).map_err(|error| Failure::usage(cannot_write(&shown, &error)))?;
    let count = judgement.adopted.len();
    let said = words!("{count} 处问题写进了 {shown}", "{count} findings were written to {shown}");
    // The file is written, be this line read or not.
    drop(writeln!(stream::stderr(), "{}", said.get(context.lang)));
    Ok(Some(BaselineUse { path: shown, written: Some(context.today), hidden: count }))
}

/// Refuses to write over a file that is no baseline.
fn refuse_what_is_none(path: &Path) -> Result<(), Failure> {
    match at(path, false)? {
        Some(standing) if !baseline::is_one(&standing) => {
            let shown = from_here(path);
            Err(Failure::usage(words!(
                "{shown} 不是基线文件，没有覆盖",
                "{shown} is no baseline and was not written over"
            ))
            .hint(Words::fixed("用 --write-baseline=文件 换一个文件", "name another file with --write-baseline=FILE")))
        }
        _ => Ok(()),
    }
}
