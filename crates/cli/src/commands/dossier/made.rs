//! One dossier: from the files of a subject to its text.

use super::judged::SubjectFindings;
use super::run::{Run, Shared};
use crate::failure::Failure;
use beian_core::day::Day;
use beian_core::evidence::{Evidence, Seen, exhibits};
use beian_core::filed::{Held, OnFile, past, replay};
use beian_core::model::Subject;
use beian_core::words;
use beian_core::words::Words;
use beian_documents::dossier::{self, History, IndexEntry, Input, Known, Recorded};
use beian_records::evidence;
use beian_records::git::Doubt;
use beian_records::raw::RawSubject;
use beian_records::timeline::{Committed, Newest, known_since, never_filed, states};
use beian_records::unseen::Unseen;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A dossier, and what the page over all says of it.
#[derive(Debug)]
pub(super) struct Dossier {
    /// The Markdown, as UTF-8.
    pub(super) text: Vec<u8>,
    pub(super) title: String,
    pub(super) entry: IndexEntry,
}

/// A subject that was read.
pub(super) struct Current<'a> {
    pub(super) raw: &'a RawSubject,
    pub(super) subject: &'a Subject,
    /// What of it could not be read.
    pub(super) lost: &'a [Unseen],
    /// Whether the newest commit is known to hold its very files.
    pub(super) is_committed: bool,
    /// Whether the working tree holds what no commit holds.
    pub(super) is_changed: bool,
    /// What was seen of its evidence, if somebody looked already.
    pub(super) evidence: Option<&'a Evidence>,
}

/// The subject on the day that is told.
struct OnDay<'a> {
    subject: Cow<'a, Subject>,
    on_file: OnFile,
    asked: BTreeMap<String, Held>,
    left_out: BTreeSet<String>,
}

/// Makes the dossier of a subject by what was found in it; of a past day that is found here.
pub(super) fn made(
    run: &Run,
    shared: &Shared<'_>,
    read: &Current<'_>,
    found: &SubjectFindings,
) -> Result<Result<Dossier, beian_documents::Error>, Failure> {
    let terms = shared.terms(run);
    let as_of = terms.days.as_of;
    let told = if terms.days.is_past() {
        let past = past(read.subject, as_of);
        OnDay { on_file: past.on_file, subject: Cow::Owned(past.subject), asked: past.asked, left_out: past.left_out }
    } else {
        OnDay {
            on_file: replay(&read.subject.filings, as_of),
            subject: Cow::Borrowed(read.subject),
            asked: BTreeMap::new(),
            left_out: BTreeSet::new(),
        }
    };
    let looked = (run.wish.evidence && read.evidence.is_none()).then(|| {
        let named: Vec<_> = exhibits(&told.subject).collect();
        evidence::seen(&named, &|inside| shared.tree.evidence(&read.raw.folder, inside))
    });
    let evidence = read.evidence.or(looked.as_ref());
    let of_then = terms.days.is_past().then(|| shared.judge.then(&told.subject, evidence)).transpose()?;
    let found = of_then.as_ref().unwrap_or(found);
    let history = history(run, shared, read, &told.subject, as_of)?;
    let input = Input {
        terms,
        subject: &told.subject,
        on_file: &told.on_file,
        asked: &told.asked,
        left_out: &told.left_out,
        findings: &found.findings,
        waived: &found.waived,
        adopted: &found.adopted,
        evidence,
        history: history.as_ref(),
        // What is not in git is in no commit.
        is_changed: read.is_changed
            || evidence.is_some_and(Evidence::holds_untracked)
            || evidence.is_some_and(holds_files) && shared.changed(run)?.holds(&read.raw.folder),
    };
    let rendered = run.dossiers.dossier(&input);
    Ok(rendered.map(|(text, entry)| Dossier { text, title: entry.name.clone(), entry }))
}

/// Whether a paper is there, of which the last commit may hold another one.
fn holds_files(evidence: &Evidence) -> bool {
    evidence.iter().any(|(_, seen)| matches!(seen, Seen::File { .. }))
}

fn history(
    run: &Run,
    shared: &Shared<'_>,
    read: &Current<'_>,
    told: &Subject,
    as_of: Day,
) -> Result<Option<History>, Failure> {
    let Some((versions, _)) = &run.source.git else { return Ok(None) };
    let Some(histories) = &shared.histories else { return Ok(None) };
    let newest = read.is_committed.then_some(Newest { subject: read.subject, lost: read.lost });
    let states = states(&versions.git, histories, &run.source.records, &read.raw.folder, newest)?;
    let known = |(step, commit)| Known { step, commit };
    let filed = known_since(&states, &told.filings, as_of).into_iter();
    let said = |(commit, value)| Recorded { commit, value };
    let recorded = never_filed(&states).into_iter();
    Ok(Some(History {
        commits: states.iter().map(|state| told_of(state, run)).collect(),
        filed: filed.map(|(fact, steps)| (fact, steps.into_iter().map(known).collect())).collect(),
        recorded: recorded.map(|(fact, values)| (fact, values.into_iter().map(said).collect())).collect(),
    }))
}

fn told_of(state: &Committed<'_>, run: &Run) -> dossier::Commit {
    let commit = state.commit;
    let lost = |lost: &Unseen| {
        let (path, Words { zh, en }) = (run.source.shown(&lost.path), lost.why.words());
        words!("没有采用，{path}：{zh}", "it was left out, {path}: {en}")
    };
    let clock = commit.stamp.doubts(run.wish.today).into_iter().map(Doubt::words);
    let day = Day::from_unix_seconds;
    dossier::Commit {
        id: commit.id.clone(),
        author: commit.author.clone(),
        written: day(commit.author_when),
        committed: day(commit.when),
        summary: commit.summary.clone(),
        signed: commit.signed,
        doubts: clock.chain(state.lost.iter().map(lost)).collect(),
    }
}
