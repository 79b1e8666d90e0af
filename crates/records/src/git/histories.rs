//! The commits that touched each subject, in one pass over the history.

use super::commit::{self, Revision};
use super::diff::{ChangedSubject, Matched, changed_sides};
use super::history::{Commit, Way};
use super::objects::Node;
use super::repository::Handle;
use super::touches::{Before, Files, Touch};
use super::{Error, Repository, RevisionTree};
use crate::jobs;
use crate::raw::{RawSubject, TreeLimits};
use git2::Oid;
use std::collections::BTreeMap;

/// Which commits of a first-parent history touched which subject.
///
/// Each commit is kept once, and of a subject only positions, so that memory grows with what
/// changed and not with subjects times commits.
#[derive(Debug, Default)]
pub struct Histories {
    /// Newest first; without what is told of one subject.
    commits: Vec<Commit>,
    /// By the folder that the subject has, or last had.
    touched: BTreeMap<String, Vec<Touch>>,
}

impl Histories {
    /// The commits that touched a subject's records, newest first; none if the history has no
    /// such subject.
    #[must_use]
    pub fn of(&self, folder: &str) -> Vec<Commit> {
        let touches = self.touched.get(folder).map(Vec::as_slice).unwrap_or_default();
        let one = |touch: &Touch| {
            let commit = self.commits.get(touch.commit)?.clone();
            Some(Commit { folder: touch.folder.to_string(), present: touch.present, ..commit })
        };
        touches.iter().filter_map(one).collect()
    }

    /// The same, with what each commit did to the files of the subject.
    pub(crate) fn touches(&self, folder: &str) -> impl Iterator<Item = (&Commit, &Touch)> {
        let touches = self.touched.get(folder).map(Vec::as_slice).unwrap_or_default();
        touches.iter().filter_map(|touch| Some((self.commits.get(touch.commit)?, touch)))
    }

    /// Whether the newest commit holds the very files of a subject that were read. It may do
    /// so where the answer is no: of files that are links nothing is known here.
    #[must_use]
    pub fn holds(&self, raw: &RawSubject) -> bool {
        let newest = self.touched.get(&raw.folder).and_then(|touches| touches.first());
        let committed = newest.filter(|touch| touch.present && *touch.folder == *raw.folder);
        committed.is_some_and(|touch| touch.files.is_some() && touch.files == Files::read(raw))
    }
}

impl Repository {
    /// The commits of a first-parent history that touched the records of subjects. Every
    /// commit is looked at once, whatever the number of subjects, and what it changed is found
    /// by descending only where folders differ. A folder that was moved is followed by the
    /// subject's identity. Papers do not count.
    ///
    /// `root` is the records folder from the root of the repository on; `only` is the folder
    /// of the one subject that is asked for, which spares looking at the others.
    ///
    /// # Errors
    /// If the history is cut off, or an object is missing or broken.
    pub fn histories(&self, from: &Revision, root: &str, only: Option<&str>) -> Result<Histories, Error> {
        self.with(|git| {
            let mut pass = Pass { repository: self, git, root, names: BTreeMap::new(), found: Histories::default() };
            match only {
                Some(folder) => pass.one(from.commit, folder)?,
                None => pass.all(from.commit)?,
            }
            Ok(pass.found)
        })
    }
}

/// How many commits are looked at at once. What each changed is there until all are done.
const AT_ONCE: usize = 16;

struct Pass<'a> {
    repository: &'a Repository,
    git: &'a Handle<'a>,
    root: &'a str,
    /// By the folder at the commit that is looked at: the folder by which the subject is asked
    /// for. Subjects that never moved are not here.
    names: BTreeMap<String, String>,
    found: Histories,
}

