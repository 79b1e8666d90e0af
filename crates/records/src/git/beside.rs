//! What stands in a revision beside its records, and the ids of what stands on disk.

use super::commit::Revision;
use super::objects::{self, Kind, Node};
use super::{Error, Repository};
use git2::{ObjectType, Oid};
use std::fs;
use std::io;
use std::path::Path;

impl Repository {
    /// What stands under a path, from the root of the repository on; links are not followed.
    pub(crate) fn stands(&self, revision: &Revision, path: &str) -> Result<Option<Node>, Error> {
        let top = Node { id: revision.tree, kind: Kind::Folder };
        self.with(|git| objects::descend(git, top, path))
    }

    /// What stands right in a folder: each name, whether it is text, and what it stands for.
    pub(crate) fn inside(&self, revision: &Revision, folder: &str) -> Result<Vec<(String, bool, Node)>, Error> {
        let Some(node) = self.stands(revision, folder)?.filter(|node| node.kind == Kind::Folder) else {
            return Ok(Vec::new());
        };
        let entry = |(name, node): (&[u8], Node)| {
            (String::from_utf8_lossy(name).into_owned(), std::str::from_utf8(name).is_ok(), node)
        };
        self.with(|git| objects::tree(git, node.id, |entries| entries.map(|one| one.map(entry)).collect()))
    }
}

/// The id that git would give to a regular file or a symbolic link of the file system.
pub(crate) fn id_on_disk(at: &Path) -> io::Result<String> {
    let metadata = fs::symlink_metadata(at)?;
    let id = match () {
        () if metadata.is_symlink() => {
            Oid::hash_object(ObjectType::Blob, fs::read_link(at)?.as_os_str().as_encoded_bytes())
        }
        () if metadata.is_file() => Oid::hash_file(ObjectType::Blob, at),
        // A pipe would be waited for; it is like nothing that was committed.
        () => return Ok(String::new()),
    };
    id.map(|id| id.to_string()).map_err(io::Error::other)
}
