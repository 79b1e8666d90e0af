//! Trees and blobs as they stand in the object store.

use super::Error;
use super::loose::{self, Much};
use super::repository::Handle;
use crate::raw::Content;
use crate::road::{Listing, Named, Stop};
use crate::tree::holds_records;
use crate::unseen::Why;
use git2::{ObjectType, Odb, Oid};
use std::cmp::Ordering;
use std::sync::Arc;

/// The largest tree that is read: a folder of a million names takes some 40 MiB.
const TREE_BYTES: u64 = 256 << 20;

/// What a name of a tree stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    File,
    Folder,
    Link,
    Submodule,
}

/// An object with the kind that its tree gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) id: Oid,
    pub(crate) kind: Kind,
}

impl Node {
    /// What a name stands for that leads to it.
    pub(crate) fn named(self) -> Named {
        match self.kind {
            Kind::File => Named::File,
            Kind::Folder => Named::Folder,
            Kind::Link => Named::Link,
            Kind::Submodule => Named::Submodule,
        }
    }

    /// Its id, in hexadecimal digits.
    pub(crate) fn shown(self) -> String {
        self.id.to_string()
    }

    /// Whether it is the place of a submodule.
    pub(crate) fn is_submodule(self) -> bool {
        self.kind == Kind::Submodule
    }
}

/// The id of a folder without anything in it, by definition of git.
pub(super) fn empty_tree() -> Oid {
    const BYTES: [u8; 20] = [
        0x4b, 0x82, 0x5d, 0xc6, 0x42, 0xcb, 0x6e, 0xb9, 0xa0, 0x60, 0xe5, 0x4b, 0xf8, 0xd6, 0x92, 0x88, 0xfb, 0xee,
        0x49, 0x04,
    ];
    Oid::from_bytes(&BYTES).unwrap_or(Oid::ZERO_SHA1)
}

/// The object store of a handle.
pub(super) fn store(git: &git2::Repository) -> Result<Odb<'_>, Error> {
    git.odb().map_err(|error| Error::reading("objects", &error))
}

/// The length of an object, asked before it is read: a small delta may stand for gigabytes.
fn length(git: &Handle<'_>, store: &Odb<'_>, id: Oid, kind: ObjectType, much: Much) -> Result<u64, Error> {
    let (found, length) = match loose::look(git.stores(), id, much)? {
        Some(told) => told,
        None => {
            let (length, found) = store.read_header(id).map_err(|error| Error::reading(id, &error))?;
            (found, length as u64)
        }
    };
    if found == kind {
        Ok(length)
    } else {
        Err(Error::Corrupt { what: id.to_string(), why: format!("a {found} where a {kind} belongs") })
    }
}

/// What an object holds: as it was read of late, or out of the store if it is not too long,
/// or else its length.
fn object(git: &Handle<'_>, id: Oid, kind: ObjectType, most: u64) -> Result<Result<Arc<[u8]>, u64>, Error> {
    if let Some(bytes) = git.recent.get(id, kind, most) {
        return Ok(Ok(bytes));
    }
    let store = store(git)?;
    let length = length(git, &store, id, kind, Much::UpTo(most))?;
    if most < length {
        return Ok(Err(length));
    }
    let object = store.read(id).map_err(|error| Error::reading(id, &error))?;
    Ok(Ok(git.recent.keep(id, kind, object.data())))
}

/// Reads a tree and gives its bytes to a function.
pub(super) fn tree<T>(
    git: &Handle<'_>,
    id: Oid,
    read: impl FnOnce(Entries<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    // An object store need not hold it.
    if id == empty_tree() {
        return read(Entries { rest: &[], tree: id });
    }
    match object(git, id, ObjectType::Tree, TREE_BYTES)? {
        Ok(bytes) => read(Entries { rest: &bytes, tree: id }),
        Err(_) => Err(Error::Corrupt { what: id.to_string(), why: "a tree of this size is not read".to_owned() }),
    }
}

/// The entries of a tree, in git's order.
pub(super) struct Entries<'a> {
    rest: &'a [u8],
    tree: Oid,
}

impl<'a> Iterator for Entries<'a> {
    type Item = Result<(&'a [u8], Node), Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let entry = entry(self.rest);
        self.rest = entry.map_or(&[], |(.., rest)| rest);
        Some(entry.map(|(name, node, _)| (name, node)).ok_or_else(|| Error::Corrupt {
            what: self.tree.to_string(),
            why: "a tree whose entries do not end".to_owned(),
        }))
    }
}

/// One entry: mode, blank, name, NUL, twenty bytes of id.
fn entry(bytes: &[u8]) -> Option<(&[u8], Node, &[u8])> {
    let blank = bytes.iter().take(8).position(|byte| *byte == b' ')?;
    let (mode, rest) = bytes.split_at_checked(blank)?;
    let rest = rest.get(1..)?;
    let end = rest.iter().position(|byte| *byte == 0)?;
    let name = rest.get(..end)?;
    let (id, rest) = rest.get(end + 1..)?.split_at_checked(20)?;
    let kind = match mode {
        b"40000" | b"040000" => Kind::Folder,
        b"120000" => Kind::Link,
        b"160000" => Kind::Submodule,
        _ => Kind::File,
    };
    Some((name, Node { id: Oid::from_bytes(id).ok()?, kind }, rest))
}

