//! `beian dossier --verify`: renders a folder again from its manifest, and tells what differs.

use super::folder::{BESIDE, stage, standing};
use super::manifest::{FILE, Manifest, SUMS};
use super::run::Run;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::json::TOOL;
use crate::output::shown::shown;
use beian_core::words;
use beian_core::words::Words;
use beian_records::evidence::sha256;
use beian_records::files::{Folder, hidden};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Runs it.
pub(super) fn run(
    folder: &Path,
    templates: Option<&Path>,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let named = folder.to_string_lossy();
    // What a run that was cut off had begun is finished first, and nothing is left of it.
    drop(Folder::open(folder)?);
    let manifest = Manifest::read(folder)?
        .ok_or_else(|| Failure::nothing(words!("{named} 里没有 {FILE}", "there is no {FILE} in {named}")))?;
    let run = Run::open(manifest.wish()?, templates, context)?;
    // Only the hashes are held against the folder.
    let (fresh, _) = stage(&run, &|_, _| Ok(()))?;
    let faults = compare(folder, &manifest, &fresh)?;
    let mut told: Vec<Words> = faults;
    if !told.is_empty() {
        told.extend(reasons(&run, &manifest));
    }
    if told.is_empty() {
        if !context.quiet {
            let count = manifest.files.len();
            let said = words!("{count} 个文件都与重新生成的相同", "all {count} files are what is rendered again");
            writeln!(out, "{}", said.get(context.lang)).map_err(Failure::writing)?;
        }
        return Ok(Outcome::Clean);
    }
    let mut lines = told.iter().map(|words| shown(words.get(context.lang)));
    lines.try_for_each(|line| writeln!(out, "{line}")).map_err(Failure::writing)?;
    Ok(Outcome::Findings)
}

/// Each file that is not what it should be.
fn compare(folder: &Path, manifest: &Manifest, fresh: &BTreeMap<String, String>) -> Result<Vec<Words>, Failure> {
    let mut told = Vec::new();
    let listed: BTreeMap<&str, &str> =
        manifest.files.iter().map(|file| (file.name.as_str(), file.sha256.as_str())).collect();
    let names: BTreeSet<&str> = listed.keys().copied().chain(fresh.keys().map(String::as_str)).collect();
    for name in names {
        let stands = standing(&folder.join(name))?;
        match (stands, listed.get(name), fresh.get(name)) {
            (None, _, _) => told.push(words!("缺少：{name}", "missing: {name}")),
            (Some(stands), Some(listed), _) if stands != **listed => {
                told.push(words!(
                    "被改过：{name} 与清单的 SHA-256 不同",
                    "changed: {name} is not what the manifest says"
                ));
            }
            (Some(stands), _, Some(fresh)) if stands != *fresh => {
                told.push(words!("不同：{name} 与重新生成的不同", "differs: {name} is not what is rendered again"));
            }
            (Some(_), _, None) => {
                told.push(words!(
                    "生成不出：{name}，记录里已没有这个主体",
                    "not rendered: the records hold no subject of {name}"
                ));
            }
            (Some(_), None, Some(_)) => {
                told.push(words!("多出：{name} 不在清单里", "extra: {name} is not in the manifest"));
            }
            (Some(_), Some(_), Some(_)) => {}
        }
    }
    match standing(&folder.join(SUMS))? {
        None => told.push(words!("缺少：{SUMS}", "missing: {SUMS}")),
        Some(stands) if stands != sha256(manifest.sums().as_bytes()) => {
            told.push(words!("被改过：{SUMS} 与清单不同", "changed: {SUMS} is not what the manifest says"));
        }
        Some(_) => {}
    }
    let shown = folder.to_string_lossy();
    let mut extra = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| Failure::reading(&shown, &error))? {
        let name = entry.map_err(|error| Failure::reading(&shown, &error))?.file_name();
        if hidden::kind(&name).is_some() {
            continue;
        }
        let name = name.to_string_lossy().into_owned();
        if !BESIDE.contains(&name.as_str()) && !listed.contains_key(name.as_str()) && !fresh.contains_key(&name) {
            extra.push(name);
        }
    }
    extra.sort();
    told.extend(
        extra.into_iter().map(|name| words!("多出：{name} 不在清单里", "extra: {name} is not in the manifest")),
    );
    Ok(told)
}

/// What may explain that something differs.
fn reasons(run: &Run, manifest: &Manifest) -> Vec<Words> {
    let mut told = Vec::new();
    let mut differ = |zh: &str, en: &str, then: &str, now: &str| {
        if then != now {
            told.push(words!(
                "可能的原因：当时{zh} {then}，现在 {now}",
                "possibly because {en} was {then} and is {now}"
            ));
        }
    };
    differ("的程序是", "the program", &manifest.tool, TOOL);
    differ("的规则集是", "the rule set", &manifest.rules, &run.source.grounds.rules());
    let id = |id: Option<&str>| id.unwrap_or("-").to_owned();
    let now = id(run.commit.as_ref().map(|commit| commit.id.as_str()));
    differ("的提交是", "the commit", &id(manifest.inputs.commit.as_deref()), &now);
    if manifest.inputs.templates != run.templates {
        told.push(Words::fixed("可能的原因：模板改过", "possibly because templates were changed"));
    }
    told
}
