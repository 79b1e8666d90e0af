//! Which subjects can be compared at all: what was not seen on one side is not gone.

use super::{Raws, Sides, subject};
use crate::raw::RawSubject;
use crate::unseen::Unseen;
use beian_core::model::Subject;

/// What of a subject was not seen or not read, so that nothing is said of what changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Whether it is so on the newer side.
    pub newer: bool,
    /// What it is.
    pub unseen: Unseen,
}

impl Lost {
    fn of<'u>(newer: bool, unseen: impl IntoIterator<Item = &'u Unseen>) -> Vec<Self> {
        unseen.into_iter().map(|unseen| Self { newer, unseen: unseen.clone() }).collect()
    }
}

/// Of each subject what keeps it from being compared; nothing of those that are.
pub(super) fn lost(raws: &[Raws], sides: &[Sides<'_>]) -> Vec<Vec<Lost>> {
    let mut lost: Vec<Vec<Lost>> = sides.iter().map(of_files).collect();
    let hidden = |newer: bool| {
        let side = raws.iter().filter_map(move |raws| if newer { raws.new.as_ref() } else { raws.old.as_ref() });
        Lost::of(newer, &side.flat_map(RawSubject::closed_folders).collect::<Vec<_>>())
    };
    // What is on one side only may lie in a folder that could not be entered on the other.
    let (in_old, in_new) = (hidden(false), hidden(true));
    for (sides, lost) in sides.iter().zip(&mut lost).filter(|(_, lost)| lost.is_empty()) {
        match states(sides) {
            (Some(_), None) => lost.extend(in_new.iter().cloned()),
            (None, Some(_)) => lost.extend(in_old.iter().cloned()),
            _ => {}
        }
    }
    // And a service that left a subject may have moved into one that could not be read.
    let newer: Vec<Lost> = lost.iter().flatten().filter(|lost| lost.newer).cloned().collect();
    for (sides, lost) in sides.iter().zip(&mut lost).filter(|(_, lost)| lost.is_empty()) {
        if loses_service(sides) {
            lost.extend(newer.iter().cloned());
        }
    }
    lost
}

fn of_files(sides: &Sides<'_>) -> Vec<Lost> {
    let side = |newer: bool| {
        let read = if newer { &sides.new } else { &sides.old };
        Lost::of(newer, read.iter().flat_map(|read| &read.lost))
    };
    [side(false), side(true)].concat()
}

fn states<'s>(sides: &'s Sides<'_>) -> (Option<&'s Subject>, Option<&'s Subject>) {
    (subject(sides.old.as_ref()), subject(sides.new.as_ref()))
}

fn loses_service(sides: &Sides<'_>) -> bool {
    match states(sides) {
        (Some(_), None) => true,
        (Some(old), Some(new)) => old.services.iter().any(|(key, _)| new.services.get(key).is_none()),
        (None, _) => false,
    }
}
