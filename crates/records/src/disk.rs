//! A working directory: walked and read in parallel, one subject at a time.

use crate::evidence::Folder;
use crate::git::{self, ChangedSubject, Checkout, Compared, RevisionTree};
use crate::raw::{Content, RawSubject, TreeLimits};
use crate::road::{self, Listing, Named, Road, Stop};
use crate::store::Error;
use crate::system::{is_absent, real, why};
use crate::tree::Tree;
use crate::unseen::Why;
use beian_core::evidence::{FOLDER, Seen};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
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
    /// What git was told not to write here, and reads itself.
    checkout: Option<Arc<Checkout>>,
}

impl Disk {
    /// Opens a records folder. Where a sparse checkout leaves out files of it, they are read
    /// from git, as if they stood here.
    ///
    /// # Errors
    /// If there is no such folder, or it cannot be told what was left out of it.
    pub fn open(root: &Path, limits: TreeLimits) -> Result<Self, Error> {
        let reading = |error| Error::Reading { path: root.to_string_lossy().into_owned(), error };
        let real = real(root).map_err(reading)?;
        let checkout = Checkout::of(&real)?.map(Arc::new);
        match fs::metadata(&real) {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => return Err(reading(ErrorKind::NotADirectory.into())),
            // All of it was left out.
            Err(error) if is_absent(&error) && checkout.is_some() => {}
            Err(error) => return Err(reading(error)),
        }
        let evidence = Arc::new(Folder::new(real.clone()));
        Ok(Self { root: root.to_path_buf(), real, limits, evidence, checkout })
    }

    /// What git holds of a path in whose place nothing was written.
    pub(crate) fn left_out(&self, at: &Path) -> Option<git::Node> {
        let checkout = self.checkout.as_ref()?;
        let node = checkout.file(at.strip_prefix(&self.root).ok()?)?;
        let is_left_out = node.is_submodule() || fs::symlink_metadata(at).is_err_and(|error| is_absent(&error));
        is_left_out.then_some(node)
    }

    fn try_content(&self, path: &Path) -> io::Result<Content> {
        // Asked first, and of the link itself: opening a pipe would wait for ever.
        let mut metadata = fs::symlink_metadata(path)?;
        if metadata.is_symlink() {
            match fs::canonicalize(path) {
                Ok(target) if target.starts_with(&self.real) => metadata = fs::metadata(path)?,
                _ => return Ok(Content::Unseen(Why::Link)),
            }
            if metadata.is_dir() {
                return Ok(Content::Unseen(Why::Link));
            }
        }
        if !metadata.is_file() {
            return Ok(Content::Unseen(Why::Special));
        }
        if self.limits.file_bytes < metadata.len() {
            return Ok(Content::Unseen(Why::TooLarge(metadata.len())));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0) + 1);
        // The file may grow while it is read; one byte too many tells.
        File::open(path)?.take(self.limits.file_bytes + 1).read_to_end(&mut bytes)?;
        let length = bytes.len() as u64;
        if self.limits.file_bytes < length {
            return Ok(Content::Unseen(Why::TooLarge(length)));
        }
        Ok(Content::of(bytes))
    }

    fn listed(&self, at: &Path, most: usize) -> Result<Listing<PathBuf>, Stop> {
        let mut listing = Listing::default();
        self.names(at, &mut listing, most)?;
        self.complete(at, &mut listing);
        listing.sort();
        Ok(listing)
    }

    /// Where a file of a subject stands.
    pub(crate) fn at(&self, folder: &str, name: &str) -> PathBuf {
        self.root.join(folder).join(name)
    }

    /// Adds to a folder what git was told not to write into it.
    fn complete(&self, at: &Path, listing: &mut Listing<PathBuf>) {
        let Some((checkout, inside)) = self.checkout.as_ref().zip(at.strip_prefix(&self.root).ok()) else { return };
        for (name, named) in checkout.below(inside) {
            let there = |entry: &road::Entry<PathBuf>| entry.name == name;
            if named == Named::Submodule {
                listing.folders.retain(|entry| !there(entry));
            } else if listing.files.iter().any(there) || listing.folders.iter().any(there) {
                continue;
            }
            let path = at.join(&name);
            listing.add(name, true, named, path);
        }
    }

    fn names(&self, at: &Path, listing: &mut Listing<PathBuf>, most: usize) -> Result<(), Stop> {
        let entries = match fs::read_dir(at) {
            Ok(entries) => entries,
            Err(error) if is_absent(&error) && self.checkout.is_some() => return Ok(()),
            Err(error) => return Err(refused(&error)),
        };
        for entry in entries {
            let entry = entry.map_err(|error| refused(&error))?;
            let name = entry.file_name();
            let text = name.to_string_lossy();
            if text == ".git" && at != self.root {
                return Err(Stop::Unseen(Why::Submodule));
            }
            if text.starts_with('.') {
                continue;
            }
            let named = match entry.file_type() {
                Ok(kind) if kind.is_dir() => Named::Folder,
                Ok(kind) if kind.is_symlink() => Named::Link,
                _ => Named::File,
            };
            listing.add(text.into_owned(), name.to_str().is_some(), named, entry.path());
            // A folder of groups may hold any number of folders; files have an end.
            if most < listing.files.len() {
                return Err(Stop::Unseen(Why::TooMany));
            }
        }
        Ok(())
    }
}

