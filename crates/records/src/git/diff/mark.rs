//! What tells two files apart without reading both.

use super::super::objects::{self, Kind, Node};
use super::super::{Error, RevisionTree, evidence};
use crate::disk::Disk;
use crate::raw::Content;
use crate::road::{Listing, Road, Stop};
use crate::unseen::Why;
use git2::{ObjectType, Oid};
use std::fs;
use std::path::{Path, PathBuf};

/// The newer side of a comparison.
pub(super) trait Marked: Road + Sized {
    /// Whether folders that are equal on both sides are passed over.
    const PRUNES: bool;

    /// Whether its files are objects of the repository.
    const STORED: bool;

    /// The id of a folder's tree, if it has one.
    fn folder_id(&self, at: &Self::At) -> Option<Oid>;

    /// What leads to a file of a subject's evidence that was marked before.
    fn paper(&self, folder: &str, name: &str, node: Node) -> Self::At;

    /// The id and kind of a file; `base` is what the older side has under that name.
    fn mark(&self, at: &Self::At, base: Option<Node>) -> Result<Node, Error>;

    /// The same of a file of evidence: that of the older side, if one of them is a pointer of git
    /// LFS to the other.
    fn mark_evidence(&self, at: &Self::At, base: Option<Node>) -> Result<Node, Error> {
        self.mark(at, base)
    }

    /// Lists a folder on both sides; what is equal on both may be left out if both are
    /// subjects or neither is. A side that cannot be listed is nothing.
    fn lists(&self, base: &RevisionTree<'_>, old: Option<Node>, new: Option<&Self::At>) -> Result<Lists<Self>, Error> {
        Ok((listed(base, old.as_ref())?, listed(self, new)?))
    }
}

/// The listings of a folder on both sides.
pub(super) type Lists<H> = (Option<Listing<Node>>, Option<Listing<<H as Road>::At>>);

/// The listing of a folder that may not be there; nothing if it cannot be seen.
fn listed<R: Road>(road: &R, at: Option<&R::At>) -> Result<Option<Listing<R::At>>, Error> {
    let Some(at) = at else { return Ok(Some(Listing::default())) };
    seen(road.list(at))
}

fn seen<A>(listing: Result<Listing<A>, Stop>) -> Result<Option<Listing<A>>, Error> {
    match listing {
        Ok(listing) => Ok(Some(listing)),
        Err(stop) => stop.unseen().map(|_| None),
    }
}

impl Marked for RevisionTree<'_> {
    const PRUNES: bool = true;
    const STORED: bool = true;

    fn folder_id(&self, at: &Node) -> Option<Oid> {
        Some(at.id)
    }

    fn paper(&self, _folder: &str, _name: &str, node: Node) -> Node {
        node
    }

    fn mark(&self, at: &Node, _base: Option<Node>) -> Result<Node, Error> {
        Ok(*at)
    }

    fn mark_evidence(&self, at: &Node, base: Option<Node>) -> Result<Node, Error> {
        let Some(base) = base.filter(|base| base.id != at.id && (base.kind, at.kind) == (Kind::File, Kind::File))
        else {
            return Ok(*at);
        };
        let is_same = self.repository().with(|git| {
            let length = objects::blob_length(git, at.id)?;
            evidence::stands_for(git, base, length, || evidence::hashed(git, *at))
        });
        // Blobs that were not fetched differ all the same; looking at them says that they are not here.
        Ok(if is_same.unwrap_or(false) { base } else { *at })
    }

    fn lists(&self, base: &RevisionTree<'_>, old: Option<Node>, new: Option<&Node>) -> Result<Lists<Self>, Error> {
        if let (Some(old), Some(new)) = (old, new) {
            let (left, right) = base.list_differing(old, *new)?;
            let most = self.limits().files;
            let (left, right) = (seen(objects::whole(left, most))?, seen(objects::whole(right, most))?);
            let is_subject = |side: &Option<Listing<Node>>| side.as_ref().map(Listing::is_subject);
            // A subject hides what lies below it. Where only one side is a subject, what is
            // equal on both is to be seen on the other one alone.
            if is_subject(&left).is_some() && is_subject(&left) == is_subject(&right) {
                return Ok((left, right));
            }
        }
        Ok((listed(base, old.as_ref())?, listed(self, new)?))
    }
}

/// The id and kind of a file on disk, by reading it.
pub(super) fn hashed(disk: &Disk, at: &PathBuf, base: Option<Node>) -> Result<Node, Error> {
    let hashed =
        |bytes: &[u8]| Oid::hash_object(ObjectType::Blob, bytes).map_err(|error| Error::reading(at.display(), &error));
    if let Some(target) = link_target(at) {
        return Ok(Node { id: hashed(&target)?, kind: Kind::Link });
    }
    if let Some(node) = disk.left_out(at) {
        return Ok(node);
    }
    let id = match disk.content(at, "")? {
        Content::Bytes(bytes) => {
            let id = hashed(&bytes)?;
            let line_ends = base.is_some_and(|base| base.id != id) && bytes.windows(2).any(|pair| pair == b"\r\n");
            if line_ends { as_committed(&bytes, id, base, hashed)? } else { id }
        }
        Content::Unseen(Why::TooLarge(_) | Why::Pointer) => {
            Oid::hash_file(ObjectType::Blob, at).map_err(|error| Error::reading(at.display(), &error))?
        }
        // Nothing is known of it, which is told by reading it as a changed file.
        Content::Unseen(_) => Oid::ZERO_SHA1,
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
