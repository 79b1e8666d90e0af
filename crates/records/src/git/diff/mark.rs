//! What tells two files apart without reading both.

use super::super::objects::{Kind, Node};
use super::super::{Error, RevisionTree};
use crate::disk::Disk;
use crate::raw::Content;
use crate::tree::{Listing, Road};
use git2::{ObjectType, Oid};
use std::fs;
use std::path::{Path, PathBuf};

/// The newer side of a comparison.
pub(super) trait Marked: Road {
    /// Whether folders that are equal on both sides are passed over.
    const PRUNES: bool;

    /// Whether its files are objects of the repository.
    const STORED: bool;

    /// The id of a folder's tree, if it has one.
    fn folder_id(&self, at: &Self::At) -> Option<Oid>;

    /// The id and kind of a file; `base` is what the older side has under that name.
    fn mark(&self, at: &Self::At, base: Option<Node>) -> Result<Node, Error>;

    /// The same of a file of evidence, of which the older side may hold a pointer of git LFS.
    fn mark_evidence(&self, at: &Self::At, base: Option<Node>) -> Result<Node, Error> {
        self.mark(at, base)
    }

    /// An error of the road as one of ours.
    fn error(error: Self::Error) -> Error;

    /// Lists a folder on both sides; what is equal on both may be left out if both are
    /// subjects or neither is.
    fn lists(&self, base: &RevisionTree<'_>, old: Option<Node>, new: Option<&Self::At>) -> Result<Lists<Self>, Error> {
        let old = old.map(|at| base.list(&at)).transpose()?.unwrap_or_default();
        let new = new.map(|at| self.list(at)).transpose().map_err(Self::error)?.unwrap_or_default();
        Ok((old, new))
    }
}

/// The listings of a folder on both sides.
pub(super) type Lists<H> = (Listing<Node>, Listing<<H as Road>::At>);

impl Marked for RevisionTree<'_> {
    const PRUNES: bool = true;
    const STORED: bool = true;

    fn folder_id(&self, at: &Node) -> Option<Oid> {
        Some(at.id)
    }

    fn mark(&self, at: &Node, _base: Option<Node>) -> Result<Node, Error> {
        Ok(*at)
    }

    fn error(error: Error) -> Error {
        error
    }

    fn lists(&self, base: &RevisionTree<'_>, old: Option<Node>, new: Option<&Node>) -> Result<Lists<Self>, Error> {
        match (old, new) {
            (Some(old), Some(new)) => {
                let (left, right) = base.list_differing(old, *new)?;
                // A subject hides what lies below it. Where only one side is a subject, what is
                // equal on both is to be seen on the other one alone.
                if left.is_subject() == right.is_subject() {
                    return Ok((left, right));
                }
                Ok((base.list(&old)?, self.list(new)?))
            }
            (Some(old), None) => Ok((base.list(&old)?, Listing::default())),
            (None, Some(new)) => Ok((Listing::default(), self.list(new)?)),
            (None, None) => Ok((Listing::default(), Listing::default())),
        }
    }
}

/// The id and kind of a file on disk, by reading it.
pub(super) fn hashed(disk: &Disk, at: &PathBuf, base: Option<Node>) -> Result<Node, Error> {
    let hashed =
        |bytes: &[u8]| Oid::hash_object(ObjectType::Blob, bytes).map_err(|error| Error::reading(at.display(), &error));
    if let Some(target) = link_target(at) {
        return Ok(Node { id: hashed(&target)?, kind: Kind::Link });
    }
    let id = match disk.content(at, "") {
        Content::Bytes(bytes) => {
            let id = hashed(&bytes)?;
            let line_ends = base.is_some_and(|base| base.id != id) && bytes.windows(2).any(|pair| pair == b"\r\n");
            if line_ends { as_committed(&bytes, id, base, hashed)? } else { id }
        }
        Content::TooLarge(_) => {
            Oid::hash_file(ObjectType::Blob, at).map_err(|error| Error::reading(at.display(), &error))?
        }
        // Nothing is known of it, which is told by reading it as a changed file.
        Content::Link | Content::Special | Content::Refused(_) => Oid::ZERO_SHA1,
    };
    Ok(Node { id, kind: Kind::File })
}

/// The id with the line ends of the older side, if only they differ.
fn as_committed(
    bytes: &[u8],
    id: Oid,
    base: Option<Node>,
    hashed: impl Fn(&[u8]) -> Result<Oid, Error>,
) -> Result<Oid, Error> {
    let mut plain = Vec::with_capacity(bytes.len());
    for (at, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(at + 1) != Some(&b'\n') {
            plain.push(*byte);
        }
    }
    let plain = hashed(&plain)?;
    Ok(if base.is_some_and(|base| base.id == plain) { plain } else { id })
}

/// What a symbolic link says, as git would store it.
fn link_target(path: &Path) -> Option<Vec<u8>> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    is_link.then(|| fs::read_link(path).ok().map(|target| target.into_os_string().into_encoded_bytes()))?
}
