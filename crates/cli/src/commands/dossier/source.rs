//! Where the records of a dossier come from: the working tree or a revision, with or without git.

use crate::context::Context;
use crate::failure::Failure;
use crate::repository::{Repository, seen_from_root, tree_of};
use crate::target::Target;
use crate::templates;
use crate::versions::Versions;
use beian_core::day::Day;
use beian_documents::Templates;
use beian_documents::dossier;
use beian_records::git::{self, Compared, Doubt, Revision, RevisionTree};
use beian_records::grounds::Grounds;
use beian_records::raw::TreeLimits;
use beian_records::store::join;
use beian_records::tree::Tree;
use std::collections::BTreeSet;
use std::path::Path;

/// Where the records come from.
pub(super) struct Source {
    /// By what they are judged, and the store in which they and all of that stand.
    pub(super) grounds: Grounds,
    /// The git repository, if there is one with a commit: that which is read, or the one on
    /// which the working tree rests.
    pub(super) git: Option<(Versions, Revision)>,
    /// Whether there is a git repository at all.
    pub(super) in_git: bool,
    /// The records folder, from the root of the git repository on.
    pub(super) records: String,
    /// How the working tree names files from the root on.
    named: Option<Named>,
}

/// Names a file as it is seen from the root of the repository.
type Named = Box<dyn Fn(&str) -> String + Sync>;

impl Source {
    /// Opens a revision, or the working tree.
    pub(super) fn open(at: Option<&str>, context: &Context) -> Result<Self, Failure> {
        if let Some(at) = at {
            let versions = Versions::open(context, Path::new("."))?;
            let revision = versions.resolve(at)?;
            let grounds = versions.grounds(Some(&revision))?;
            let records = versions.named(grounds.records()?);
            return Ok(Self { grounds, git: Some((versions, revision)), in_git: true, records, named: None });
        }
        let repository = Repository::open(context, Path::new("."))?;
        let root = Target::records(&repository)?.root;
        let (git, in_git) = around(&root)?;
        let records = git.as_ref().and_then(|(versions, _)| versions.git.folder_of(&root)).unwrap_or_default();
        let Repository { folder, grounds } = repository;
        let named: Named = Box::new(move |shown| seen_from_root(folder.as_deref(), shown));
        Ok(Self { grounds, git, in_git, records, named: Some(named) })
    }

    /// Whether the working tree is read.
    pub(super) fn is_working(&self) -> bool {
        self.grounds.store().revision().is_none()
    }

    /// A file of the records, from the folder of the settings on.
    pub(super) fn shown(&self, path: &str) -> String {
        self.grounds.records().map_or_else(|_| path.to_owned(), |records| join(records, path))
    }

    /// A file beside the records, named from the root on, wherever the program runs.
    pub(super) fn named(&self, path: &str) -> String {
        self.named.as_ref().map_or_else(|| path.to_owned(), |named| named(path))
    }

    /// The commit that is read, or that the working tree rests on.
    pub(super) fn commit(&self, today: Day) -> Option<dossier::Commit> {
        let (_, revision) = self.git.as_ref()?;
        Some(dossier::Commit {
            id: revision.id.clone(),
            author: revision.author.clone(),
            written: Day::from_unix_seconds(revision.author_when),
            committed: Day::from_unix_seconds(revision.when),
            summary: revision.summary.clone(),
            signed: revision.signed,
            doubts: revision.stamp.doubts(today).into_iter().map(Doubt::words).collect(),
        })
    }

    /// The day on which the records were as they are read.
    pub(super) fn known(&self, today: Day) -> Day {
        self.grounds.store().revision().and_then(|revision| Day::from_unix_seconds(revision.when)).unwrap_or(today)
    }

    /// The records.
    pub(super) fn tree(&self) -> Result<Box<dyn Tree + '_>, Failure> {
        let records = self.grounds.records()?;
        tree_of(&**self.grounds.store(), records)
    }

    /// The templates in force there.
    pub(super) fn templates(&self, named: Option<&Path>) -> Result<Templates, Failure> {
        templates::in_force(named, &self.grounds)
    }

    /// The folders of subjects of which the working tree holds what no commit holds.
    pub(super) fn changed(&self) -> Result<Changed, Failure> {
        let Some((versions, revision)) = self.git.as_ref().filter(|_| self.is_working()) else {
            return Ok(Changed::None);
        };
        let base = match RevisionTree::open(&versions.git, revision, &self.records, TreeLimits::default()) {
            Ok(base) => base,
            Err(git::Error::NoRecordsFolder { .. }) => return Ok(Changed::All),
            Err(error) => return Err(error.into()),
        };
        let changed = self.tree()?.changed_since(&base, Compared::WithEvidence)?;
        Ok(Changed::Some(changed.into_iter().filter_map(|changed| changed.head).collect()))
    }
}

/// Which subjects differ from the last commit.
pub(super) enum Changed {
    None,
    All,
    Some(BTreeSet<String>),
}

impl Changed {
    pub(super) fn holds(&self, folder: &str) -> bool {
        match self {
            Self::None => false,
            Self::All => true,
            Self::Some(folders) => folders.contains(folder),
        }
    }
}

/// The git repository around the records, if there is one with a commit, and whether there is
/// one at all.
fn around(root: &Path) -> Result<(Option<(Versions, Revision)>, bool), Failure> {
    let versions = match Versions::around(root) {
        Ok(versions) => versions,
        Err(git::Error::NotARepository { .. }) => return Ok((None, false)),
        Err(error) => return Err(error.into()),
    };
    match versions.git.resolve("HEAD") {
        Ok(revision) => Ok((Some((versions, revision)), true)),
        Err(git::Error::UnbornBranch { .. }) => Ok((None, true)),
        Err(error) => Err(error.into()),
    }
}
