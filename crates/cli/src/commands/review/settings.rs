//! What a change makes wrong in the settings and the overlays, and what of the older ones could
//! not decide.

use super::deciding::Deciding;
use crate::failure::Failure;
use beian_core::day::Day;
use beian_core::rule::{SettingsCase, Severity};
use beian_core::rules;
use beian_records::baseline;
use beian_records::grounds::Grounds;
use beian_records::locate::{Located, Location};
use beian_records::review::newly;
use std::collections::BTreeSet;

/// The faults that are new, and as notes those of the older overlays, whose rows are left out
/// here. `newer` is what the newer side would decide by, if that can be read; `changed` is what
/// differs beside the records.
pub(super) fn faults(newer: Option<&Grounds>, deciding: &Deciding, changed: &[Located], today: Day) -> Vec<Located> {
    let grounds = &deciding.grounds;
    if deciding.is_newer {
        return about(grounds, today);
    }
    let mut found: Vec<Located> = grounds.laid().findings.iter().cloned().map(|one| left_out(one, changed)).collect();
    // Where the newer ones cannot be read at all, it is told that they changed.
    if !changed.is_empty()
        && let Some(newer) = newer.filter(|newer| newer.is_there())
    {
        found.extend(newly(&about(grounds, today), about(newer, today)));
    }
    found.sort_by(|a, b| a.order().cmp(&b.order()));
    found
}

/// What a change adopts into the baseline, entry by entry. One that cannot be read changed, which is
/// told.
pub(super) fn adopted(newer: Option<&Grounds>, deciding: &Deciding) -> Result<Vec<Located>, Failure> {
    let Some(Ok(Some(after))) = newer.map(Grounds::baseline) else { return Ok(Vec::new()) };
    let before = if deciding.begins { None } else { deciding.grounds.baseline()? };
    Ok(baseline::added(before, after))
}

/// All that is wrong with settings and their overlays.
fn about(grounds: &Grounds, today: Day) -> Vec<Located> {
    let settings = grounds.settings();
    let case = SettingsCase { settings: &settings.value, today, unused: &BTreeSet::new() };
    let judged = settings.locate(rules::settings::check(&case));
    settings.findings.iter().cloned().chain(judged).chain(grounds.laid().findings.iter().cloned()).collect()
}

/// A fault of an overlay of the older side: it is no fault of this change, but what it says did
/// not decide. Where the file changes, the newer side has no line to show.
fn left_out(mut fault: Located, changed: &[Located]) -> Located {
    fault.severity = Severity::Note;
    let path = &fault.location.path;
    if changed.iter().any(|other| other.location.path == *path) {
        fault.location = Location { path: path.clone(), ..Location::default() };
    }
    fault
}
