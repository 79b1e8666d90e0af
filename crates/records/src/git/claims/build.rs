//! All claims of a tree, in memory.

use super::super::{Error, RevisionTree};
use super::{Claimed, KeySource};
use crate::tree;
use std::collections::BTreeSet;

/// Hashes with the folders that claim them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Pairs {
    /// The folders, sorted.
    pub(super) folders: Vec<String>,
    /// The hashes with positions of folders, sorted.
    pub(super) entries: Vec<(u64, u32)>,
}

impl Pairs {
    /// Reads a whole tree.
    pub(super) fn read(tree: &RevisionTree<'_>, keys: &impl KeySource) -> Result<Self, Error> {
        let subjects = tree::each(tree, &|raw| (keys.possible(&raw), raw.folder))?;
        Ok(Self::of(subjects.into_iter().map(|(keys, folder)| (folder, keys)).collect()))
    }

    pub(super) fn of(mut subjects: Vec<(String, Vec<u64>)>) -> Self {
        subjects.retain(|(_, keys)| !keys.is_empty());
        subjects.sort_unstable();
        let mut pairs = Self::default();
        for (folder, keys) in subjects {
            let Ok(position) = u32::try_from(pairs.folders.len()) else { break };
            pairs.folders.push(folder);
            pairs.entries.extend(keys.into_iter().map(|key| (key, position)));
        }
        pairs.entries.sort_unstable();
        pairs.entries.dedup();
        pairs
    }

    /// The folders that claim one of the values.
    pub(super) fn hits(&self, wanted: &BTreeSet<u64>) -> Vec<Claimed> {
        let mut hits = Vec::new();
        for key in wanted {
            let from = self.entries.partition_point(|(found, _)| found < key);
            let same = self.entries.get(from..).unwrap_or_default().iter().take_while(|(found, _)| found == key);
            let folders = same.filter_map(|(_, at)| self.folders.get(*at as usize));
            hits.extend(folders.map(|folder| Claimed { key: *key, folder: folder.clone() }));
        }
        hits
    }

    /// Each folder with its hashes.
    fn subjects(self) -> Vec<(String, Vec<u64>)> {
        let mut subjects: Vec<_> = self.folders.into_iter().map(|folder| (folder, Vec::new())).collect();
        for (key, at) in self.entries {
            if let Some((_, keys)) = subjects.get_mut(at as usize) {
                keys.push(key);
            }
        }
        subjects
    }

    pub(super) fn without(self, folders: &BTreeSet<&str>) -> Self {
        let mut subjects = self.subjects();
        subjects.retain(|(folder, _)| !folders.contains(folder.as_str()));
        Self::of(subjects)
    }

    pub(super) fn with(self, fresh: &[(String, Vec<u64>)]) -> Self {
        let mut subjects = self.subjects();
        subjects.extend(fresh.iter().cloned());
        Self::of(subjects)
    }
}
