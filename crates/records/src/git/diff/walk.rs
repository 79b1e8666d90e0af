//! Two trees walked side by side.

use super::super::objects::{Kind, Node};
use super::super::{Error, RevisionTree};
use super::Compared;
use super::mark::Marked;
use crate::jobs;
use crate::road::{Held, Is, Listing, PAPERS_DEPTH, Road, held, join};
use crate::unseen::Why;
use beian_core::evidence::FOLDER;
use git2::Oid;
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
    fn new(folder: &str, files: BTreeMap<String, Node>) -> Self {
        Self { folder: folder.to_owned(), files, evidence: BTreeMap::new() }
    }

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
    let walk = Walk { base, head, compared };
    match head.find("") {
        Ok(to) => walk.folder(Some(from), to.as_ref(), "", 0),
        Err(stop) => {
            stop.unseen()?;
            Ok(vec![Pair { base: None, head: Some(unlisted("", None)) }])
        }
    }
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
        let place = Place { folder, depth };
        let old_evidence = base_list.as_ref().and_then(|listing| folder_at(listing, FOLDER));
        let new_evidence = head_list.as_ref().and_then(|listing| folder_at(listing, FOLDER));
        let (base_list, base) = match base_list {
            Some(listing) => place.held(self.base, listing, |_, held| node(held, |at| Ok(*at)))?,
            None => (Listing::default(), Some(unlisted(folder, base_at.map(|at| at.id)))),
        };
        let known = |name: &str| base.as_ref().and_then(|side| side.files.get(name)).copied();
        let (head_list, head) = match head_list {
            Some(listing) => {
                place.held(self.head, listing, |name, held| node(held, |at| self.head.mark(at, known(name))))?
            }
            None => (Listing::default(), Some(unlisted(folder, head_at.and_then(|at| self.head.folder_id(at))))),
        };
        let (head_list, head) =
            if H::STORED { (head_list, head) } else { with_modules(base.as_ref(), head_list, head) };
        let (base, head) = self.with_evidence((base, old_evidence), (head, new_evidence.as_ref()))?;
        let mut pairs = Vec::new();
        if base.as_ref().map(Side::held) != head.as_ref().map(Side::held) {
            pairs.push(Pair { base, head });
        }
        let below = self.below(base_list, head_list);
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
        (mut base, old): (Option<Side>, Option<Node>),
        (mut head, new): (Option<Side>, Option<&H::At>),
    ) -> Result<(Option<Side>, Option<Side>), Error> {
        if self.compared == Compared::Records || self.same(old, new) {
            return Ok((base, head));
        }
        if let (Some(side), Some(at)) = (&mut base, &old) {
            side.evidence = evidence(self.base, at, &|at| Some(at.id), &|_, at| Ok(*at))?;
        }
        if let (Some(side), Some(at)) = (&mut head, new) {
            let of = |name: &str| base.as_ref().and_then(|side| side.evidence.get(name)).copied();
            side.evidence = evidence(self.head, at, &|at| self.head.folder_id(at), &|name, at| {
                self.head.mark_evidence(at, of(name))
            })?;
        }
        Ok((base, head))
    }

    fn same(&self, base: Option<Node>, head: Option<&H::At>) -> bool {
        let head = head.and_then(|at| self.head.folder_id(at));
        head.is_some() && base.map(|node| node.id) == head
    }

    /// The folders to compare further. What a subject's folder holds was compared with it.
    fn below(&self, base: Listing<Node>, head: Listing<H::At>) -> Vec<(String, Below<H::At>)> {
        let mut all: BTreeMap<String, Below<H::At>> = BTreeMap::new();
        for entry in base.folders {
            all.insert(entry.name, Below { base: Some(entry.at), head: None });
        }
        for entry in head.folders {
            all.entry(entry.name).or_insert(Below { base: None, head: None }).head = Some(entry.at);
        }
        all.retain(|_, below| !self.same(below.base, below.head.as_ref()));
        all.into_iter().collect()
    }
}

/// A folder without records does not count as one that is there.
fn side(folder: &str, files: BTreeMap<String, Node>) -> Option<Side> {
    (!files.is_empty()).then(|| Side::new(folder, files))
}

/// Where a folder is.
#[derive(Clone, Copy)]
struct Place<'a> {
    folder: &'a str,
    depth: usize,
}

