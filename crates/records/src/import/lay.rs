//! Laying a plan down below a folder.

use super::plan::{Plan, PlannedSubject};
use crate::files::{Error, Folder, Road, Standing, standing};
use beian_core::words;
use beian_core::words::Words;
use std::io;
use std::path::Path;

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

/// Writes every subject of a plan into a folder of its own below `out`: all of them or none.
/// Nothing is overwritten: a folder with the same bytes is left as it is, and one with other
/// content refuses that subject. What a run that was cut off had begun is finished first; its
/// folders are found with the same bytes then.
///
/// # Errors
/// If the system does not let it be read or written; nothing is written then.
pub fn lay_down(plan: Plan, out: &Path, dry_run: bool) -> Result<Done, Error> {
    let writes = plan.subjects.iter().any(|subject| subject.refusal.is_none()) && !dry_run;
    let folder = writes.then(|| Folder::open(out)).transpose()?;
    let mut laid = plan.subjects.iter().map(|subject| look(subject, out)).collect::<Result<Vec<_>, _>>()?;
    if let Some(folder) = folder.filter(|_| laid.contains(&Laid::Planned)) {
        let staged = folder.stage(Road::Beside)?;
        let planned = || plan.subjects.iter().zip(&laid).filter(|(_, laid)| **laid == Laid::Planned);
        for (subject, _) in planned() {
            for (name, text) in &subject.files {
                staged.add(&format!("{}/{name}", subject.folder), text.as_bytes())?;
            }
        }
        folder.take(staged, Road::Beside, &[], |at| {
            let taken =
                planned().map(|(subject, _)| at.join(&subject.folder)).find(|place| place.symlink_metadata().is_ok());
            taken.map_or(Ok(()), |path| Err(Error { path, error: io::Error::from(io::ErrorKind::AlreadyExists) }))
        })?;
        for laid in laid.iter_mut().filter(|laid| **laid == Laid::Planned) {
            *laid = Laid::Written;
        }
    }
    Ok(Done { plan, laid })
}

/// What would become of a subject.
fn look(subject: &PlannedSubject, out: &Path) -> Result<Laid, Error> {
    if let Some(why) = &subject.refusal {
        return Ok(Laid::Refused(why.clone()));
    }
    let path = out.join(&subject.folder);
    Ok(match standing(&path, &subject.files).map_err(|error| Error { path, error })? {
        Standing::Same => Laid::Unchanged,
        Standing::Other => Laid::Refused(other(&subject.folder)),
        Standing::Link => Laid::Refused(link(&subject.folder)),
        Standing::Nothing => Laid::Planned,
    })
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
