//! Subjects that stand in another folder than before.

use super::super::objects::{Kind, Node};
use super::super::{Error, RevisionTree};
use super::mark::Marked;
use super::walk::{Pair, Side};
use super::{ChangedFile, ChangedSubject};
use crate::jobs;
use crate::limits::Limits;
use crate::raw::{Content, RawFile, RawSubject};
use crate::read::read_subject;
use crate::road::{Road, join};
use beian_core::model::layout::SUBJECT;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Matches folders that are gone with folders that are new, and answers all changes in order.
pub(super) fn match_moves<H: Marked>(
    base: &RevisionTree<'_>,
    head: &H,
    pairs: Vec<Pair>,
) -> Result<Vec<Matched>, Error> {
    let mut changed = Vec::new();
    let (mut gone, mut new) = (Vec::new(), Vec::new());
    for pair in split(base, head, pairs)? {
        match (pair.base, pair.head) {
            (Some(old), None) if old.files.contains_key(SUBJECT) => gone.push(old),
            (None, Some(fresh)) if fresh.files.contains_key(SUBJECT) => new.push(fresh),
            (base, head) => changed.push(Matched { base, head }),
        }
    }
    // The same folder name with the same files is the same subject, and needs no reading.
    join_by(
        &mut gone,
        &mut new,
        &mut changed,
        |side| Some((last(&side.folder).to_owned(), nodes(side))),
        |side| Some((last(&side.folder).to_owned(), nodes(side))),
    );
    if !gone.is_empty() && !new.is_empty() {
        let old = identities(base, &gone)?;
        let fresh = identities(head, &new)?;
        let known = |all: &BTreeMap<String, Box<str>>, side: &Side| all.get(&side.folder).cloned();
        join_by(&mut gone, &mut new, &mut changed, |side| known(&old, side), |side| known(&fresh, side));
        // Equal files under another folder name: a subject whose records do not say its id.
        join_by(&mut gone, &mut new, &mut changed, |side| Some(nodes(side)), |side| Some(nodes(side)));
    }
    let changed = jobs::each(changed, |both| moved_papers(head, both));
    let mut changed: Vec<Matched> = changed.into_iter().collect::<Result<_, Error>>()?;
    changed.extend(gone.into_iter().map(|side| Matched { base: Some(side), head: None }));
    changed.extend(new.into_iter().map(|side| Matched { base: None, head: Some(side) }));
    Ok(changed)
}

/// A subject with its papers held against those of the folder from which it moved: a pointer of git
/// LFS that took the place of its own file is no change there either.
fn moved_papers<H: Marked>(head: &H, mut both: Matched) -> Result<Matched, Error> {
    if let (Some(old), Some(new)) = (&both.base, &mut both.head)
        && old.folder != new.folder
    {
        for (name, node) in &mut new.evidence {
            let before = old.evidence.get(name).copied().filter(|before| before != node);
            if before.is_some() && node.kind == Kind::File {
                *node = head.mark_evidence(&head.paper(&new.folder, name, *node), before)?;
            }
        }
    }
    Ok(both)
}

/// What differs, each with what both sides hold, in order.
pub(super) fn sorted(matched: Vec<Matched>) -> Vec<(ChangedSubject, Matched)> {
    let mut changed: Vec<_> = matched.into_iter().map(|both| (both.changed(), both)).collect();
    changed.sort_by(|(a, _), (b, _)| place(a).cmp(&place(b)).then_with(|| a.cmp(b)));
    changed
}

/// Where a change is sorted.
fn place(changed: &ChangedSubject) -> Option<&String> {
    changed.head.as_ref().or(changed.base.as_ref())
}

/// Takes apart a folder that holds another subject than before.
fn split<H: Marked>(base: &RevisionTree<'_>, head: &H, pairs: Vec<Pair>) -> Result<Vec<Pair>, Error> {
    let split = jobs::each(pairs, |pair| match pair {
        Pair { base: Some(old), head: Some(fresh) } => Ok(if is_another(base, head, &old, &fresh)? {
            vec![Pair { base: Some(old), head: None }, Pair { base: None, head: Some(fresh) }]
        } else {
            vec![Pair { base: Some(old), head: Some(fresh) }]
        }),
        pair => Ok(vec![pair]),
    });
    let split: Vec<Vec<Pair>> = split.into_iter().collect::<Result<_, Error>>()?;
    Ok(split.into_iter().flatten().collect())
}

/// Whether the two sides say that they are different subjects. One that does not say who it is
/// may be the same.
fn is_another<H: Marked>(base: &RevisionTree<'_>, head: &H, old: &Side, fresh: &Side) -> Result<bool, Error> {
    let (Some(one), Some(other)) = (old.files.get(SUBJECT), fresh.files.get(SUBJECT)) else { return Ok(false) };
    if one == other {
        return Ok(false);
    }
    if H::STORED && old.folder == fresh.folder && names_no_id(base, one)? && names_no_id(base, other)? {
        return Ok(false);
    }
    let (was, is) = (identity(base, &old.folder)?, identity(head, &fresh.folder)?);
    Ok(was.is_some() && is.is_some() && was != is)
}

