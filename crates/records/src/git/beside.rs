//! Files beside the records: settings, overlays, templates, told apart by their ids.

use super::commit::Revision;
use super::objects::{self, Kind, Node};
use super::repository::Handle;
use super::{Error, Repository};
use crate::overlay::File;
use crate::raw::{Content, TreeLimits};
use crate::road::join;
use crate::system::cannot_read;
use crate::tree::is_yaml;
use beian_core::words;
use beian_core::words::Words;
use git2::{ObjectType, Oid};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path};

/// How deep a folder is looked into. Templates have no folders of folders of folders.
const DEPTH: usize = 4;

/// How many files are looked at.
const MOST: usize = 2_000;

impl Repository {
    /// The ids of the file under a path, or of all files below it, by their paths from the
    /// root of the repository on.
    ///
    /// # Errors
    /// If an object is missing or broken.
    pub fn ids(&self, revision: &Revision, path: &str) -> Result<BTreeMap<String, String>, Error> {
        let top = Node { id: revision.tree, kind: Kind::Folder };
        self.with(|git| {
            let mut found = BTreeMap::new();
            if let Some(node) = objects::descend(git, top, path)? {
                collect(git, node, path.trim_matches('/'), 0, &mut found)?;
            }
            Ok(found)
        })
    }
}

impl Repository {
    /// The files that a name of the settings stands for, as [`crate::beside::files`] answers
    /// them for a working directory: itself, or the YAML files of a folder. `folder` is that
    /// of the settings, from the root of the repository on.
    ///
    /// # Errors
    /// In words, if there is nothing that can be read.
    pub fn files_beside(&self, revision: &Revision, folder: &str, name: &str) -> Result<Vec<File>, Words> {
        let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !plain {
            return Err(words!("{name} 不在仓库里面", "{name} is not inside the repository"));
        }
        let refused = |Words { zh, en }| words!("读不了 {name}：{zh}", "cannot read {name}: {en}");
        let path = join(folder, name.trim_end_matches('/')).trim_matches('/').to_owned();
        let ids = self.ids(revision, &path).map_err(|error| refused(error.words()))?;
        let mut files = Vec::new();
        for file in ids.into_keys().filter(|file| *file == path || is_record_in(file, &path)) {
            match self.file(revision, &file, &TreeLimits::default()).map_err(|error| refused(error.words()))? {
                Some(Content::Bytes(bytes)) => files.push((file, bytes)),
                _ => return Err(refused(Words::fixed("不是普通文件", "it is no regular file"))),
            }
        }
        if files.is_empty() { Err(cannot_read(name, &ErrorKind::NotFound.into())) } else { Ok(files) }
    }
}

/// Whether a path is that of a YAML file right below a folder.
fn is_record_in(path: &str, folder: &str) -> bool {
    let name = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
    name.is_some_and(|name| !name.contains('/') && !name.starts_with('.') && is_yaml(name))
}

fn collect(
    git: &Handle<'_>,
    node: Node,
    path: &str,
    depth: usize,
    found: &mut BTreeMap<String, String>,
) -> Result<(), Error> {
    if node.kind != Kind::Folder {
        found.insert(path.to_owned(), node.id.to_string());
        return Ok(());
    }
    if DEPTH <= depth || MOST <= found.len() {
        return Ok(());
    }
    let below: Vec<(String, Node)> = objects::tree(git, node.id, |entries| {
        entries.map(|entry| entry.map(|(name, node)| (String::from_utf8_lossy(name).into_owned(), node))).collect()
    })?;
    below.into_iter().try_for_each(|(name, node)| collect(git, node, &join(path, &name), depth + 1, found))
}

/// The same of a working directory. What cannot be read has an id of its own, so that it
/// differs from whatever was committed.
#[must_use]
pub fn ids_on_disk(root: &Path, path: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    collect_on_disk(&root.join(path), path.trim_matches('/'), 0, &mut found);
    found
}

fn collect_on_disk(at: &Path, path: &str, depth: usize, found: &mut BTreeMap<String, String>) {
    let Ok(metadata) = fs::symlink_metadata(at) else { return };
    if !metadata.is_dir() {
        // A pipe would be waited for.
        let id = match () {
            () if metadata.is_symlink() => link_id(at),
            () if metadata.is_file() => Oid::hash_file(ObjectType::Blob, at).ok(),
            () => None,
        };
        found.insert(path.to_owned(), id.map_or_else(|| "unread".to_owned(), |id| id.to_string()));
        return;
    }
    if DEPTH <= depth || MOST <= found.len() {
        return;
    }
    for entry in fs::read_dir(at).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        collect_on_disk(&entry.path(), &join(path, &name), depth + 1, found);
    }
}

/// The id that git would give to a symbolic link.
fn link_id(at: &Path) -> Option<Oid> {
    let target = fs::read_link(at).ok()?.into_os_string().into_encoded_bytes();
    Oid::hash_object(ObjectType::Blob, &target).ok()
}
