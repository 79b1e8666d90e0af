//! Several files that come into a folder which holds others: all of them, or none.
//!
//! They are staged in the folder with a journal, which says what stood in each place. One rename
//! makes a set that has begun of what was staged; what is refused from then on is undone, and
//! what was cut off is finished by whoever next opens the folder. What somebody else changed in
//! the meantime is left as it is.

use super::hidden::{Kind, fresh, is_inside};
use super::staged::Staged;
use super::sweep::{named, remove_left_over};
use super::{Error, held, step};
use crate::beside::bounded;
use crate::evidence::sha256;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The journal of a set; no name of a file in it begins with a dot.
const JOURNAL: &str = ".journal";
/// The first line of a journal.
const TITLE: &str = "beian set 1";
/// Where the n-th file that goes is kept until all is done.
const GONE: &str = ".gone-";
/// The most that is read of a journal.
const LARGEST: u64 = 64 << 20;

/// What happens to a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Deed {
    /// A folder comes, where nothing stands.
    Make,
    /// A file with this hash comes, in the place of that one or of nothing.
    Put { new: String, old: Option<String> },
    /// The file with this hash goes.
    Drop { old: String },
}

/// What happens to a place of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    deed: Deed,
    name: String,
}

/// What became of an entry.
enum Came {
    /// Nothing was to be done any more.
    Already,
    /// Something came where nothing stood.
    New,
    /// Two files stand in each other's place.
    Exchanged,
    /// A file came in the place of one that is no more.
    Over,
    /// A file was put aside.
    Aside(PathBuf),
    /// Something else stands there.
    Not,
}

/// What has to be done so that a folder holds what is staged, and no more what goes.
pub(super) fn plan(staged: &Path, folder: &Path, goes: &[String]) -> Result<Vec<Entry>, Error> {
    let mut entries = Vec::new();
    compare(staged, folder, "", &mut entries)?;
    for name in goes.iter().filter(|name| is_inside(name)) {
        let place = folder.join(name);
        if let Some(old) = hash(&place).map_err(Error::at(&place))? {
            entries.push(Entry { deed: Deed::Drop { old }, name: name.clone() });
        }
    }
    Ok(entries)
}

fn compare(staged: &Path, folder: &Path, within: &str, entries: &mut Vec<Entry>) -> Result<(), Error> {
    let from = staged.join(within);
    let mut found: Vec<_> = fs::read_dir(&from)
        .and_then(Iterator::collect::<io::Result<Vec<fs::DirEntry>>>)
        .map_err(Error::at(&folder.join(within)))?;
    found.sort_by_key(fs::DirEntry::file_name);
    for entry in found {
        let name = entry.file_name().to_string_lossy().into_owned();
        let name = if within.is_empty() { name } else { format!("{within}/{name}") };
        let place = folder.join(&name);
        let stands = fs::symlink_metadata(&place).ok();
        if !entry.path().is_dir() {
            let old = hash(&place).map_err(Error::at(&place))?;
            let new = fs::read(entry.path()).map(|bytes| sha256(&bytes)).map_err(Error::at(&place))?;
            if old.as_ref() != Some(&new) {
                entries.push(Entry { deed: Deed::Put { new, old }, name });
            }
        } else if let Some(stands) = stands {
            if !stands.is_dir() {
                return Err(Error { path: place, error: io::Error::from(io::ErrorKind::AlreadyExists) });
            }
            compare(staged, folder, &name, entries)?;
        } else {
            entries.push(Entry { deed: Deed::Make, name });
        }
    }
    Ok(())
}

/// The hash of the file that stands at a place; none if nothing does.
fn hash(place: &Path) -> io::Result<Option<String>> {
    match fs::symlink_metadata(place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
        Ok(found) if found.is_file() => Ok(Some(sha256(&fs::read(place)?))),
        Ok(_) => Err(io::Error::from(io::ErrorKind::AlreadyExists)),
    }
}

