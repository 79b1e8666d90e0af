//! The schemas are current, and they agree with the reader on every example of form.

#![expect(clippy::unwrap_used, reason = "a schema that does not compile has failed")]

mod common;

use beian_core::model::{KINDS, kind};
use beian_core::rule::{Check, Example, Given};
use beian_core::rules::{self, BASE};
use beian_records::schema::schema;
use boon::{Compiler, SchemaIndex, Schemas};
use std::fs;
use std::path::Path;

/// The committed schemas are those that the program makes.
#[test]
fn committed_schemas_are_current() {
    for kind in KINDS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../schema/{}.schema.json", kind.name));
        let made = schema(kind);
        if std::env::var_os("BEIAN_UPDATE").is_some() {
            fs::write(&path, &made).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == made, "{} is stale: run `just docs` and review the diff", path.display());
    }
}

#[test]
fn the_clean_subject_fits_its_schemas() {
    let mut judge = Judge::new();
    for (name, text) in BASE {
        assert_eq!(judge.fits(name, text), Some(true), "{name}");
    }
}

/// What a schema cannot see: it is shown values, not the text that they were written in, and
/// it knows neither identities nor versions.
const UNSEEN: &[&str] = &[
    "anchor-or-alias",
    "bad-file-name",
    "bad-id",
    "byte-order-mark",
    "conflict-marker",
    "control-character",
    "duplicate-key",
    "hidden-character",
    "odd-character",
    "older-format-declared",
    "outside-subset",
    "tab",
    "tag",
    "too-much",
    "unknown-format",
];

/// Where reader and schema both look, they say the same: an unknown key, a value of the
/// wrong kind, a word that is no term.
#[test]
fn schema_and_reader_agree_on_the_examples_of_form() {
    let mut judge = Judge::new();
    let mut compared = 0;
    for rule in rules::all().filter(|rule| matches!(rule.check, Check::Form)) {
        for example in [&rule.breaks, &rule.keeps] {
            let Some((name, text)) = edited(example) else { continue };
            let Some(fits) = judge.fits(&name, &text) else { continue };
            let form_is_good = !common::judge(example)
                .findings
                .iter()
                .any(|found| found.rule.code.starts_with('C') && found.location.path.ends_with(&name));
            if UNSEEN.contains(&rule.name) {
                continue;
            }
            assert_eq!(fits, form_is_good, "{} on {name}:\n{text}", rule.name);
            compared += 1;
        }
    }
    assert!(12 <= compared, "only {compared} examples were compared");
}

/// The one file of the clean subject that an example is about, as it stands there. An example
/// about several files, or about what is no text, is not compared.
fn edited(example: &Example) -> Option<(String, String)> {
    let name_of = |given: &Given| match given {
        Given::Stands { file, .. } | Given::Edit { file, .. } | Given::File { file, .. } => {
            file.strip_prefix("example/")
        }
        _ => None,
    };
    let name = name_of(example.given.first()?)?;
    if example.given.iter().any(|given| name_of(given) != Some(name)) {
        return None;
    }
    let base = BASE.iter().find(|(base, _)| *base == name).map_or("", |(_, text)| *text);
    let text = example.given.iter().fold(base.to_owned(), |whole, given| match given {
        Given::Edit { old, new, .. } => whole.replacen(old, new, 1),
        Given::File { text, .. } => (*text).to_owned(),
        _ => whole,
    });
    let known = BASE.iter().any(|(base, _)| *base == name) || name.contains('/');
    known.then(|| (name.to_owned(), text))
}

struct Judge {
    schemas: Schemas,
    indices: Vec<(&'static str, SchemaIndex)>,
}

impl Judge {
    fn new() -> Self {
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        let mut indices = Vec::new();
        for kind in KINDS {
            let url = format!("https://beian.example/{}.schema.json", kind.name);
            compiler.add_resource(&url, serde_json::from_str(&schema(kind)).unwrap()).unwrap();
            indices.push((kind.name, compiler.compile(&url, &mut schemas).unwrap()));
        }
        Self { schemas, indices }
    }

    /// Whether a file fits its schema; `None` if it is no YAML to a full parser.
    fn fits(&mut self, name: &str, text: &str) -> Option<bool> {
        let stem = match name.split_once('/') {
            Some(("filings", _)) => "filing",
            Some(("observations", _)) => "observation",
            Some(_) => "official",
            None => name.strip_suffix(".yaml").unwrap(),
        };
        assert!(kind(stem).is_some(), "{stem}");
        let value: serde_json::Value = serde_yaml::from_str(text).ok()?;
        let (_, index) = self.indices.iter().find(|(name, _)| *name == stem)?;
        Some(self.schemas.validate(&value, *index).is_ok())
    }
}
