//! Which files of a working directory need no reading, by what git's index remembers of them.
//!
//! The index holds for each file its id and its times, length and number of that moment. A
//! file of which all that is still so was not written since, as git itself concludes.

use super::super::{Repository, RevisionTree};
use super::mark::{Marked, hashed};
use crate::disk::Disk;
use crate::git::Error;
use crate::git::evidence;
use crate::git::objects::{Kind, Node};
use crate::raw::{Content, TreeLimits};
use crate::road::{Entry, Listing, Road, Stop};
use git2::Oid;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// A working directory with what the index remembers of it.
pub(super) struct Working<'d> {
    base: &'d RevisionTree<'d>,
    disk: &'d Disk,
    remembered: Remembered,
}

impl<'d> Working<'d> {
    /// Without an index that can be read, every file is read instead.
    pub(super) fn of(base: &'d RevisionTree<'d>, disk: &'d Disk) -> Self {
        Self { base, disk, remembered: Remembered::of(base.repository()).unwrap_or_default() }
    }

    /// Whether a folder, in which nobody reads records, holds what it holds on the older side.
    /// One that cannot be listed, or is too deep, may hold anything.
    fn is_same_folder(&self, at: &PathBuf, base: Node, depth: usize) -> Result<bool, Error> {
        let (old, new) = (self.base.list(&base).map_err(Stop::unseen), self.list(at).map_err(Stop::unseen));
        let (old, new) = match (old, new) {
            (Ok(old), Ok(new)) => (old, new),
            (Err(stop), _) | (_, Err(stop)) => return stop.map(|_| false),
        };
        let are_called_alike = |old: &[Entry<Node>], new: &[Entry<PathBuf>]| {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| old.name == new.name)
        };
        let is_too_deep = self.limits().depth < depth;
        if is_too_deep || !are_called_alike(&old.files, &new.files) || !are_called_alike(&old.folders, &new.folders) {
            return Ok(false);
        }
        for (old, new) in old.files.iter().zip(&new.files) {
            if self.mark(&new.at, Some(old.at))? != old.at {
                return Ok(false);
            }
        }
        for (old, new) in old.folders.iter().zip(&new.folders) {
            if !self.is_same_folder(&new.at, old.at, depth + 1)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

impl Road for Working<'_> {
    type At = PathBuf;

    fn limits(&self) -> &TreeLimits {
        self.disk.limits()
    }

    fn find(&self, folder: &str) -> Result<Option<PathBuf>, Stop> {
        self.disk.find(folder)
    }

    fn list(&self, at: &PathBuf) -> Result<Listing<PathBuf>, Stop> {
        self.disk.list(at)
    }

    fn list_papers(&self, at: &PathBuf) -> Result<Listing<PathBuf>, Stop> {
        self.disk.list_papers(at)
    }

    fn content(&self, at: &PathBuf, path: &str) -> Result<Content, Error> {
        self.disk.content(at, path)
    }

    fn leads_to_file(&self, at: &PathBuf, path: &str) -> Result<bool, Error> {
        self.disk.leads_to_file(at, path)
    }
}

impl Marked for Working<'_> {
    const PRUNES: bool = false;
    const STORED: bool = false;

    fn folder_id(&self, _at: &PathBuf) -> Option<Oid> {
        None
    }

    fn paper(&self, folder: &str, name: &str, _node: Node) -> PathBuf {
        self.disk.at(folder, name)
    }

    fn mark(&self, at: &PathBuf, base: Option<Node>) -> Result<Node, Error> {
        if let Some(id) = self.remembered.id(at) {
            return Ok(Node { id, kind: Kind::File });
        }
        match base.filter(|base| base.kind == Kind::Folder) {
            Some(base) if self.is_same_folder(at, base, 0)? => Ok(base),
            _ => hashed(self.disk, at, base),
        }
    }

    fn mark_evidence(&self, at: &PathBuf, base: Option<Node>) -> Result<Node, Error> {
        let node = self.mark(at, base)?;
        // What could not be read has no id, and nothing else is a regular file.
        let differs = |base: &Node| base.id != node.id && (base.kind, node.kind) == (Kind::File, Kind::File);
        let Some(base) = base.filter(|base| differs(base) && !node.id.is_zero()) else { return Ok(node) };
        let failed = |error: std::io::Error| Error::other(format!("reading {}", at.display()), &error);
        let length = fs::symlink_metadata(at).map_err(failed)?.len();
        let is_same = self
            .base
            .repository()
            .with(|git| evidence::stands_for(git, base, length, || crate::evidence::file(at).map_err(failed)));
        // A blob that was not fetched differs all the same; looking at it says that it is not here.
        Ok(if is_same.unwrap_or(false) { base } else { node })
    }
}

