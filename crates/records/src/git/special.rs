//! Pipes and devices in the place of git's own files: who opens one waits for ever.

use super::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// How many files of a git directory are looked at.
const MOST: usize = 1 << 17;

/// How deep folders are gone into.
const DEPTH: usize = 16;

/// The first pipe or device in a git directory, with what it stands in the place of. A socket
/// cannot be opened, and git's own watcher of files keeps one.
pub(super) fn in_place_of_files(git_dir: &Path) -> Option<Error> {
    let mut left = MOST;
    let found = search(git_dir, DEPTH, &mut left)?;
    let name = found.strip_prefix(git_dir).unwrap_or(&found).to_string_lossy().into_owned();
    Some(Error::Corrupt { what: name, why: "no regular file but a pipe or device".to_owned() })
}

fn search(folder: &Path, depth: usize, left: &mut usize) -> Option<PathBuf> {
    let depth = depth.checked_sub(1)?;
    for entry in fs::read_dir(folder).ok()?.flatten() {
        *left = left.checked_sub(1)?;
        let path = entry.path();
        // A link may lead to a device.
        let Ok(about) = path.metadata() else { continue };
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        if waits(&about) {
            return Some(path);
        }
        if about.is_dir()
            && !is_link
            && let Some(found) = search(&path, depth, left)
        {
            return Some(found);
        }
    }
    None
}

#[cfg(unix)]
fn waits(about: &fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    let kind = about.file_type();
    kind.is_fifo() || kind.is_char_device() || kind.is_block_device()
}

#[cfg(not(unix))]
const fn waits(_: &fs::Metadata) -> bool {
    false
}
