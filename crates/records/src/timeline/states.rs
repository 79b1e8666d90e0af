//! A subject as it was after each commit that touched it.

use crate::git::{Before, Commit, Error, Histories, Repository, RevisionTree};
use crate::limits::Limits;
use crate::raw::{RawFile, RawSubject, TreeLimits};
use crate::read::{Amendment, amended, read_subject};
use crate::tree::{self, Tree};
use crate::unseen::Unseen;
use beian_core::model::Subject;
use std::borrow::Cow;
use std::rc::Rc;

/// A subject after a commit that touched it.
#[derive(Debug, Clone)]
pub struct Committed<'s> {
    /// The commit, without what it tells of one subject.
    pub commit: &'s Commit,
    /// Whether the subject is in the commit; else the commit took it away, and nothing is left.
    pub present: bool,
    /// What of it could not be seen or read: then what the records said is not known.
    pub lost: Vec<Unseen>,
    /// What the records said. Commits that changed no more than a comment share it; what was
    /// read from it stands nowhere.
    pub subject: Rc<Cow<'s, Subject>>,
}

/// What the records said of a subject after each commit that touched it, the oldest first.
/// `records` is the records folder from the root of the repository on, `folder` the subject's
/// from there. `newest` is what the records say where the history was asked from, if they were
/// read already.
///
/// Of a commit only the files are read that the next one changed.
///
/// # Errors
/// If an object is missing or broken.
pub fn states<'s>(
    repository: &Repository,
    histories: &'s Histories,
    records: &str,
    folder: &str,
    newest: Option<Newest<'s>>,
) -> Result<Vec<Committed<'s>>, Error> {
    let mut found: Vec<Committed<'s>> = Vec::new();
    let mut next: Option<&Before> = None;
    for (commit, touch) in histories.touches(folder) {
        let derived = match (found.last(), newest, next) {
            (None, Some(newest), _) => Some((Rc::new(Cow::Borrowed(newest.subject)), newest.lost.to_vec())),
            (Some(later), _, Some(before)) if touch.present && before.folder == touch.folder => {
                Some(earlier(repository, before, later)?)
            }
            _ => None,
        };
        let (subject, lost) = match derived {
            Some(derived) => derived,
            None => at(repository, commit, touch.present, &touch.folder, records)?,
        };
        found.push(Committed { commit, present: touch.present, lost, subject });
        next = touch.before.as_ref().filter(|_| touch.present);
    }
    found.reverse();
    Ok(found)
}

/// The same for one subject alone, each state by reading all of its files.
pub(super) fn read<'s>(
    repository: &Repository,
    newest_first: &'s [Commit],
    records: &str,
) -> Result<Vec<Committed<'s>>, Error> {
    let state = |commit: &'s Commit| {
        let (subject, lost) = at(repository, commit, commit.present, &commit.folder, records)?;
        Ok(Committed { commit, present: commit.present, lost, subject })
    };
    newest_first.iter().rev().map(state).collect()
}

/// What the records say where the history was asked from.
#[derive(Debug, Clone, Copy)]
pub struct Newest<'s> {
    /// The subject.
    pub subject: &'s Subject,
    /// What of it could not be seen or read.
    pub lost: &'s [Unseen],
}

/// What the records said, and what of them could not be seen or read.
type State<'s> = (Rc<Cow<'s, Subject>>, Vec<Unseen>);

/// The subject as it was committed; nothing of one that the commit took away.
fn at<'s>(
    repository: &Repository,
    commit: &Commit,
    present: bool,
    folder: &str,
    records: &str,
) -> Result<State<'s>, Error> {
    let tree = RevisionTree::open(repository, &commit.revision(repository)?, records, TreeLimits::default());
    if !present {
        // It may stand where nobody can look.
        let lost = match tree {
            Ok(tree) => tree::each(&tree, &|raw| raw.closed_folders())?.concat(),
            Err(Error::NoRecordsFolder { .. }) => Vec::new(),
            Err(error) => return Err(error),
        };
        return Ok((Rc::new(Cow::Owned(Subject::default())), lost));
    }
    let tree = tree?;
    let raw = tree.read_subject(folder)?;
    let read = read_subject(&raw, &Limits::default());
    Ok((Rc::new(Cow::Owned(read.subject)), read.lost))
}

/// The subject before a commit, by what it is after it and by the files that were changed.
fn earlier<'s>(repository: &Repository, before: &Before, later: &Committed<'s>) -> Result<State<'s>, Error> {
    let mut files = RawSubject { folder: before.folder.to_string(), files: Vec::new() };
    let mut absent: Vec<&str> = Vec::new();
    for (name, id) in &before.files {
        match id {
            Some(id) => {
                let content = repository.content(*id, &TreeLimits::default());
                let content = content.map_err(|error| error.of(&files.path(name)))?;
                files.files.push(RawFile { name: name.to_string(), content });
            }
            None => absent.push(name),
        }
    }
    // What these files do not hold again is as lost as it was later.
    let is_named = |lost: &Unseen| before.files.iter().any(|(name, _)| files.path(name) == lost.path);
    let mut lost: Vec<Unseen> = later.lost.iter().filter(|lost| !is_named(lost)).cloned().collect();
    let amendment = Amendment { files: &files, absent: &absent };
    let (amended, part) = amended(&later.subject, &amendment, &Limits::default());
    lost.extend(part);
    Ok((amended.map_or_else(|| Rc::clone(&later.subject), |earlier| Rc::new(Cow::Owned(earlier))), lost))
}