/// What the index holds of one regular file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seen {
    modified: (i64, i64),
    changed: (i64, i64),
    length: u64,
    /// The number of the file, of which the index keeps the low half.
    number: u32,
}

impl Seen {
    /// Whether a file is now what it was then. Some programs write no fractions of seconds
    /// into the index, which then say nothing.
    fn is_still(&self, now: Self) -> bool {
        let same = |then: (i64, i64), now: (i64, i64)| then.0 == now.0 && (then.1 == 0 || then.1 == now.1);
        same(self.modified, now.modified)
            && same(self.changed, now.changed)
            && (self.length, self.number) == (now.length, now.number)
    }
}

/// The files of the index, sorted by path.
#[derive(Debug, Default)]
struct Remembered {
    /// The working tree, without links in its path.
    root: PathBuf,
    files: Vec<(Vec<u8>, Seen, Oid)>,
}

impl Remembered {
    fn of(repository: &Repository) -> Option<Self> {
        let root = fs::canonicalize(repository.work_dir()?).ok()?;
        let written = repository.with(|git| {
            // The time is asked before the index is read: a newer one only makes fewer files known.
            let index = git.path().join("index").metadata().ok().filter(fs::Metadata::is_file);
            let Some(time) = index.and_then(|metadata| metadata.modified().ok()) else { return Ok(None) };
            Ok(git.index().ok().map(|index| (time, index)))
        });
        let (time, index) = written.ok()??;
        let time = seconds(time)?;
        // What was written in the second of the index may have been written after it.
        let settled = |entry: &git2::IndexEntry| i64::from(entry.mtime.seconds().max(entry.ctime.seconds())) < time;
        let mut files: Vec<_> = index
            .iter()
            .filter(is_regular)
            .filter(settled)
            .map(|entry| {
                let seen = Seen {
                    modified: (entry.mtime.seconds().into(), entry.mtime.nanoseconds().into()),
                    changed: (entry.ctime.seconds().into(), entry.ctime.nanoseconds().into()),
                    length: entry.file_size.into(),
                    number: entry.ino,
                };
                (entry.path, seen, entry.id)
            })
            .collect();
        files.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Some(Self { root, files })
    }

    /// The id of a file that was not written since the index saw it.
    fn id(&self, at: &Path) -> Option<Oid> {
        let path = at.strip_prefix(&self.root).ok()?;
        let found = self.files.binary_search_by(|(name, ..)| name.as_slice().cmp(path.as_os_str().as_encoded_bytes()));
        let (_, then, id) = self.files.get(found.ok()?)?;
        let metadata = fs::symlink_metadata(at).ok()?;
        (metadata.is_file() && then.is_still(seen(&metadata)?)).then_some(*id)
    }
}

/// A regular file on which nobody laid a special rule: no conflict, no file that git was told
/// not to look at or that is only announced.
fn is_regular(entry: &git2::IndexEntry) -> bool {
    const STAGE: u16 = 0x3000;
    const ASSUME_VALID: u16 = 0x8000;
    const SKIP_WORKTREE_AND_ANNOUNCED: u16 = 0x6000;
    entry.mode & 0o170_000 == 0o100_000
        && entry.flags & (STAGE | ASSUME_VALID) == 0
        && entry.flags_extended & SKIP_WORKTREE_AND_ANNOUNCED == 0
}

fn seconds(time: SystemTime) -> Option<i64> {
    i64::try_from(time.duration_since(UNIX_EPOCH).ok()?.as_secs()).ok()
}

#[cfg(unix)]
fn seen(metadata: &Metadata) -> Option<Seen> {
    use std::os::unix::fs::MetadataExt as _;
    Some(Seen {
        modified: (metadata.mtime(), metadata.mtime_nsec()),
        changed: (metadata.ctime(), metadata.ctime_nsec()),
        length: metadata.size(),
        // The low half is what the index keeps.
        number: u32::try_from(metadata.ino() & u64::from(u32::MAX)).ok()?,
    })
}

/// Elsewhere files have no number that git would keep, so that all are read.
#[cfg(not(unix))]
fn seen(_metadata: &Metadata) -> Option<Seen> {
    None
}
