//! Two trees walked side by side.

use super::super::objects::{Kind, Node};
use super::super::{Error, RevisionTree};
use super::Compared;
use super::mark::Marked;
use crate::jobs;
use crate::tree::{Entry, Listing, Road, holds_records, is_yaml, join};
use beian_core::evidence::FOLDER;
use std::collections::BTreeMap;

/// The record files of one folder on one side.
#[derive(Debug, Clone)]
pub(in crate::git) struct Side {
    pub(in crate::git) folder: String,
    pub(in crate::git) files: BTreeMap<String, Node>,
    /// The files of evidence; none where they are not compared or known to be equal.
    pub(in crate::git) evidence: BTreeMap<String, Node>,
}

impl Side {
    fn held(&self) -> (&BTreeMap<String, Node>, &BTreeMap<String, Node>) {
        (&self.files, &self.evidence)
    }
}

/// A folder that differs: what it holds on each side.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) base: Option<Side>,
    pub(super) head: Option<Side>,
}

/// Every folder of records whose files differ.
pub(super) fn pairs<H: Marked>(base: &RevisionTree<'_>, head: &H, compared: Compared) -> Result<Vec<Pair>, Error> {
    let from = Node { id: base.root(), kind: Kind::Folder };
    let to = head.find("").map_err(H::error)?;
    let walk = Walk { base, head, compared };
    walk.folder(Some(from), to.as_ref(), "", 0)
}

struct Walk<'a, 'r, H> {
    base: &'a RevisionTree<'r>,
    head: &'a H,
    compared: Compared,
}

/// A folder within both folders that are compared.
struct Below<A> {
    base: Option<Node>,
    head: Option<A>,
}

impl<H: Marked> Walk<'_, '_, H> {
    fn folder(
        &self,
        base_at: Option<Node>,
        head_at: Option<&H::At>,
        folder: &str,
        depth: usize,
    ) -> Result<Vec<Pair>, Error> {
        if self.same(base_at, head_at) {
            return Ok(Vec::new());
        }
        let (base_list, head_list) = self.head.lists(self.base, base_at, head_at)?;
        let base_ends = base_list.is_subject() || self.base.limits().depth <= depth;
        let head_ends = head_list.is_subject() || self.head.limits().depth <= depth;

        let base = self.base_side(&base_list, folder, base_ends)?;
        let head = self.head_side(&head_list, folder, head_ends, base.as_ref())?;
        let (base, head) = self.with_evidence((base, &base_list), (head, &head_list))?;
        let mut pairs = Vec::new();
        if base.as_ref().map(Side::held) != head.as_ref().map(Side::held) {
            pairs.push(Pair { base, head });
        }
        let below = self.below(base_list, base_ends, head_list, head_ends);
        let one = |(name, at): (String, Below<H::At>)| {
            self.folder(at.base, at.head.as_ref(), &join(folder, &name), depth + 1)
        };
        // Of two revisions only what differs is left, but each folder on disk is walked whole.
        let below = if H::PRUNES { jobs::each(below, one) } else { jobs::many(below, one) };
        for found in below {
            pairs.extend(found?);
        }
        Ok(pairs)
    }

    /// The sides of a subject with their evidence, unless its folder is the same on both.
    fn with_evidence(
        &self,
        (mut base, base_list): (Option<Side>, &Listing<Node>),
        (mut head, head_list): (Option<Side>, &Listing<H::At>),
    ) -> Result<(Option<Side>, Option<Side>), Error> {
        let (old, new) = (folder_at(base_list, FOLDER), folder_at(head_list, FOLDER));
        if self.compared == Compared::Records || self.same(old.copied(), new) {
            return Ok((base, head));
        }
        if let (Some(side), Some(at)) = (&mut base, old) {
            side.evidence = evidence(self.base, at, &|_, at| Ok(*at), &|error| error)?;
        }
        if let (Some(side), Some(at)) = (&mut head, new) {
            let of = |name: &str| base.as_ref().and_then(|side| side.evidence.get(name)).copied();
            let mark = |name: &str, at: &H::At| self.head.mark_evidence(at, of(name));
            side.evidence = evidence(self.head, at, &mark, &H::error)?;
        }
        Ok((base, head))
    }

    fn same(&self, base: Option<Node>, head: Option<&H::At>) -> bool {
        let head = head.and_then(|at| self.head.folder_id(at));
        head.is_some() && base.map(|node| node.id) == head
    }

