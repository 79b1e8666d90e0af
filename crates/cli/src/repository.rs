//! The repository that records stand in: its folder and what it judges by.

use crate::context::Context;
use crate::failure::Failure;
use beian_core::model::Settings;
use beian_core::words;
use beian_records::beside;
use beian_records::git;
use beian_records::grounds::Grounds;
pub(crate) use beian_records::grounds::SETTINGS;
use beian_records::read::{Document, read_settings};
use beian_records::store::{Empty, Store, Working};
use beian_records::system::real;
use beian_records::tree::Tree;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// More is no file of settings.
const LARGEST: u64 = 1 << 20;

/// A repository.
#[derive(Debug)]
pub(crate) struct Repository {
    /// Its folder without links, if there is one.
    pub(crate) folder: Option<PathBuf>,
    /// By what its records are judged.
    pub(crate) grounds: Grounds,
}

impl Repository {
    /// The repository named on the command line, or else the nearest one at or above a path.
    pub(crate) fn open(context: &Context, from: &Path) -> Result<Self, Failure> {
        let folder = match &context.repository {
            Some(folder) => Some(named(folder)?),
            None => real(from).ok().and_then(|from| above(&from)),
        };
        let given = context.config.as_deref().map(given).transpose()?;
        // Where there is none, this folder is as good as one, unless another one is meant.
        let root = folder.clone().or_else(|| (from == Path::new(".")).then(|| PathBuf::from(".")));
        let store: Arc<dyn Store> = match &root {
            Some(root) => Arc::new(Working::new(root)),
            None => Arc::new(Empty),
        };
        let shown = folder.clone();
        let naming = Box::new(move |path: &str| shown.as_ref().map_or(path.to_owned(), |at| from_here(&at.join(path))));
        let grounds = Grounds::read(store, given, naming)?;
        Ok(Self { folder, grounds })
    }

    /// By what records would be judged here; where that cannot be read, the rules as they are.
    pub(crate) fn grounds_here(context: &Context) -> Grounds {
        Self::open(context, Path::new(".")).map_or_else(|_| Grounds::none(), |found| found.grounds)
    }

    /// A path as it is shown, named as other programs find it: from the folder of the git
    /// repository on, or else of this one.
    pub(crate) fn seen_from_root(&self, shown: &str) -> String {
        seen_from_root(self.folder.as_deref(), shown)
    }

    /// The folder of the records by the settings, or else the usual one; it need not exist.
    pub(crate) fn records(&self) -> Result<PathBuf, Failure> {
        let inside = self.grounds.records()?;
        match &self.folder {
            None => Ok(PathBuf::from(inside)),
            Some(folder) => {
                // A link out of the repository is refused; another one is shown as it is named.
                Working::new(folder).records(inside)?;
                Ok(folder.join(inside))
            }
        }
    }
}

/// A path as it is shown, named from the root of the git repository around a folder on, or else
/// from that folder on.
pub(crate) fn seen_from_root(folder: Option<&Path>, shown: &str) -> String {
    let Some(folder) = folder else { return shown.to_owned() };
    let root = folder.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(folder);
    let Ok(here) = std::env::current_dir().and_then(fs::canonicalize) else { return shown.to_owned() };
    let mut path = PathBuf::new();
    for part in here.join(shown).components() {
        match part {
            Component::ParentDir => {
                path.pop();
            }
            Component::CurDir => {}
            other => path.push(other),
        }
    }
    path.strip_prefix(root).map_or_else(|_| shown.to_owned(), |rest| rest.to_string_lossy().into_owned())
}

/// The records below a folder of a store. That there is no such folder says nothing of what may
/// have stood in it.
pub(crate) fn tree_of<'s>(store: &'s dyn Store, records: &str) -> Result<Box<dyn Tree + 's>, Failure> {
    store.tree(records)?.ok_or_else(|| match store.revision() {
        Some(revision) => {
            Failure::from(git::Error::NoRecordsFolder { revision: revision.id.clone(), folder: records.to_owned() })
        }
        None => Failure::usage(words!("没有记录目录 {records}", "there is no records folder {records}")),
    })
}

/// Settings that were named on the command line, called so in reports.
pub(crate) fn given(file: &Path) -> Result<Document<Settings>, Failure> {
    let shown = from_here(file);
    let bytes = beside::named(file, &shown, LARGEST)?;
    Ok(read_settings(&bytes, &shown))
}

/// The folder named on the command line, without links.
fn named(folder: &Path) -> Result<PathBuf, Failure> {
    let real = fs::canonicalize(folder).map_err(|error| Failure::reading(&folder.to_string_lossy(), &error))?;
    if real.is_dir() {
        return Ok(real);
    }
    let shown = folder.to_string_lossy();
    Err(Failure::usage(words!("--repository 的 {shown} 不是目录", "--repository {shown} is no folder")))
}

/// The nearest folder at or above a path that is a repository: its settings stand there, or were
/// left out by git, or git itself does.
pub(crate) fn above(from: &Path) -> Option<PathBuf> {
    let is_repository =
        |folder: &&Path| folder.join(SETTINGS).symlink_metadata().is_ok() || folder.join(".git").exists();
    let found = from.ancestors().find(is_repository)?;
    let store = Working::new(found);
    let is_left_out = |folder: &&Path| {
        let settings = folder.join(SETTINGS);
        let inside = settings.strip_prefix(found).ok().and_then(Path::to_str);
        inside.is_some_and(|inside| store.file(inside, LARGEST).is_ok_and(|content| content.is_some()))
    };
    let between = from.ancestors().take_while(|folder| *folder != found);
    Some(between.into_iter().find(is_left_out).unwrap_or(found).to_path_buf())
}

/// A path as a person reads it: from the present folder on, where that is shorter.
pub(crate) fn from_here(path: &Path) -> String {
    let Ok(here) = std::env::current_dir().and_then(fs::canonicalize) else {
        return path.to_string_lossy().into_owned();
    };
    for (climbs, folder) in here.ancestors().enumerate().take(4) {
        // A path that shares nothing with this folder but its outermost parts reads better whole.
        if let Ok(rest) = path.strip_prefix(folder)
            && (climbs == 0 || folder.parent().is_some())
        {
            let rest = "../".repeat(climbs) + &rest.to_string_lossy();
            return if rest.is_empty() { ".".to_owned() } else { rest };
        }
    }
    path.to_string_lossy().into_owned()
}
