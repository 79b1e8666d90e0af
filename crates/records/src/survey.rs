//! Judging a whole tree: one subject at a time, then what crosses subjects.
//!
//! No tree is ever held. Each subject is read, judged and dropped; what stays is a hash for
//! each value that only one subject may claim. Where a hash is met twice, the subjects
//! concerned are read again, and the rules on links see their claims.

use crate::evidence::unseen_papers;
use crate::git;
use crate::judging::Judging;
use crate::locate::{Located, Location};
use crate::raw::RawSubject;
use crate::read::{ReadSubject, read_subject};
use crate::tree::{self, Tree};
use beian_core::evidence::Evidence;
use beian_core::fnv::Fnv;
use beian_core::rule::{Claim, ClaimKind};
use beian_core::rules;
use beian_core::words::Words;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rayon::slice::ParallelSliceMut;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What part of a tree is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// All of it.
    All,
    /// One subject's folder, or only what stands in one file or folder of it.
    Subject {
        /// The folder, from the records folder on.
        folder: String,
        /// The file or folder within it, or nothing for all.
        within: Option<String>,
    },
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Survey {
    /// All findings, sorted by file, place and code.
    pub findings: Vec<Located>,
    /// How many subjects were judged.
    pub subjects: usize,
    /// How many files were read.
    pub files: usize,
    /// How much could not be seen, evidence too.
    pub not_seen: Unseen,
    /// Whether the rules across subjects ran: they need the whole tree.
    pub links: bool,
    /// The files of evidence that nobody could see: their paths from the records folder on, and why.
    pub unseen_papers: Vec<(String, Words)>,
}

/// How much could not be seen. Nothing was found in it, and it is not clean.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unseen {
    /// Files and folders.
    pub files: usize,
    /// Subjects of which a part could not be seen.
    pub subjects: usize,
}

/// What stays of a subject.
struct Kept {
    folder: Box<str>,
    findings: Vec<Located>,
    claims: Box<[u64]>,
    /// Who makes each claim, in the same order: see [`rules::links::Claimed::owner`].
    owners: Box<[u32]>,
    files: usize,
    not_seen: usize,
    is_subject: bool,
    unseen_papers: Vec<(String, Words)>,
}

/// A subject that was judged for itself, before it is dropped.
#[derive(Debug)]
pub struct Surveyed<'a> {
    /// Its files.
    pub raw: &'a RawSubject,
    /// What was read from them.
    pub read: &'a ReadSubject<'a>,
    /// What was found in it alone, in the order of the findings of a survey.
    pub findings: &'a [Located],
    /// What was seen of its evidence; nothing if nobody looked.
    pub evidence: Option<&'a Evidence>,
}

/// Judges a tree, or one subject of it. `done` counts the subjects that are judged, for whoever
/// shows progress.
///
/// # Errors
/// If an object of a repository is missing or broken.
pub fn survey(tree: &dyn Tree, scope: &Scope, judging: &Judging<'_>, done: &AtomicUsize) -> Result<Survey, git::Error> {
    let one = |raw: RawSubject| one_subject(tree, &raw, judging, done, &|_| ()).0;
    let kept = match scope {
        Scope::All => tree::each(tree, &one)?,
        Scope::Subject { folder, .. } => vec![one(tree.read_subject(folder)?)],
    };
    assembled(tree, scope, judging, kept)
}

