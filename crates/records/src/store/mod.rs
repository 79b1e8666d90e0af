//! Where records come from.
//!
//! A store is a place that holds records and all that decides about them: settings, overlays,
//! templates, the baseline. It may be a working directory or a revision; whoever reads from one
//! need not know which. Paths are counted from the folder of the settings on, with `/` between
//! their parts, but for those inside a tree of records.

mod committed;
mod empty;
mod error;
mod files;
mod working;

pub use crate::unseen::{Unseen, Why};
pub use committed::Committed;
pub use empty::Empty;
pub use error::Error;
pub use working::Working;

use crate::git::Revision;
use crate::overlay::File;
use crate::raw::Content;
use crate::tree::Tree;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::path::{Component, Path};

/// A place that holds records and what decides about them.
pub trait Store: Debug + Send + Sync {
    /// The revision that it is; none for a working directory.
    fn revision(&self) -> Option<&Revision>;

    /// The records below a folder; none if there is no such folder.
    ///
    /// # Errors
    /// If the folder leads out of the store, or cannot be read.
    fn tree(&self, records: &str) -> Result<Option<Box<dyn Tree + '_>>, Error>;

    /// What a file beside the records holds, if it is not longer than so many bytes; none if
    /// there is no such file.
    ///
    /// # Errors
    /// If it is not known whether there is one.
    fn file(&self, path: &str, most: u64) -> Result<Option<Content>, Error>;

    /// The overlays that a name of the settings stands for, sorted: itself, or the YAML files of a
    /// folder.
    ///
    /// # Errors
    /// If there are none, or one of them cannot be read.
    fn overlays(&self, name: &str) -> Result<Vec<File>, Error>;

    /// The files below a folder whose names end so, by their paths from that folder on, sorted;
    /// nothing if there is no such folder.
    ///
    /// # Errors
    /// If something of it cannot be read.
    fn below(&self, folder: &str, ending: &str) -> Result<Option<Vec<File>>, Error>;

    /// What tells the settings, the baseline, an overlay or those of a folder from any other: by
    /// their paths.
    ///
    /// # Errors
    /// If something of it cannot be read.
    fn ids(&self, name: &str) -> Result<BTreeMap<String, String>, Error>;

    /// The same of all files below a folder, whatever their names.
    ///
    /// # Errors
    /// If something of it cannot be read.
    fn ids_below(&self, folder: &str) -> Result<BTreeMap<String, String>, Error>;
}

/// Whether a path stays below the folder that it is counted from.
#[must_use]
pub fn stays_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

/// A path below a folder; the folder may be nothing, for the one that paths are counted from.
#[must_use]
pub fn join(folder: &str, path: &str) -> String {
    let parts = folder.split('/').chain(path.split('/'));
    parts.filter(|part| !part.is_empty() && *part != ".").collect::<Vec<_>>().join("/")
}