impl Place<'_> {
    /// What of a listing is to be compared further, and what the folder holds itself.
    fn held<R: Road>(
        self,
        road: &R,
        mut listing: Listing<R::At>,
        mark: impl Fn(&str, &Held<R::At>) -> Result<Node, Error>,
    ) -> Result<(Listing<R::At>, Option<Side>), Error> {
        let is = Is::of(&listing, self.depth, road.limits());
        let mut files = BTreeMap::new();
        for held in held(road, &listing, self.folder, is)? {
            let node = mark(&held.name, &held)?;
            files.insert(held.name, node);
        }
        if is != Is::Group {
            listing.folders.clear();
        }
        Ok((listing, side(self.folder, files)))
    }
}

/// The id and kind of what a folder holds. Of a submodule only its place counts: what it holds
/// is of another repository.
fn node<A>(held: &Held<A>, mark: impl Fn(&A) -> Result<Node, Error>) -> Result<Node, Error> {
    match (&held.why, &held.at) {
        (Some(Why::Submodule), _) => Ok(PLACE),
        (_, Some(at)) => mark(at),
        (_, None) => Ok(UNKNOWN),
    }
}

/// A working directory with the submodules of the older side: whether one was checked out, it is
/// no folder of this repository.
fn with_modules<A>(base: Option<&Side>, mut listing: Listing<A>, side: Option<Side>) -> (Listing<A>, Option<Side>) {
    let Some(base) = base else { return (listing, side) };
    let modules = base.files.iter().filter(|(_, node)| **node == PLACE).map(|(name, _)| name);
    let mut files = BTreeMap::new();
    for name in modules {
        listing.folders.retain(|entry| entry.name != *name);
        files.insert(name.clone(), PLACE);
    }
    if files.is_empty() {
        return (listing, side);
    }
    let mut side = side.unwrap_or_else(|| Side::new(&base.folder, BTreeMap::new()));
    for (name, node) in files {
        side.files.entry(name).or_insert(node);
    }
    (listing, Some(side))
}

/// The place of a submodule.
const PLACE: Node = Node { id: Oid::ZERO_SHA1, kind: Kind::Submodule };

/// What is not known, which differs from whatever is stored.
const UNKNOWN: Node = Node { id: Oid::ZERO_SHA1, kind: Kind::Folder };

/// A folder that cannot be listed.
fn unlisted(folder: &str, id: Option<Oid>) -> Side {
    let node = id.map_or(UNKNOWN, |id| Node { id, kind: Kind::Folder });
    Side::new(folder, BTreeMap::from([(String::new(), node)]))
}

/// A folder of that name within a listed one.
fn folder_at<A: Clone>(listing: &Listing<A>, name: &str) -> Option<A> {
    listing.folders.iter().find(|entry| entry.name == name).map(|entry| entry.at.clone())
}

/// The files of a folder of evidence. A folder that nobody looks into stands for all below it: on
/// disk nobody knows what it is.
fn evidence<R: Road>(
    road: &R,
    at: &R::At,
    closed: &impl Fn(&R::At) -> Option<Oid>,
    mark: &impl Fn(&str, &R::At) -> Result<Node, Error>,
) -> Result<BTreeMap<String, Node>, Error> {
    let whole = |at: &R::At| closed(at).map_or(UNKNOWN, |id| Node { id, kind: Kind::Folder });
    let mut files = BTreeMap::new();
    let mut left = vec![(FOLDER.to_owned(), at.clone())];
    while let Some((folder, at)) = left.pop() {
        let is_too_deep = PAPERS_DEPTH < folder.split('/').count();
        let listing = match road.list_papers(&at) {
            Ok(listing) if !is_too_deep => listing,
            Ok(_) => {
                files.insert(folder, whole(&at));
                continue;
            }
            Err(stop) => {
                stop.unseen()?;
                files.insert(folder, whole(&at));
                continue;
            }
        };
        for entry in &listing.files {
            let name = join(&folder, &entry.name);
            let is_known = matches!(entry.closed, None | Some(Why::Link));
            let node = if is_known { mark(&name, &entry.at)? } else { UNKNOWN };
            files.insert(name, node);
        }
        left.extend(listing.folders.into_iter().map(|entry| (join(&folder, &entry.name), entry.at)));
    }
    Ok(files)
}
