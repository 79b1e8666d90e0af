//! Who else claims a value, without reading every subject.
//!
//! The claims of a tree are kept as hashes in the git directory, in a file named after the
//! tree. It can be deleted at any time, and is never believed: a hit counts once the
//! subject was read and found to claim the value. What changed since the tree of an older
//! file is found by the pruned walk and read anew, so that an old file serves for long.

mod build;
mod file;
mod keys;
mod store;

pub use keys::{KeySource, RuleKeys};

use super::diff::{ChangedSubject, Compared, changed_subjects};
use super::{Error, Repository, RevisionTree};
use crate::jobs;
use crate::tree::Tree;
use build::Pairs;
use file::IndexFile;
use std::collections::BTreeSet;
use store::Store;

/// How many subjects are read to see whether they claim one value. More only make a report
/// longer.
const MOST_PER_KEY: usize = 64;

/// How many changed subjects an older file is worth.
const MOST_CHANGED: usize = 20_000;

/// From how many changed subjects on the file is brought up to date.
const RENEW: usize = 128;

/// A value and a subject that claims it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claimed {
    /// The hash of the value: see [`crate::survey::key`].
    pub key: u64,
    /// The subject's folder, from the records folder on.
    pub folder: String,
}

/// How an answer came about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    /// Whether a file of the index was used; else the whole tree was read.
    pub warm: bool,
    /// Whether a file was found broken and made anew.
    pub repaired: bool,
    /// Whether a file was written.
    pub written: bool,
    /// Subjects read because they changed since the file was made.
    pub changed: usize,
    /// Subjects read to confirm a hit.
    pub confirmed: usize,
}

/// Who else claims some values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// Each value with each subject that claims it, sorted.
    pub claims: Vec<Claimed>,
    /// Values that more subjects claim than were looked at.
    pub cut: Vec<u64>,
    /// How the answer came about.
    pub stats: Stats,
}

/// The file that serves a tree best, and what changed since it was made.
struct Best {
    id: String,
    file: IndexFile,
    changed: Vec<ChangedSubject>,
}

/// The claims of every subject of a tree.
#[derive(Debug)]
pub struct ClaimIndex<'a, K> {
    repository: &'a Repository,
    keys: &'a K,
}

impl<'a, K: KeySource> ClaimIndex<'a, K> {
    /// An index kept in the git directory of a repository.
    pub const fn new(repository: &'a Repository, keys: &'a K) -> Self {
        Self { repository, keys }
    }

    /// The subjects of a tree that claim one of the values, but for those in the folders
    /// named. At most 64 subjects are looked at for each value.
    ///
    /// A git directory that cannot be written is no error: the next call reads again.
    ///
    /// # Errors
    /// If an object is missing or broken.
    pub fn elsewhere(
        &self,
        tree: &RevisionTree<'_>,
        keys: &[u64],
        except: &BTreeSet<String>,
    ) -> Result<Elsewhere, Error> {
        let mut stats = Stats::default();
        if keys.is_empty() {
            return Ok(Elsewhere::default());
        }
        let wanted: BTreeSet<u64> = keys.iter().copied().collect();
        let store = Store::of(self.repository, &self.keys.stamp());
        let hits = match self.read_file(&store, tree, &wanted, &mut stats)? {
            Some(hits) => hits,
            None => {
                let pairs = Pairs::read(tree, self.keys)?;
                stats.written = store.write(&tree.id(), &pairs);
                pairs.hits(&wanted)
            }
        };
        self.confirm(tree, hits, except, stats)
    }