/// Whether a stored file surely says no identity: the word is not in it, nor a sign that could
/// spell it in another way. Its subject is called by the folder then, and needs no reading.
fn names_no_id(tree: &RevisionTree<'_>, file: &Node) -> Result<bool, Error> {
    if file.kind != Kind::File {
        return Ok(false);
    }
    let Content::Bytes(bytes) = tree.repository().content(file.id, tree.limits())? else { return Ok(false) };
    let is_edge = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_');
    let before = |at: usize| at.checked_sub(1).and_then(|at| bytes.get(at));
    let is_word = |at: usize| is_edge(before(at)) && is_edge(bytes.get(at + 2));
    let mut pairs = bytes.windows(2).enumerate();
    Ok(!bytes.contains(&b'\\') && !pairs.any(|(at, pair)| pair == b"id" && is_word(at)))
}

fn last(folder: &str) -> &str {
    folder.rsplit('/').next().unwrap_or_default()
}

/// What the files of a side are, as something that can be sorted.
fn nodes(side: &Side) -> Vec<(String, git2::Oid)> {
    side.files.iter().map(|(name, node)| (name.clone(), node.id)).collect()
}

/// Joins what has the same key on both sides, in the order of the folders.
fn join_by<K: Ord>(
    gone: &mut Vec<Side>,
    new: &mut Vec<Side>,
    changed: &mut Vec<Matched>,
    old_key: impl Fn(&Side) -> Option<K>,
    new_key: impl Fn(&Side) -> Option<K>,
) {
    let mut waiting: BTreeMap<K, VecDeque<Side>> = BTreeMap::new();
    let mut left = Vec::new();
    for side in gone.drain(..) {
        match old_key(&side) {
            Some(key) => waiting.entry(key).or_default().push_back(side),
            None => left.push(side),
        }
    }
    let mut unmatched = Vec::new();
    for side in new.drain(..) {
        let old = new_key(&side).and_then(|key| waiting.get_mut(&key)).and_then(VecDeque::pop_front);
        match old {
            Some(old) => changed.push(Matched { base: Some(old), head: Some(side) }),
            None => unmatched.push(side),
        }
    }
    left.extend(waiting.into_values().flatten());
    left.sort_by(|a, b| a.folder.cmp(&b.folder));
    *gone = left;
    *new = unmatched;
}

fn identities<R: Road>(road: &R, sides: &[Side]) -> Result<BTreeMap<String, Box<str>>, Error> {
    let known = |side: &Side| Ok(identity(road, &side.folder)?.map(|id| (side.folder.clone(), id)));
    let known: Vec<_> = jobs::each(sides.iter().collect(), known).into_iter().collect::<Result<_, Error>>()?;
    Ok(known.into_iter().flatten().collect())
}

/// Who a subject is: its `id`, or else the name of its folder; nothing if that cannot be seen.
fn identity<R: Road>(road: &R, folder: &str) -> Result<Option<Box<str>>, Error> {
    let listing = road.find(folder).and_then(|at| at.map(|at| road.list(&at)).transpose());
    let listing = match listing {
        Ok(listing) => listing.unwrap_or_default(),
        Err(stop) => return stop.unseen().map(|_| None),
    };
    let Some(file) = listing.files.iter().find(|entry| entry.name == SUBJECT) else { return Ok(None) };
    let content = road.content(&file.at, &join(folder, SUBJECT))?;
    if matches!(content, Content::Unseen(_)) {
        return Ok(None);
    }
    let files = vec![RawFile { name: SUBJECT.to_owned(), content }];
    let raw = RawSubject { folder: folder.to_owned(), files };
    Ok(Some(read_subject(&raw, &Limits::default()).subject.id))
}

/// What both sides hold of a subject that differs.
#[derive(Debug)]
pub(in crate::git) struct Matched {
    pub(in crate::git) base: Option<Side>,
    pub(in crate::git) head: Option<Side>,
}

impl Matched {
    fn changed(&self) -> ChangedSubject {
        let files = self.differing().map(|(name, ..)| name.to_owned()).collect();
        let evidence = self.evidence();
        let folder = |side: &Option<Side>| side.as_ref().map(|side| side.folder.clone());
        ChangedSubject { base: folder(&self.base), head: folder(&self.head), files, evidence }
    }

    /// The files of evidence that differ.
    fn evidence(&self) -> Vec<ChangedFile> {
        let of = |side: &Option<Side>, name: &str| side.as_ref().and_then(|side| side.evidence.get(name)).copied();
        let all = [&self.base, &self.head].into_iter().flatten().flat_map(|side| side.evidence.keys());
        let names: BTreeSet<&String> = all.collect();
        let both = names.into_iter().map(|name| (name, of(&self.base, name), of(&self.head, name)));
        let changed = both.filter(|(_, old, new)| old != new);
        let told = |(name, old, new): (&String, Option<Node>, Option<Node>)| ChangedFile {
            name: name.clone(),
            was: old.is_some(),
            is: new.is_some(),
        };
        changed.map(told).collect()
    }

    /// The files that differ, with what stands on the older side and on the newer one.
    pub(in crate::git) fn differing(&self) -> impl Iterator<Item = (&str, Option<Node>, Option<Node>)> {
        let [base, head] = [&self.base, &self.head].map(Option::as_ref);
        let all = [base, head].into_iter().flatten().flat_map(|side| side.files.keys());
        let names: BTreeSet<&String> = all.collect();
        let of = |side: Option<&Side>, name: &String| side.and_then(|side| side.files.get(name)).copied();
        let both = names.into_iter().map(move |name| (name.as_str(), of(base, name), of(head, name)));
        both.filter(|(_, old, new)| old != new)
    }
}
