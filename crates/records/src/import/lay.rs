//! Laying a plan down below a folder.

use super::plan::{Plan, PlannedSubject};
use crate::atomic::{self, Standing};
use beian_core::words;
use beian_core::words::Words;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What became of a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Laid {
    /// Its folder was written.
    Written,
    /// It would have been written.
    Planned,
    /// Its folder was there already, with the same bytes.
    Unchanged,
    /// It was not written; why.
    Refused(Words),
}

/// What became of a plan.
#[derive(Debug)]
pub struct Done {
    /// The plan.
    pub plan: Plan,
    /// What became of each subject, in the order of the plan.
    pub laid: Vec<Laid>,
}

impl Done {
    /// Whether a file, a part of one or a subject had to be refused.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.plan.files.iter().any(|file| file.answer.is_refused())
            || self.laid.iter().any(|laid| matches!(laid, Laid::Refused(_)))
    }
}

/// What kept a plan from being laid down. Subjects before it are written, each whole.
#[derive(Debug)]
pub struct WriteFault {
    /// Where.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

/// Writes every subject of a plan into a folder of its own below `out`, each whole or not at
/// all. Nothing is overwritten: a folder with the same bytes is left as it is, and one with
/// other content refuses that subject.
///
/// # Errors
/// If the system does not let it be read or written. A second run goes on where this ended.
pub fn lay_down(plan: Plan, out: &Path, dry_run: bool) -> Result<Done, WriteFault> {
    let writes = plan.subjects.iter().any(|subject| subject.refusal.is_none());
    if writes && !dry_run {
        fs::create_dir_all(out).map_err(|error| WriteFault { path: out.to_path_buf(), error })?;
    }
    let laid = plan.subjects.iter().map(|subject| lay_one(subject, out, dry_run)).collect::<Result<_, _>>()?;
    Ok(Done { plan, laid })
}

fn lay_one(subject: &PlannedSubject, out: &Path, dry_run: bool) -> Result<Laid, WriteFault> {
    if let Some(why) = &subject.refusal {
        return Ok(Laid::Refused(why.clone()));
    }
    let place = out.join(&subject.folder);
    let fault = |error| WriteFault { path: place.clone(), error };
    match atomic::standing(&place, &subject.files).map_err(fault)? {
        Standing::Same => Ok(Laid::Unchanged),
        Standing::Other => Ok(Laid::Refused(other(&subject.folder))),
        Standing::Link => Ok(Laid::Refused(link(&subject.folder))),
        Standing::Nothing if dry_run => Ok(Laid::Planned),
        Standing::Nothing => match atomic::create_folder(out, &subject.folder, &subject.files) {
            Ok(()) => Ok(Laid::Written),
            Err(error) if is_taken(&error) => Ok(Laid::Refused(other(&subject.folder))),
            Err(error) => Err(fault(error)),
        },
    }
}

/// Whether another process made the folder in the meantime.
fn is_taken(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty)
}

fn other(folder: &str) -> Words {
    words!(
        "{folder} 已经存在，内容不同，没有覆盖；请用 --out 写到别处再比较",
        "{folder} is there already with other content and was not overwritten; write elsewhere with --out and compare"
    )
}

fn link(folder: &str) -> Words {
    words!("{folder} 是符号链接，没有写入", "{folder} is a symbolic link; nothing was written")
}
