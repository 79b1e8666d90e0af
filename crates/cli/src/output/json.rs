//! Reports for programs: version 1. The types stand for themselves, so that nothing inside
//! `beian` can change what others read.

use super::report::Report;
use super::shown::shown;
use beian_core::rule::{Citation, Rule, Severity, SourceKind};
use beian_core::rules;
use beian_core::words::Lang;
use beian_records::locate::{Located, LocatedRelated, Location};
use serde::Serialize;
use std::io::{self, Write};

/// The version of what is written here.
pub(crate) const VERSION: u32 = 1;

/// The name and version of this program.
pub(crate) const TOOL: &str = concat!("beian ", env!("CARGO_PKG_VERSION"));

#[derive(Serialize)]
struct Document {
    version: u32,
    tool: &'static str,
    /// The set of rules that judged; see [`rule_set`].
    rules: String,
    /// The revision that was read, or null for the working directory.
    at: Option<String>,
    as_of: String,
    summary: Summary,
    /// Codes of the rules that would have needed the whole tree.
    not_run: Vec<&'static str>,
    findings: Vec<Finding>,
}

#[derive(Serialize)]
struct Summary {
    subjects: usize,
    files: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    waived: usize,
}

/// A finding as programs read it.
#[derive(Serialize)]
pub(crate) struct Finding {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    message: String,
    help: String,
    /// The subject, or null where the fault is in no subject.
    subject: Option<String>,
    fact: Option<String>,
    #[serde(flatten)]
    place: Place,
    related: Vec<Related>,
    sources: Vec<Source>,
}

/// A place. Lines and columns count from 1, columns in characters; they are null where a
/// folder is meant.
#[derive(Serialize)]
struct Place {
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct Related {
    message: String,
    fact: Option<String>,
    #[serde(flatten)]
    place: Place,
}

/// A source as programs read it.
#[derive(Serialize)]
pub(crate) struct Source {
    title: &'static str,
    title_en: &'static str,
    number: &'static str,
    article: &'static str,
    publisher: &'static str,
    dated: String,
    in_force: Option<String>,
    checked: String,
    kind: &'static str,
}

/// Writes the report.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        version: VERSION,
        tool: TOOL,
        rules: rule_set(),
        at: report.at.clone(),
        as_of: report.as_of.to_string(),
        summary: Summary {
            subjects: report.subjects,
            files: report.files,
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            notes: report.count(Severity::Note),
            waived: 0,
        },
        not_run: report.not_run.clone(),
        findings: report.findings.iter().map(|found| finding(found, lang)).collect(),
    };
    pretty(&document, out)
}

/// Writes a value over several lines, and ends the last one.
pub(crate) fn pretty(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(io::Error::from)?;
    writeln!(out)
}

/// A finding as programs read it.
pub(crate) fn finding(found: &Located, lang: Lang) -> Finding {
    Finding {
        code: found.rule.code,
        name: found.rule.name,
        severity: found.severity.name(),
        message: shown(found.message.get(lang)).into_owned(),
        help: shown(found.help.get(lang)).into_owned(),
        subject: given(&found.subject),
        fact: given(&found.fact),
        place: place(&found.location),
        related: found.related.iter().map(|other| related(other, lang)).collect(),
        sources: sources(found.rule),
    }
}

fn related(related: &LocatedRelated, lang: Lang) -> Related {
    Related {
        message: shown(related.message.get(lang)).into_owned(),
        fact: given(&related.fact),
        place: place(&related.location),
    }
}

fn place(location: &Location) -> Place {
    let known = |number: usize| (location.line != 0).then_some(number);
    Place {
        path: shown(&location.path).into_owned(),
        line: known(location.line),
        column: known(location.column),
        end_line: known(location.end_line),
        end_column: known(location.end_column),
    }
}

fn given(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| shown(text).into_owned())
}

/// The sources of a rule.
pub(crate) fn sources(rule: &Rule) -> Vec<Source> {
    rule.sources.iter().map(source).collect()
}

fn source(citation: &Citation) -> Source {
    let source = citation.source;
    Source {
        title: source.title,
        title_en: source.title_en,
        number: source.number,
        article: citation.article,
        publisher: source.publisher,
        dated: source.dated.to_string(),
        in_force: source.in_force.map(|day| day.to_string()),
        checked: source.checked.to_string(),
        kind: kind(source.kind),
    }
}

const fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Law => "law",
        SourceKind::Notice => "notice",
        SourceKind::Standard => "standard",
        SourceKind::RecordFormat => "record-format",
        SourceKind::Manual => "manual",
        SourceKind::Unsure => "unsure",
    }
}

/// What names the set of rules: how many there are, and a hash of what decides about a
/// breach. Two reports with the same one were judged alike.
pub(crate) fn rule_set() -> String {
    // FNV-1a: the standard library's hasher may change between versions of the compiler.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut count = 0;
    for rule in rules::all() {
        count += 1;
        let days = [rule.since, rule.until].map(|day| day.map_or_else(String::new, |day| day.to_string()));
        for part in [rule.code, rule.name, rule.severity.name(), &days[0], &days[1]] {
            for byte in part.bytes().chain([0]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    format!("{count}-{:08x}", hash >> 32)
}