impl Pass<'_> {
    /// Looks at some commits at once, and keeps what they changed in their order.
    fn all(&mut self, from: Oid) -> Result<(), Error> {
        let mut next = Some(commit::find(self.git, from)?);
        let mut line = commit::Line::from(from);
        let mut seen = 0;
        while next.is_some() {
            let mut commits = Vec::with_capacity(AT_ONCE);
            let mut cut_off = None;
            while let Some(commit) = next.take_if(|_| commits.len() < AT_ONCE) {
                seen += 1;
                if self.repository.is_cut_off(commit.id()) {
                    cut_off = Some(Error::Shallow { commits: seen });
                    break;
                }
                next = line.before(self.git, &commit)?;
                commits.push(commit);
            }
            let revisions: Vec<Revision> = commits.iter().chain(&next).map(Revision::of).collect();
            let pairs = revisions.iter().enumerate().take(commits.len());
            let pairs: Vec<_> = pairs.map(|(at, head)| (head, revisions.get(at + 1))).collect();
            let (repository, root) = (self.repository, self.root);
            let changed = jobs::many(pairs, |(head, base)| changed(repository, root, head, base));
            for (commit, changed) in commits.iter().zip(changed) {
                self.keep(commit, changed?, None);
            }
            cut_off.map_or(Ok(()), Err)?;
        }
        Ok(())
    }

    fn one(&mut self, from: Oid, folder: &str) -> Result<(), Error> {
        let mut commit = commit::find(self.git, from)?;
        let mut line = commit::Line::from(from);
        let mut watch = Watch { folder: folder.to_owned(), way: Way::default() };
        let mut seen = 1;
        loop {
            if self.repository.is_cut_off(commit.id()) {
                return Err(Error::Shallow { commits: seen });
            }
            let parent = line.before(self.git, &commit)?;
            let is_still = match &parent {
                Some(parent) => {
                    watch.look(self.git, commit.tree_id(), self.root)?
                        == watch.look(self.git, parent.tree_id(), self.root)?
                }
                None => false,
            };
            if !is_still {
                let base = parent.as_ref().map(Revision::of);
                let changed = changed(self.repository, self.root, &Revision::of(&commit), base.as_ref())?;
                if !self.keep(&commit, changed, Some(&mut watch)) {
                    return Ok(());
                }
            }
            let Some(parent) = parent else { return Ok(()) };
            commit = parent;
            seen += 1;
        }
    }

    /// Keeps what a commit changed; `false` if nothing before it is asked for.
    fn keep(
        &mut self,
        commit: &git2::Commit<'_>,
        changed: Vec<(ChangedSubject, Matched)>,
        mut watch: Option<&mut Watch>,
    ) -> bool {
        let position = self.found.commits.len();
        // Before this commit, another subject stood in the folder that is watched.
        let is_anothers = |watch: &Watch| {
            let base = Some(&watch.folder);
            changed.iter().any(|(one, _)| one.moved() && one.base.as_ref() == base && one.head.as_ref() != base)
        };
        let mut goes_on = !watch.as_deref().is_some_and(is_anothers);
        let mut moved = Vec::new();
        let mut any = false;
        for (ChangedSubject { head, base, .. }, both) in changed {
            let present = head.is_some();
            let Some(folder) = head.as_ref().or(base.as_ref()).cloned() else { continue };
            if watch.as_ref().is_some_and(|watch| watch.folder != folder) {
                continue;
            }
            any = true;
            let asked = self.names.get(&folder).unwrap_or(&folder).clone();
            let touches = self.found.touched.entry(asked.clone()).or_default();
            // Only of the newest commit does anyone ask whether it holds what was read.
            let files = if touches.is_empty() { Files::committed(&both) } else { None };
            let (folder, before) = (folder.as_str().into(), Before::of(&both));
            touches.push(Touch { commit: position, folder, present, files, before });
            if let (Some(head), Some(base)) = (head, base)
                && head != base
            {
                moved.push((head, base, asked));
            }
        }
        if any {
            self.found.commits.push(Commit::of(commit, "", true));
        }
        // Two folders may have changed their names with each other.
        for (head, _, _) in &moved {
            self.names.remove(head);
        }
        for (_, base, asked) in moved {
            if let Some(watch) = watch.as_deref_mut() {
                *watch = Watch { folder: base.clone(), way: Way::default() };
                goes_on = true;
            }
            self.names.insert(base, asked);
        }
        goes_on
    }
}

/// What a commit changed, with what stands on both sides.
fn changed(
    repository: &Repository,
    root: &str,
    head: &Revision,
    base: Option<&Revision>,
) -> Result<Vec<(ChangedSubject, Matched)>, Error> {
    let open = |revision| RevisionTree::open_or_empty(repository, revision, root, TreeLimits::default());
    let head = open(head)?;
    let base = base.map_or_else(|| Ok(head.emptied()), open)?;
    changed_sides(&base, &head)
}

/// The one folder that is asked for, under its name at the commit that is looked at.
struct Watch {
    folder: String,
    way: Way,
}

impl Watch {
    fn look(&mut self, git: &Handle<'_>, tree: Oid, root: &str) -> Result<Option<Node>, Error> {
        self.way.look(git, tree, &[root, &self.folder].join("/"))
    }
}
