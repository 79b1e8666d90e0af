//! What a change makes wrong in the settings and the overlays, and what of the older ones could
//! not decide.

use super::deciding::Deciding;
use crate::failure::Failure;
use beian_core::day::Day;
use beian_core::rule::{SettingsCase, Severity};
use beian_core::rules;
use beian_core::rules::form::unreadable_file;
use beian_core::words;
use beian_core::words::Words;
use beian_records::baseline;
use beian_records::grounds::{Grounds, SETTINGS};
use beian_records::locate::{Located, Location};
use beian_records::review::newly;
use beian_records::store;
use std::collections::BTreeSet;

/// The faults that are new, and as notes those of the older overlays, whose rows are left out
/// here. `newer` is what the newer side would decide by, or why that cannot be read; `changed` is
/// what differs beside the records.
pub(super) fn faults(
    newer: Result<&Grounds, &store::Error>,
    deciding: &Deciding,
    changed: &[Located],
    today: Day,
) -> Vec<Located> {
    let grounds = &deciding.grounds;
    if deciding.is_newer {
        return about(grounds, today);
    }
    let mut found: Vec<Located> = grounds.laid().findings.iter().cloned().map(|one| left_out(one, changed)).collect();
    match newer {
        Ok(newer) if !changed.is_empty() && newer.is_there() => {
            found.extend(newly(&about(grounds, today), about(newer, today)));
        }
        Ok(_) => {}
        Err(error) => found.push(stops_all(error)),
    }
    found.sort_by(|a, b| a.order().cmp(&b.order()));
    found
}

/// What a change adopts into the baseline, entry by entry, or that it cannot be read.
pub(super) fn adopted(newer: Option<&Grounds>, deciding: &Deciding) -> Result<Vec<Located>, Failure> {
    let after = match newer.map(Grounds::baseline) {
        Some(Ok(Some(after))) => after,
        Some(Err(error)) if !deciding.is_newer => return Ok(vec![stops_all(&error)]),
        _ => return Ok(Vec::new()),
    };
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

/// What cannot be read on the newer side stops every command once the change is merged.
fn stops_all(error: &store::Error) -> Located {
    let (path, Words { zh, en }) = (error.path().unwrap_or(SETTINGS), error.words());
    Located {
        rule: &unreadable_file::RULE,
        severity: unreadable_file::RULE.severity,
        subject: String::new(),
        fact: path.to_owned(),
        location: Location { path: path.to_owned(), ..Location::default() },
        message: words!("{zh}；合并之后什么也检查不了", "{en}; once this is merged nothing can be checked"),
        help: error.hint().unwrap_or_else(|| unreadable_file::RULE.help.clone()),
        rests_on: Vec::new(),
        related: Vec::new(),
    }
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
