//! What decides about records and stands beside them: settings, overlays, templates.

use crate::locate::{Located, Location};
use crate::store::{self, Store};
use beian_core::model::Settings;
use beian_core::rules::review::policy_changed::RULE;
use beian_core::words;
use std::collections::{BTreeMap, BTreeSet};

/// The usual folder of templates.
const TEMPLATES: &str = "templates";

/// Reports every such file that differs, by the settings of the base; `named` tells how
/// reports name a path.
///
/// # Errors
/// If an object of a repository is missing or broken.
pub fn policy(
    base: &dyn Store,
    head: &dyn Store,
    settings: &Settings,
    named: &dyn Fn(&str) -> String,
) -> Result<Vec<Located>, store::Error> {
    let mut found = Vec::new();
    for path in paths(settings) {
        let (before, after) = (base.ids(&path)?, head.ids(&path)?);
        found.extend(differing(&before, &after).into_iter().map(|path| told(&named(path))));
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

fn told(path: &str) -> Located {
    Located {
        rule: &RULE,
        severity: RULE.severity,
        subject: String::new(),
        fact: path.to_owned(),
        location: Location { path: path.to_owned(), ..Location::default() },
        message: words!(
            "这次改动了 {path}；审阅用的仍是改动之前的",
            "{path} changes here; this review went by what it was before"
        ),
        help: RULE.help.clone(),
        related: Vec::new(),
    }
}
