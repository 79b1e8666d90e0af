//! What git was told not to write into a working directory: the files that a sparse checkout
//! leaves out, and the places of submodules.

use super::objects::{self, Kind, Node};
use super::{Error, Repository, evidence};
use crate::raw::{Content, TreeLimits};
use crate::road::Named;
use crate::unseen::Why;
use beian_core::evidence::Seen;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization as _;

/// What of a folder git did not write, by paths from the folder on.
#[derive(Debug)]
pub(crate) struct Checkout {
    repository: Repository,
    files: BTreeMap<PathBuf, Node>,
    /// The path of the folder in the repository.
    folder: PathBuf,
}

impl Checkout {
    /// What git did not write of a folder, whose path is without links; nothing, which is found
    /// without opening the repository, if it was not told so.
    ///
    /// # Errors
    /// If git was told so and does not say of which files, or the folder lies in a submodule that
    /// was not checked out.
    pub(crate) fn of(folder: &Path) -> Result<Option<Self>, Error> {
        let Some(place) = Place::of(folder).filter(Place::may_leave_out) else { return Ok(None) };
        match Repository::discover(&place.work_dir).and_then(|repository| Self::read(repository, folder, &place)) {
            Ok(checkout) => Ok((!checkout.files.is_empty()).then_some(checkout)),
            Err(error @ (Error::Twins { .. } | Error::NoFolder { .. })) => Err(error),
            Err(error) if place.is_sparse() => {
                Err(Error::Sparse { why: error.to_string(), is_split: place.is_split() })
            }
            Err(_) => Ok(None),
        }
    }

    fn read(repository: Repository, folder: &Path, place: &Place) -> Result<Self, Error> {
        const SKIP_WORKTREE: u16 = 0x4000;
        const STAGE: u16 = 0x3000;
        let root = repository.work_dir().and_then(|root| fs::canonicalize(root).ok());
        let inside = root.as_ref().and_then(|root| folder.strip_prefix(root).ok());
        let Some(inside) = inside.map(Path::to_path_buf) else {
            return Ok(Self { repository, files: BTreeMap::new(), folder: PathBuf::new() });
        };
        let files = repository.with(|git| {
            let index = git.index().map_err(|error| Error::other("reading the index", &error.message()))?;
            let mut files = BTreeMap::new();
            let folds = place.folds();
            if folds != Folds::NOTHING {
                twins(&index, &inside, folds)?;
            }
            for entry in index.iter().filter(|entry| entry.flags & STAGE == 0) {
                let kind = match entry.mode & 0o170_000 {
                    0o160_000 => Kind::Submodule,
                    _ if entry.flags_extended & SKIP_WORKTREE == 0 => continue,
                    0o120_000 => Kind::Link,
                    _ => Kind::File,
                };
                let Ok(path) = String::from_utf8(entry.path).map(PathBuf::from) else { continue };
                if kind == Kind::Submodule && inside.starts_with(&path) {
                    let folder = path.to_string_lossy().into_owned();
                    return Err(Error::NoFolder { folder, submodule: true });
                }
                if let Ok(path) = path.strip_prefix(&inside) {
                    files.insert(path.to_path_buf(), Node { id: entry.id, kind });
                }
            }
            Ok(files)
        })?;
        Ok(Self { repository, files, folder: inside })
    }

    /// What stands for a file.
    pub(crate) fn file(&self, path: &Path) -> Option<Node> {
        self.files.get(path).copied()
    }

    /// Whether something was left out below a folder.
    pub(crate) fn is_folder(&self, path: &Path) -> bool {
        let mut after = self.files.range(path.to_path_buf()..).map(|(file, _)| file);
        after.any(|file| file != path && file.starts_with(path))
    }

    /// The names right below a folder under which something was left out.
    pub(crate) fn below(&self, path: &Path) -> BTreeMap<String, Named> {
        let from = self.files.range(path.to_path_buf()..);
        let mut names = BTreeMap::new();
        let mut seen: BTreeSet<&std::ffi::OsStr> = BTreeSet::new();
        for (file, node) in from.take_while(|(file, _)| file.starts_with(path)) {
            let Ok(inside) = file.strip_prefix(path) else { continue };
            let mut parts = inside.iter();
            let Some(name) = parts.next().filter(|name| seen.insert(name)) else { continue };
            let named = match (parts.next(), node.kind) {
                (Some(_), _) => Named::Folder,
                (None, Kind::Submodule) => Named::Submodule,
                (None, Kind::Link) => Named::Link,
                (None, _) => Named::File,
            };
            names.insert(name.to_string_lossy().into_owned(), named);
        }
        names
    }

    /// What is seen of a file of evidence that was left out.
    pub(crate) fn evidence(&self, node: Node) -> Seen {
        let seen = self.repository.with(|git| evidence::stored(git, node));
        seen.unwrap_or_else(|error| Seen::Unseen(error.words()))
    }

