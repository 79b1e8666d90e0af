//! The baseline of a run: read, used, written.

use super::ValidateArgs;
use super::judged::Aim;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::report::BaselineUse;
use crate::output::stream;
use crate::repository::{Repository, from_here};
use beian_core::model::Baseline;
use beian_core::words;
use beian_core::words::Words;
use beian_records::baseline::{self, LIMITS};
use beian_records::judging::Judgement;
use beian_records::read::Document;
use beian_records::{beside, files, store};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// The repository with the baseline that the command line names, or without any, or else with
/// the one that stands in it.
pub(super) fn chosen(args: &ValidateArgs, repository: Repository) -> Result<Repository, Failure> {
    let other = match &args.baseline {
        _ if args.no_baseline || args.write_baseline.is_some() => None,
        Some(path) => Some(at(path)?.ok_or_else(|| Failure::reading(&from_here(path), &ErrorKind::NotFound.into()))?),
        None => return Ok(repository),
    };
    Ok(Repository { grounds: repository.grounds.with_baseline(other), ..repository })
}

/// The baseline in a file; none if there is no such file.
fn at(path: &Path) -> Result<Option<Document<Baseline>>, Failure> {
    let shown = from_here(path);
    match beside::named(path, &shown, LIMITS.bytes as u64) {
        Ok(bytes) => Ok(Some(baseline::read(&bytes, &shown))),
        Err(store::Error::Reading { error, .. }) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// What the baseline did, after it was written if that was asked for.
pub(super) fn used(
    args: &ValidateArgs,
    aim: &Aim<'_>,
    judgement: &mut Judgement,
    context: &Context,
) -> Result<Option<BaselineUse>, Failure> {
    let Some(asked) = &args.write_baseline else {
        let read = aim.grounds.baseline()?;
        return Ok(read.map(|document| BaselineUse {
            path: document.path.clone(),
            written: document.value.written.known().copied(),
            hidden: judgement.adopted.len(),
        }));
    };
    let path = asked.as_ref().unwrap_or(&aim.baseline);
    refuse_what_is_none(path)?;
    let (adopted, told) = std::mem::take(&mut judgement.findings).into_iter().partition(baseline::can_be_adopted);
    (judgement.adopted, judgement.findings) = (adopted, told);
    let text = baseline::text(&judgement.adopted, context.today, &aim.grounds.rules());
    let shown = from_here(path);
    files::replace_file(path, text.as_bytes())?;
    let count = judgement.adopted.len();
    let said = words!("{count} 处问题写进了 {shown}", "{count} findings were written to {shown}");
    // The file is written, be this line read or not.
    drop(writeln!(stream::stderr(), "{}", said.get(context.lang)));
    Ok(Some(BaselineUse { path: shown, written: Some(context.today), hidden: count }))
}

/// Refuses to write over a file that is no baseline.
fn refuse_what_is_none(path: &Path) -> Result<(), Failure> {
    match at(path)? {
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