/// Brings what is staged in a folder to its places there.
pub(super) fn bring(staged: &mut Staged, folder: &Path, entries: &[Entry]) -> Result<(), Error> {
    if entries.len() < 2 {
        let done = entries.iter().try_for_each(|entry| match one(&staged.path, folder, entry, 0) {
            Ok(Came::Not) => Err(io::Error::from(io::ErrorKind::AlreadyExists)),
            other => other.map(drop),
        });
        let place = entries.first().map_or_else(|| folder.to_path_buf(), |entry| folder.join(&entry.name));
        return done.and_then(|()| flush(folder, entries)).map_err(Error::at(&place));
    }
    begin(staged, folder, entries).map_err(Error::at(folder))?;
    let brought = all(&staged.path, folder, entries);
    if brought.as_ref().is_err_and(|(_, is_undone)| !is_undone) {
        // Whoever next opens the folder finishes it.
        staged.done = true;
    }
    brought.map_err(|(error, _)| error)?;
    staged.path = ended(&staged.path, folder).map_err(Error::at(folder))?;
    Ok(())
}

/// From here on all of them are meant.
fn begin(staged: &mut Staged, folder: &Path, entries: &[Entry]) -> io::Result<()> {
    let journal = staged.path.join(JOURNAL);
    let mut file = step::create_file(&journal)?;
    step::write(&mut file, &journal, text(entries).as_bytes())?;
    step::flush(&file, &journal)?;
    staged.flush()?;
    let begun = folder.join(fresh(Kind::Begun));
    step::rename(&staged.path, &begun)?;
    staged.path = begun;
    step::flush_folder(folder)
}

/// Brings all of them, or says whether what was brought is undone.
fn all(set: &Path, folder: &Path, entries: &[Entry]) -> Result<(), (Error, bool)> {
    let mut done: Vec<(Came, &Entry)> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let error = match one(set, folder, entry, at) {
            Ok(Came::Not) => io::Error::from(io::ErrorKind::AlreadyExists),
            Err(error) => error,
            Ok(came) => {
                done.push((came, entry));
                continue;
            }
        };
        let error = Error { path: folder.join(&entry.name), error };
        let is_undone = done.iter().rev().all(|(came, entry)| undone(set, folder, entry, came).is_ok());
        return Err((error, is_undone));
    }
    flush(folder, entries).map_err(|error| (Error { path: folder.to_path_buf(), error }, false))
}

/// Brings one to its place.
fn one(set: &Path, folder: &Path, entry: &Entry, at: usize) -> io::Result<Came> {
    if !is_below(folder, &entry.name) {
        return Ok(Came::Not);
    }
    let (from, place) = (set.join(&entry.name), folder.join(&entry.name));
    let is_here = |path: &Path| fs::symlink_metadata(path).is_ok();
    match &entry.deed {
        Deed::Make if is_here(&place) => Ok(if is_here(&from) { Came::Not } else { Came::Already }),
        Deed::Make => step::rename(&from, &place).map(|()| Came::New),
        Deed::Put { new, old } => {
            let stands = match hash(&place) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(Came::Not),
                other => other?,
            };
            if stands.as_ref() == Some(new) {
                return Ok(Came::Already);
            }
            if stands != *old || !is_here(&from) {
                return Ok(Came::Not);
            }
            if old.is_some() && step::exchange(&from, &place).is_ok() {
                return Ok(Came::Exchanged);
            }
            step::rename(&from, &place)?;
            Ok(if old.is_some() { Came::Over } else { Came::New })
        }
        Deed::Drop { old } => match hash(&place) {
            Ok(None) => Ok(Came::Already),
            Ok(Some(stands)) if stands == *old => {
                let aside = set.join(format!("{GONE}{at}"));
                step::rename(&place, &aside)?;
                Ok(Came::Aside(aside))
            }
            Ok(Some(_)) => Ok(Came::Not),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(Came::Not),
            Err(error) => Err(error),
        },
    }
}

/// Takes one back.
fn undone(set: &Path, folder: &Path, entry: &Entry, came: &Came) -> io::Result<()> {
    let (from, place) = (set.join(&entry.name), folder.join(&entry.name));
    match came {
        Came::Already | Came::Not => Ok(()),
        Came::New => step::rename(&place, &from),
        Came::Exchanged => step::exchange(&place, &from),
        Came::Over => Err(io::Error::from(io::ErrorKind::NotFound)),
        Came::Aside(aside) => step::rename(aside, &place),
    }
}

