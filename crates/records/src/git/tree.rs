//! The records of a revision, read by the road of a working directory.

use super::commit::Revision;
use super::objects::{self, Kind, Node};
use super::{ChangedSubject, Compared, Error, Repository, changed_subjects, links};
use crate::raw::{Content, RawSubject, TreeLimits};
use crate::road::{self, Listing, Road, Stop};
use crate::tree::Tree;
use crate::unseen::Why;
use beian_core::evidence::Seen;
use git2::Oid;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The records folder of a revision.
#[derive(Debug, Clone)]
pub struct RevisionTree<'r> {
    repository: &'r Repository,
    /// The root of the whole revision, in which links are followed.
    top: Oid,
    /// The records folder.
    root: Oid,
    /// Its path from the root of the repository on.
    folder: String,
    limits: TreeLimits,
    /// How many folders were looked into.
    looked: Arc<AtomicUsize>,
}

impl<'r> RevisionTree<'r> {
    /// Opens the records folder of a revision; `folder` is its path from the root of the
    /// repository on, empty for the root itself.
    ///
    /// # Errors
    /// If the revision has no such folder, or an object is missing or broken.
    pub fn open(
        repository: &'r Repository,
        revision: &Revision,
        folder: &str,
        limits: TreeLimits,
    ) -> Result<Self, Error> {
        let folder = folder.trim_matches('/').to_owned();
        let top = Node { id: revision.tree, kind: Kind::Folder };
        match repository.with(|git| objects::descend(git, top, &folder))? {
            Some(Node { id: root, kind: Kind::Folder }) => {
                Ok(Self { repository, top: revision.tree, root, folder, limits, looked: Arc::default() })
            }
            _ => match Self::in_place(repository, top, &folder)? {
                Some(submodule) => Err(Error::NoFolder { folder, submodule }),
                None => Err(Error::NoRecordsFolder { revision: revision.id.clone(), folder }),
            },
        }
    }

    /// Whether a submodule or a link stands on the way to a folder; nothing if neither does.
    fn in_place(repository: &Repository, top: Node, folder: &str) -> Result<Option<bool>, Error> {
        let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
        for way in ends.filter_map(|end| folder.get(..end)) {
            match repository.with(|git| objects::descend(git, top, way))?.map(|node| node.kind) {
                Some(Kind::Submodule) => return Ok(Some(true)),
                Some(Kind::Link) => return Ok(Some(false)),
                _ => {}
            }
        }
        Ok(None)
    }

    /// The same, or an empty folder where the revision has none yet.
    pub(super) fn open_or_empty(
        repository: &'r Repository,
        revision: &Revision,
        folder: &str,
        limits: TreeLimits,
    ) -> Result<Self, Error> {
        match Self::open(repository, revision, folder, limits) {
            Err(Error::NoRecordsFolder { .. }) => {
                let folder = folder.trim_matches('/').to_owned();
                let (root, looked) = (objects::empty_tree(), Arc::default());
                Ok(Self { repository, top: revision.tree, root, folder, limits, looked })
            }
            opened => opened,
        }
    }

    /// This tree as it was before anything stood in it.
    pub(super) fn emptied(&self) -> Self {
        Self { root: objects::empty_tree(), ..self.clone() }
    }

    /// The id of the records folder's tree: 40 hexadecimal digits that name its content.
    #[must_use]
    pub fn id(&self) -> String {
        self.root.to_string()
    }

    pub(super) const fn repository(&self) -> &Repository {
        self.repository
    }

    pub(super) fn root(&self) -> Oid {
        self.root
    }

    /// Counts a folder that is about to be looked into.
    fn enter(&self) -> Result<(), Error> {
        let most = self.limits.folders;
        let is_one_more = self.looked.fetch_add(1, Ordering::Relaxed) < most;
        if is_one_more { Ok(()) } else { Err(Error::TooManyFolders { most }) }
    }

    /// Lists two folders without the groups that are equal in both.
    pub(super) fn list_differing(&self, one: Node, other: Node) -> Result<(Listing<Node>, Listing<Node>), Error> {
        self.enter()?;
        self.repository.with(|git| objects::list_differing(git, one.id, other.id, self.limits.files))
    }

    /// The records of another tree of this repository, by the id of their folder; nothing
    /// if it is not there. Links are followed in the revision at hand.
    pub(super) fn beside(&self, id: &str) -> Option<Self> {
        let root = Oid::from_str(id).ok()?;
        let is_there = self.repository.with(|git| objects::tree(git, root, |_| Ok(())));
        is_there.ok().map(|()| Self { root, ..self.clone() })
    }
}

impl Tree for RevisionTree<'_> {
    fn visit(&self, visitor: &(dyn Fn(RawSubject) + Sync)) -> Result<(), Error> {
        // Who goes through all again begins to count again.
        let again = Self { looked: Arc::default(), ..self.clone() };
        road::each_subject(&again, &|raw| visitor(raw)).map(drop)
    }

    fn read_subject(&self, folder: &str) -> Result<RawSubject, Error> {
        road::read_subject(self, folder)
    }

    fn changed_since(&self, base: &RevisionTree<'_>, compared: Compared) -> Result<Vec<ChangedSubject>, Error> {
        changed_subjects(base, self, compared)
    }

    fn evidence(&self, folder: &str, inside: &str) -> Seen {
        self.seen(folder, inside)
    }
}

impl Road for RevisionTree<'_> {
    type At = Node;

    fn limits(&self) -> &TreeLimits {
        &self.limits
    }

    fn find(&self, folder: &str) -> Result<Option<Node>, Stop> {
        let root = Node { id: self.root, kind: Kind::Folder };
        let found = self.repository.with(|git| objects::descend(git, root, folder))?;
        if let Some(found) = found.filter(|node| node.kind == Kind::Folder) {
            return Ok(Some(found));
        }
        // What stands in its place may hold it.
        match Self::in_place(self.repository, root, folder)? {
            Some(true) => Err(Stop::Unseen(Why::Submodule)),
            Some(false) => Err(Stop::Unseen(Why::Link)),
            None => Ok(None),
        }
    }

    fn list(&self, at: &Node) -> Result<Listing<Node>, Stop> {
        self.enter()?;
        let listing = self.repository.with(|git| objects::list(git, at.id, self.limits.files))?;
        objects::whole(listing, self.limits.files)
    }

    fn list_papers(&self, at: &Node) -> Result<Listing<Node>, Stop> {
        self.enter()?;
        let listing = self.repository.with(|git| objects::list(git, at.id, road::PAPERS))?;
        objects::whole(listing, road::PAPERS)
    }

    fn content(&self, at: &Node, path: &str) -> Result<Content, Error> {
        let whole = road::join(&self.folder, path);
        let content = self.repository.with(|git| match at.kind {
            Kind::File => objects::blob(git, at.id, self.limits.file_bytes),
            Kind::Folder | Kind::Submodule => Ok(Content::Unseen(Why::Submodule)),
            Kind::Link => match links::follow(git, self.top, &whole, &self.folder)? {
                Some(id) => objects::blob(git, id, self.limits.file_bytes),
                None => Ok(Content::Unseen(Why::Link)),
            },
        });
        content.map_err(|error| error.of(&whole))
    }

    fn leads_to_file(&self, _at: &Node, path: &str) -> Result<bool, Error> {
        let whole = road::join(&self.folder, path);
        self.repository.with(|git| Ok(links::follow(git, self.top, &whole, "")?.is_some()))
    }
}
