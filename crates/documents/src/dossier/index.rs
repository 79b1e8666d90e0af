//! The page over all dossiers: where each subject stands and what it lacks.

use super::facts::{DASH, Facts};
use super::input::{Audience, Terms};
use super::kept::Kept;
use super::labels::Labels;
use super::provenance::stamps;
use super::services::{current, name};
use super::todo::Todo;
use beian_core::model::Service;
use beian_core::record::Said;
use beian_core::rule::Severity;
use beian_core::status::{Status, of_service, of_subject};
use beian_core::words;
use beian_core::words::Words;
use minijinja::Value;
use serde::Serialize;

/// The page over all dossiers.
#[derive(Debug)]
pub struct Index<'a> {
    /// What is the same for all of them.
    pub terms: Terms<'a>,
    /// One entry a subject, in the order of their files.
    pub entries: &'a [IndexEntry],
}

/// A subject in the page over all dossiers.
#[derive(Debug, Clone)]
pub struct IndexEntry {
    /// The file of its dossier, within the folder of the page.
    pub file: String,
    /// The organiser.
    pub name: String,
    /// Where it stands.
    pub status: String,
    /// Its number.
    pub number: Option<String>,
    /// How many services it has.
    pub services: String,
    /// Errors, warnings and notes.
    pub findings: [usize; 3],
    /// What it lacks.
    pub gaps: Vec<String>,
}

/// The entry of a subject.
pub(super) fn entry(facts: Facts<'_>, todo: &Todo) -> IndexEntry {
    let input = facts.input;
    let number = current(facts, "subject", &input.subject.particulars.value.numbers);
    let status = of_subject(input.subject, input.terms.days.as_of);
    let count = |severity| input.findings.iter().filter(|finding| finding.severity == severity).count();
    IndexEntry {
        file: String::new(),
        name: match input.terms.audience {
            Audience::Public => super::public::organiser_on_file(facts),
            Audience::Auditor | Audience::Internal => super::context::organiser(facts),
        },
        status: super::context::standing(facts, status),
        gaps: lacks(facts, todo, status, number.is_some()),
        number,
        services: super::services::count(facts),
        findings: [count(Severity::Error), count(Severity::Warning), count(Severity::Note)],
    }
}

/// Whether it is known that a service has no number of the police.
fn is_without_police_number(service: &Service) -> bool {
    match service.police.said() {
        Said::Unknown => false,
        Said::This(police) => police.value.number.is_absent(),
        Said::Nothing | Said::Faulty(_) => true,
    }
}

fn lacks(facts: Facts<'_>, todo: &Todo, status: Status, has_number: bool) -> Vec<String> {
    let input = facts.input;
    let day = input.terms.days.as_of;
    let mut found: Vec<Words> = Vec::new();
    let ended = status == Status::Deregistered;
    if !has_number && !ended && !input.subject.particulars.value.numbers.is_unknown() {
        found.push(Words::fixed("没有主体备案号", "no subject number"));
    }
    if status == Status::EmptyShell {
        found.push(Words::fixed("空壳主体", "an empty shell"));
    }
    for (key, service) in input.subject.live_services(day).filter(|_| !ended) {
        let title = name(facts, key);
        // What is still being filed lacks no number yet.
        if matches!(of_service(input.subject, key, day), Status::Deregistered | Status::Filing) {
            continue;
        }
        let numbers = &service.value.numbers;
        if !numbers.is_unknown() && current(facts, &format!("services/{key}"), numbers).is_none() {
            found.push(words!("{title}：没有备案号", "{title}: no number"));
        }
        if is_without_police_number(&service.value) {
            found.push(words!("{title}：没有公安备案号", "{title}: no police number"));
        }
    }
    let differing = todo.pending.len();
    if differing > 0 {
        found.push(words!("{differing} 项与在档不同", "{differing} facts differ from what is on file"));
    }
    let over = todo.deadlines.iter().filter(|deadline| deadline.is_over()).count();
    if over > 0 {
        found.push(words!("{over} 项时限已过", "{over} deadlines are over"));
    }
    found.extend(super::papers::gaps(facts));
    found.iter().map(|words| facts.say(words)).collect()
}

#[derive(Debug, Serialize)]
pub(super) struct Context {
    w: Value,
    is_public: bool,
    is_past: bool,
    is_sample: bool,
    is_revealed: bool,
    stamps: Vec<[String; 2]>,
    subjects: Vec<Row>,
    total: usize,
    with_gaps: usize,
}

#[derive(Debug, Serialize)]
struct Row {
    /// The target of a link, which the file names of dossiers are safe for.
    file: Value,
    name: String,
    status: String,
    number: String,
    services: String,
    errors: usize,
    warnings: usize,
    notes: usize,
    gaps: String,
}

pub(super) fn context(index: &Index<'_>, kept: &Kept) -> Context {
    let terms = &index.terms;
    let w = Labels::new(terms.lang);
    let row = |entry: &IndexEntry| Row {
        file: Value::from_safe_string(target(&entry.file)),
        name: entry.name.clone(),
        status: entry.status.clone(),
        number: entry.number.clone().unwrap_or_else(|| DASH.to_owned()),
        services: entry.services.clone(),
        errors: entry.findings[0],
        warnings: entry.findings[1],
        notes: entry.findings[2],
        gaps: if entry.gaps.is_empty() { DASH.to_owned() } else { entry.gaps.join("；") },
    };
    Context {
        w: kept.labels(terms.lang),
        is_public: terms.audience == Audience::Public,
        is_past: terms.days.is_past(),
        is_sample: terms.sample,
        is_revealed: terms.reveal,
        stamps: stamps(terms, &w),
        subjects: index.entries.iter().map(row).collect(),
        total: index.entries.len(),
        with_gaps: index.entries.iter().filter(|entry| !entry.gaps.is_empty()).count(),
    }
}

/// A file as the target of a link: everything but plain letters is written in percent.
fn target(file: &str) -> String {
    let mut out = String::new();
    for byte in file.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/') {
            out.push(char::from(byte));
        } else {
            out += &format!("%{byte:02X}");
        }
    }
    out
}
