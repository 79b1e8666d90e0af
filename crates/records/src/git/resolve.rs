//! From what a user writes to a commit.

use super::commit::{self, Distrusted, Revision};
use super::repository::Handle;
use super::{Error, Repository, clock, loose};
use beian_core::day::{Day, When};
use git2::{ErrorCode, ObjectType, Oid};

impl Repository {
    /// Finds a revision: any expression that git knows (`v1.2`, `HEAD~1`, `main`, an id), a
    /// day (`2026-06-30`) or a moment (`2026-06-30T18:00:00+08:00`).
    ///
    /// A day stands for the last commit of HEAD's first-parent history that was surely there by
    /// the end of that day in Beijing: by its committer time, or where that cannot be trusted by
    /// that of a later commit. A text of that form is always a day; a tag of the same name is
    /// asked for as `refs/tags/2026-06-30`.
    ///
    /// # Errors
    /// If there is no such revision, or the history is cut off before the answer.
    pub fn resolve(&self, at: &str) -> Result<Revision, Error> {
        self.resolved(at, i64::MAX)
    }

    /// The same on a day, of which it is known that no commit was made after it.
    ///
    /// # Errors
    /// If there is no such revision, or the history is cut off before the answer.
    pub fn resolve_on(&self, at: &str, today: Day) -> Result<Revision, Error> {
        self.resolved(at, clock::end(today))
    }

    fn resolved(&self, at: &str, now: i64) -> Result<Revision, Error> {
        match When::parse(at) {
            Ok(when) => self.committed_by(at, last_second(when), now),
            Err(_) => self.with(|git| Ok(Revision::asked(&self.commit_of(git, at)?))),
        }
    }

    /// Where the histories of two revisions part; nothing if they have nothing in common.
    ///
    /// # Errors
    /// If the history is cut off before the answer.
    pub fn merge_base(&self, one: &Revision, other: &Revision) -> Result<Option<Revision>, Error> {
        self.with(|git| {
            loose::check_from(git, &[one.commit, other.commit])?;
            self.base_of(git, one, other)
        })
    }

    fn base_of(&self, git: &Handle<'_>, one: &Revision, other: &Revision) -> Result<Option<Revision>, Error> {
        match git.merge_base(one.commit, other.commit) {
            Ok(base) => Ok(Some(Revision::of(&commit::find(git, base)?))),
            Err(error) if error.code() == ErrorCode::NotFound && self.is_shallow() => {
                Err(Error::Shallow { commits: self.seen(git, one.commit)? })
            }
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(Error::reading("the merge base", &error)),
        }
    }

    /// The full name of the branch that others start from: what the remote `origin` says, or
    /// else `main` or `master`.
    ///
    /// # Errors
    /// If there is none of them: what a branch is held against cannot be guessed.
    pub fn default_branch(&self) -> Result<String, Error> {
        self.with(|git| {
            if let Ok(head) = git.find_reference("refs/remotes/origin/HEAD")
                && let Some(said) = head.symbolic_target_bytes().map(commit::text)
            {
                // What the remote says and has not sent is no reason to take another branch.
                return if is_there(git, &said) { Ok(said) } else { Err(Error::NoDefaultBranch) };
            }
            let usual =
                ["refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"];
            let found = usual.iter().find(|name| is_there(git, name));
            found.map(|name| (*name).to_owned()).ok_or(Error::NoDefaultBranch)
        })
    }

    fn commit_of<'g>(&self, git: &'g Handle<'_>, name: &str) -> Result<git2::Commit<'g>, Error> {
        loose::check_name(git, name)?;
        let object = git.revparse_single(name).map_err(|error| self.unresolved(git, name, &error))?;
        let commit = object.peel(ObjectType::Commit).map_err(|_| Error::NotACommit { name: name.to_owned() })?;
        commit.into_commit().map_err(|_| Error::NotACommit { name: name.to_owned() })
    }

    fn unresolved(&self, git: &Handle<'_>, name: &str, error: &git2::Error) -> Error {
        // Where what HEAD names is not here, no other name is wrong for it.
        if let Some(head) = git.head().ok().and_then(|head| head.target())
            && let Err(missing) = commit::find(git, head)
        {
            return missing;
        }
        match error.code() {
            ErrorCode::Ambiguous => Error::AmbiguousRevision { name: name.to_owned() },
            _ if names_head(name) && is_unborn(git) => Error::UnbornBranch { bare: git.is_bare() },
            _ => Error::NoSuchRevision { name: name.to_owned(), shallow: self.is_shallow() },
        }
    }

    /// The last first-parent commit that was there by a second.
    fn committed_by(&self, at: &str, second: i64, now: i64) -> Result<Revision, Error> {
        self.with(|git| {
            let mut commit = self.commit_of(git, "HEAD")?;
            // The newest first.
            let mut line = vec![(commit.id(), commit.time().seconds())];
            let mut is_cut_off = self.is_cut_off(commit.id());
            let mut way = commit::Line::from(commit.id());
            while !is_cut_off && let Some(parent) = way.before(git, &commit)? {
                commit = parent;
                line.push((commit.id(), commit.time().seconds()));
                is_cut_off = self.is_cut_off(commit.id());
            }
            let first = commit.time().seconds();
            line.reverse();
            let whens: Vec<i64> = line.iter().map(|(_, when)| *when).collect();
            let established = clock::established(&whens, now);
            let Some(last) = established.iter().rposition(|(when, _)| *when <= second) else {
                return Err(match is_cut_off {
                    true => Error::Shallow { commits: line.len() },
                    false => Error::NothingSoEarly { at: at.to_owned(), first },
                });
            };
            let doubtful = line.iter().zip(&established).rev();
            let distrusted =
                doubtful.filter_map(|((id, _), (_, doubt))| Some(Distrusted { id: id.to_string(), doubt: (*doubt)? }));
            let distrusted = distrusted.collect();
            let found = line.get(last).map_or(commit.id(), |(id, _)| *id);
            Ok(Revision { distrusted, ..Revision::asked(&commit::find(git, found)?) })
        })
    }

    /// How many commits of a first-parent history are here.
    fn seen(&self, git: &Handle<'_>, from: Oid) -> Result<usize, Error> {
        let mut commit = commit::find(git, from)?;
        let mut way = commit::Line::from(from);
        let mut seen = 1;
        while !self.is_cut_off(commit.id()) {
            let Some(parent) = way.before(git, &commit)? else { break };
            commit = parent;
            seen += 1;
        }
        Ok(seen)
    }
}

/// The last second that belongs to a day or moment.
fn last_second(when: When) -> i64 {
    match when {
        When::Moment(moment) => moment.unix_seconds(),
        When::Day(day) => clock::end(day),
    }
}

fn is_there(git: &git2::Repository, name: &str) -> bool {
    git.refname_to_id(name).is_ok()
}

fn names_head(name: &str) -> bool {
    name == "@" || name.strip_prefix("HEAD").is_some_and(|rest| rest.is_empty() || rest.starts_with(['~', '^', '@']))
}

fn is_unborn(git: &git2::Repository) -> bool {
    git.head().is_err_and(|error| error.code() == ErrorCode::UnbornBranch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_in_beijing() {
        let day = When::Day(Day::of(2026, 6, 30));
        let moment = When::parse("2026-06-30T23:59:59+08:00").unwrap();
        assert_eq!(last_second(day), last_second(moment));
    }

    #[test]
    fn what_names_head() {
        assert!(["HEAD", "HEAD~2", "HEAD^", "@"].iter().all(|name| names_head(name)));
        assert!(!names_head("HEADER"));
    }
}
