//! Commits as revisions.

use super::clock::{Doubt, Stamp};
use super::loose;
use super::repository::Handle;
use super::{Error, objects};
use git2::Oid;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A commit that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its id: 40 hexadecimal digits.
    pub id: String,
    /// When it was committed, in seconds since the Unix epoch.
    pub when: i64,
    /// Who wrote it, as it is recorded.
    pub author: String,
    /// The first line of its message.
    pub summary: String,
    /// When it was written, in seconds since the Unix epoch.
    pub author_when: i64,
    /// Whether it carries a signature.
    pub signed: bool,
    /// What its clock said, beside that of the commit before it.
    pub stamp: Stamp,
    /// Where it was asked for by a day: commits that it was looked for among, and whose days
    /// cannot be trusted, the newest first.
    pub distrusted: Vec<Distrusted>,
    pub(super) commit: Oid,
    pub(super) tree: Oid,
}

/// A commit whose day cannot be trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distrusted {
    /// Its id.
    pub id: String,
    /// Why.
    pub doubt: Doubt,
}

impl Revision {
    /// What stood before the first commit, and what a new branch is said to have stood at: no
    /// commit, and nothing in it.
    #[must_use]
    pub fn nothing() -> Self {
        Self {
            id: Oid::ZERO_SHA1.to_string(),
            when: 0,
            author: String::new(),
            summary: String::new(),
            author_when: 0,
            signed: false,
            stamp: Stamp::default(),
            distrusted: Vec::new(),
            commit: Oid::ZERO_SHA1,
            tree: objects::empty_tree(),
        }
    }

    /// Whether a name is the id that stands for no commit: as runners name what a new branch
    /// stood at before.
    #[must_use]
    pub fn is_nothing(name: &str) -> bool {
        name.len() == 40 && name.bytes().all(|digit| digit == b'0')
    }

    /// One that was asked for, with what its clock said beside that of the commit before.
    pub(super) fn asked(commit: &git2::Commit<'_>) -> Self {
        Self { stamp: Stamp::of(commit), ..Self::of(commit) }
    }

    pub(super) fn of(commit: &git2::Commit<'_>) -> Self {
        Self {
            id: commit.id().to_string(),
            when: commit.time().seconds(),
            author: text(commit.author().name_bytes()),
            summary: text(commit.summary_bytes().unwrap_or_default()),
            author_when: commit.author().when().seconds(),
            signed: is_signed(commit),
            stamp: Stamp::alone(commit),
            distrusted: Vec::new(),
            commit: commit.id(),
            tree: commit.tree_id(),
        }
    }
}

/// Whether a commit carries a signature, be it of OpenPGP, X.509 or SSH.
pub(super) fn is_signed(commit: &git2::Commit<'_>) -> bool {
    ["gpgsig", "gpgsig-sha256"].iter().any(|field| commit.header_field_bytes(field).is_ok())
}

/// Text of a commit: old commits may be written in another encoding.
pub(super) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A commit by its id.
pub(super) fn find<'g>(git: &'g Handle<'_>, id: Oid) -> Result<git2::Commit<'g>, Error> {
    loose::check(git, id)?;
    git.find_commit(id).map_err(|error| Error::reading(format!("commit {id}"), &error))
}

/// The main line of a history, followed from the newest commit on. What git reads beside the objects (`info/grafts`)
/// may lead it back to where it was, and then it has no end.
#[derive(Debug)]
pub(super) struct Line {
    /// A commit that was passed: at every second, fourth, eighth step it is a later one.
    mark: Oid,
    steps: usize,
    until: usize,
}

impl Line {
    pub(super) const fn from(commit: Oid) -> Self {
        Self { mark: commit, steps: 0, until: 1 }
    }

    /// The commit before the one that was reached; none before the first.
    pub(super) fn before<'g>(
        &mut self,
        git: &'g Handle<'_>,
        commit: &git2::Commit<'_>,
    ) -> Result<Option<git2::Commit<'g>>, Error> {
        let Ok(parent) = commit.parent_id(0) else { return Ok(None) };
        if parent == self.mark {
            let why = "its history leads back to it (.git/info/grafts)".to_owned();
            return Err(Error::Corrupt { what: format!("commit {parent}"), why });
        }
        self.steps += 1;
        if self.steps == self.until {
            (self.mark, self.until) = (parent, self.until * 2);
        }
        find(git, parent).map(Some)
    }
}

/// The commits at which the history is cut off.
pub(super) fn shallow(common_dir: &Path) -> BTreeSet<Oid> {
    let text = fs::read_to_string(common_dir.join("shallow")).unwrap_or_default();
    text.lines().filter_map(|line| Oid::from_str(line.trim()).ok()).collect()
}
