//! Which files of evidence a review looks at: those of which it could find anything new.

use super::Sides;
use crate::evidence;
use crate::git::{ChangedFile, RevisionTree};
use crate::judging::Judging;
use crate::read::ReadSubject;
use crate::tree::Tree;
use beian_core::evidence::{Evidence, Exhibit, FOLDER, exhibits};
use std::collections::BTreeSet;

/// Both sides of a review, and by what they are judged.
pub(super) struct Looking<'r, 'a> {
    pub(super) base: Option<&'r RevisionTree<'r>>,
    pub(super) head: &'r dyn Tree,
    pub(super) judging: &'r Judging<'a>,
}

/// What binds a record to a file: its name, and the SHA-256 recorded.
type Bond<'s> = (&'s str, Option<&'s str>);

impl Looking<'_, '_> {
    /// What is seen of evidence on the older side and on the newer one. A file that is the same
    /// on both, and of which both say the same, is not looked at: nothing new is found in it.
    pub(super) fn at(&self, sides: &Sides<'_>) -> (Option<Evidence>, Option<Evidence>) {
        if !self.judging.asks_for_evidence() {
            return (None, None);
        }
        let (old, new) = (named(sides.old.as_ref()), named(sides.new.as_ref()));
        let changed: BTreeSet<&str> = sides.evidence.iter().filter_map(inside).collect();
        let (was, is): (BTreeSet<Bond<'_>>, BTreeSet<Bond<'_>>) =
            (old.iter().map(bond).collect(), new.iter().map(bond).collect());
        let differs = |exhibit: &&Exhibit<'_>, other: &BTreeSet<Bond<'_>>| {
            !other.contains(&bond(exhibit)) || exhibit.inside().is_some_and(|inside| changed.contains(inside))
        };
        let old: Vec<_> = old.iter().filter(|exhibit| differs(exhibit, &is)).copied().collect();
        let new: Vec<_> = new.iter().filter(|exhibit| differs(exhibit, &was)).copied().collect();
        let before = self
            .base
            .zip(sides.old.as_ref())
            .map(|(base, read)| evidence::seen(&old, &|inside| base.evidence(read.folder, inside)));
        (before, sides.new.as_ref().map(|read| evidence::seen(&new, &|inside| self.head.evidence(read.folder, inside))))
    }
}

fn named<'s>(read: Option<&'s ReadSubject<'_>>) -> Vec<Exhibit<'s>> {
    read.into_iter().flat_map(|read| exhibits(&read.subject)).collect()
}

fn bond<'s>(exhibit: &Exhibit<'s>) -> Bond<'s> {
    (&exhibit.file.value, exhibit.sha256.map(|hash| &*hash.value))
}

fn inside(file: &ChangedFile) -> Option<&str> {
    file.name.strip_prefix(FOLDER)?.strip_prefix('/')
}
