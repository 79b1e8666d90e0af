//! A review for programs: version 1. The types stand for themselves, so that nothing inside
//! `beian` can change what others read.

use super::Report;
use super::points::{cited, due, dues, route};
use crate::output::json::{Finding, TOOL, VERSION, finding};
use crate::output::machine::pretty;
use crate::output::report::on_evidence;
use crate::output::shown::shown;
use beian_core::change::{Change, How};
use beian_core::personal::Veil;
use beian_core::procedure::{Required, Verdict, With};
use beian_core::record::{Plain, Vocabulary};
use beian_core::rule::Severity;
use beian_core::words::{Lang, Words};
use beian_records::git::ChangedFile;
use beian_records::review::{Lost, SubjectReview};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Document {
    version: u32,
    tool: &'static str,
    rules: String,
    /// The commit of the older side.
    base: String,
    /// The commit of the newer side, or null for the working tree.
    head: Option<String>,
    as_of: String,
    summary: Summary,
    /// Rules in force that did not run.
    not_run: Vec<&'static str>,
    moves: Vec<String>,
    subjects: Vec<Subject>,
    /// What is newly wrong.
    findings: Vec<Finding>,
}

#[derive(Serialize)]
struct Summary {
    subjects: usize,
    /// Subjects that could not be compared.
    not_compared: usize,
    /// Files of evidence that could not be seen; null where nobody looked.
    unseen_papers: Option<usize>,
    errors: usize,
    warnings: usize,
    notes: usize,
    solved: usize,
    /// New findings that the waivers of the older side accept.
    waived: usize,
    /// New findings that the baseline of the older side hides.
    baselined: usize,
}

#[derive(Serialize)]
struct Subject {
    id: String,
    folder: String,
    /// `new`, `gone`, `changed` or `not-compared`.
    state: &'static str,
    renamed: Vec<Renamed>,
    /// What kept it from being compared; nothing is said of its changes then.
    not_compared: Vec<NotCompared>,
    /// Facts that one side does not let be read.
    unknown: Vec<String>,
    /// Files of evidence that changed.
    evidence: Vec<Evidence>,
    answers: Vec<Answer>,
    /// New filings that cover nothing.
    idle: Vec<String>,
}

#[derive(Serialize)]
struct NotCompared {
    /// `older` or `newer`.
    side: &'static str,
    path: String,
    why: String,
}

#[derive(Serialize)]
struct Evidence {
    file: String,
    /// `added`, `removed` or `changed`.
    how: &'static str,
}

#[derive(Serialize)]
struct Renamed {
    old: String,
    new: String,
}

#[derive(Serialize)]
struct Answer {
    /// `needed`, `not-needed` or `forbidden`.
    verdict: &'static str,
    /// The procedure that is needed, in its official term.
    procedure: Option<&'static str>,
    /// Why none is needed, or why it is forbidden.
    why: Option<String>,
    lawful_routes: Vec<String>,
    covers: Vec<String>,
    changes: Vec<Fact>,
    due: Option<Due>,
    /// By when each fact is due, where not all are due alike.
    dues: Vec<PartDue>,
    authority: Option<String>,
    provider: Option<String>,
    messages_to: Vec<Receiver>,
    papers: Vec<Paper>,
    effects: Vec<Effect>,
    irreversible: bool,
    conflicts: Vec<Conflict>,
    /// Filings that ask for it.
    filings: Vec<String>,
    /// Facts that no filing covers.
    uncovered: Vec<String>,
    notes: Vec<String>,
    sources: Vec<String>,
}

#[derive(Serialize)]
struct Fact {
    fact: String,
    label: String,
    /// `added`, `removed` or `changed`.
    how: &'static str,
    old: Option<String>,
    new: Option<String>,
}

#[derive(Serialize)]
struct Due {
    day: Option<String>,
    counted_from: String,
}

#[derive(Serialize)]
struct PartDue {
    /// What the facts are called.
    of: Vec<String>,
    day: Option<String>,
    counted_from: String,
}

fn part_due(of: &[String], day: Option<String>, from: &str) -> PartDue {
    PartDue { of: of.iter().map(|name| text(name)).collect(), day, counted_from: text(from) }
}

#[derive(Serialize)]
struct Receiver {
    person: String,
    role: String,
    mobile: Option<String>,
}

#[derive(Serialize)]
struct Paper {
    id: String,
    name: String,
    of: Vec<String>,
    only_if: Option<String>,
}

#[derive(Serialize)]
struct Effect {
    of: String,
    effect: String,
}

#[derive(Serialize)]
struct Conflict {
    /// The stem of the filing in the way.
    filing: Option<String>,
    /// The answer of the same subject that comes first, counted from 0.
    after: Option<usize>,
    conflict: String,
}

/// Writes the review.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        version: VERSION,
        tool: TOOL,
        rules: report.rules.clone(),
        base: report.sides.base.clone(),
        head: report.sides.head.clone(),
        as_of: report.today.to_string(),
        summary: Summary {
            subjects: report.compared(),
            not_compared: report.review.subjects.len() - report.compared(),
            unseen_papers: report.evidence.then_some(report.review.unseen_papers.len()),
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            notes: report.count(Severity::Note),
            solved: report.review.solved,
            waived: report.waived,
            baselined: report.adopted,
        },
        not_run: if report.evidence { Vec::new() } else { on_evidence(report.today) },
        moves: report.review.moves.iter().map(|moved| said(moved, lang)).collect(),
        subjects: report.review.subjects.iter().map(|one| subject(one, lang)).collect(),
        findings: report.review.findings.iter().map(|found| finding(found, report.today, lang)).collect(),
    };
    pretty(&document, out)
}

