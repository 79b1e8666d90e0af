//! A repository, opened as often as there are threads that read it.

use super::Error;
use super::commit::{self, Revision};
use super::loose;
use super::objects::{self, Kind, Node};
use super::recent::Recent;
use super::watch::Reading;
use crate::raw::{Content, TreeLimits};
use crate::system::real;
use crate::unseen::Why;
use git2::{Oid, RepositoryOpenFlags};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, OnceLock, PoisonError};

/// A git repository.
///
/// Handles of libgit2 must not be shared by threads, so that each job borrows one and gives
/// it back.
pub struct Repository {
    git_dir: PathBuf,
    common_dir: PathBuf,
    work_dir: Option<PathBuf>,
    /// Commits whose parents were not fetched.
    shallow: BTreeSet<Oid>,
    idle: Mutex<Vec<git2::Repository>>,
    recent: Recent,
    /// The folders in which objects stand in files of their own, once they were asked for.
    stores: OnceLock<Vec<PathBuf>>,
}

/// A handle of libgit2 with what all handles read of late.
pub(super) struct Handle<'a> {
    git: &'a git2::Repository,
    pub(super) recent: &'a Recent,
    stores: &'a OnceLock<Vec<PathBuf>>,
}

impl Handle<'_> {
    /// The folders in which objects stand in files of their own.
    pub(super) fn stores(&self) -> &[PathBuf] {
        self.stores.get_or_init(|| loose::stores(self.git))
    }
}

impl Deref for Handle<'_> {
    type Target = git2::Repository;

    fn deref(&self) -> &git2::Repository {
        self.git
    }
}

impl std::fmt::Debug for Repository {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Repository").field("git_dir", &self.git_dir).field("work_dir", &self.work_dir).finish()
    }
}

impl Repository {
    /// Opens the repository in which a path lies: a working tree, a linked one, a submodule,
    /// or a bare repository. Of a path that was left out the nearest folder above is there.
    ///
    /// # Errors
    /// If there is none, or it cannot be read: another owner, a form unknown to libgit2.
    pub fn discover(path: &Path) -> Result<Self, Error> {
        settle();
        let none: [&OsStr; 0] = [];
        let there = path.ancestors().find(|folder| folder.is_dir()).unwrap_or(path);
        let _reading = Reading::opening(there);
        let found = git2::Repository::open_ext(there, RepositoryOpenFlags::empty(), none)
            .map_err(|error| Error::opening(path, &error))?;
        if found.object_format() != git2::ObjectFormat::Sha1 {
            return Err(Error::UnsupportedExtension { extension: "sha256".to_owned() });
        }
        let repository = Self {
            git_dir: found.path().to_path_buf(),
            common_dir: found.commondir().to_path_buf(),
            work_dir: found.workdir().map(Path::to_path_buf),
            shallow: commit::shallow(found.commondir()),
            idle: Mutex::new(vec![found]),
            recent: Recent::default(),
            stores: OnceLock::new(),
        };
        Ok(repository)
    }

    /// The working tree; a bare repository has none.
    #[must_use]
    pub fn work_dir(&self) -> Option<&Path> {
        self.work_dir.as_deref()
    }

    /// The git directory that all working trees of the repository share.
    #[must_use]
    pub fn common_dir(&self) -> &Path {
        &self.common_dir
    }

    /// Whether the history is cut off.
    #[must_use]
    pub fn is_shallow(&self) -> bool {
        !self.shallow.is_empty()
    }

    pub(super) fn is_cut_off(&self, commit: Oid) -> bool {
        self.shallow.contains(&commit)
    }

    /// How a path of the file system is called in the repository's trees, with `/` between
    /// the parts; empty for the root. It need not be there. Nothing if it lies outside or is no text.
    #[must_use]
    pub fn folder_of(&self, path: &Path) -> Option<String> {
        let root = self.work_dir.as_ref()?.canonicalize().ok()?;
        let path = real(path).ok()?;
        let parts: Option<Vec<&str>> = path.strip_prefix(&root).ok()?.iter().map(OsStr::to_str).collect();
        Some(parts?.join("/"))
    }

    /// What a revision holds under a path from the root of the repository on; nothing if
    /// there is no such file.
    ///
    /// # Errors
    /// If an object is missing or broken.
    pub fn file(&self, revision: &Revision, path: &str, limits: &TreeLimits) -> Result<Option<Content>, Error> {
        let node = Node { id: revision.tree, kind: Kind::Folder };
        self.with(|git| match objects::descend(git, node, path)? {
            None | Some(Node { kind: Kind::Folder, .. }) => Ok(None),
            Some(Node { kind: Kind::Link, .. }) => Ok(Some(Content::Unseen(Why::Link))),
            Some(Node { kind: Kind::Submodule, .. }) => Ok(Some(Content::Unseen(Why::Submodule))),
            Some(Node { kind: Kind::File, id }) => objects::blob(git, id, limits.file_bytes).map(Some),
        })
        .map_err(|error| error.of(path))
    }

    /// What a blob holds.
    pub(crate) fn content(&self, id: Oid, limits: &TreeLimits) -> Result<Content, Error> {
        self.with(|git| objects::blob(git, id, limits.file_bytes))
    }

    /// Runs a job on a handle of its own.
    pub(super) fn with<T>(&self, job: impl FnOnce(&Handle<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let _reading = Reading::begin();
        let idle = self.idle().pop();
        let handle = match idle {
            Some(handle) => handle,
            None => git2::Repository::open(&self.git_dir).map_err(|error| Error::opening(&self.git_dir, &error))?,
        };
        let result =
            job(&Handle { git: &handle, recent: &self.recent, stores: &self.stores }).map_err(|error| match error {
                Error::Missing { object, path, .. } => Error::Missing { object, path, partial: is_partial(&handle) },
                other => other,
            });
        self.idle().push(handle);
        result
    }

    fn idle(&self) -> MutexGuard<'_, Vec<git2::Repository>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether objects were left out when a repository was cloned: a remote promised to send them
/// when they are asked for. Git asks; this program does not.
fn is_partial(git: &git2::Repository) -> bool {
    let promised = |config: &git2::Config| {
        let mut entries = config.entries(Some("^remote\\..*\\.promisor$")).ok()?;
        entries.next().map(|entry| entry.is_ok())
    };
    git.config().ok().and_then(|config| promised(&config)).unwrap_or(false)
}

/// Settings of libgit2 for the whole process.
///
/// Objects are not hashed again on reading: git does not do so either, and it makes looking
/// through a history ten times slower. Nor are they kept once read, since no walk here
/// reads one twice and memory must not grow with the repository. That a repository must belong to its user is checked
/// by default and stays so. libgit2 reads no program from a configuration.
fn settle() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        git2::opts::strict_hash_verification(false);
        git2::opts::enable_caching(false);
    });
}
