//! All dossiers in one pass over the records.
//!
//! A subject's dossier is made while the subject is judged, from the same reading. What is
//! known only when all subjects were seen, or only by looking at the whole working tree,
//! concerns few of them: those are made again at the end.

use super::judged::{FindingsBySubject, SubjectFindings};
use super::made::{Current, Dossier, made};
use super::run::{Run, Shared};
use super::source::Changed;
use crate::commands::unrendered;
use crate::failure::Failure;
use crate::output::stream;
use beian_core::evidence::Evidence;
use beian_core::words;
use beian_core::words::Words;
use beian_records::limits::Limits;
use beian_records::raw::RawSubject;
use beian_records::read::{ReadSubject, read_subject};
use beian_records::survey::Surveyed;
use beian_records::tree::{self, each_of};

/// What became of a subject in the pass.
enum Attempt<T> {
    /// It is no subject.
    Nothing,
    /// Its dossier was made by these findings.
    Made { folder: String, id: Box<str>, count: [usize; 3], kept: T },
    /// Its dossier could not be rendered.
    LeftOut(LeftOut),
    /// Its dossier is made at the end.
    Later { folder: String, is_changed: bool },
}

/// A subject whose dossier could not be rendered, by its folder: one of them keeps no other from
/// its own.
#[derive(Debug)]
pub(super) struct LeftOut {
    folder: String,
    fault: beian_documents::Error,
    /// Where the records lack what it asks for.
    places: Option<Words>,
}

impl LeftOut {
    fn of(run: &Run, folder: &str, read: &ReadSubject<'_>, fault: beian_documents::Error) -> Self {
        let places = unrendered::places(&fault, read, None, |path| run.source.shown(path));
        Self { folder: folder.to_owned(), fault, places }
    }

    /// Which subject is left out, and why.
    pub(super) fn words(&self) -> Words {
        let (folder, Words { zh, en }) = (&self.folder, self.fault.words());
        match &self.places {
            Some(Words { zh: place, en: at }) => {
                words!("{folder} 的档案没有写出：{zh}；{place}", "the dossier of {folder} is not written: {en}; {at}")
            }
            None => words!("{folder} 的档案没有写出：{zh}", "the dossier of {folder} is not written: {en}"),
        }
    }

    /// The same where no dossier is left.
    pub(super) fn failure(self) -> Failure {
        let said = self.words();
        let failure = Failure::usage(said);
        match self.fault.help() {
            Some(help) => failure.hint(help.clone()),
            None => failure,
        }
    }
}

