//! Which subjects changed, found by descending only where trees differ.
//!
//! libgit2's own comparison of trees costs what the repository holds; this walk costs what
//! changed. Files of `evidence/` change no record, and are compared only where they are asked for.

mod mark;
mod moves;
mod unread;
mod walk;

pub(super) use moves::Matched;

use super::{Error, RevisionTree};
use crate::disk::Disk;
use crate::raw::RawSubject;
use crate::tree::Tree;

/// A subject whose files differ between two trees.
///
/// A folder of groups in which stray records differ is one too: reading tells.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChangedSubject {
    /// Its folder in the newer tree; nothing if it is gone.
    pub head: Option<String>,
    /// Its folder in the older tree; nothing if it is new.
    pub base: Option<String>,
    /// The files that differ, by their names from the subject's folder on; none if the folder
    /// was only moved.
    pub files: Vec<String>,
    /// The files of evidence that differ, if they were compared.
    pub evidence: Vec<ChangedFile>,
}

/// A file that differs between two trees.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChangedFile {
    /// Its name from the subject's folder on.
    pub name: String,
    /// Whether the older tree holds it.
    pub was: bool,
    /// Whether the newer tree holds it.
    pub is: bool,
}

/// What of subjects is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// The files that hold records.
    Records,
    /// Those and the evidence beside them.
    WithEvidence,
}

impl ChangedSubject {
    /// Reads both sides in full.
    ///
    /// # Errors
    /// If an object is missing or broken.
    pub fn read(&self, base: &dyn Tree, head: &dyn Tree) -> Result<(Option<RawSubject>, Option<RawSubject>), Error> {
        let old = self.base.as_ref().map(|folder| base.read_subject(folder)).transpose()?;
        Ok((old, self.head.as_ref().map(|folder| head.read_subject(folder)).transpose()?))
    }

    /// Whether the folder has another path than before.
    #[must_use]
    pub fn moved(&self) -> bool {
        matches!((&self.base, &self.head), (Some(base), Some(head)) if base != head)
    }
}

/// The subjects that differ between two revisions, sorted by folder. Subjects that moved to
/// another folder are matched by their identity, or else by equal files.
///
/// # Errors
/// If an object is missing or broken.
pub fn changed_subjects(
    base: &RevisionTree<'_>,
    head: &RevisionTree<'_>,
    compared: Compared,
) -> Result<Vec<ChangedSubject>, Error> {
    let matched = moves::match_moves(base, head, walk::pairs(base, head, compared)?)?;
    Ok(moves::sorted(matched).into_iter().map(|(changed, _)| changed).collect())
}

/// The subjects whose records differ, each with what both sides hold.
pub(super) fn changed_sides(
    base: &RevisionTree<'_>,
    head: &RevisionTree<'_>,
) -> Result<Vec<(ChangedSubject, Matched)>, Error> {
    moves::match_moves(base, head, walk::pairs(base, head, Compared::Records)?).map(moves::sorted)
}

/// The subjects that differ between a revision and a working directory.
///
/// No folder of a working directory has an id, so that all of them are listed: this costs
/// what the directory holds. A file that git's index knows, and that was not written since, is
/// not read; all others are read and hashed. Files that differ from the revision by their
/// line ends only, as git itself may write them, do not differ.
///
/// # Errors
/// If an object is missing or broken, or a folder cannot be listed.
pub fn changed_in_working_tree(
    base: &RevisionTree<'_>,
    head: &Disk,
    compared: Compared,
) -> Result<Vec<ChangedSubject>, Error> {
    let head = &unread::Working::of(base, head);
    let matched = moves::match_moves(base, head, walk::pairs(base, head, compared)?)?;
    Ok(moves::sorted(matched).into_iter().map(|(changed, _)| changed).collect())
}
