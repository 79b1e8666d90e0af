//! A working directory as a store.

use super::files::{self, Entry, Files};
use super::{Error, Store, Why, join, stays_inside};
use crate::beside;
use crate::disk::Disk;
use crate::git::{self, Checkout, Node, Revision, id_on_disk};
use crate::overlay::File;
use crate::raw::{Content, TreeLimits};
use crate::road::Named;
use crate::system::{is_absent, real, why};
use crate::tree::Tree;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// A working directory.
#[derive(Debug, Clone)]
pub struct Working {
    /// The folder of the settings, without links in its path.
    folder: PathBuf,
    checkout: OnceLock<Option<Arc<Checkout>>>,
}

impl Working {
    /// The working directory in which settings stand, or would stand.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        // A folder that is not there holds nothing, which is seen when it is asked for.
        let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
        Self { folder, checkout: OnceLock::new() }
    }

    /// The folder of the settings.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where a folder of records is in the file system; it need not be there.
    ///
    /// # Errors
    /// If it leads out of the working directory, or over a link, which a revision does not follow
    /// either.
    pub fn records(&self, inside: &str) -> Result<PathBuf, Error> {
        let outside = |link| Error::Outside { path: inside.to_owned(), link };
        if !stays_inside(inside) {
            return Err(outside(false));
        }
        let folder = join("", inside);
        let records = self.folder.join(&folder);
        let real = real(&records).map_err(|error| Error::Reading { path: inside.to_owned(), error })?;
        if !real.starts_with(&self.folder) {
            return Err(outside(true));
        }
        if real != records {
            return Err(Error::Git(git::Error::NoFolder { folder, submodule: false }));
        }
        Ok(records)
    }

    /// What git was told not to write here.
    fn checkout(&self) -> Result<Option<&Checkout>, Error> {
        if self.checkout.get().is_none() {
            let checkout = Checkout::of(&self.folder)?.map(Arc::new);
            return Ok(self.checkout.get_or_init(|| checkout).as_deref());
        }
        Ok(self.checkout.get().and_then(Option::as_deref))
    }

    /// What git holds under a path under which nothing was written.
    fn left_out(&self, path: &str) -> Result<Option<(&Checkout, Node)>, Error> {
        let checkout = self.checkout()?;
        Ok(checkout.and_then(|checkout| Some((checkout, checkout.file(Path::new(path))?))))
    }

    fn read(&self, path: &str, most: u64) -> io::Result<Content> {
        let file = self.folder.join(path);
        let metadata = fs::symlink_metadata(&file)?;
        if metadata.is_symlink() {
            // It may come from someone else, and lead to any file of this machine.
            return Ok(Content::Unseen(Why::Link));
        }
        if !metadata.is_file() {
            return Ok(Content::Unseen(Why::Special));
        }
        if most < metadata.len() {
            return Ok(Content::Unseen(Why::TooLarge(metadata.len())));
        }
        beside::bounded(&file, most).map(Content::of)
    }
}

impl Store for Working {
    fn revision(&self) -> Option<&Revision> {
        None
    }

    fn tree(&self, records: &str) -> Result<Option<Box<dyn Tree + '_>>, Error> {
        match Disk::open(&self.records(records)?, TreeLimits::default()) {
            Ok(disk) => Ok(Some(Box::new(disk))),
            Err(Error::Reading { error, .. }) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(Error::Reading { error, .. }) => Err(Error::Reading { path: records.to_owned(), error }),
            Err(error) => Err(error),
        }
    }

    fn file(&self, path: &str, most: u64) -> Result<Option<Content>, Error> {
        files::file(self, path, most)
    }

    fn overlays(&self, name: &str) -> Result<Vec<File>, Error> {
        files::overlays(self, name)
    }

    fn below(&self, folder: &str, ending: &str) -> Result<Option<Vec<File>>, Error> {
        files::below(self, folder, ending)
    }

    fn ids(&self, name: &str) -> Result<BTreeMap<String, String>, Error> {
        files::ids(self, name)
    }

    fn ids_below(&self, folder: &str) -> Result<BTreeMap<String, String>, Error> {
        files::ids_below(self, folder)
    }
}

impl Files for Working {
    fn named(&self, path: &str) -> Result<Option<Named>, Error> {
        let at = self.folder.join(path);
        match fs::symlink_metadata(&at) {
            Ok(metadata) if metadata.is_symlink() => Ok(Some(Named::Link)),
            Ok(metadata) if !metadata.is_dir() => Ok(Some(Named::File)),
            Ok(_) if at.join(".git").symlink_metadata().is_ok() => Ok(Some(Named::Submodule)),
            Ok(_) => Ok(Some(Named::Folder)),
            Err(error) if is_absent(&error) => Ok(match self.left_out(path)? {
                Some((_, node)) => Some(node.named()),
                None => self.checkout()?.and_then(|git| git.is_folder(Path::new(path)).then_some(Named::Folder)),
            }),
            Err(error) => Err(refused(path, &error)),
        }
    }

    fn inside(&self, folder: &str) -> Result<Vec<Entry>, Error> {
        let mut entries = Vec::new();
        match fs::read_dir(self.folder.join(folder)) {
            Ok(found) => {
                for entry in found {
                    let entry = entry.map_err(|error| refused(folder, &error))?;
                    let name = entry.file_name();
                    let (text, is_text) = (name.to_string_lossy().into_owned(), name.to_str().is_some());
                    let named = match entry.file_type() {
                        Ok(kind) if kind.is_symlink() => Named::Link,
                        Ok(kind) if !kind.is_dir() => Named::File,
                        _ => self.named(&join(folder, &text))?.unwrap_or(Named::Folder),
                    };
                    entries.push(Entry { name: text, is_text, named });
                }
            }
            Err(error) if is_absent(&error) => {}
            Err(error) => return Err(refused(folder, &error)),
        }
        let left_out = self.checkout()?.map(|git| git.below(Path::new(folder))).unwrap_or_default();
        for (name, named) in left_out {
            if !entries.iter().any(|entry| entry.name == name) {
                entries.push(Entry { name, is_text: true, named });
            }
        }
        Ok(entries)
    }

    fn content(&self, path: &str, most: u64) -> Result<Content, Error> {
        match self.read(path, most) {
            Ok(content) => Ok(content),
            Err(error) if is_absent(&error) => {
                let Some((checkout, node)) = self.left_out(path)? else {
                    return Err(Error::Missing { path: path.to_owned() });
                };
                let limits = TreeLimits { file_bytes: most, ..TreeLimits::default() };
                Ok(checkout.content(&self.folder.join(path), node, &limits)?)
            }
            Err(error) => Err(refused(path, &error)),
        }
    }

    fn id(&self, path: &str) -> Result<String, Error> {
        match id_on_disk(&self.folder.join(path)) {
            Ok(id) => Ok(id),
            Err(error) if is_absent(&error) => {
                Ok(self.left_out(path)?.map(|(_, node)| node.shown()).unwrap_or_default())
            }
            Err(error) => Err(refused(path, &error)),
        }
    }
}

fn refused(path: &str, error: &io::Error) -> Error {
    Error::Unseen { path: path.to_owned(), why: Why::Refused(why(error)) }
}