fn text(text: &str) -> String {
    shown(text).into_owned()
}

fn said(words: &Words, lang: Lang) -> String {
    text(words.get(lang))
}

fn texts<'a>(all: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    all.into_iter().map(text).collect()
}

fn subject(subject: &SubjectReview, lang: Lang) -> Subject {
    let state = match (subject.was, subject.is) {
        (false, _) => "new",
        (true, false) => "gone",
        (true, true) if !subject.lost.is_empty() => "not-compared",
        (true, true) => "changed",
    };
    let changes = &subject.changes;
    Subject {
        id: text(&subject.id),
        folder: text(&subject.folder),
        state,
        renamed: changes.renamed.iter().map(|one| Renamed { old: text(&one.old), new: text(&one.new) }).collect(),
        not_compared: subject.lost.iter().map(|one| not_compared(one, lang)).collect(),
        unknown: changes.unknown.iter().map(|fact| text(&fact.to_string())).collect(),
        evidence: subject.evidence.iter().map(evidence).collect(),
        answers: subject.required.iter().enumerate().map(|(at, one)| answer(subject, at, one, lang)).collect(),
        idle: texts(subject.coverage.idle.iter().map(|stem| &**stem)),
    }
}

fn not_compared(lost: &Lost, lang: Lang) -> NotCompared {
    let side = if lost.newer { "newer" } else { "older" };
    NotCompared { side, path: text(&lost.unseen.path), why: said(&lost.unseen.why.words(), lang) }
}

fn evidence(file: &ChangedFile) -> Evidence {
    let how = match (file.was, file.is) {
        (false, _) => "added",
        (true, false) => "removed",
        (true, true) => "changed",
    };
    Evidence { file: text(&file.name), how }
}

fn answer(subject: &SubjectReview, at: usize, required: &Required, lang: Lang) -> Answer {
    let (verdict, why, routes) = match &required.verdict {
        Verdict::Needed(_) => ("needed", None, Vec::new()),
        Verdict::NotNeeded(reason) => ("not-needed", Some(said(&reason.words(), lang)), Vec::new()),
        Verdict::Forbidden { why, lawful_routes } => {
            ("forbidden", Some(said(why, lang)), lawful_routes.iter().map(route).collect())
        }
        Verdict::AskFirst { why, lawful_routes } => {
            ("ask-first", Some(said(why, lang)), lawful_routes.iter().map(route).collect())
        }
    };
    let uncovered = subject.coverage.uncovered.iter().filter(|uncovered| uncovered.order == at);
    Answer {
        verdict,
        procedure: required.procedure().map(|procedure| procedure.term()),
        why,
        lawful_routes: routes,
        covers: texts(required.covers.iter().map(String::as_str)),
        changes: required.facts.iter().map(|change| fact(change, &subject.veil, lang)).collect(),
        due: due(required, lang).map(|(day, from)| Due { day, counted_from: text(&from) }),
        dues: dues(required, lang).into_iter().map(|(of, day, from)| part_due(&of, day, &from)).collect(),
        authority: required.authority.as_ref().map(|authority| said(authority, lang)),
        provider: required.provider.as_deref().map(text),
        messages_to: receivers(required, lang),
        papers: papers(required, lang),
        effects: required
            .effects
            .iter()
            .map(|effect| Effect { of: text(&effect.of), effect: said(&effect.words, lang) })
            .collect(),
        irreversible: required.irreversible,
        conflicts: conflicts(required, lang),
        filings: texts(required.filed.iter().map(|stem| &**stem)),
        uncovered: uncovered.flat_map(|one| one.gaps.iter().map(|gap| text(&gap.fact.to_string()))).collect(),
        notes: required.notes.iter().map(|note| said(note, lang)).collect(),
        sources: cited(required, lang),
    }
}

fn fact(change: &Change, veil: &Veil, lang: Lang) -> Fact {
    let how = match change.how() {
        How::Added => "added",
        How::Removed => "removed",
        How::Changed => "changed",
    };
    let shown_value = |value: &Plain| text(&veil.shown(&change.fact, value));
    Fact {
        fact: text(&change.fact.to_string()),
        label: said(&change.fact.words(), lang),
        how,
        old: change.old.as_ref().map(shown_value),
        new: change.new.as_ref().map(shown_value),
    }
}

fn receivers(required: &Required, lang: Lang) -> Vec<Receiver> {
    let one = |receiver: &beian_core::procedure::Receiver| Receiver {
        person: text(&receiver.person),
        role: said(&receiver.role, lang),
        mobile: receiver.mobile.as_deref().map(text),
    };
    required.sms.iter().map(one).collect()
}

fn papers(required: &Required, lang: Lang) -> Vec<Paper> {
    let one = |paper: &beian_core::procedure::PaperNeed| Paper {
        id: paper.id.clone(),
        name: said(&paper.name, lang),
        of: texts(paper.of.iter().map(String::as_str)),
        only_if: paper.only_if.as_ref().map(|when| said(when, lang)),
    };
    required.papers.iter().map(one).collect()
}

fn conflicts(required: &Required, lang: Lang) -> Vec<Conflict> {
    let one = |conflict: &beian_core::procedure::Conflict| {
        let (filing, after) = match &conflict.with {
            With::Filing(stem) => (Some(text(stem)), None),
            With::Order(at) => (None, Some(*at)),
        };
        Conflict { filing, after, conflict: said(&conflict.words, lang) }
    };
    required.conflicts.iter().map(one).collect()
}