/// Whether the folders above a name are folders in this one, and no links.
fn is_below(folder: &Path, name: &str) -> bool {
    let above = name.match_indices('/').map(|(at, _)| folder.join(&name[..at]));
    is_inside(name) && above.into_iter().all(|path| fs::symlink_metadata(path).is_ok_and(|found| found.is_dir()))
}

fn flush(folder: &Path, entries: &[Entry]) -> io::Result<()> {
    let mut touched: Vec<PathBuf> =
        entries.iter().filter_map(|entry| folder.join(&entry.name).parent().map(Path::to_path_buf)).collect();
    touched.sort();
    touched.dedup();
    touched.iter().try_for_each(|folder| step::flush_folder(folder))
}

/// Makes something that is left over of a set that is done or undone.
fn ended(set: &Path, folder: &Path) -> io::Result<PathBuf> {
    let over = folder.join(fresh(Kind::Staged));
    step::rename(set, &over)?;
    Ok(over)
}

/// Finishes what runs that were cut off had begun in a folder, and tells which files came.
pub(super) fn finish(folder: &Path) -> Result<Vec<String>, Error> {
    let mut told = Vec::new();
    for set in named(folder, Kind::Begun) {
        let Some(_held) = held::left_over(&set) else { continue };
        told.extend(finish_one(&set, folder).map_err(Error::at(folder))?);
    }
    Ok(told)
}

fn finish_one(set: &Path, folder: &Path) -> io::Result<Vec<String>> {
    let mut told = Vec::new();
    let entries = bounded(&set.join(JOURNAL), LARGEST).ok().and_then(|bytes| read(&bytes)).unwrap_or_default();
    for (at, entry) in entries.iter().enumerate() {
        if !matches!(one(set, folder, entry, at)?, Came::Already | Came::Not) {
            told.push(entry.name.clone());
        }
    }
    flush(folder, &entries)?;
    remove_left_over(&ended(set, folder)?);
    Ok(told)
}

fn text(entries: &[Entry]) -> String {
    let mut text = format!("{TITLE}\n");
    for Entry { deed, name } in entries {
        let (word, new, old) = match deed {
            Deed::Make => ("make", "-", "-"),
            Deed::Put { new, old } => ("put", new.as_str(), old.as_deref().unwrap_or("-")),
            Deed::Drop { old } => ("drop", "-", old.as_str()),
        };
        text += &format!("{word} {new} {old} {name}\n");
    }
    text
}

/// A journal; none if it is none of ours.
fn read(bytes: &[u8]) -> Option<Vec<Entry>> {
    let mut lines = std::str::from_utf8(bytes).ok()?.lines();
    if lines.next() != Some(TITLE) {
        return None;
    }
    let entry = |line: &str| {
        let mut parts = line.splitn(4, ' ');
        let (word, new, old, name) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let deed = match word {
            "make" => Deed::Make,
            "put" => Deed::Put { new: new.to_owned(), old: (old != "-").then(|| old.to_owned()) },
            "drop" => Deed::Drop { old: old.to_owned() },
            _ => return None,
        };
        is_inside(name).then(|| Entry { deed, name: name.to_owned() })
    };
    lines.map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_is_read_as_it_was_written() {
        let hash = sha256(b"x");
        let entries = vec![
            Entry { deed: Deed::Make, name: "客户/a b".to_owned() },
            Entry { deed: Deed::Put { new: hash.clone(), old: None }, name: "x".to_owned() },
            Entry { deed: Deed::Put { new: hash.clone(), old: Some(hash.clone()) }, name: "y/x".to_owned() },
            Entry { deed: Deed::Drop { old: hash }, name: "z".to_owned() },
        ];
        assert_eq!(read(text(&entries).as_bytes()), Some(entries));
        for hostile in ["", "beian set 2\n", "beian set 1\nmake - - ../x\n", "beian set 1\nmake - - .git/x\n"] {
            assert_eq!(read(hostile.as_bytes()), None, "{hostile}");
        }
    }
}
