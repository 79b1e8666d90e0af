//! Symbolic links of a revision, followed within it as a file system would.

use super::Error;
use super::objects::{self, Kind, Node};
use super::repository::Handle;
use crate::raw::Content;
use git2::Oid;

/// How many links lead to one file at most, as in Linux.
const MOST: usize = 40;

/// The longest target of a link that is read.
const TARGET_BYTES: u64 = 4096;

/// The file to which a path leads, if it lies within a folder: `path` and `within` are paths
/// from the root of the revision on.
pub(super) fn follow(git: &Handle<'_>, top: Oid, path: &str, within: &str) -> Result<Option<Oid>, Error> {
    let root = Node { id: top, kind: Kind::Folder };
    // What is still to walk, the next part last, and the way walked so far.
    let mut ahead: Vec<String> = path.rsplit('/').map(str::to_owned).collect();
    let mut walked: Vec<(String, Node)> = Vec::new();
    let mut links = 0;
    while let Some(part) = ahead.pop() {
        if part.is_empty() || part == "." {
            continue;
        }
        if part == ".." {
            // Above the root of the repository nothing is known.
            if walked.pop().is_none() {
                return Ok(None);
            }
            continue;
        }
        let here = walked.last().map_or(root, |(_, node)| *node);
        if here.kind != Kind::Folder {
            return Ok(None);
        }
        match objects::child(git, here.id, part.as_bytes())? {
            Some(Node { id, kind: Kind::Link }) => {
                links += 1;
                let Some(target) = target(git, id)? else { return Ok(None) };
                if MOST < links || target.starts_with('/') {
                    return Ok(None);
                }
                ahead.extend(target.rsplit('/').map(str::to_owned));
            }
            Some(node) => walked.push((part, node)),
            None => return Ok(None),
        }
    }
    let lies_within = within
        .split('/')
        .filter(|part| !part.is_empty())
        .enumerate()
        .all(|(at, part)| walked.get(at).is_some_and(|(name, _)| name == part));
    let last = walked.last().map(|(_, node)| *node).filter(|node| lies_within && node.kind == Kind::File);
    Ok(last.map(|node| node.id))
}

fn target(git: &Handle<'_>, id: Oid) -> Result<Option<String>, Error> {
    match objects::blob(git, id, TARGET_BYTES)? {
        Content::Bytes(bytes) => Ok(String::from_utf8(bytes).ok()),
        _ => Ok(None),
    }
}
