//! What decides about records and stands beside them: settings, overlays, templates.

use crate::git::{self, Repository, Revision, ids_on_disk};
use crate::locate::{Located, Location};
use beian_core::model::Settings;
use beian_core::rules::review::policy_changed::RULE;
use beian_core::words;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Where the newer side of a review is found.
#[derive(Debug, Clone, Copy)]
pub enum Beside<'a> {
    /// In a revision.
    Revision(&'a Revision),
    /// In the working directory, whose root this is.
    Working(&'a Path),
}

/// The usual folder of templates.
const TEMPLATES: &str = "templates";

/// Reports every such file that differs. `folder` is that of the settings, from the root of
/// the repository on; the settings are those of the base.
///
/// # Errors
/// If an object of the repository is missing or broken.
pub fn policy(
    repository: &Repository,
    base: &Revision,
    head: Beside<'_>,
    folder: &str,
    settings: &Settings,
) -> Result<Vec<Located>, git::Error> {
    let mut found = Vec::new();
    for path in paths(settings) {
        let path = [folder, &path].join("/").trim_matches('/').to_owned();
        let before = repository.ids(base, &path)?;
        let after = match head {
            Beside::Revision(head) => repository.ids(head, &path)?,
            Beside::Working(root) => ids_on_disk(root, &path),
        };
        found.extend(differing(&before, &after).into_iter().map(told));
    }
    Ok(found)
}

/// What may decide, by the settings. Paths that lead out of the repository are not followed.
fn paths(settings: &Settings) -> BTreeSet<String> {
    let templates = settings.templates.known().map_or(TEMPLATES, |templates| &**templates);
    let overlays = settings.overlays.known().into_iter().flat_map(|overlays| overlays.0.iter());
    let all = ["beian.yaml", templates].into_iter().map(str::to_owned);
    all.chain(overlays.map(|overlay| overlay.value.to_string()))
        .map(|path| path.trim_matches('/').to_owned())
        .filter(|path| !path.is_empty() && !path.split('/').any(|part| matches!(part, "." | "..")))
        .collect()
}

fn differing<'a>(before: &'a BTreeMap<String, String>, after: &'a BTreeMap<String, String>) -> BTreeSet<&'a String> {
    before.keys().chain(after.keys()).filter(|path| before.get(*path) != after.get(*path)).collect()
}

fn told(path: &String) -> Located {
    Located {
        rule: &RULE,
        severity: RULE.severity,
        subject: String::new(),
        fact: path.clone(),
        location: Location { path: path.clone(), ..Location::default() },
        message: words!(
            "这次改动了 {path}；审阅用的仍是改动之前的",
            "{path} changes here; this review went by what it was before"
        ),
        help: RULE.help.clone(),
        related: Vec::new(),
    }
}
