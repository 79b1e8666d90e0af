//! A revision of a git repository as a store.

use super::{Error, Store, Unseen, join, stays_inside};
use crate::git::{self, Repository, Revision, RevisionTree};
use crate::overlay::File;
use crate::raw::{Content, TreeLimits};
use crate::tree::Tree;
use beian_core::words::Words;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A revision.
#[derive(Debug, Clone)]
pub struct Committed {
    git: Arc<Repository>,
    revision: Revision,
    /// The folder of the settings, from the root of the repository on; empty for the root.
    folder: String,
}

/// The most that one template may hold.
const LARGEST: u64 = 1 << 20;

impl Committed {
    /// A revision, whose settings stand in a folder, from the root of the repository on.
    #[must_use]
    pub fn new(git: Arc<Repository>, revision: Revision, folder: &str) -> Self {
        Self { git, revision, folder: join(folder, "") }
    }

    /// The records below a folder, as a tree that others can be compared with; none if there is
    /// no such folder.
    ///
    /// # Errors
    /// If the folder leads out of the repository, or an object is missing or broken.
    pub fn records(&self, records: &str) -> Result<Option<RevisionTree<'_>>, Error> {
        let path = self.path(records)?;
        match RevisionTree::open(&self.git, &self.revision, &path, TreeLimits::default()) {
            Ok(tree) => Ok(Some(tree)),
            Err(git::Error::NoRecordsFolder { .. }) => Ok(None),
            Err(error) => Err(Error::Git(error)),
        }
    }

    /// A path of the store as the trees of the repository know it.
    fn path(&self, path: &str) -> Result<String, Error> {
        if stays_inside(path) {
            Ok(join(&self.folder, path))
        } else {
            Err(Error::Outside { path: path.to_owned(), link: false })
        }
    }

    /// A path of the trees as it is called in the store.
    fn inside<'p>(&self, path: &'p str) -> &'p str {
        path.strip_prefix(&self.folder).unwrap_or(path).trim_start_matches('/')
    }
}

impl Store for Committed {
    fn revision(&self) -> Option<&Revision> {
        Some(&self.revision)
    }

    fn tree(&self, records: &str) -> Result<Option<Box<dyn Tree + '_>>, Error> {
        Ok(self.records(records)?.map(|tree| Box::new(tree) as Box<dyn Tree>))
    }

    fn file(&self, path: &str, most: u64) -> Result<Option<Content>, Error> {
        let limits = TreeLimits { file_bytes: most, ..TreeLimits::default() };
        Ok(self.git.file(&self.revision, &self.path(path)?, &limits)?)
    }

    fn files(&self, name: &str) -> Result<Vec<File>, Words> {
        let files = self.git.files_beside(&self.revision, &self.folder, name)?;
        Ok(files.into_iter().map(|(path, bytes)| (self.inside(&path).to_owned(), bytes)).collect())
    }

    fn below(&self, folder: &str, ending: &str) -> Result<Vec<File>, Error> {
        let mut files = Vec::new();
        for path in self.ids(folder)?.into_keys() {
            let Some(name) = path.strip_prefix(folder.trim_matches('/')) else { continue };
            let name = name.trim_start_matches('/').to_owned();
            if !name.ends_with(ending) {
                continue;
            }
            match self.file(&path, LARGEST)? {
                Some(Content::Bytes(bytes)) => files.push((name, bytes)),
                Some(_) => return Err(Error::NoFile { path }),
                None => {}
            }
        }
        Ok(files)
    }

    fn ids(&self, path: &str) -> Result<BTreeMap<String, String>, Error> {
        let ids = self.git.ids(&self.revision, &self.path(path)?)?;
        Ok(ids.into_iter().map(|(path, id)| (self.inside(&path).to_owned(), id)).collect())
    }

    fn unseen(&self, _records: &str) -> Result<Vec<Unseen>, Error> {
        Ok(Vec::new())
    }
}
