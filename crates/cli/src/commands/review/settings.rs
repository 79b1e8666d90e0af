//! What a change makes wrong in the settings and the overlays, and what of the older ones could
//! not decide.

use super::deciding::{Deciding, Side};
use crate::context::Context;
use crate::past::{Past, join};
use crate::repository::{Repository, SETTINGS};
use beian_core::day::Day;
use beian_core::model::Settings;
use beian_core::rule::SettingsCase;
use beian_core::rule::Severity;
use beian_core::rules;
use beian_records::git::Revision;
use beian_records::locate::{Located, Location};
use beian_records::overlay::Laid;
use beian_records::read::Document;
use beian_records::review::newly;
use std::collections::BTreeSet;

/// The faults that are new, and as notes those of the older overlays, whose rows are left out
/// here. `changed` is what differs beside the records.
pub(super) fn faults(
    past: &Past,
    head: Option<&Revision>,
    deciding: &Deciding,
    changed: &[Located],
    context: &Context,
) -> Vec<Located> {
    let (settings, today) = (&deciding.settled.settings, context.today);
    if matches!((&deciding.side, head), (Side::Working(_), _)) || decides(&deciding.side, head) {
        return about(settings, &deciding.unread, today);
    }
    let mut found: Vec<Located> = deciding.unread.iter().cloned().map(|one| left_out(one, changed)).collect();
    if !changed.is_empty()
        && let Some((settings_now, laid)) = newer(past, head, context)
    {
        let before = about(settings, &deciding.unread, today);
        found.extend(newly(&before, about(&settings_now, &laid.findings, today)));
    }
    found.sort_by(|a, b| a.order().cmp(&b.order()));
    found
}

/// Whether the newer side decides, because there was nothing before it.
fn decides(side: &Side, head: Option<&Revision>) -> bool {
    matches!((side, head), (Side::Revision(one), Some(head)) if one.id == head.id)
}

/// The settings of the newer side with its overlays. Where they cannot be read at all, it is
/// told that they changed.
fn newer(past: &Past, head: Option<&Revision>, context: &Context) -> Option<(Document<Settings>, Laid)> {
    let (settings, side) = match head {
        Some(head) => (past.settings(head).ok()??, Side::Revision(head.clone())),
        None => {
            let folder = past.git.work_dir()?.join(&past.folder);
            let Repository { mut settings, .. } = Repository::open(context, &folder).ok()?;
            settings.path = join(&past.folder, SETTINGS);
            settings.findings.iter_mut().for_each(|one| one.location.path.clone_from(&settings.path));
            (settings, Side::Working(folder))
        }
    };
    let laid = side.laid(past, &settings);
    Some((settings, laid))
}

/// All that is wrong with settings and their overlays.
fn about(settings: &Document<Settings>, overlays: &[Located], today: Day) -> Vec<Located> {
    let case = SettingsCase { settings: &settings.value, today, unused: &BTreeSet::new() };
    let judged = settings.locate(rules::settings::check(&case));
    settings.findings.iter().cloned().chain(judged).chain(overlays.iter().cloned()).collect()
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
