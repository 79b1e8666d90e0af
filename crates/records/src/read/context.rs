//! What all cursors of a subject share: places, faults, and what is told once.

use crate::yaml::Span;
use beian_core::model::FIRST_FORMAT;
use beian_core::record::{FieldInfo, Place, Places, Step};
use beian_core::rule::{Finding, Rule};
use beian_core::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// What all cursors of a subject share.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// Where everything stands.
    pub(super) places: Places,
    /// What is wrong with the form.
    pub(super) findings: Vec<Finding>,
    /// The first key that came with a later version of the format than the first, by version.
    pub(super) newer: BTreeMap<u32, (Place, &'static str)>,
    /// Whether a value of the file that is read may hold what does not stand in its text as it is.
    pub(super) escapes: bool,
    /// Whether one may hold a character that looks like another one.
    pub(super) look_alikes: bool,
    /// The characters that were told not to be what they seem: each is told once.
    pub(super) odd: BTreeSet<char>,
    /// How many values could not be read.
    pub(super) lost: u32,
    /// How many lists, and mappings with keys of the user's, could be read in part alone.
    pub(super) partial: u32,
}

impl Context {
    /// Notes a key that came later than the first version of the format.
    pub(super) fn met(&mut self, field: &'static FieldInfo, place: Place) {
        if FIRST_FORMAT < field.since {
            self.newer.entry(field.since).or_insert((place, field.name));
        }
    }

    /// Reports a fault of form at some bytes within a place.
    pub(super) fn fault(&mut self, rule: &'static Rule, within: Place, span: Span, message: Words) -> &mut Finding {
        let place = self.places.add(within, Step::Part, span.start, span.end);
        self.findings.push_mut(Finding::new(rule, place, message))
    }
}
