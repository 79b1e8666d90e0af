//! Where the records of a dossier come from: the working tree or a revision, with or without git.

use crate::context::Context;
use crate::failure::Failure;
use crate::past::{Past, Settled};
use crate::repository::Repository;
use crate::target::Target;
use crate::templates;
use beian_core::day::Day;
use beian_core::evidence::Seen;
use beian_core::words::Words;
use beian_documents::Templates;
use beian_documents::dossier;
use beian_records::disk::Disk;
use beian_records::git::{self, Compared, Revision, RevisionTree, changed_in_working_tree};
use beian_records::papers::{Found, Store};
use beian_records::raw::{RawSubject, TreeLimits};
use beian_records::tree::Tree;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Where the records come from.
pub(super) struct Source {
    /// The git repository, if there is one with a commit.
    pub(super) git: Option<(Past, Revision)>,
    /// Whether there is a git repository at all.
    pub(super) in_git: bool,
    /// The records folder, from the root of the git repository on.
    pub(super) records: String,
    /// What is read.
    pub(super) kind: Kind,
}

/// What is read.
pub(super) enum Kind {
    /// The working tree: its repository, and the records folder.
    Working(Box<Repository>, PathBuf),
    /// A revision, with its settings.
    Revision(Box<Settled>),
}

/// A tree of either kind.
pub(super) enum AnyTree<'p> {
    Disk(Disk),
    Revision(RevisionTree<'p>),
}

impl Tree for AnyTree<'_> {
    fn each_subject<T: Send>(&self, judge: &(impl Fn(RawSubject) -> T + Sync)) -> Vec<T> {
        match self {
            Self::Disk(disk) => disk.each_subject(judge),
            Self::Revision(tree) => tree.each_subject(judge),
        }
    }

    fn read_subject(&self, folder: &str) -> RawSubject {
        match self {
            Self::Disk(disk) => disk.read_subject(folder),
            Self::Revision(tree) => tree.read_subject(folder),
        }
    }

    fn evidence(&self, folder: &str, inside: &str) -> Seen {
        match self {
            Self::Disk(disk) => disk.evidence(folder, inside),
            Self::Revision(tree) => tree.evidence(folder, inside),
        }
    }
}

impl Source {
    /// Opens a revision, or the working tree.
    pub(super) fn open(at: Option<&str>, context: &Context) -> Result<Self, Failure> {
        if let Some(at) = at {
            let past = Past::open(context, Path::new("."))?;
            let revision = past.resolve(at)?;
            let settled = past.settled(&revision)?;
            let records = settled.records.clone();
            return Ok(Self {
                git: Some((past, revision)),
                in_git: true,
                records,
                kind: Kind::Revision(Box::new(settled)),
            });
        }
        let repository = Repository::open(context, Path::new("."))?;
        let root = Target::records(&repository)?.root;
        let (git, in_git) = around(&root)?;
        let records = git.as_ref().and_then(|(past, _)| past.git.folder_of(&root)).unwrap_or_default();
        Ok(Self { git, in_git, records, kind: Kind::Working(Box::new(repository), root) })
    }

    /// The commit that is read, or that the working tree rests on.
    pub(super) fn commit(&self) -> Option<dossier::Commit> {
        let (_, revision) = self.git.as_ref()?;
        Some(dossier::Commit {
            id: revision.id.clone(),
            author: revision.author.clone(),
            written: Day::from_unix_seconds(revision.author_when),
            committed: Day::from_unix_seconds(revision.when),
            summary: revision.summary.clone(),
            signed: revision.signed,
        })
    }

    /// The day on which the records were as they are read.
    pub(super) fn known(&self, today: Day) -> Day {
        match (&self.kind, &self.git) {
            (Kind::Revision(_), Some((_, revision))) => Day::from_unix_seconds(revision.when).unwrap_or(today),
            _ => today,
        }
    }

    /// Whether the records teach.
    pub(super) fn sample(&self) -> bool {
        match &self.kind {
            Kind::Working(repository, _) => repository.settings.value.sample.known().is_some_and(|sample| sample.0),
            Kind::Revision(settled) => settled.sample(),
        }
    }

    /// The records.
    pub(super) fn tree(&self) -> Result<AnyTree<'_>, Failure> {
        match (&self.kind, &self.git) {
            (Kind::Revision(settled), Some((past, revision))) => {
                past.tree(revision, &settled.records).map(AnyTree::Revision)
            }
            (Kind::Working(_, root), _) => disk(root).map(AnyTree::Disk),
            (Kind::Revision(_), None) => Err(no_revision()),
        }
    }

    /// The templates in force there.
    pub(super) fn templates(&self, named: Option<&Path>) -> Result<Templates, Failure> {
        match (&self.kind, &self.git) {
            (Kind::Revision(_), Some((past, revision))) => templates::committed(named, past, revision),
            (Kind::Working(repository, _), _) => templates::in_force(named, repository.folder.as_deref()),
            (Kind::Revision(_), None) => templates::in_force(named, None),
        }
    }

    /// The folders of subjects of which the working tree holds what no commit holds.
    pub(super) fn changed(&self) -> Result<Changed, Failure> {
        let (Kind::Working(_, root), Some((past, revision))) = (&self.kind, &self.git) else {
            return Ok(Changed::None);
        };
        let base = match RevisionTree::open(&past.git, revision, &self.records, TreeLimits::default()) {
            Ok(base) => base,
            Err(git::Error::NoRecordsFolder { .. }) => return Ok(Changed::All),
            Err(error) => return Err(Failure::git(error)),
        };
        let changed = changed_in_working_tree(&base, &disk(root)?, Compared::WithEvidence).map_err(Failure::git)?;
        Ok(Changed::Some(changed.into_iter().filter_map(|changed| changed.head).collect()))
    }

    /// What became of a paper.
    pub(super) fn paper(&self, subject: &str, file: &str) -> dossier::PaperFound {
        let found = match (&self.kind, &self.git) {
            (Kind::Revision(_), Some((past, revision))) => {
                Store::Revision(&past.git, revision, &self.records).find(subject, file)
            }
            (Kind::Working(_, root), _) => Store::Working(root).find(subject, file),
            (Kind::Revision(_), None) => Found::Nothing,
        };
        match found {
            Found::Hash(hash) => dossier::PaperFound::Hash(hash),
            Found::Nothing => dossier::PaperFound::Nothing,
            Found::Unreadable => dossier::PaperFound::Unreadable,
        }
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

/// A revision was asked for where git has none.
pub(super) fn no_revision() -> Failure {
    Failure::nothing(Words::fixed("没有修订", "no revision"))
}

fn disk(root: &Path) -> Result<Disk, Failure> {
    Disk::open(root, TreeLimits::default()).map_err(|error| Failure::reading(&root.to_string_lossy(), &error))
}

/// The git repository around the records, if there is one with a commit, and whether there is
/// one at all.
fn around(root: &Path) -> Result<(Option<(Past, Revision)>, bool), Failure> {
    let past = match Past::around(root) {
        Ok(past) => past,
        Err(git::Error::NotARepository { .. }) => return Ok((None, false)),
        Err(error) => return Err(Failure::git(error)),
    };
    match past.git.resolve("HEAD") {
        Ok(revision) => Ok((Some((past, revision)), true)),
        Err(git::Error::UnbornBranch { .. }) => Ok((None, true)),
        Err(error) => Err(Failure::git(error)),
    }
}
