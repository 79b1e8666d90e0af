//! Answers merged into subjects: what shall be written.

use super::answer::{Answer, Listed};
use super::draft::{self, Conflict, Remarks, Seen};
use super::facts;
use super::folder::folder_name;
use super::unknown::unknown;
use crate::limits::Limits;
use crate::raw::{Content, RawFile, RawSubject};
use crate::read::{is_slug, read_subject};
use crate::write::read_alike;
use crate::write::subject_files;
use beian_core::day::Day;
use beian_core::model::{Dated, Observation, Subject};
use beian_core::numbers::RecordNumber;
use beian_core::record::Placed;
use beian_core::words;
use beian_core::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// What the files became.
#[derive(Debug)]
pub struct Plan {
    /// Each file, in the order given.
    pub files: Vec<FileOutcome>,
    /// Each subject, by its folder.
    pub subjects: Vec<PlannedSubject>,
}

/// What a file became.
#[derive(Debug)]
pub struct FileOutcome {
    /// What it says.
    pub answer: Answer,
    /// The folders of the subjects it shows.
    pub folders: Vec<String>,
    /// How many records its lists have that no file shows.
    pub absent: usize,
}

/// A subject that shall be written.
#[derive(Debug)]
pub struct PlannedSubject {
    /// The name of its folder.
    pub folder: String,
    /// The subject.
    pub subject: Subject,
    /// Its files: name from the folder on, and text.
    pub files: Vec<(String, String)>,
    /// The answers it was made from.
    pub sources: Vec<String>,
    /// Where answers differ.
    pub conflicts: Vec<Conflict>,
    /// What is odd about the answers.
    pub notes: Vec<Words>,
    /// What the registry could not tell.
    pub unknown: Words,
    /// Why it cannot be written.
    pub refusal: Option<Words>,
}

/// Merges answers into subjects by their numbers.
///
/// The order of the answers does not count. Where answers differ, the record that was
/// changed later holds; every answer stays as an observation.
#[must_use]
pub fn plan(answers: Vec<Answer>) -> Plan {
    let mut by_number: BTreeMap<RecordNumber, Vec<Seen<'_>>> = BTreeMap::new();
    for answer in &answers {
        for row in &answer.rows {
            by_number.entry(row.subject).or_default().push(Seen { row, answer });
        }
    }
    let mut subjects: Vec<_> = by_number.iter_mut().map(|(number, seen)| subject(number, seen)).collect();
    subjects.sort_by(|a, b| a.folder.cmp(&b.folder));
    let absent = absent(&answers);
    let files = answers.into_iter().zip(absent).map(|(answer, absent)| {
        let folders: BTreeSet<_> = answer.rows.iter().map(|row| folder_name(&row.subject)).collect();
        FileOutcome { answer, folders: folders.into_iter().collect(), absent }
    });
    Plan { files: files.collect(), subjects }
}

