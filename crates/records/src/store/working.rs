//! A working directory as a store.

use super::{Error, Store, Unseen, Why, stays_inside};
use crate::beside;
use crate::disk::Disk;
use crate::git::{Revision, ids_on_disk};
use crate::overlay::File;
use crate::raw::{Content, TreeLimits};
use crate::tree::Tree;
use beian_core::words;
use beian_core::words::Words;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A working directory.
#[derive(Debug, Clone)]
pub struct Working {
    /// The folder of the settings, without links in its path.
    folder: PathBuf,
}

impl Working {
    /// The working directory in which settings stand, or would stand.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        // A folder that is not there holds nothing, which is seen when it is asked for.
        Self { folder: fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf()) }
    }

    /// The folder of the settings.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where a folder of records is in the file system; it need not be there.
    ///
    /// # Errors
    /// If it leads out of the working directory.
    pub fn records(&self, inside: &str) -> Result<PathBuf, Error> {
        let outside = |link| Error::Outside { path: inside.to_owned(), link };
        if !stays_inside(inside) {
            return Err(outside(false));
        }
        let records = self.folder.join(inside);
        match fs::canonicalize(&records) {
            Ok(real) if !real.starts_with(&self.folder) => Err(outside(true)),
            Ok(real) => Ok(real),
            Err(_) => Ok(records),
        }
    }

    fn content(&self, path: &str, most: u64) -> io::Result<Content> {
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
        if !stays_inside(path) {
            return Err(Error::Outside { path: path.to_owned(), link: false });
        }
        match self.content(path, most) {
            Ok(content) => Ok(Some(content)),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(Error::Reading { path: path.to_owned(), error }),
        }
    }

    fn files(&self, name: &str) -> Result<Vec<File>, Words> {
        beside::files(&self.folder, name)
    }

    fn below(&self, folder: &str, ending: &str) -> Result<Vec<File>, Error> {
        if !stays_inside(folder) {
            return Err(Error::Outside { path: folder.to_owned(), link: false });
        }
        let path = self.folder.join(folder);
        match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_dir() => beside::below(&path, ending).map_err(Error::Told),
            Ok(metadata) if metadata.is_symlink() => Err(Error::Told(words!(
                "{folder} 是符号链接，不读取其中的文件",
                "{folder} is a symbolic link; the files in it are not read"
            ))),
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Error::Reading { path: folder.to_owned(), error })
            }
            _ => Ok(Vec::new()),
        }
    }

    fn ids(&self, path: &str) -> Result<BTreeMap<String, String>, Error> {
        Ok(ids_on_disk(&self.folder, path))
    }

    fn unseen(&self, _records: &str) -> Result<Vec<Unseen>, Error> {
        Ok(Vec::new())
    }
}