fn refused(error: &io::Error) -> Stop {
    Stop::Unseen(unread(error))
}

fn unread(error: &io::Error) -> Why {
    Why::Refused(why(error))
}

impl Tree for Disk {
    fn visit(&self, visitor: &(dyn Fn(RawSubject) + Sync)) -> Result<(), git::Error> {
        road::each_subject(self, &|raw| visitor(raw)).map(drop)
    }

    fn read_subject(&self, folder: &str) -> Result<RawSubject, git::Error> {
        road::read_subject(self, folder)
    }

    fn changed_since(&self, base: &RevisionTree<'_>, compared: Compared) -> Result<Vec<ChangedSubject>, git::Error> {
        git::changed_in_working_tree(base, self, compared)
    }

    fn evidence(&self, folder: &str, inside: &str) -> Seen {
        let path = self.root.join(folder).join(FOLDER).join(inside);
        match self.checkout.as_ref().zip(self.left_out(&path)) {
            Some((checkout, node)) => checkout.evidence(node),
            None => self.evidence.seen(folder, inside),
        }
    }
}

impl Road for Disk {
    type At = PathBuf;

    fn limits(&self) -> &TreeLimits {
        &self.limits
    }

    fn find(&self, folder: &str) -> Result<Option<PathBuf>, Stop> {
        let mut path = self.root.clone();
        for part in folder.split('/').filter(|part| !part.is_empty()) {
            path.push(part);
            // What a link leads to stands elsewhere, and is read there.
            if fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_symlink()) {
                return Err(Stop::Unseen(Why::Link));
            }
        }
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => Ok(Some(path)),
            Ok(_) => Ok(None),
            Err(error) if is_absent(&error) => {
                let below = self.checkout.as_ref().is_some_and(|checkout| checkout.is_folder(Path::new(folder)));
                Ok(below.then_some(path))
            }
            Err(error) => Err(refused(&error)),
        }
    }

    fn list(&self, at: &PathBuf) -> Result<Listing<PathBuf>, Stop> {
        self.listed(at, self.limits.files)
    }

    fn list_papers(&self, at: &PathBuf) -> Result<Listing<PathBuf>, Stop> {
        self.listed(at, road::PAPERS)
    }

    fn content(&self, at: &PathBuf, _path: &str) -> Result<Content, git::Error> {
        if let Some((checkout, node)) = self.checkout.as_ref().zip(self.left_out(at)) {
            return checkout.content(at, node, &self.limits);
        }
        Ok(self.try_content(at).unwrap_or_else(|error| Content::Unseen(unread(&error))))
    }

    fn leads_to_file(&self, at: &PathBuf, _path: &str) -> Result<bool, git::Error> {
        Ok(fs::metadata(at).is_ok_and(|metadata| metadata.is_file()))
    }
}
