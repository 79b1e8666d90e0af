//! What runs that were killed left behind.

use super::hidden::{Kind, kind};
use super::{held, step};
use std::fs;
use std::path::{Path, PathBuf};

/// What bears a hidden name of a kind in a folder.
pub(super) fn named(folder: &Path, wanted: Kind) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<_> =
        entries.filter(|entry| kind(&entry.file_name()) == Some(wanted)).map(|entry| entry.path()).collect();
    found.sort();
    found
}

/// Takes away what is left over in a folder. What stays is hidden and does no harm.
pub(super) fn sweep(folder: &Path) {
    for path in named(folder, Kind::Staged) {
        remove_left_over(&path);
    }
}

/// Takes something away unless a run still works on it.
pub(super) fn remove_left_over(path: &Path) {
    let Ok(found) = fs::symlink_metadata(path) else { return };
    if found.is_symlink() {
        // None of ours, and nothing that leads elsewhere is looked into.
        drop(step::remove_file(path));
        return;
    }
    if let Some(_held) = held::left_over(path) {
        drop(if found.is_dir() { step::remove_folder(path) } else { step::remove_file(path) });
    }
}
