//! What is done where libgit2 does not come back.
//!
//! It goes round for ever in deltas that lead back to themselves, and waits for ever where a pipe
//! stands in the place of a file. To look at all that it may read beforehand would cost more than
//! the reading. So one thread sees to it that readings come to their ends; where none does for
//! half a second it looks for the cause, and if there is one, the program ends with that word.
//! A reading that is only slow goes on.

use super::{Error, loose, packs, special};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

/// How long no reading may end before the cause is looked for.
const PATIENCE: Duration = Duration::from_millis(250);

/// How many readings began and ended.
static BEGUN: AtomicUsize = AtomicUsize::new(0);
static ENDED: AtomicUsize = AtomicUsize::new(0);

/// What ends the program.
static END: OnceLock<fn(&Error)> = OnceLock::new();

/// The git directories that are read.
static READ: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// From now on, what cannot come to its end is told to this function, which does not come back.
pub fn on_endless_reading(end: fn(&Error)) {
    if END.set(end).is_ok() {
        // Where there is no thread to be had, nothing is watched.
        drop(thread::Builder::new().name("watch".to_owned()).spawn(watch));
    }
}

/// A reading that is under way.
pub(super) struct Reading;

impl Reading {
    pub(super) fn begin() -> Self {
        BEGUN.fetch_add(1, Ordering::Relaxed);
        Self
    }

    /// A repository that is opened: where its git directory is, libgit2 is about to find out.
    pub(super) fn opening(path: &Path) -> Self {
        if END.get().is_some() {
            let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
            read.extend(path.ancestors().flat_map(|folder| [folder.join(".git"), folder.to_path_buf()]));
        }
        Self::begin()
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        ENDED.fetch_add(1, Ordering::Relaxed);
    }
}

fn watch() {
    let (mut before, mut wait) = (None, PATIENCE);
    loop {
        thread::sleep(wait);
        let (ended, begun) = (ENDED.load(Ordering::Relaxed), BEGUN.load(Ordering::Relaxed));
        let is_open = begun != ended;
        let is_stuck = is_open && before == Some((ended, is_open));
        // What was looked through in vain is looked through seldom.
        wait = if is_stuck { wait * 2 } else { PATIENCE };
        before = Some((ended, is_open));
        if let (true, Some(end)) = (is_stuck, END.get())
            && let Some(cause) = cause()
            && ENDED.load(Ordering::Relaxed) == ended
        {
            end(&cause);
        }
    }
}

/// Why a reading cannot come to its end.
fn cause() -> Option<Error> {
    let read = READ.lock().unwrap_or_else(PoisonError::into_inner).clone();
    read.iter().find_map(|path| {
        let git_dir = git_dir(path)?;
        let of = |folder: &Path| {
            special::in_place_of_files(folder).or_else(|| packs::in_circles(&loose::borrowed(&folder.join("objects"))))
        };
        of(&git_dir).or_else(|| of(&common_dir(&git_dir)?))
    })
}

/// The git directory that a name stands for: itself, or the one that a file names.
fn git_dir(path: &Path) -> Option<PathBuf> {
    if path.is_dir() {
        // The folder of a working tree is none.
        let is_one =
            path.ends_with(".git") || path.join("HEAD").symlink_metadata().is_ok() && path.join("refs").is_dir();
        return is_one.then(|| path.to_path_buf());
    }
    let text = loose::short_text(path)?;
    Some(path.parent()?.join(text.trim().strip_prefix("gitdir: ")?))
}

/// The git directory that a linked working tree shares.
fn common_dir(git_dir: &Path) -> Option<PathBuf> {
    let text = loose::short_text(&git_dir.join("commondir"))?;
    Some(git_dir.join(text.trim()))
}
