//! A revision of a git repository as a store.

use super::files::{self, Entry, Files};
use super::{Error, Store, join, stays_inside};
use crate::git::{self, Node, Repository, Revision, RevisionTree};
use crate::overlay::File;
use crate::raw::{Content, TreeLimits};
use crate::road::Named;
use crate::tree::Tree;
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
}

impl Store for Committed {
    fn revision(&self) -> Option<&Revision> {
        Some(&self.revision)
    }

    fn tree(&self, records: &str) -> Result<Option<Box<dyn Tree + '_>>, Error> {
        Ok(self.records(records)?.map(|tree| Box::new(tree) as Box<dyn Tree>))
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

impl Files for Committed {
    fn named(&self, path: &str) -> Result<Option<Named>, Error> {
        Ok(self.git.stands(&self.revision, &join(&self.folder, path))?.map(Node::named))
    }

    fn inside(&self, folder: &str) -> Result<Vec<Entry>, Error> {
        let names = self.git.inside(&self.revision, &join(&self.folder, folder))?;
        let entry = |(name, is_text, node): (String, bool, Node)| Entry { name, is_text, named: node.named() };
        Ok(names.into_iter().map(entry).collect())
    }

    fn content(&self, path: &str, most: u64) -> Result<Content, Error> {
        let limits = TreeLimits { file_bytes: most, ..TreeLimits::default() };
        let content = self.git.file(&self.revision, &join(&self.folder, path), &limits)?;
        content.ok_or_else(|| Error::Missing { path: path.to_owned() })
    }

    fn id(&self, path: &str) -> Result<String, Error> {
        let node = self.git.stands(&self.revision, &join(&self.folder, path))?;
        Ok(node.map(Node::shown).unwrap_or_default())
    }
}
