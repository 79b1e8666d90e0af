//! Writing files: the one layer by which every command writes.
//!
//! What is written is built under a hidden name beside its place ([`hidden`]), brought to the
//! disk, and then comes to its place by one operation of the system: a file by a rename, a new
//! folder by a rename, a folder that is renewed by an exchange ([`Folder`]). Where several files
//! come into a folder that holds others, they are staged with a journal; one rename says that all
//! of them are meant, and whoever next opens the folder finishes what was begun (`set`).
//!
//! A run holds a lock of the system on what it builds, which ends with the process however that
//! ends. What bears such a name and is locked by nobody is left over and is taken away, whatever
//! number its process had; where the system knows no such locks, after a day.

#[cfg(test)]
mod fault;
mod folder;
mod held;
pub mod hidden;
#[cfg(test)]
mod killed;
mod renewal;
mod set;
mod single;
mod staged;
mod standing;
mod step;
mod sweep;

pub use folder::{Folder, Road};
pub use renewal::{NotRenewed, Renewal};
pub use single::replace_file;
pub use staged::Staged;
pub use standing::{Standing, standing};

use crate::system::{cannot_write, why};
use beian_core::words::Words;
use std::io;
use std::path::{Path, PathBuf};

/// What kept something from being written; what stood there stands there.
#[derive(Debug)]
pub struct Error {
    /// What should be written, by the name that the user knows.
    pub path: PathBuf,
    /// What the system answered.
    pub error: io::Error,
}

impl Error {
    fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |error| Self { path, error }
    }

    /// What kept it, for a person; `shown` is the path as it is printed.
    #[must_use]
    pub fn words(&self, shown: &str) -> Words {
        cannot_write(shown, &self.error)
    }

    /// Why alone.
    #[must_use]
    pub fn why(&self) -> Words {
        why(&self.error)
    }
}

/// Takes a file away that is of no use; one that cannot be taken away does no harm.
pub(crate) fn take_away(path: &Path) {
    drop(step::remove_file(path));
}

/// Makes a folder and those above it.
pub(crate) fn make_folders(folder: &Path) -> io::Result<()> {
    step::create_folders(folder)
}