fn subject(number: &RecordNumber, seen: &mut [Seen<'_>]) -> PlannedSubject {
    draft::sort(seen);
    let mut remarks = Remarks::default();
    let shown = draft::settle(number, seen, &mut remarks);
    let observations = observations(number, seen);
    let folder = folder_name(number);
    let mut subject = facts::subject(&folder, &shown, &observations, &mut remarks);
    subject.observations = observations;
    let files = subject_files(&subject);
    let sources: BTreeSet<_> = seen.iter().map(|one| one.answer.source.clone()).collect();
    PlannedSubject {
        unknown: unknown(&subject),
        refusal: fault(&folder, &subject, &files),
        folder,
        subject,
        files,
        sources: sources.into_iter().collect(),
        conflicts: remarks.conflicts,
        notes: remarks.notes.into_iter().collect(),
    }
}

/// One observation a file, whatever its name; the same bytes are one observation.
fn observations(number: &RecordNumber, seen: &[Seen<'_>]) -> Vec<Dated<Observation>> {
    let mut by_file: BTreeMap<(Day, &str), Vec<Seen<'_>>> = BTreeMap::new();
    for one in seen {
        if let Some(day) = one.answer.day {
            by_file.entry((day, &one.answer.sha256)).or_default().push(*one);
        }
    }
    // By name within a day, so that a reader finds the files again.
    let mut files: Vec<_> = by_file
        .into_iter()
        .filter_map(|((day, sha256), seen)| {
            let source = seen.iter().map(|one| one.answer.source.as_str()).min()?;
            Some((day, source, sha256, seen))
        })
        .collect();
    files.sort_by_key(|(day, source, sha256, _)| (*day, *source, *sha256));
    let mut last: Option<(Day, usize)> = None;
    let stem = |day: Day| {
        let count = last.filter(|(before, _)| *before == day).map_or(1, |(_, count)| count + 1);
        last = Some((day, count));
        if count == 1 { format!("{day}-miit") } else { format!("{day}-miit-{count}") }
    };
    let stems: Vec<_> = files.iter().map(|(day, ..)| *day).map(stem).collect();
    let record = |(stem, (day, source, sha256, mut rows)): (String, (Day, &str, &str, Vec<Seen<'_>>))| {
        // The same bytes under two names would show every record twice.
        rows.retain(|one| one.answer.source == source);
        let shown = draft::settle(number, &rows, &mut Remarks::default());
        Dated { stem: stem.into(), record: Placed::new(facts::observation(source, sha256, day, &shown)) }
    };
    let mut observations: Vec<_> = stems.into_iter().zip(files).map(record).collect();
    observations.sort_by(|a, b| a.stem.cmp(&b.stem));
    observations
}

/// Reads the files as `validate` will: what is written must be readable and say the same.
fn fault(folder: &str, subject: &Subject, files: &[(String, String)]) -> Option<Words> {
    if !is_slug(folder) {
        return Some(words!("号码做不成文件夹名：{folder}", "the number makes no name of a folder: {folder}"));
    }
    let raw = |(name, text): &(String, String)| RawFile {
        name: name.clone(),
        content: Content::Bytes(text.clone().into_bytes()),
    };
    let raw = RawSubject { folder: folder.to_owned(), files: files.iter().map(raw).collect() };
    let read = read_subject(&raw, &Limits::default());
    if let Some(finding) = read.findings.first() {
        let Words { zh, en } = &finding.message;
        return Some(words!("写成记录后读不回来：{zh}", "written as records it could not be read back: {en}"));
    }
    // Others read these files too, so that a reader that is not ours must agree.
    let alike = files.iter().all(|(_, text)| read_alike(text));
    (read.subject != *subject || !alike)
        .then(|| Words::fixed("写成记录后读回来不一样", "written as records it would not be read back as the same"))
}

/// A list by its length and its subjects: the registry gives it no name.
type ListKey = (usize, BTreeSet<RecordNumber>);

/// A record of a list.
type Entry<'a> = (Option<RecordNumber>, Option<&'a str>);

/// For each answer, how many records of its lists no file shows.
///
/// The registry shuffles a list for each token, so that pages saved under two of them repeat
/// some records and lack others.
fn absent(answers: &[Answer]) -> Vec<usize> {
    let mut lists: BTreeMap<ListKey, BTreeSet<Entry<'_>>> = BTreeMap::new();
    for answer in answers {
        for list in &answer.lists {
            let entries = answer.of(list).iter().map(|row| (row.service, row.domain.as_deref()));
            lists.entry(list_key(answer, list)).or_default().extend(entries);
        }
    }
    let of_list = |answer: &Answer, list: &Listed| {
        // A page that holds the whole list lacks nothing, even where it shows a record twice.
        let whole = list.total <= list.entries;
        let shown = lists.get(&list_key(answer, list)).map_or(list.entries, BTreeSet::len);
        if whole { 0 } else { list.total.saturating_sub(shown) }
    };
    answers.iter().map(|answer| answer.lists.iter().map(|list| of_list(answer, list)).sum()).collect()
}

fn list_key(answer: &Answer, list: &Listed) -> ListKey {
    (list.total, answer.of(list).iter().map(|row| row.subject).collect())
}
