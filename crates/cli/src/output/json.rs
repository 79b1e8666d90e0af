//! Reports for programs: version 1. The types stand for themselves, so that nothing inside
//! `beian` can change what others read.

use super::machine::pretty;
use super::report::{self, BaselineUse, Report};
use super::shown::shown;
use beian_core::day::Day;
use beian_core::law::{self, Citation, together};
use beian_core::rule::{Rule, Severity};
use beian_core::tables::Later;
use beian_core::words::{Lang, Words};
use beian_records::locate::{Located, LocatedRelated, Location};
use beian_records::overlay::Named;
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
    /// The version of the rules that judged.
    rules: String,
    /// Rows of the user's by which was judged.
    overlays: Vec<Overlay>,
    /// What the tables tell of later days alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_known: Vec<NotKnown>,
    /// The revision that was read, or null for the working directory.
    at: Option<String>,
    as_of: String,
    summary: Summary,
    /// Codes of the rules that would have needed the whole tree.
    not_run: Vec<&'static str>,
    /// The findings that were adopted, if a baseline is used.
    baseline: Option<Baseline>,
    findings: Vec<Finding>,
    waived: Vec<Waived>,
    /// How often each rule found something; only where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    statistics: Option<Vec<Count>>,
}

#[derive(Serialize)]
struct NotKnown {
    table: &'static str,
    rows: usize,
    first: String,
}

#[derive(Serialize)]
struct Overlay {
    path: String,
    title: String,
    publisher: String,
    date: String,
    rows: usize,
}

#[derive(Serialize)]
struct Baseline {
    path: String,
    written: Option<String>,
    age_days: Option<i64>,
}

#[derive(Serialize)]
struct Waived {
    reason: String,
    owner: String,
    until: Option<String>,
    #[serde(flatten)]
    finding: Finding,
}

#[derive(Serialize)]
struct Count {
    code: &'static str,
    name: &'static str,
    count: usize,
}

#[derive(Serialize)]
struct Summary {
    subjects: usize,
    /// Files of evidence that could not be seen; null where nobody looked.
    unseen_papers: Option<usize>,
    files: usize,
    /// Files and folders that could not be seen.
    unseen: usize,
    /// Subjects of which a part could not be seen.
    unseen_subjects: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    waived: usize,
    baselined: usize,
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

/// A source as programs read it, in the version of a day.
#[derive(Serialize)]
pub(crate) struct Source {
    /// The stable key of the text.
    id: &'static str,
    title: &'static str,
    title_en: &'static str,
    number: &'static str,
    /// Number of what made this version of the older one.
    amended_by: Option<&'static str>,
    article: String,
    article_en: String,
    publisher: &'static str,
    /// When it was issued, as exactly as it is known, in the form of ISO 8601-2.
    dated: Option<String>,
    in_force: Option<String>,
    until: Option<String>,
    checked: String,
    kind: &'static str,
    url: Option<&'static str>,
    /// All versions, where no day was asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    versions: Vec<Version>,
}

/// A version of a text.
#[derive(Default, Serialize)]
struct Version {
    dated: Option<String>,
    amended_by: Option<&'static str>,
    in_force: Option<String>,
    until: Option<String>,
}

/// Writes the report.
pub(crate) fn write(report: &Report, lang: Lang, statistics: bool, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        version: VERSION,
        tool: TOOL,
        rules: report.rules.clone(),
        overlays: report.overlays.iter().map(overlay).collect(),
        not_known: report.later.iter().map(not_known).collect(),
        at: report.at.clone(),
        as_of: report.as_of.to_string(),
        summary: summary(report),
        not_run: report.silent(),
        baseline: report.baseline.as_ref().map(|used| baseline(used, report.today)),
        findings: report.findings.iter().map(|found| finding(found, report.as_of, lang)).collect(),
        waived: report.waived.iter().map(|one| waived(one, report.as_of, lang)).collect(),
        statistics: statistics.then(|| report.by_rule().into_iter().map(count).collect()),
    };
    pretty(&document, out)
}

fn summary(report: &Report) -> Summary {
    Summary {
        subjects: report.subjects,
        unseen_papers: report.evidence.then_some(report.unseen_papers.len()),
        files: report.files,
        unseen: report.unseen.files,
        unseen_subjects: report.unseen.subjects,
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        notes: report.count(Severity::Note),
        waived: report.waived.len(),
        baselined: report.baseline.as_ref().map_or(0, |baseline| baseline.hidden),
    }
}

fn not_known(later: &Later) -> NotKnown {
    NotKnown { table: later.table, rows: later.rows, first: later.first.to_string() }
}

fn overlay(named: &Named) -> Overlay {
    let [path, title, publisher, date] =
        [&named.path, &named.title, &named.publisher, &named.date].map(|text| shown(text).into_owned());
    Overlay { path, title, publisher, date, rows: named.rows }
}

fn baseline(used: &BaselineUse, today: Day) -> Baseline {
    Baseline {
        path: shown(&used.path).into_owned(),
        written: used.written.map(|day| day.to_string()),
        age_days: used.written.map(|day| day.days_until(today)),
    }
}

fn waived(waived: &report::Waived, day: Day, lang: Lang) -> Waived {
    Waived {
        reason: shown(&waived.reason).into_owned(),
        owner: shown(&waived.owner).into_owned(),
        until: waived.until.map(|day| day.to_string()),
        finding: finding(&waived.finding, day, lang),
    }
}

const fn count((rule, count): (&'static Rule, usize)) -> Count {
    Count { code: rule.code, name: rule.name, count }
}

/// A finding as programs read it.
pub(crate) fn finding(found: &Located, day: Day, lang: Lang) -> Finding {
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
        sources: found.sources().iter().map(|citation| source(citation, Some(day))).collect(),
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

/// The sources of a rule as of a day, or their newest versions where none is asked.
pub(crate) fn sources(rule: &Rule, day: Option<Day>) -> Vec<Source> {
    rule.sources.iter().map(|citation| source(citation, day)).collect()
}

fn source(citation: &Citation, day: Option<Day>) -> Source {
    let source = citation.source();
    let written = |version: &law::Version| Version {
        dated: version.issued.map(|issued| issued.to_string()),
        amended_by: version.amended_by,
        in_force: version.from.map(|day| day.to_string()),
        until: version.until.map(|day| day.to_string()),
    };
    let near = day.map_or_else(|| source.versions.last(), |day| source.near(day)).map(written);
    let versions = if day.is_none() { source.versions.iter().map(written).collect() } else { Vec::new() };
    let Version { dated, amended_by, in_force, until } = near.unwrap_or_default();
    let Words { zh, en } = day.map_or_else(|| together(citation.articles()), |day| citation.articles_on(day));
    Source {
        id: source.id.key(),
        title: source.title,
        title_en: source.title_en,
        number: source.number.unwrap_or_default(),
        amended_by,
        article: zh.into_owned(),
        article_en: en.into_owned(),
        publisher: source.publisher,
        dated,
        in_force,
        until,
        checked: source.checked.to_string(),
        kind: source.kind.name(),
        url: source.url,
        versions,
    }
}
