//! What decides about records and stands beside them: settings, overlays, templates, a baseline.

use crate::baseline;
use crate::grounds::SETTINGS;
use crate::locate::{Located, Location};
use crate::raw::Content;
use crate::store::{self, Store, stays_inside};
use beian_core::model::Settings;
use beian_core::rules::review::policy_changed::RULE;
use beian_core::words;
use std::collections::{BTreeMap, BTreeSet};

/// The usual folder of templates.
const TEMPLATES: &str = "templates";

/// By what it is told which files decide.
#[derive(Debug)]
pub struct Policies<'s> {
    /// The settings of both sides, as far as they can be read: what either names may decide.
    pub settings: Vec<&'s Settings>,
    /// Whether the newer side decides, because records begin with it.
    pub begins: bool,
}

/// Reports every such file that differs; `named` tells how reports name a path.
///
/// # Errors
/// If a file cannot be seen, so that nobody knows whether it differs.
pub fn policy(
    base: &dyn Store,
    head: &dyn Store,
    policies: &Policies<'_>,
    named: &dyn Fn(&str) -> String,
) -> Result<Vec<Located>, store::Error> {
    let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
    for path in paths(policies, templates) {
        before.extend(base.ids_below(&path)?);
        after.extend(head.ids_below(&path)?);
    }
    for path in paths(policies, files) {
        before.extend(base.ids(&path)?);
        after.extend(head.ids(&path)?);
    }
    let mut found = Vec::new();
    for path in differing(&before, &after) {
        let is_on_both = before.contains_key(path) && after.contains_key(path);
        if !(is_on_both && differs_in_line_ends(base, head, path)?) {
            found.push(told(&named(path), policies.begins));
        }
    }
    Ok(found)
}

/// The folder of templates.
fn templates(settings: &Settings) -> Vec<String> {
    vec![settings.templates.known().map_or(TEMPLATES, |path| path).to_owned()]
}

/// The settings, the baseline, and what stands for overlays.
fn files(settings: &Settings) -> Vec<String> {
    let baseline = settings.baseline.known().map_or(baseline::FILE, |path| path);
    let overlays = settings.overlays.known().into_iter().flat_map(|overlays| overlays.0.iter());
    let both = [SETTINGS, baseline].into_iter().map(str::to_owned);
    both.chain(overlays.map(|overlay| overlay.value.to_string())).collect()
}

/// What either side names. Paths that lead out of the repository are not followed.
fn paths(policies: &Policies<'_>, of: fn(&Settings) -> Vec<String>) -> BTreeSet<String> {
    let all = policies.settings.iter().flat_map(|settings| of(settings));
    all.map(|path| store::join("", &path)).filter(|path| !path.is_empty() && stays_inside(path)).collect()
}

fn differing<'a>(before: &'a BTreeMap<String, String>, after: &'a BTreeMap<String, String>) -> BTreeSet<&'a String> {
    before.keys().chain(after.keys()).filter(|path| before.get(*path) != after.get(*path)).collect()
}

/// Whether only line ends differ, as git itself writes them into a working directory.
fn differs_in_line_ends(base: &dyn Store, head: &dyn Store, path: &str) -> Result<bool, store::Error> {
    if head.revision().is_some() {
        return Ok(false);
    }
    let most = baseline::LIMITS.bytes as u64;
    let (Some(Content::Bytes(old)), Some(Content::Bytes(new))) = (base.file(path, most)?, head.file(path, most)?)
    else {
        return Ok(false);
    };
    // Of each pair only the line feed is kept.
    let is_kept = |(at, byte): (usize, &u8)| (*byte != b'\r' || new.get(at + 1) != Some(&b'\n')).then_some(*byte);
    Ok(new.iter().enumerate().filter_map(is_kept).eq(old))
}

fn told(path: &str, begins: bool) -> Located {
    let message = if begins {
        words!(
            "{path} 和记录一起从这里开始；审阅用的就是它",
            "{path} begins here with the records; this review went by it"
        )
    } else {
        words!(
            "这次改动了 {path}；审阅用的仍是改动之前的",
            "{path} changes here; this review went by what it was before"
        )
    };
    Located {
        rule: &RULE,
        severity: RULE.severity,
        subject: String::new(),
        fact: path.to_owned(),
        location: Location { path: path.to_owned(), ..Location::default() },
        message,
        help: RULE.help.clone(),
        rests_on: Vec::new(),
        related: Vec::new(),
    }
}