/// What a tree holds under a name.
pub(super) fn child(git: &Handle<'_>, tree_id: Oid, name: &[u8]) -> Result<Option<Node>, Error> {
    tree(git, tree_id, |mut entries| {
        entries.find(|entry| !matches!(entry, Ok((found, _)) if *found != name)).map(|entry| Ok(entry?.1)).transpose()
    })
}

/// What stands under a path below a folder; links are not followed.
pub(super) fn descend(git: &Handle<'_>, from: Node, path: &str) -> Result<Option<Node>, Error> {
    let mut node = from;
    for name in path.split('/').filter(|name| !name.is_empty() && *name != ".") {
        if node.kind != Kind::Folder {
            return Ok(None);
        }
        match child(git, node.id, name.as_bytes())? {
            Some(below) => node = below,
            None => return Ok(None),
        }
    }
    Ok(Some(node))
}

/// A folder's listing, by the rules that hold for working directories too.
pub(super) fn list(git: &Handle<'_>, id: Oid, most_files: usize) -> Result<Listing<Node>, Error> {
    tree(git, id, |entries| {
        let mut listing = Listing::default();
        for entry in entries {
            let (name, node) = entry?;
            add(&mut listing, name, node);
            if most_files < listing.files.len() {
                break;
            }
        }
        listing.sort();
        Ok(listing)
    })
}

/// That a listing is not cut off by the number of files.
pub(super) fn whole(listing: Listing<Node>, most_files: usize) -> Result<Listing<Node>, Stop> {
    if most_files < listing.files.len() { Err(Stop::Unseen(Why::TooMany)) } else { Ok(listing) }
}

/// The listings of two folders without the groups of subjects that are equal in both. A
/// folder of thousands of groups is passed over without keeping a name.
pub(super) fn list_differing(
    git: &Handle<'_>,
    one: Oid,
    other: Oid,
    most_files: usize,
) -> Result<(Listing<Node>, Listing<Node>), Error> {
    tree(git, one, |ours| {
        tree(git, other, |theirs| {
            let (mut left, mut right) = (Listing::default(), Listing::default());
            let (mut ours, mut theirs) = (ours.peekable(), theirs.peekable());
            loop {
                let order = match (ours.peek(), theirs.peek()) {
                    (None, None) => break,
                    // Nearly all names are the same on both sides.
                    (Some(Ok(a)), Some(Ok(b))) if a == b => Ordering::Equal,
                    (Some(Ok(a)), Some(Ok(b))) => order(a.0, a.1.kind).cmp(order(b.0, b.1.kind)),
                    (Some(_), None) | (Some(Err(_)), _) => Ordering::Less,
                    (None, Some(_)) | (_, Some(Err(_))) => Ordering::Greater,
                };
                let a = if order.is_le() { ours.next().transpose()? } else { None };
                let b = if order.is_ge() { theirs.next().transpose()? } else { None };
                if a == b && a.is_some_and(|(name, node)| is_group(name, node)) {
                    continue;
                }
                a.into_iter().for_each(|(name, node)| add(&mut left, name, node));
                b.into_iter().for_each(|(name, node)| add(&mut right, name, node));
                if most_files < left.files.len().max(right.files.len()) {
                    break;
                }
            }
            left.sort();
            right.sort();
            Ok((left, right))
        })
    })
}

/// What git sorts a tree by: folders as if their names ended in `/`.
fn order(name: &[u8], kind: Kind) -> impl Iterator<Item = &u8> {
    name.iter().chain((kind == Kind::Folder).then_some(&b'/'))
}

/// Whether a name can only be a group of subjects or a subject, or of no interest at all.
fn is_group(name: &[u8], node: Node) -> bool {
    node.kind == Kind::Folder && !std::str::from_utf8(name).is_ok_and(holds_records)
}

fn add(listing: &mut Listing<Node>, name: &[u8], node: Node) {
    if name.starts_with(b".") {
        return;
    }
    let text = std::str::from_utf8(name).ok();
    let shown = text.map_or_else(|| String::from_utf8_lossy(name).into_owned(), str::to_owned);
    listing.add(shown, text.is_some(), node.named(), node);
}

/// What a blob holds, or that it is too large.
pub(super) fn blob(git: &Handle<'_>, id: Oid, most: u64) -> Result<Content, Error> {
    Ok(match object(git, id, ObjectType::Blob, most)? {
        Ok(bytes) => Content::of(bytes.to_vec()),
        Err(length) => Content::Unseen(Why::TooLarge(length)),
    })
}

/// The length of a blob, which is not read for it.
pub(super) fn blob_length(git: &Handle<'_>, id: Oid) -> Result<u64, Error> {
    length(git, &store(git)?, id, ObjectType::Blob, Much::Header)
}

/// Reads a blob of any length, lends its bytes to a function and keeps none of them.
pub(super) fn read_blob<T>(git: &Handle<'_>, id: Oid, read: impl FnOnce(&[u8]) -> T) -> Result<T, Error> {
    loose::look(git.stores(), id, Much::UpTo(u64::MAX))?;
    let store = store(git)?;
    let object = store.read(id).map_err(|error| Error::reading(id, &error))?;
    Ok(read(object.data()))
}
