//! Locks of the system on what is being built or renewed. They end with the process.

use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

/// How long one writer waits for another.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often it asks.
const PACE: Duration = Duration::from_millis(10);
/// After this time something is left over where nobody can say whether it is locked.
const AGE: Duration = Duration::from_secs(24 * 60 * 60);

/// A lock, until it is dropped; none where the system knows no locks.
#[derive(Debug)]
pub(super) struct Held {
    _file: Option<File>,
}

/// What came of asking for a lock.
#[derive(Debug)]
pub(super) enum Asked {
    /// It is ours.
    Held(Held),
    /// Another run has it.
    Busy,
    /// There is nothing of that name any more.
    Gone,
    /// The system does not say.
    Unknown,
}

/// Asks for the lock on what stands at a path.
pub(super) fn ask(path: &Path) -> Asked {
    match open(path) {
        Ok(file) => ask_for(file, path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Asked::Gone,
        Err(_) => Asked::Unknown,
    }
}

/// Asks for the lock on an open file.
pub(super) fn ask_for(file: File, path: &Path) -> Asked {
    match file.try_lock() {
        // Another run may have taken it away, or exchanged it, before it was locked.
        Ok(()) if stands_at(&file, path) => Asked::Held(Held { _file: Some(file) }),
        Ok(()) => Asked::Gone,
        Err(TryLockError::WouldBlock) => Asked::Busy,
        Err(TryLockError::Error(_)) => Asked::Unknown,
    }
}

/// Waits for the lock on what stands at a path; none if nothing stands there.
///
/// # Errors
/// `ResourceBusy` if another run keeps it.
pub(super) fn wait(path: &Path) -> io::Result<Option<Held>> {
    let begun = Instant::now();
    loop {
        match ask(path) {
            Asked::Held(held) => return Ok(Some(held)),
            Asked::Unknown => return Ok(Some(Held { _file: None })),
            Asked::Gone if fs::symlink_metadata(path).is_err() => return Ok(None),
            Asked::Busy | Asked::Gone if begun.elapsed() < PATIENCE => std::thread::sleep(PACE),
            Asked::Busy | Asked::Gone => return Err(io::Error::from(io::ErrorKind::ResourceBusy)),
        }
    }
}

/// The lock of something that was just made; none if another run took it for a leftover.
pub(super) fn own(asked: Asked) -> Option<Held> {
    match asked {
        Asked::Held(held) => Some(held),
        Asked::Unknown => Some(Held { _file: None }),
        Asked::Busy | Asked::Gone => None,
    }
}

/// The lock of something that is left over; none if somebody may still work on it.
pub(super) fn left_over(path: &Path) -> Option<Held> {
    match ask(path) {
        Asked::Held(held) => Some(held),
        Asked::Busy | Asked::Gone => None,
        Asked::Unknown => {
            let changed = fs::symlink_metadata(path).and_then(|found| found.modified()).ok()?;
            let age = SystemTime::now().duration_since(changed).ok()?;
            (AGE < age).then_some(Held { _file: None })
        }
    }
}

/// Opens a file or a folder; a link is not followed, and a pipe not waited for.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or(0));
    }
    options.open(path)
}

fn stands_at(file: &File, path: &Path) -> bool {
    let Ok((open, there)) = file.metadata().and_then(|open| Ok((open, fs::symlink_metadata(path)?))) else {
        return false;
    };
    is_same(&open, &there)
}

#[cfg(unix)]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same(_: &Metadata, _: &Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_works_on_is_not_left_over() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("x");
        fs::write(&file, "x").unwrap();
        for path in [&file, &root.path().to_path_buf()] {
            let held = left_over(path).unwrap();
            assert!(left_over(path).is_none() && matches!(ask(path), Asked::Busy));
            drop(held);
            assert!(left_over(path).is_some());
        }
        let gone = File::open(&file).unwrap();
        fs::remove_file(&file).unwrap();
        assert!(matches!(ask_for(gone, &file), Asked::Gone) && matches!(ask(&file), Asked::Gone));
    }

    #[test]
    fn a_link_and_a_pipe_are_not_waited_for() {
        let root = tempfile::tempdir().unwrap();
        let (link, pipe) = (root.path().join("link"), root.path().join("pipe"));
        std::os::unix::fs::symlink(root.path(), &link).unwrap();
        std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
        assert!(matches!(ask(&link), Asked::Unknown) && left_over(&link).is_none());
        assert!(matches!(ask(&pipe), Asked::Held(_)));
    }
}
