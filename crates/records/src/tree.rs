//! Trees of records, wherever they are kept, and the names that make a folder a subject.

use crate::git::{self, ChangedSubject, Compared, RevisionTree};
use crate::jobs;
use crate::raw::RawSubject;
use beian_core::evidence::Seen;
use beian_core::model::layout::{FILES, FOLDERS};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// A tree of records: a working directory or a revision.
pub trait Tree: Sync {
    /// Shows every subject to a visitor, in parallel and in no order. A subject is read when
    /// its turn comes and dropped when the visitor is done.
    ///
    /// # Errors
    /// If an object is missing or broken.
    fn visit(&self, visitor: &(dyn Fn(RawSubject) + Sync)) -> Result<(), git::Error>;

    /// Reads one subject's folder; `folder` is its path from the records folder on.
    ///
    /// # Errors
    /// If an object is missing or broken.
    fn read_subject(&self, folder: &str) -> Result<RawSubject, git::Error>;

    /// The subjects that differ from those of a revision.
    ///
    /// # Errors
    /// If an object is missing or broken, or a folder cannot be listed.
    fn changed_since(&self, base: &RevisionTree<'_>, compared: Compared) -> Result<Vec<ChangedSubject>, git::Error>;

    /// What is seen of a file within a subject's evidence (see [`beian_core::evidence::inside`]).
    fn evidence(&self, folder: &str, inside: &str) -> Seen;
}

/// Calls a function on every subject, in parallel, and answers the results in no order.
///
/// # Errors
/// If an object is missing or broken.
pub fn each<T: Send>(tree: &dyn Tree, judge: &(impl Fn(RawSubject) -> T + Sync)) -> Result<Vec<T>, git::Error> {
    let answers = Mutex::new(Vec::new());
    tree.visit(&|raw| {
        let answer = judge(raw);
        answers.lock().unwrap_or_else(PoisonError::into_inner).push(answer);
    })?;
    Ok(answers.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// Reads some subjects by their folders and calls a function on each, in parallel; answers in
/// the order of the folders.
///
/// # Errors
/// If an object is missing or broken.
pub fn each_of<T: Send>(
    tree: &dyn Tree,
    folders: &[String],
    judge: &(impl Fn(RawSubject) -> T + Sync),
) -> Result<Vec<T>, git::Error> {
    jobs::each(folders.iter().collect(), |folder| Ok(judge(tree.read_subject(folder)?))).into_iter().collect()
}

/// Whether a file's name is that of a record.
#[must_use]
pub fn is_yaml(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "yaml" || ending == "yml")
}

/// Whether a folder with these names in it is a subject's.
#[must_use]
pub fn is_subject_folder<'a>(mut names: impl Iterator<Item = &'a str>) -> bool {
    names.any(|name| FILES.contains(&name) || FOLDERS.contains(&name))
}

/// Whether a folder of that name within a subject holds records.
pub(crate) fn holds_records(name: &str) -> bool {
    FOLDERS.contains(&name)
}
