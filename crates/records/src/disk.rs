//! A working directory: walked and read in parallel, one subject at a time.

use crate::evidence::Folder;
use crate::git::{self, ChangedSubject, Compared, RevisionTree};
use crate::raw::{Content, RawSubject, TreeLimits};
use crate::tree::{self, Listing, Road, Tree};
use beian_core::evidence::Seen;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use crate::tree::{is_subject_folder, is_yaml};

/// A records folder in the file system.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
    /// The folder without any links in its path, against which links are held.
    real: PathBuf,
    limits: TreeLimits,
    evidence: Arc<Folder>,
}

impl Disk {
    /// Opens a records folder.
    ///
    /// # Errors
    /// If there is no such folder.
    pub fn open(root: &Path, limits: TreeLimits) -> io::Result<Self> {
        let real = fs::canonicalize(root)?;
        if !real.is_dir() {
            return Err(io::Error::from(io::ErrorKind::NotADirectory));
        }
        let evidence = Arc::new(Folder::new(real.clone()));
        Ok(Self { root: root.to_path_buf(), real, limits, evidence })
    }

    /// Calls a function on every subject, in parallel, and answers the results in no order.
    /// A subject is read when its turn comes and dropped when the function is done.
    pub fn each_subject<T: Send>(&self, judge: &(impl Fn(RawSubject) -> T + Sync)) -> Vec<T> {
        tree::each_subject(self, judge)
    }

    /// Reads one subject's folder; `folder` is its path from the records folder on.
    #[must_use]
    pub fn read_subject(&self, folder: &str) -> RawSubject {
        tree::read_subject(self, folder)
    }

    fn try_content(&self, path: &Path) -> io::Result<Content> {
        // Asked first, and of the link itself: opening a pipe would wait for ever.
        let mut metadata = fs::symlink_metadata(path)?;
        if metadata.is_symlink() {
            match fs::canonicalize(path) {
                Ok(target) if target.starts_with(&self.real) => metadata = fs::metadata(path)?,
                _ => return Ok(Content::Link),
            }
            if metadata.is_dir() {
                return Ok(Content::Link);
            }
        }
        if !metadata.is_file() {
            return Ok(Content::Special);
        }
        if self.limits.file_bytes < metadata.len() {
            return Ok(Content::TooLarge(metadata.len()));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0) + 1);
        // The file may grow while it is read; one byte too many tells.
        File::open(path)?.take(self.limits.file_bytes + 1).read_to_end(&mut bytes)?;
        let length = bytes.len() as u64;
        Ok(if self.limits.file_bytes < length { Content::TooLarge(length) } else { Content::Bytes(bytes) })
    }
}

impl Tree for Disk {
    fn visit(&self, visitor: &(dyn Fn(RawSubject) + Sync)) -> Result<(), git::Error> {
        tree::each_subject(self, &|raw| visitor(raw));
        Ok(())
    }

    fn read_subject(&self, folder: &str) -> Result<RawSubject, git::Error> {
        Ok(tree::read_subject(self, folder))
    }

    fn changed_since(&self, base: &RevisionTree<'_>, compared: Compared) -> Result<Vec<ChangedSubject>, git::Error> {
        git::changed_in_working_tree(base, self, compared)
    }

    fn evidence(&self, folder: &str, inside: &str) -> Seen {
        self.evidence.seen(folder, inside)
    }
}

impl Road for Disk {
    type At = PathBuf;
    type Error = io::Error;

    fn limits(&self) -> &TreeLimits {
        &self.limits
    }

    fn find(&self, folder: &str) -> io::Result<Option<PathBuf>> {
        let path = if folder.is_empty() { self.root.clone() } else { self.root.join(folder) };
        Ok(path.is_dir().then_some(path))
    }

    fn list(&self, at: &PathBuf) -> io::Result<Listing<PathBuf>> {
        let mut listing = Listing::default();
        for entry in fs::read_dir(at)?.flatten() {
            let name = entry.file_name();
            let text = name.to_string_lossy();
            if text.starts_with('.') {
                continue;
            }
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            listing.add(text.into_owned(), name.to_str().is_some(), is_folder, entry.path());
            // A folder of groups may hold any number of folders; files have an end.
            if self.limits.files < listing.files.len() {
                break;
            }
        }
        listing.sort();
        Ok(listing)
    }

    fn content(&self, at: &PathBuf, _path: &str) -> Content {
        self.try_content(at).unwrap_or_else(|error| Content::Refused(error.to_string()))
    }
}
