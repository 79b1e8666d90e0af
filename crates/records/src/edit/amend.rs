//! Edits of the files of a subject, read back as a subject.

use super::text::{Edit, NotEdited, edited};
use crate::files::Renewal;
use crate::limits::Limits;
use crate::raw::{Content, RawFile, RawSubject};
use crate::read::read_subject;
use beian_core::model::{KINDS, layout};
use beian_core::record::Shape;
use beian_core::words::Words;
use std::collections::BTreeMap;

/// The files of a subject after some edits.
#[derive(Debug)]
pub struct Amended {
    /// The files that differ, by their names from the records folder on.
    pub files: Vec<Renewal>,
    /// The subject as it would stand there.
    pub subject: RawSubject,
}

/// Why a subject is not edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAmended {
    /// The file, from the records folder on.
    pub path: String,
    /// What is in the way.
    pub why: Words,
}

/// Makes edits in the files of a subject; each names its file from the subject's folder on.
///
/// # Errors
/// If a file cannot be read or edited, or reads worse afterwards than before.
pub fn amended(raw: &RawSubject, edits: &[(String, Edit)]) -> Result<Amended, NotAmended> {
    let mut texts: BTreeMap<&str, (Option<&[u8]>, String)> = BTreeMap::new();
    for (name, edit) in edits {
        let not = |why: Words| NotAmended { path: raw.path(name), why };
        let shape = shape_of(name).ok_or_else(|| not(NotEdited::Form.words()))?;
        if !texts.contains_key(&**name) {
            let before = raw.files.iter().find(|file| file.name == *name).map(|file| &file.content);
            let (before, text) = match before {
                None => (None, String::new()),
                Some(Content::Unseen(why)) => return Err(not(why.words())),
                Some(Content::Bytes(bytes)) => match std::str::from_utf8(bytes) {
                    Ok(text) => (Some(bytes.as_slice()), text.to_owned()),
                    Err(_) => return Err(not(NotEdited::Faulty.words())),
                },
            };
            texts.insert(name, (before, text));
        }
        let Some((_, text)) = texts.get_mut(&**name) else { continue };
        *text = edited(text, edit, shape).map_err(|why| not(why.words()))?;
    }
    let mut subject = raw.clone();
    let mut files = Vec::new();
    for (name, (before, after)) in texts {
        if before == Some(after.as_bytes()) {
            continue;
        }
        put(&mut subject, name, &after);
        files.push(Renewal { name: raw.path(name), before: before.map(<[u8]>::to_vec), after });
    }
    worse(raw, &subject).map_or(Ok(Amended { files, subject }), Err)
}

/// Puts a file into a subject.
fn put(subject: &mut RawSubject, name: &str, text: &str) {
    let content = Content::Bytes(text.as_bytes().to_vec());
    match subject.files.iter_mut().find(|file| file.name == name) {
        Some(file) => file.content = content,
        None => {
            subject.files.push(RawFile { name: name.to_owned(), content });
            subject.files.sort_by(|a, b| a.name.cmp(&b.name));
        }
    }
}

/// The first fault of form that a subject has and had not before.
fn worse(before: &RawSubject, after: &RawSubject) -> Option<NotAmended> {
    let (before, after) = (read_subject(before, &Limits::default()), read_subject(after, &Limits::default()));
    let mut known: Vec<(&str, &Words)> =
        before.findings.iter().map(|found| (found.rule.code, &found.message)).collect();
    let fresh = after.findings.iter().find(|found| {
        match known.iter().position(|one| *one == (found.rule.code, &found.message)) {
            Some(at) => {
                known.swap_remove(at);
                false
            }
            None => true,
        }
    })?;
    let located = after.locate(fresh.clone());
    Some(NotAmended { path: located.location.path, why: located.message })
}

/// What a file of a subject holds, called by its name from the subject's folder on; none of what is no record.
#[must_use]
pub fn shape_of(name: &str) -> Option<&'static Shape> {
    let folder = name.split_once('/').map(|(folder, _)| folder);
    let kind = match folder {
        None => KINDS.iter().find(|kind| kind.files == name)?,
        Some(layout::FILINGS) => KINDS.iter().find(|kind| kind.name == "filing")?,
        Some(layout::OBSERVATIONS) => KINDS.iter().find(|kind| kind.name == "observation")?,
        Some(layout::OFFICIAL) => KINDS.iter().find(|kind| kind.name == "official")?,
        Some(_) => return None,
    };
    Some(kind.shape)
}