/// Judges a whole tree, and shows each subject to a visitor while it is there. What crosses
/// subjects is found only when all were seen. The answers of the visitor come in no order.
///
/// # Errors
/// If an object of a repository is missing or broken.
pub fn survey_each<T: Send>(
    tree: &dyn Tree,
    judging: &Judging<'_>,
    done: &AtomicUsize,
    visit: &(impl Fn(&Surveyed<'_>) -> T + Sync),
) -> Result<(Survey, Vec<T>), git::Error> {
    let both = tree::each(tree, &|raw| one_subject(tree, &raw, judging, done, visit))?;
    let (kept, seen) = both.into_iter().unzip();
    Ok((assembled(tree, &Scope::All, judging, kept)?, seen))
}

/// A survey of what stayed of each subject, with what crosses them.
fn assembled(tree: &dyn Tree, scope: &Scope, judging: &Judging<'_>, mut kept: Vec<Kept>) -> Result<Survey, git::Error> {
    // The order of folders is the order of everything that follows, whichever thread was first.
    kept.sort_unstable_by(|a, b| a.folder.cmp(&b.folder));
    let mut survey = Survey {
        subjects: kept.iter().filter(|subject| subject.is_subject).count(),
        files: kept.iter().map(|subject| subject.files).sum(),
        not_seen: Unseen {
            files: kept.iter().map(|subject| subject.not_seen).sum(),
            subjects: kept.iter().filter(|subject| subject.is_subject && 0 < subject.not_seen).count(),
        },
        links: *scope == Scope::All,
        findings: Vec::new(),
        unseen_papers: kept.iter_mut().flat_map(|subject| std::mem::take(&mut subject.unseen_papers)).collect(),
    };
    if survey.links {
        survey.findings = links(tree, &kept, judging)?;
    }
    survey.findings.extend(kept.into_iter().flat_map(|subject| subject.findings));
    if let Scope::Subject { folder, within: Some(within) } = scope {
        let only = format!("{folder}/{within}");
        survey.findings.retain(|finding| {
            finding.location.path.strip_prefix(&*only).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
    }
    survey.findings.sort_by(|a, b| a.order().cmp(&b.order()));
    Ok(survey)
}

fn one_subject<T>(
    tree: &dyn Tree,
    raw: &RawSubject,
    judging: &Judging<'_>,
    done: &AtomicUsize,
    visit: &impl Fn(&Surveyed<'_>) -> T,
) -> (Kept, T) {
    let read = read_subject(raw, judging.limits());
    let evidence = judging.evidence(tree, &read);
    let case = judging.case(&read.subject).with_evidence(evidence.as_ref());
    let mut findings = judging.findings(&read, &case);
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    let (mut claims, mut owners): (Vec<u64>, Vec<u32>) = (Vec::with_capacity(8), Vec::with_capacity(8));
    let subject = owner_hash(&raw.folder);
    judging.each_claim(&case, &mut |claimed| {
        claims.push(hash(claimed.kind, claimed.value));
        owners.push(claimed.owner().map_or(subject, owner_hash));
    });
    let is_subject = read.subject.particulars.place.is_somewhere();
    let seen = visit(&Surveyed { raw, read: &read, findings: &findings, evidence: evidence.as_ref() });
    done.fetch_add(1, Ordering::Relaxed);
    let folder = raw.folder.as_str().into();
    let unseen_papers: Vec<_> = evidence.iter().flat_map(|evidence| unseen_papers(&raw.folder, evidence)).collect();
    let hidden = raw.unseen().count();
    let (files, not_seen) = (raw.files.len() - hidden, hidden + unseen_papers.len());
    (
        Kept {
            folder,
            findings,
            claims: claims.into(),
            owners: owners.into(),
            files,
            not_seen,
            is_subject,
            unseen_papers,
        },
        seen,
    )
}

/// The hash of a claim. Written out, because the index of claims keeps it from one build of
/// the program to the next. A collision costs a second look and nothing else.
#[must_use]
pub fn key(claim: &Claim) -> u64 {
    hash(claim.kind, &claim.value)
}

/// The hash of who makes a claim. A collision hides a clash from nobody but one in four thousand
/// million pairs of people with one telephone.
#[expect(clippy::cast_possible_truncation, reason = "the low half of a hash is one too")]
fn owner_hash(owner: &str) -> u32 {
    let mut hash = Fnv::new();
    hash.add(owner);
    (hash.value() ^ (hash.value() >> 32)) as u32
}

fn hash(kind: ClaimKind, value: &str) -> u64 {
    let mut hash = Fnv::new();
    hash.add_bytes(std::iter::once(kind as u8).chain(value.bytes()));
    let hash = hash.value();
    // FNV mixes its high bits badly, and the index sorts values into buckets by them.
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^ (hash >> 33)
}

/// A claim that was read again, with where it stands.
#[derive(Debug)]
pub(crate) struct Standing {
    pub(crate) claim: Claim,
    pub(crate) location: Location,
    pub(crate) fact: String,
}

fn links(tree: &dyn Tree, kept: &[Kept], judging: &Judging<'_>) -> Result<Vec<Located>, git::Error> {
    let (keys, subjects) = twice(kept);
    let standing: Result<Vec<Vec<Standing>>, git::Error> = subjects
        .par_iter()
        .filter_map(|index| kept.get(*index))
        .map(|subject| {
            let raw = tree.read_subject(&subject.folder)?;
            let read = read_subject(&raw, judging.limits());
            let case = judging.case(&read.subject);
            let claims: Vec<_> =
                rules::links::claims(&case).into_iter().filter(|claim| keys.contains(&key(claim))).collect();
            Ok(claims.into_iter().map(|claim| stand(&read, claim)).collect())
        })
        .collect();
    let mut standing: Vec<Standing> = standing?.into_iter().flatten().collect();
    standing.sort_by(|a, b| order(a).cmp(&order(b)));
    let mut groups: BTreeMap<(ClaimKind, Box<str>), Vec<Standing>> = BTreeMap::new();
    for one in standing {
        groups.entry((one.claim.kind, one.claim.value.clone())).or_default().push(one);
    }
    Ok(groups.into_iter().flat_map(|((kind, _), group)| judging.clashes(kind, &group)).collect())
}

pub(crate) fn order(standing: &Standing) -> (&str, usize, usize) {
    (&standing.location.path, standing.location.line, standing.location.column)
}

pub(crate) fn stand(read: &ReadSubject<'_>, claim: Claim) -> Standing {
    Standing { location: read.locator().location(claim.place), fact: read.subject.fact(claim.place), claim }
}

/// The keys met twice and by two owners, and the positions of the subjects that hold them.
fn twice(kept: &[Kept]) -> (BTreeSet<u64>, BTreeSet<usize>) {
    let mut all: Vec<(u64, u32, usize)> = kept
        .iter()
        .enumerate()
        .flat_map(|(index, subject)| {
            let owned = subject.claims.iter().zip(&subject.owners);
            owned.map(move |(key, owner)| (*key, *owner, index))
        })
        .collect();
    all.par_sort_unstable();
    let mut keys = BTreeSet::new();
    let mut subjects = BTreeSet::new();
    // Sorted by owner, so that the first and the last tell whether there are two.
    let is_apart = |group: &&[(u64, u32, usize)]| {
        group.first().zip(group.last()).is_some_and(|((_, first, _), (_, last, _))| first != last)
    };
    for group in all.chunk_by(|a, b| a.0 == b.0).filter(is_apart) {
        keys.extend(group.first().map(|(key, ..)| *key));
        subjects.extend(group.iter().map(|(.., index)| *index));
    }
    (keys, subjects)
}