    /// Hits out of the best file there is; nothing if there is none.
    fn read_file(
        &self,
        store: &Store,
        tree: &RevisionTree<'_>,
        wanted: &BTreeSet<u64>,
        stats: &mut Stats,
    ) -> Result<Option<Vec<Claimed>>, Error> {
        let Some(Best { id, mut file, changed }) = self.best(store, tree, stats) else { return Ok(None) };
        let old = wanted.iter().map(|key| file.lookup(*key)).collect::<Option<Vec<_>>>();
        let Some(old) = old else {
            stats.repaired = true;
            store.remove(&id);
            return Ok(None);
        };
        let stale: BTreeSet<&str> = changed.iter().filter_map(|subject| subject.base.as_deref()).collect();
        let fresh = self.read_changed(tree, &changed)?;
        stats.warm = true;
        stats.changed = changed.len();
        if RENEW < changed.len() {
            let renewed = file.everything().map(|pairs| pairs.without(&stale).with(&fresh));
            stats.written = renewed.is_some_and(|pairs| store.write(&tree.id(), &pairs));
        }
        let mut hits: Vec<Claimed> = old.into_iter().flatten().filter(|hit| !stale.contains(&*hit.folder)).collect();
        hits.extend(fresh.into_iter().flat_map(|(folder, keys)| {
            let keys: Vec<u64> = keys.into_iter().filter(|key| wanted.contains(key)).collect();
            keys.into_iter().map(move |key| Claimed { key, folder: folder.clone() })
        }));
        Ok(Some(hits))
    }

    /// The file of the tree itself, or that of another one from which least changed.
    fn best(&self, store: &Store, tree: &RevisionTree<'_>, stats: &mut Stats) -> Option<Best> {
        let mut open = |id: &str| {
            let file = IndexFile::open(&store.path(id));
            if file.is_none() && store.path(id).exists() {
                stats.repaired = true;
                store.remove(id);
            }
            file
        };
        if let Some(file) = open(&tree.id()) {
            return Some(Best { id: tree.id(), file, changed: Vec::new() });
        }
        let mut best: Option<Best> = None;
        for id in store.trees() {
            // Its tree may have been swept away since, which only makes it useless.
            let Some(older) = tree.beside(&id) else { continue };
            let Ok(changed) = changed_subjects(&older, tree, Compared::Records) else { continue };
            let most = best.as_ref().map_or(MOST_CHANGED, |best| best.changed.len());
            if changed.len() < most
                && let Some(file) = open(&id)
            {
                best = Some(Best { id, file, changed });
            }
        }
        best
    }

    /// The claims of the changed subjects as they are in the tree.
    fn read_changed(
        &self,
        tree: &RevisionTree<'_>,
        changed: &[ChangedSubject],
    ) -> Result<Vec<(String, Vec<u64>)>, Error> {
        let folders: Vec<&String> = changed.iter().filter_map(|subject| subject.head.as_ref()).collect();
        let read = |folder: &String| Ok((folder.clone(), self.keys.possible(&tree.read_subject(folder)?)));
        jobs::each(folders, read).into_iter().collect()
    }

    /// Reads every subject that was hit and keeps what it claims.
    fn confirm(
        &self,
        tree: &RevisionTree<'_>,
        mut hits: Vec<Claimed>,
        except: &BTreeSet<String>,
        mut stats: Stats,
    ) -> Result<Elsewhere, Error> {
        hits.retain(|hit| !except.contains(&hit.folder));
        hits.sort_unstable();
        hits.dedup();
        let mut cut = Vec::new();
        let mut kept = Vec::new();
        for group in hits.chunk_by(|a, b| a.key == b.key) {
            if let Some(hit) = group.get(MOST_PER_KEY) {
                cut.push(hit.key);
            }
            kept.extend(group.iter().take(MOST_PER_KEY));
        }
        let mut folders: Vec<&str> = kept.iter().map(|hit| hit.folder.as_str()).collect();
        folders.sort_unstable();
        folders.dedup();
        stats.confirmed = folders.len();
        let read = jobs::each(folders, |folder| Ok((folder, self.keys.claimed(&tree.read_subject(folder)?))));
        let read: Vec<(&str, Vec<u64>)> = read.into_iter().collect::<Result<_, Error>>()?;
        let claims = |hit: &Claimed| {
            let subject = read.binary_search_by_key(&hit.folder.as_str(), |(folder, _)| folder);
            subject.ok().and_then(|at| read.get(at)).is_some_and(|(_, keys)| keys.contains(&hit.key))
        };
        let claims = kept.into_iter().filter(|hit| claims(hit)).cloned().collect();
        Ok(Elsewhere { claims, cut, stats })
    }
}
