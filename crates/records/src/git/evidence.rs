//! Evidence in a revision: the blobs that stand for the files which records name.

use super::objects::{self, Kind, Node};
use super::repository::Handle;
use super::{Error, RevisionTree};
use crate::evidence::{of_bytes, too_large};
use crate::lfs;
use crate::road::join;
use beian_core::evidence::{FOLDER, Seen};
use beian_core::words::Words;
use std::sync::{Mutex, PoisonError};

/// The largest blob that is hashed: libgit2 hands it out whole.
const LARGEST: u64 = 256 << 20;

/// Blobs larger than this are read one at a time, or each thread would hold one.
const LARGE: u64 = 16 << 20;

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

impl RevisionTree<'_> {
    /// What is seen of a file within the evidence of a subject, whose folder is named from the
    /// records folder on. What is in the revision is committed.
    pub(crate) fn seen(&self, subject: &str, inside: &str) -> Seen {
        let root = Node { id: self.root(), kind: Kind::Folder };
        let path = join(&join(subject, FOLDER), inside);
        let seen = self.repository().with(|git| seen(git, root, &path));
        seen.unwrap_or_else(|error| Seen::Unseen(error.words()))
    }
}

fn seen(git: &Handle<'_>, root: Node, path: &str) -> Result<Seen, Error> {
    let mut node = root;
    for name in path.split('/').filter(|name| !name.is_empty()) {
        match node.kind {
            Kind::Folder => {}
            Kind::Submodule => break,
            Kind::File | Kind::Link => return Ok(Seen::NoFile),
        }
        match objects::child(git, node.id, name.as_bytes())? {
            Some(below) => node = below,
            None => return Ok(Seen::Missing),
        }
    }
    stored(git, node)
}

/// What is seen of what a path of evidence stands for.
pub(super) fn stored(git: &Handle<'_>, node: Node) -> Result<Seen, Error> {
    match node.kind {
        Kind::File => hashed(git, node),
        Kind::Folder | Kind::Link => Ok(Seen::NoFile),
        Kind::Submodule => Ok(Seen::Unseen(Words::fixed("它在子模块里", "it lies in a submodule"))),
    }
}

/// Whether a file of evidence stands for the same one as a blob does: one of them is a pointer of
/// git LFS to the other. A file that is longer than any pointer is read only for a pointer to it.
pub(super) fn stands_for(
    git: &Handle<'_>,
    blob: Node,
    length: u64,
    other: impl FnOnce() -> Result<Seen, Error>,
) -> Result<bool, Error> {
    let is_short = |length: u64| length < lfs::LONGEST;
    if !is_short(length) && !is_short(objects::blob_length(git, blob.id)?) {
        return Ok(false);
    }
    Ok(match (hashed(git, blob)?, other()?) {
        (
            Seen::File { sha256: one, is_pointer: is_one, .. },
            Seen::File { sha256: other, is_pointer: is_other, .. },
        ) => (is_one || is_other) && one == other,
        _ => false,
    })
}

pub(super) fn hashed(git: &Handle<'_>, node: Node) -> Result<Seen, Error> {
    let length = objects::blob_length(git, node.id)?;
    if LARGEST < length {
        return Ok(Seen::Unseen(too_large(length, LARGEST)));
    }
    let alone = (LARGE < length).then(|| ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner));
    let seen = objects::read_blob(git, node.id, |bytes| of_bytes(bytes, true));
    drop(alone);
    seen
}