    /// What a file holds that was left out.
    pub(crate) fn content(&self, at: &Path, node: Node, limits: &TreeLimits) -> Result<Content, Error> {
        match node.kind {
            Kind::File => {
                let content = self.repository.with(|git| objects::blob(git, node.id, limits.file_bytes));
                content.map_err(|error| match self.files.keys().find(|file| at.ends_with(file)) {
                    Some(file) => error.of(&self.folder.join(file).to_string_lossy()),
                    None => error,
                })
            }
            Kind::Link => Ok(Content::Unseen(Why::Link)),
            Kind::Folder | Kind::Submodule => Ok(Content::Unseen(Why::Submodule)),
        }
    }
}

/// Looks for names that are one to a file system that folds them: of their files, one is there
/// at most.
fn twins(index: &git2::Index, inside: &Path, folds: Folds) -> Result<(), Error> {
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for entry in index.iter() {
        let Ok(path) = String::from_utf8(entry.path) else { continue };
        if !Path::new(&path).starts_with(inside) {
            continue;
        }
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        for name in ends.filter_map(|end| path.get(..end)) {
            let other = known.entry(folds.folded(name)).or_insert_with(|| name.to_owned());
            if other != name {
                return Err(Error::Twins { one: other.clone(), other: name.to_owned() });
            }
        }
    }
    Ok(())
}

/// What a file system makes of names, as git was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Folds {
    /// It knows no case.
    case: bool,
    /// It writes a letter with its marks in one way alone, or takes all ways for one.
    marks: bool,
}

impl Folds {
    const NOTHING: Self = Self { case: false, marks: false };

    fn folded(self, name: &str) -> String {
        let name = if self.case { name.to_lowercase() } else { name.to_owned() };
        if self.marks { name.nfc().collect() } else { name }
    }
}

/// Where a working directory and its git directory are, found without opening either.
struct Place {
    work_dir: PathBuf,
    git_dir: PathBuf,
}

impl Place {
    fn of(folder: &Path) -> Option<Self> {
        let work_dir = folder.ancestors().find(|folder| folder.join(".git").exists())?;
        let dot_git = work_dir.join(".git");
        let git_dir = match dot_git.is_dir() {
            true => dot_git,
            false if !dot_git.is_file() => return None,
            false => work_dir.join(fs::read_to_string(dot_git).ok()?.strip_prefix("gitdir:")?.trim()),
        };
        Some(Self { work_dir: work_dir.to_path_buf(), git_dir })
    }

    /// Whether anything can be left out: the second form of the index has no room for the mark
    /// of what is, and submodules are listed in a file.
    fn may_leave_out(&self) -> bool {
        self.work_dir.join(".gitmodules").symlink_metadata().is_ok()
            || form(&self.git_dir.join("index")).is_some_and(|form| form != 2)
            || self.shared_indexes().iter().any(|index| form(index) != Some(2))
            || self.folds() != Folds::NOTHING
    }

    /// Where git was told to split the index, the larger part of it.
    fn shared_indexes(&self) -> Vec<PathBuf> {
        let names = fs::read_dir(&self.git_dir).into_iter().flatten().flatten();
        let is_shared = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with("sharedindex.");
        names.filter(is_shared).map(|entry| entry.path()).collect()
    }

    /// Whether the index stands in parts, which libgit2 does not read.
    fn is_split(&self) -> bool {
        !self.shared_indexes().is_empty()
    }

    /// What git was told of the file system. It is asked each time, and only on such machines does
    /// the answer cost more than a look into a short file.
    fn folds(&self) -> Folds {
        let common = fs::read_to_string(self.git_dir.join("commondir")).ok();
        let common = common.map_or_else(|| self.git_dir.clone(), |common| self.git_dir.join(common.trim()));
        let config = common.join("config");
        let is_file = fs::metadata(&config).is_ok_and(|metadata| metadata.is_file());
        let text = if is_file { fs::read_to_string(config).unwrap_or_default() } else { String::new() };
        let lines: Vec<String> =
            text.to_lowercase().lines().map(|line| line.split_whitespace().collect::<String>()).collect();
        let is_on = |key: &str| lines.iter().any(|line| line.strip_prefix(key) == Some("=true"));
        Folds { case: is_on("ignorecase"), marks: is_on("precomposeunicode") }
    }

    /// Whether git was told to leave out something.
    fn is_sparse(&self) -> bool {
        self.is_split() || self.git_dir.join("info/sparse-checkout").exists()
    }
}

/// The form of an index; nothing if there is none.
fn form(index: &Path) -> Option<u32> {
    if !fs::metadata(index).ok()?.is_file() {
        return None;
    }
    let mut head = [0; 8];
    File::open(index).ok()?.read_exact(&mut head).ok()?;
    let [b'D', b'I', b'R', b'C', form @ ..] = head else { return None };
    Some(u32::from_be_bytes(form))
}
