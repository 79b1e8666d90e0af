//! Values that the change claims and another subject holds already.

use super::{Sides, subject};
use crate::git::{self, ClaimIndex, Repository, RevisionTree, RuleKeys};
use crate::judging::Judging;
use crate::locate::{Located, Location};
use crate::read::{ReadSubject, read_subject};
use crate::survey::{Standing, key, order, stand};
use crate::tree::Tree;
use beian_core::rule::{Claim, ClaimKind};
use beian_core::rules;
use std::collections::{BTreeMap, BTreeSet};

/// What the rules across subjects find about values that are newly claimed.
///
/// The subjects that did not change are the same on both sides, so that the index of the
/// base serves: it lasts from one review to the next.
pub(super) fn clashes(
    repository: &Repository,
    base: Option<&RevisionTree<'_>>,
    sides: &[Sides<'_>],
    judging: &Judging<'_>,
) -> Result<Vec<Located>, git::Error> {
    let claimed: Vec<_> = sides.iter().map(|sides| claims(sides.new.as_ref(), judging)).collect();
    let fresh = fresh_keys(sides, &claimed, judging);
    if fresh.is_empty() {
        return Ok(Vec::new());
    }
    let mut standing = match base {
        Some(base) => unchanged(repository, base, sides, &fresh, judging)?,
        None => Vec::new(),
    };
    standing.sort_by(|a, b| order(a).cmp(&order(b)));
    // Those that changed come last: rules report a later claim against an earlier one.
    let mut changed: Vec<Standing> = sides
        .iter()
        .zip(claimed)
        .filter_map(|(sides, claims)| Some((sides.new.as_ref()?, claims)))
        .flat_map(|(read, claims)| standing_of(read, claims, &fresh))
        .collect();
    changed.sort_by(|a, b| order(a).cmp(&order(b)));
    let places: Vec<Location> = changed.iter().map(|one| one.location.clone()).collect();
    standing.extend(changed);
    Ok(judged(standing, &places, judging))
}

fn judged(standing: Vec<Standing>, changed: &[Location], judging: &Judging<'_>) -> Vec<Located> {
    let mut groups: BTreeMap<(ClaimKind, Box<str>), Vec<Standing>> = BTreeMap::new();
    for one in standing {
        groups.entry((one.claim.kind, one.claim.value.clone())).or_default().push(one);
    }
    let groups = groups.into_iter().filter(|(_, group)| 1 < group.len());
    let found = groups.flat_map(|((kind, _), group)| judging.clashes(kind, &group));
    let concerns = |found: &Located| {
        changed.contains(&found.location) || found.related.iter().any(|other| changed.contains(&other.location))
    };
    found.filter(concerns).collect()
}

fn claims(read: Option<&ReadSubject<'_>>, judging: &Judging<'_>) -> Vec<Claim> {
    let Some(subject) = subject(read) else { return Vec::new() };
    rules::links::claims(&judging.case(subject))
}

/// What subjects claim now and did not claim before.
fn fresh_keys(sides: &[Sides<'_>], claimed: &[Vec<Claim>], judging: &Judging<'_>) -> BTreeSet<u64> {
    let mut fresh = BTreeSet::new();
    for (one, now) in sides.iter().zip(claimed) {
        let before: BTreeSet<u64> = claims(one.old.as_ref(), judging).iter().map(key).collect();
        fresh.extend(now.iter().map(key).filter(|key| !before.contains(key)));
    }
    fresh
}

fn standing_of(read: &ReadSubject<'_>, claims: Vec<Claim>, keys: &BTreeSet<u64>) -> Vec<Standing> {
    let claims = claims.into_iter().filter(|claim| keys.contains(&key(claim)));
    claims.map(|claim| stand(read, claim)).collect()
}

/// The claims of subjects that did not change.
fn unchanged(
    repository: &Repository,
    base: &RevisionTree<'_>,
    sides: &[Sides<'_>],
    fresh: &BTreeSet<u64>,
    judging: &Judging<'_>,
) -> Result<Vec<Standing>, git::Error> {
    let (grounds, limits) = (judging.grounds(), *judging.limits());
    let (tables, sample) = (grounds.tables(), grounds.sample());
    let source = RuleKeys { tables, today: judging.days().judged, sample, limits };
    let keys: Vec<u64> = fresh.iter().copied().collect();
    let except: BTreeSet<String> =
        sides.iter().filter_map(|sides| sides.old.as_ref()).map(|read| read.folder.to_owned()).collect();
    let elsewhere = ClaimIndex::new(repository, &source).elsewhere(base, &keys, &except)?;
    let folders: BTreeSet<&str> = elsewhere.claims.iter().map(|claimed| claimed.folder.as_str()).collect();
    let mut standing = Vec::new();
    for folder in folders {
        let raw = base.read_subject(folder)?;
        let read = read_subject(&raw, judging.limits());
        standing.extend(standing_of(&read, claims(Some(&read), judging), fresh));
    }
    Ok(standing)
}
