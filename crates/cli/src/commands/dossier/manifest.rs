//! `manifest.json` and `SHA256SUMS`: what a folder of dossiers was made of.

use super::run::{Run, Wish};
use super::{Audience, Format};
use crate::context::day;
use crate::failure::Failure;
use crate::output::json::TOOL;
use beian_core::words;
use beian_core::words::{Lang, Words};
use clap::ValueEnum;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// The file.
pub(super) const FILE: &str = "manifest.json";
/// The hashes, as `sha256sum -c` reads them.
pub(super) const SUMS: &str = "SHA256SUMS";
/// The version of the file.
const VERSION: u32 = 1;
/// The most that is read of one: ten thousand dossiers take a megabyte.
const LARGEST: u64 = 64 << 20;

/// What a folder of dossiers was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    version: u32,
    pub(super) tool: String,
    pub(super) rules: String,
    pub(super) inputs: Inputs,
    pub(super) files: Vec<FileHash>,
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Inputs {
    /// The one subject, or null for all.
    subject: Option<String>,
    /// The revision or day as it was asked for, or null for the working tree.
    at: Option<String>,
    /// The commit that was read, or on which the working tree rests.
    pub(super) commit: Option<String>,
    as_of: String,
    today: String,
    audience: String,
    format: String,
    lang: String,
    reveal: bool,
    /// Whether evidence was looked at, as it was before anybody could ask for less.
    #[serde(default = "always")]
    evidence: bool,
    /// The hash of the templates in force.
    pub(super) templates: String,
}

/// A file and its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileHash {
    pub(super) name: String,
    pub(super) sha256: String,
}

impl Manifest {
    /// The manifest of a run.
    pub(super) fn new(run: &Run, hashes: &BTreeMap<String, String>) -> Self {
        let wish = &run.wish;
        Self {
            version: VERSION,
            tool: TOOL.to_owned(),
            rules: run.source.grounds.rules().into_owned(),
            inputs: Inputs {
                subject: wish.subject.clone(),
                at: wish.at.clone(),
                commit: run.commit.as_ref().map(|commit| commit.id.clone()),
                as_of: wish.as_of.to_string(),
                today: wish.today.to_string(),
                audience: named(&wish.audience),
                format: named(&wish.format),
                lang: match wish.lang {
                    Lang::Zh => "zh".to_owned(),
                    Lang::En => "en".to_owned(),
                },
                reveal: wish.reveal,
                evidence: wish.evidence,
                templates: run.templates.clone(),
            },
            files: hashes
                .iter()
                .map(|(name, sha256)| FileHash { name: name.clone(), sha256: sha256.clone() })
                .collect(),
        }
    }

    /// The text of the file.
    pub(super) fn text(&self) -> Result<String, Failure> {
        let mut bytes = Vec::new();
        crate::output::machine::pretty(self, &mut bytes).map_err(Failure::writing)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// The text of `SHA256SUMS`.
    pub(super) fn sums(&self) -> String {
        self.files.iter().map(|file| format!("{}  {}\n", file.sha256, file.name)).collect()
    }

    /// The manifest of a folder; none if it has no such file.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, Failure> {
        let path = folder.join(FILE);
        let shown = path.to_string_lossy();
        match path.symlink_metadata() {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Failure::reading(&shown, &error)),
            Ok(metadata) if !metadata.is_file() => return Err(no_manifest(&shown)),
            Ok(_) => {}
        }
        let bytes = beian_records::beside::bounded(&path, LARGEST).map_err(|error| Failure::reading(&shown, &error))?;
        let manifest: Self = serde_json::from_slice(&bytes).map_err(|_| no_manifest(&shown))?;
        if manifest.version != VERSION || !manifest.files.iter().all(|file| super::folder::is_plain(&file.name)) {
            return Err(no_manifest(&shown));
        }
        Ok(Some(manifest))
    }

    /// What was asked for when the folder was made. A revision is asked for by its commit, so
    /// that a branch which went on changes nothing.
    pub(super) fn wish(&self) -> Result<Wish, Failure> {
        let inputs = &self.inputs;
        let unknown =
            |what: &str| Failure::usage(words!("清单里的 {what} 不认识", "`{what}` of the manifest is unknown"));
        Ok(Wish {
            subject: inputs.subject.clone(),
            at: inputs.at.as_ref().and(inputs.commit.clone()),
            as_of: day("as_of", &inputs.as_of)?,
            today: day("today", &inputs.today)?,
            audience: Audience::from_str(&inputs.audience, false).map_err(|_| unknown("audience"))?,
            format: Format::from_str(&inputs.format, false).map_err(|_| unknown("format"))?,
            lang: match inputs.lang.as_str() {
                "zh" => Lang::Zh,
                "en" => Lang::En,
                _ => return Err(unknown("lang")),
            },
            reveal: inputs.reveal,
            evidence: inputs.evidence,
        })
    }
}

const fn always() -> bool {
    true
}

fn named(value: &impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

fn no_manifest(shown: &str) -> Failure {
    Failure::usage(words!("{shown} 不是档案的清单", "{shown} is no manifest of dossiers"))
        .hint(Words::fixed("清单由 beian dossier --out 写出", "manifests are written by `beian dossier --out`"))
}