    /// The folders to compare further. What a subject's folder holds was compared with it.
    fn below(
        &self,
        base: Listing<Node>,
        base_ends: bool,
        head: Listing<H::At>,
        head_ends: bool,
    ) -> Vec<(String, Below<H::At>)> {
        let mut all: BTreeMap<String, Below<H::At>> = BTreeMap::new();
        if !base_ends {
            for entry in base.folders {
                all.insert(entry.name, Below { base: entry.at, head: None });
            }
        }
        if !head_ends {
            for entry in head.folders {
                all.entry(entry.name).or_insert(Below { base: None, head: None }).head = entry.at;
            }
        }
        // A submodule that is checked out is no folder of this repository.
        for entry in base.files.iter().filter(|entry| entry.closed) {
            all.remove(&entry.name);
        }
        all.retain(|_, below| !self.same(below.base, below.head.as_ref()));
        all.into_iter().collect()
    }

    fn base_side(&self, listing: &Listing<Node>, folder: &str, ends: bool) -> Result<Option<Side>, Error> {
        let files = records(self.base, listing, folder, ends, &|_, at| Ok(*at), &|error| error)?;
        Ok(side(folder, files))
    }

    fn head_side(
        &self,
        listing: &Listing<H::At>,
        folder: &str,
        ends: bool,
        base: Option<&Side>,
    ) -> Result<Option<Side>, Error> {
        let mark = |name: &str, at: &H::At| self.head.mark(at, base.and_then(|side| side.files.get(name)).copied());
        let files = records(self.head, listing, folder, ends, &mark, &H::error)?;
        Ok(side(folder, files))
    }
}

/// A folder without records does not count as one that is there.
fn side(folder: &str, files: BTreeMap<String, Node>) -> Option<Side> {
    (!files.is_empty()).then(|| Side { folder: folder.to_owned(), files, evidence: BTreeMap::new() })
}

/// The record files of a subject's folder, or the strays of a folder of groups.
fn records<R: Road>(
    road: &R,
    listing: &Listing<R::At>,
    folder: &str,
    ends: bool,
    mark: &impl Fn(&str, &R::At) -> Result<Node, Error>,
    fail: &impl Fn(R::Error) -> Error,
) -> Result<BTreeMap<String, Node>, Error> {
    let mut files = BTreeMap::new();
    let mut add = |name: String, entry: &Entry<R::At>| -> Result<(), Error> {
        if let Some(at) = entry.at.as_ref().filter(|_| !entry.closed) {
            let node = mark(&name, at)?;
            files.insert(name, node);
        }
        Ok(())
    };
    if !ends {
        for entry in listing.files.iter().filter(|entry| entry.is_stray(folder)) {
            add(entry.name.clone(), entry)?;
        }
        return Ok(files);
    }
    for entry in listing.files.iter().filter(|entry| entry.is_record()) {
        add(entry.name.clone(), entry)?;
    }
    for inner in listing.folders.iter().filter(|entry| holds_records(&entry.name)) {
        let Some(at) = &inner.at else { continue };
        for entry in road.list(at).map_err(fail)?.files.iter().filter(|entry| is_yaml(&entry.name)) {
            add(format!("{}/{}", inner.name, entry.name), entry)?;
        }
    }
    Ok(files)
}

/// A folder of that name within a listed one.
fn folder_at<'l, A>(listing: &'l Listing<A>, name: &str) -> Option<&'l A> {
    listing.folders.iter().find(|entry| entry.name == name)?.at.as_ref()
}

/// The files of a folder of evidence, as deep as any folder is looked into.
fn evidence<R: Road>(
    road: &R,
    at: &R::At,
    mark: &impl Fn(&str, &R::At) -> Result<Node, Error>,
    fail: &impl Fn(R::Error) -> Error,
) -> Result<BTreeMap<String, Node>, Error> {
    let mut files = BTreeMap::new();
    let mut left = vec![(FOLDER.to_owned(), road.list(at).map_err(fail)?)];
    while let Some((folder, listing)) = left.pop() {
        for entry in &listing.files {
            if let Some(at) = &entry.at {
                let name = join(&folder, &entry.name);
                let node = mark(&name, at)?;
                files.insert(name, node);
            }
        }
        let may_enter = folder.split('/').count() <= road.limits().depth;
        for entry in listing.folders.iter().filter(|_| may_enter) {
            if let Some(at) = &entry.at {
                left.push((join(&folder, &entry.name), road.list(at).map_err(fail)?));
            }
        }
    }
    Ok(files)
}
