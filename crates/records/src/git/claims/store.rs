//! Where the files of the index lie.

use super::super::Repository;
use super::build::Pairs;
use super::file::encode;
use crate::files;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How many files are kept. They are found again by the pruned walk, and each costs one.
const MOST: usize = 4;

/// The files made under one stamp.
pub(super) struct Store {
    folder: PathBuf,
    prefix: String,
}

impl Store {
    pub(super) fn of(repository: &Repository, stamp: &str) -> Self {
        Self { folder: repository.common_dir().join("beian"), prefix: format!("claims-v1-{stamp}-") }
    }

    /// The file of a tree.
    pub(super) fn path(&self, tree: &str) -> PathBuf {
        self.folder.join(format!("{}{tree}", self.prefix))
    }

    /// Takes a broken file away.
    pub(super) fn remove(&self, tree: &str) {
        // One that stays is found broken again, and no worse.
        files::take_away(&self.path(tree));
    }

    /// The trees that have a file, sorted.
    pub(super) fn trees(&self) -> Vec<String> {
        let mut trees: Vec<_> = names(&self.folder)
            .into_iter()
            .filter_map(|name| name.strip_prefix(&self.prefix).map(str::to_owned))
            .collect();
        trees.sort_unstable();
        trees
    }

    /// Writes the file of a tree at once or not at all. A folder that cannot be written
    /// only costs the next run its time.
    pub(super) fn write(&self, tree: &str, pairs: &Pairs) -> bool {
        let written = self.try_write(tree, &encode(pairs)).is_ok();
        if written {
            self.sweep();
        }
        written
    }

    fn try_write(&self, tree: &str, bytes: &[u8]) -> io::Result<()> {
        files::make_folders(&self.folder)?;
        files::replace_file(&self.path(tree), bytes).map_err(|failed| failed.error)
    }

    /// Takes the oldest files away. Their times say only which were used least.
    fn sweep(&self) {
        let age = |name: &String| {
            let metadata = fs::metadata(self.folder.join(name));
            metadata.and_then(|metadata| metadata.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
        };
        let mut files: Vec<_> = names(&self.folder)
            .into_iter()
            .filter(|name| name.starts_with("claims-"))
            .map(|name| (age(&name), name))
            .collect();
        files.sort_unstable();
        let surplus = files.len().saturating_sub(MOST);
        for (_, name) in files.into_iter().take(surplus) {
            // Whoever holds it open keeps it.
            files::take_away(&self.folder.join(name));
        }
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}
