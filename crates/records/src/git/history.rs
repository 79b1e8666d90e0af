//! The commits that touched one subject.

use super::clock::Stamp;
use super::commit::{self, Revision, text};
use super::diff::{Compared, changed_subjects};
use super::objects::{self, Kind, Node};
use super::repository::Handle;
use super::{Error, Repository, RevisionTree};
use crate::raw::TreeLimits;
use git2::Oid;

/// A commit that touched a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its id: 40 hexadecimal digits.
    pub id: String,
    /// Who wrote it, as it is recorded.
    pub author: String,
    /// When it was written, in seconds since the Unix epoch.
    pub author_when: i64,
    /// When it was committed, in seconds since the Unix epoch.
    pub when: i64,
    /// The first line of its message.
    pub summary: String,
    /// The commit before it on the main line; the first one has none.
    pub first_parent: Option<String>,
    /// How many parents it has; a merge has more than one.
    pub parents: usize,
    /// Whether it carries a signature. Whether that is a good one is for its reader to verify.
    pub signed: bool,
    /// The subject's folder in this commit, from the records folder on.
    pub folder: String,
    /// Whether the subject, or the file asked for, is in this commit; else it took it away.
    pub present: bool,
    /// What its clock said.
    pub stamp: Stamp,
}

impl Commit {
    pub(super) fn of(commit: &git2::Commit<'_>, folder: &str, present: bool) -> Self {
        Self {
            id: commit.id().to_string(),
            author: text(commit.author().name_bytes()),
            author_when: commit.author().when().seconds(),
            when: commit.time().seconds(),
            summary: text(commit.summary_bytes().unwrap_or_default()),
            first_parent: commit.parent_id(0).ok().map(|id| id.to_string()),
            parents: commit.parent_count(),
            signed: commit::is_signed(commit),
            folder: folder.to_owned(),
            present,
            stamp: Stamp::of(commit),
        }
    }

    /// The commit as a revision to read records of.
    ///
    /// # Errors
    /// If the commit is missing or broken.
    pub fn revision(&self, repository: &Repository) -> Result<Revision, Error> {
        repository.resolve(&self.id)
    }
}

impl Repository {
    /// The commits of a first-parent history that touched a subject's folder, or one file in
    /// it, newest first. A folder that was moved is followed by the subject's identity.
    ///
    /// `root` is the records folder from the root of the repository on, `folder` the
    /// subject's folder from there, `within` a file or folder in it.
    ///
    /// # Errors
    /// If the history is cut off, or an object is missing or broken.
    pub fn history(
        &self,
        from: &Revision,
        root: &str,
        folder: &str,
        within: Option<&str>,
    ) -> Result<Vec<Commit>, Error> {
        self.with(|git| {
            let mut walk = Walk { repository: self, git, root, folder: folder.to_owned(), within, way: Way::default() };
            walk.run(from.commit)
        })
    }
}

struct Walk<'a> {
    repository: &'a Repository,
    git: &'a Handle<'a>,
    root: &'a str,
    folder: String,
    within: Option<&'a str>,
    way: Way,
}

impl Walk<'_> {
    fn run(&mut self, from: Oid) -> Result<Vec<Commit>, Error> {
        let mut found = Vec::new();
        let mut commit = commit::find(self.git, from)?;
        let mut here = self.look(commit.tree_id())?;
        let mut way = commit::Line::from(from);
        let mut seen = 1;
        loop {
            if self.repository.is_cut_off(commit.id()) {
                return Err(Error::Shallow { commits: seen });
            }
            let Some(parent) = way.before(self.git, &commit)? else {
                found.extend(here.map(|_| Commit::of(&commit, &self.folder, true)));
                return Ok(found);
            };
            let mut before = self.look(parent.tree_id())?;
            if before != here {
                found.push(Commit::of(&commit, &self.folder, here.is_some()));
                if before.is_none() && self.moved_here(&parent, &commit)? {
                    before = self.look(parent.tree_id())?;
                }
            }
            (commit, here) = (parent, before);
            seen += 1;
        }
    }

    fn look(&mut self, tree: Oid) -> Result<Option<Node>, Error> {
        let path = [self.root, &self.folder, self.within.unwrap_or_default()].join("/");
        self.way.look(self.git, tree, &path)
    }

    /// Goes on under the folder's earlier name, if this commit moved it.
    fn moved_here(&mut self, parent: &git2::Commit<'_>, commit: &git2::Commit<'_>) -> Result<bool, Error> {
        let open = |commit: &git2::Commit<'_>| {
            RevisionTree::open(self.repository, &Revision::of(commit), self.root, TreeLimits::default())
        };
        let (base, head) = match (open(parent), open(commit)) {
            (Ok(base), Ok(head)) => (base, head),
            (Err(Error::NoRecordsFolder { .. }), _) | (_, Err(Error::NoRecordsFolder { .. })) => return Ok(false),
            (Err(error), _) | (_, Err(error)) => return Err(error),
        };
        let earlier = changed_subjects(&base, &head, Compared::Records)?
            .into_iter()
            .find(|changed| changed.moved() && changed.head.as_deref() == Some(&self.folder))
            .and_then(|changed| changed.base);
        let found = earlier.is_some();
        if let Some(folder) = earlier {
            self.folder = folder;
            self.way = Way::default();
        }
        Ok(found)
    }
}

/// The way to a path in the tree looked at last. Most commits share most of it.
#[derive(Default)]
pub(super) struct Way {
    steps: Vec<(Oid, Option<Node>)>,
}

impl Way {
    pub(super) fn look(&mut self, git: &Handle<'_>, root: Oid, path: &str) -> Result<Option<Node>, Error> {
        let mut node = Some(Node { id: root, kind: Kind::Folder });
        for (at, name) in path.split('/').filter(|name| !name.is_empty()).enumerate() {
            let Some(Node { id, kind: Kind::Folder }) = node else { return Ok(None) };
            match self.steps.get(at) {
                Some((tree, below)) if *tree == id => node = *below,
                _ => {
                    node = objects::child(git, id, name.as_bytes())?;
                    self.steps.truncate(at);
                    self.steps.push((id, node));
                }
            }
        }
        Ok(node)
    }
}
