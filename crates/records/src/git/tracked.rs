//! Which files of a working tree git knows, by its index.

use super::{Error, Repository};
use std::fs;
use std::path::{Path, PathBuf};

/// What git knows of a file of its working tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    /// It is in the index.
    Tracked,
    /// It is not, or no git is there.
    Untracked,
    /// It is in the index and was not checked out, or belongs to a submodule.
    Elsewhere,
    /// The index cannot be read.
    Unknown,
}

/// The files that the index of a working tree holds.
#[derive(Debug)]
pub(crate) enum Tracked {
    /// There is no git, or a bare one.
    NoGit,
    /// The index cannot be read.
    Unread,
    /// The index.
    Index {
        /// The working tree, without links in its path.
        root: PathBuf,
        /// The paths from the root on, sorted, each with whether it is not checked out here.
        files: Vec<(Vec<u8>, bool)>,
    },
}

impl Tracked {
    /// The index of the working tree around a folder.
    pub(crate) fn around(folder: &Path) -> Self {
        let repository = match Repository::discover(folder) {
            Ok(repository) => repository,
            Err(Error::NotARepository { .. }) => return Self::NoGit,
            Err(_) => return Self::Unread,
        };
        let Some(root) = repository.work_dir().and_then(|root| fs::canonicalize(root).ok()) else {
            return Self::NoGit;
        };
        let files = repository.with(|git| {
            let index = git.index().map_err(|error| Error::reading("index", &error))?;
            Ok(index.iter().map(|entry| (is_elsewhere(&entry), entry.path)).map(|(is, path)| (path, is)).collect())
        });
        let Ok(mut files): Result<Vec<(Vec<u8>, bool)>, Error> = files else { return Self::Unread };
        files.sort_unstable();
        Self::Index { root, files }
    }

    /// What git knows of a file, whose path holds no links.
    pub(crate) fn known(&self, path: &Path) -> Known {
        let (root, files) = match self {
            Self::NoGit => return Known::Untracked,
            Self::Unread => return Known::Unknown,
            Self::Index { root, files } => (root, files),
        };
        let Ok(inside) = path.strip_prefix(root) else { return Known::Untracked };
        // The file itself, or a submodule in which it lies.
        for path in inside.ancestors().filter(|path| !path.as_os_str().is_empty()) {
            let found = files.binary_search_by(|(name, _)| name.as_slice().cmp(path.as_os_str().as_encoded_bytes()));
            match found.ok().and_then(|at| files.get(at)) {
                Some((_, true)) => return Known::Elsewhere,
                Some((_, false)) if path == inside => return Known::Tracked,
                Some(_) | None => {}
            }
        }
        Known::Untracked
    }

    /// Whether git knows any file below a folder, whose path holds no links.
    pub(crate) fn knows_any(&self, folder: &Path) -> bool {
        let Self::Index { root, files } = self else { return false };
        let Ok(inside) = folder.strip_prefix(root) else { return false };
        let mut start = inside.as_os_str().as_encoded_bytes().to_vec();
        if !start.is_empty() {
            start.push(b'/');
        }
        let at = files.partition_point(|(name, _)| name.as_slice() < start.as_slice());
        files.get(at).is_some_and(|(name, _)| name.starts_with(&start))
    }
}

/// Whether an entry stands for what is not here: left out of a sparse checkout, or a submodule.
fn is_elsewhere(entry: &git2::IndexEntry) -> bool {
    const SKIP_WORKTREE: u16 = 0x4000;
    entry.mode == 0o160_000 || entry.flags_extended & SKIP_WORKTREE != 0
}