/// Makes the dossiers of all subjects, and keeps what `keep` makes of each; it is given the
/// subject's folder. Of a dossier that is made again, the later one counts.
pub(super) fn each<T: Send>(
    run: &Run,
    shared: &Shared<'_>,
    keep: &(impl Fn(&str, Dossier) -> Result<T, Failure> + Sync),
) -> Result<(Vec<T>, Vec<LeftOut>), Failure> {
    let look = |raw: &RawSubject,
                read: &ReadSubject<'_>,
                found: Option<SubjectFindings>,
                evidence: Option<&Evidence>|
     -> Result<Attempt<T>, Failure> {
        let folder = raw.folder.clone();
        seen(run, read)?;
        if !is_subject(read) {
            return Ok(Attempt::Nothing);
        }
        let is_committed = shared.is_committed(raw);
        let is_changed = may_change(run, shared) && !is_committed;
        let Some(found) = found.filter(|_| !is_changed) else {
            return Ok(Attempt::Later { folder, is_changed });
        };
        let (subject, lost) = (&read.subject, &read.lost);
        let current = Current { raw, subject, lost, is_committed, is_changed: false, evidence };
        let dossier = match made(run, shared, &current, &found)? {
            Ok(dossier) => dossier,
            Err(fault) => return Ok(Attempt::LeftOut(LeftOut::of(run, &folder, read, fault))),
        };
        let kept = keep(&folder, dossier)?;
        Ok(Attempt::Made { folder, id: read.subject.id.clone(), count: found.count(), kept })
    };
    let judge = &shared.judge;
    let (judged, passed) = match run.days().is_past() {
        false => {
            let visit = |seen: &Surveyed<'_>| look(seen.raw, seen.read, judge.alone(seen)?, seen.evidence);
            judge.all(&*shared.tree, run.lang, &visit)?
        }
        // A past day is judged subject by subject, as each was then.
        true => {
            let alone = |raw: RawSubject| {
                look(&raw, &read_subject(&raw, &Limits::default()), Some(SubjectFindings::default()), None)
            };
            (FindingsBySubject::new(), tree::each(&*shared.tree, &alone)?)
        }
    };
    let mut done = Vec::with_capacity(passed.len());
    let (mut again, mut left_out) = (Vec::new(), Vec::new());
    let mut any_changed = false;
    for passed in passed {
        match passed? {
            Attempt::Nothing => {}
            Attempt::LeftOut(one) => left_out.push(one),
            Attempt::Made { id, count, kept, .. }
                if judged.get(&*id).map_or([0; 3], SubjectFindings::count) == count =>
            {
                done.push(kept);
            }
            Attempt::Made { folder, .. } => again.push(folder),
            Attempt::Later { folder, is_changed } => {
                any_changed |= is_changed;
                again.push(folder);
            }
        }
    }
    let none = Changed::None;
    let changed = if any_changed { shared.changed(run)? } else { &none };
    let nothing = SubjectFindings::default();
    let once_more = |raw: RawSubject| {
        let read = read_subject(&raw, &Limits::default());
        let found = judged.get(&*read.subject.id).unwrap_or(&nothing);
        let current = read_of(shared, &raw, &read, changed.holds(&raw.folder));
        match made(run, shared, &current, found)? {
            Ok(dossier) => keep(&raw.folder, dossier).map(Ok),
            Err(fault) => Ok(Err(LeftOut::of(run, &raw.folder, &read, fault))),
        }
    };
    for made in each_of(&*shared.tree, &again, &once_more)? {
        match made? {
            Ok(kept) => done.push(kept),
            Err(one) => left_out.push(one),
        }
    }
    left_out.sort_by(|a, b| a.folder.cmp(&b.folder));
    Ok((done, left_out))
}

/// Makes the dossier of one subject; nothing of a folder that is none.
pub(super) fn one(run: &Run, shared: &Shared<'_>, folder: &str) -> Result<Option<Dossier>, Failure> {
    let raw = shared.tree.read_subject(folder)?;
    let read = read_subject(&raw, &Limits::default());
    seen(run, &read)?;
    if !is_subject(&read) {
        return Ok(None);
    }
    let mut judged = match run.days().is_past() {
        false => shared.judge.all(&*shared.tree, run.lang, &|_| ())?.0,
        true => FindingsBySubject::new(),
    };
    let found = judged.remove(&*read.subject.id).unwrap_or_default();
    let may_change = may_change(run, shared) && !shared.is_committed(&raw);
    let is_changed = may_change && shared.changed(run)?.holds(folder);
    let dossier = made(run, shared, &read_of(shared, &raw, &read, is_changed), &found)?;
    stream::leave(read.veil().open());
    dossier.map(Some).map_err(|fault| LeftOut::of(run, folder, &read, fault).failure())
}

fn read_of<'a>(shared: &Shared<'_>, raw: &'a RawSubject, read: &'a ReadSubject<'_>, is_changed: bool) -> Current<'a> {
    let (is_committed, subject, lost) = (shared.is_committed(raw), &read.subject, &read.lost);
    Current { raw, subject, lost, is_committed, is_changed, evidence: None }
}

/// What could not be seen is not left out of a dossier without a word: there is none then.
fn seen(run: &Run, read: &ReadSubject<'_>) -> Result<(), Failure> {
    Failure::unseen(&read.unseen(), |path| run.source.shown(path)).map_or(Ok(()), Err)
}

fn is_subject(read: &ReadSubject<'_>) -> bool {
    read.subject.particulars.place.is_somewhere()
}

/// Whether there can be records that no commit holds.
fn may_change(run: &Run, shared: &Shared<'_>) -> bool {
    run.source.is_working() && shared.histories.is_some()
}
