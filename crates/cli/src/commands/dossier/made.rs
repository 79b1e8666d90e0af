//! One dossier: from the files of a subject to its text.

use super::judged::Found;
use super::run::{Run, Shared};
use crate::failure::Failure;
use beian_core::filed::{OnFile, past, replay};
use beian_core::model::Subject;
use beian_documents::dossier::{self, Entry, Finding, History, Input, Known, PaperFound, Recorded};
use beian_records::git;
use beian_records::judging;
use beian_records::raw::RawSubject;
use beian_records::read::read_subject;
use beian_records::timeline::{Origin, known_since, never_filed, states};
use beian_records::yaml::Limits;
use std::collections::{BTreeMap, BTreeSet};

/// A dossier, and what the page over all says of it.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) text: String,
    pub(super) title: String,
    pub(super) entry: Entry,
}

/// The subject on the day that is told.
struct Told {
    subject: Subject,
    on_file: OnFile,
    left_out: BTreeSet<String>,
}

/// Makes the dossier of a subject; nothing of a folder that is none. `file` names it.
pub(super) fn made(run: &Run, shared: &Shared<'_>, raw: &RawSubject, file: &str) -> Result<Option<Made>, Failure> {
    let mut read = read_subject(raw, &Limits::default());
    if !read.subject.particulars.place.is_somewhere() {
        return Ok(None);
    }
    let terms = shared.terms(run);
    let nothing = Found::default();
    let mut own = Found::default();
    let told = if terms.days.is_past() {
        let past = past(&read.subject, terms.days.as_of);
        own.findings = found(&past.subject, &past.left_out, terms.days.as_of, terms.sample);
        Told { subject: past.subject, on_file: past.on_file, left_out: past.left_out }
    } else {
        let subject = std::mem::take(&mut read.subject);
        Told { on_file: replay(&subject.filings, terms.days.as_of), subject, left_out: BTreeSet::new() }
    };
    let found =
        if terms.days.is_past() { &own } else { shared.judged.by_subject.get(&*told.subject.id).unwrap_or(&nothing) };
    let history = history(run, shared, raw, &told, terms.days.as_of)?;
    let input = Input {
        terms,
        subject: &told.subject,
        on_file: &told.on_file,
        left_out: &told.left_out,
        findings: &found.findings,
        waived: &found.waived,
        adopted: &found.adopted,
        papers: &papers(run, raw, &told.subject),
        history: history.as_ref(),
        is_changed: shared.changed.holds(&raw.folder),
    };
    let (rendered, entry) = run.dossiers.dossier(&input, file).map_err(Failure::template)?;
    Ok(Some(Made { text: rendered.text, title: entry.name.clone(), entry }))
}

/// What the rules of a past day find in the subject of that day. What is left out is not
/// missing: nobody knows whether it was there, so that nothing that rests on it is told.
fn found(subject: &Subject, left_out: &BTreeSet<String>, day: beian_core::day::Day, sample: bool) -> Vec<Finding> {
    let is_unknown = |fact: &str| {
        left_out.iter().any(|left| {
            left == fact
                || left.strip_prefix(fact).is_some_and(|rest| rest.starts_with('/'))
                || fact.strip_prefix(left.as_str()).is_some_and(|rest| rest.starts_with('/'))
        })
    };
    let one = |finding: beian_core::rule::Finding| {
        let mut fact = subject.places.fact(finding.place);
        if let Some(field) = finding.missing {
            fact = [fact.as_str(), field].join("/");
        }
        if is_unknown(fact.trim_matches('/')) {
            return None;
        }
        Some(Finding {
            rule: finding.rule,
            severity: finding.severity,
            fact: format!("{}/{}", subject.id, fact.trim_matches('/')),
            message: finding.message,
            help: finding.help.unwrap_or_else(|| finding.rule.help.clone()),
        })
    };
    judging::of_day(subject, day, sample).into_iter().filter_map(one).collect()
}

fn papers(run: &Run, raw: &RawSubject, subject: &Subject) -> BTreeMap<(Box<str>, usize), PaperFound> {
    let mut found = BTreeMap::new();
    for filing in &subject.filings {
        for (index, paper) in filing.record.value.papers.items().iter().enumerate() {
            if let Some(file) = paper.value.file.known() {
                found.insert((filing.stem.clone(), index), run.source.paper(&raw.folder, file));
            }
        }
    }
    found
}

fn history(
    run: &Run,
    shared: &Shared<'_>,
    raw: &RawSubject,
    told: &Told,
    as_of: beian_core::day::Day,
) -> Result<Option<History>, Failure> {
    let Some((past, _)) = &run.source.git else { return Ok(None) };
    let Some(histories) = &shared.histories else { return Ok(None) };
    let states = states(&past.git, histories.of(&raw.folder), &run.source.records).map_err(Failure::git)?;
    let position = |commit: &git::Commit| states.iter().position(|(known, _)| known.id == commit.id);
    let mut history =
        History { commits: states.iter().map(|(commit, _)| told_of(commit)).collect(), ..History::default() };
    for (fact, steps) in known_since(&states, &told.subject.filings, as_of) {
        let steps = steps.into_iter().map(|(step, commit)| Known { step, commit: commit.and_then(position) });
        history.filed.insert(fact, steps.collect());
    }
    for (fact, entries) in never_filed(&states) {
        let recorded = entries.into_iter().filter_map(|entry| match &entry.origin {
            Origin::Recorded(commit) => Some(Recorded { commit: position(commit)?, value: entry.value }),
            Origin::Filed { .. } => None,
        });
        history.recorded.insert(fact, recorded.collect());
    }
    Ok(Some(history))
}

fn told_of(commit: &git::Commit) -> dossier::Commit {
    let day = beian_core::day::Day::from_unix_seconds;
    dossier::Commit {
        id: commit.id.clone(),
        author: commit.author.clone(),
        written: day(commit.author_when),
        committed: day(commit.when),
        summary: commit.summary.clone(),
        signed: commit.signed,
    }
}
