//! A folder of dossiers: made beside its place, and moved there only when all of it is right.

use super::made::Dossier;
use super::manifest::{self, FILE, Manifest, SUMS};
use super::pass::{self, LeftOut};
use super::run::Run;
use crate::failure::Failure;
use beian_core::numbers::mask::hide_personal;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_documents::dossier::{Index, IndexEntry};
use beian_records::atomic;
use beian_records::evidence::sha256;
use beian_records::system::cannot_write;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The name of the page over all dossiers, without its ending.
const INDEX: &str = "index";

/// The hash of each file that was rendered, and the subjects that could not be.
type Stage = (BTreeMap<String, String>, Vec<LeftOut>);

/// Writes the dossiers of a run, and answers how many there are and which are left out.
pub(super) fn write(run: &Run, place: &Path) -> Result<(usize, Vec<LeftOut>), Failure> {
    let (hashes, left_out) = match place.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => make(run, place)?,
        _ => fill(run, place)?,
    };
    Ok((hashes.len() - usize::from(run.wish.subject.is_none()), left_out))
}

/// Makes a folder that is not there yet: it is there whole, or not at all.
fn make(run: &Run, place: &Path) -> Result<Stage, Failure> {
    let above = place.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let staged = Staged::new(&prepared(above)?)?;
    let (hashes, left_out) = stage(run, &staged.folder)?;
    seal(run, &staged.folder, &hashes)?;
    fs::rename(&staged.folder, place).map_err(|error| refused(place, &error))?;
    Ok((hashes, left_out))
}

/// Fills a folder that is there, writing over nothing that is not ours.
fn fill(run: &Run, place: &Path) -> Result<Stage, Failure> {
    let place = prepared(place)?;
    let owned = Manifest::read(&place)?;
    let staged = Staged::new(&place)?;
    let (hashes, left_out) = stage(run, &staged.folder)?;
    let stale = if is_bare(&place, &staged) { Vec::new() } else { check(&place, owned.as_ref(), &hashes)? };
    for name in hashes.keys() {
        let (from, to) = (staged.folder.join(name), place.join(name));
        fs::rename(&from, &to).map_err(|error| refused(&to, &error))?;
    }
    for name in stale {
        let old = place.join(name);
        fs::remove_file(&old).map_err(|error| refused(&old, &error))?;
    }
    seal(run, &place, &hashes)?;
    Ok((hashes, left_out))
}

/// Writes what says which files belong to a folder, and what they hold.
fn seal(run: &Run, place: &Path, hashes: &BTreeMap<String, String>) -> Result<(), Failure> {
    let manifest = Manifest::new(run, hashes);
    for (name, text) in [(SUMS, manifest.sums()), (FILE, manifest.text()?)] {
        let file = place.join(name);
        atomic::replace_file(&file, &text).map_err(|error| refused(&file, &error))?;
    }
    Ok(())
}

/// Renders all into a folder.
pub(super) fn stage(run: &Run, folder: &Path) -> Result<Stage, Failure> {
    let only = run.wish.subject.as_deref().map(|subject| run.folder(subject)).transpose()?;
    let shared = run.shared(only.as_deref())?;
    let keep = |subject: &str, mut made: Dossier| -> Result<(IndexEntry, String), Failure> {
        let name = file_name(subject, run.wish.format.ending());
        let text = run.written(&made);
        let path = folder.join(&name);
        fs::write(&path, &text).map_err(|error| refused(&path, &error))?;
        let hash = sha256(&text);
        made.entry.file = name;
        Ok((made.entry, hash))
    };
    let (done, mut left_out) = match &only {
        Some(folder) => {
            let made = pass::one(run, &shared, folder)?;
            (made.map(|made| keep(folder, made)).transpose()?.into_iter().collect(), Vec::new())
        }
        None => pass::each(run, &shared, &keep)?,
    };
    let mut entries = Vec::with_capacity(done.len());
    let mut hashes = BTreeMap::new();
    for (entry, hash) in done {
        hashes.insert(entry.file.clone(), hash);
        entries.push(entry);
    }
    if let Some(first) = left_out.pop_if(|_| entries.is_empty()) {
        return Err(first.failure());
    }
    if entries.is_empty() {
        return Err(Failure::nothing(Words::fixed("没有主体", "there is no subject")));
    }
    if only.is_none() {
        entries.sort_by(|a, b| a.file.cmp(&b.file));
        let index = Index { terms: shared.terms(run), entries: &entries };
        let rendered = run.dossiers.index(&index)?;
        let title = match run.wish.lang {
            Lang::Zh => "备案档案总表",
            Lang::En => "Filing dossiers",
        };
        let text = run.page(title, &rendered.text);
        let name = format!("{INDEX}.{}", run.wish.format.ending());
        let path = folder.join(&name);
        fs::write(&path, &text).map_err(|error| refused(&path, &error))?;
        hashes.insert(name, sha256(text.as_bytes()));
    }
    Ok((hashes, left_out))
}

/// The file of a subject, by its folder. Where the folder's name cannot be that of a file in
/// one folder with others, a hash keeps two of them apart.
fn file_name(folder: &str, ending: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    // A folder may be called by a number that no file of ours repeats.
    let hidden = hide_personal(folder);
    let simple = !folder.is_empty()
        && folder.len() <= 100
        && folder != INDEX
        && matches!(hidden, Cow::Borrowed(_))
        && folder.chars().all(|c| plain(c) && !c.is_ascii_uppercase());
    if simple {
        return format!("{folder}.{ending}");
    }
    let shown: String = hidden.chars().take(60).map(|c| if plain(c) { c.to_ascii_lowercase() } else { '-' }).collect();
    let hash = sha256(folder.as_bytes());
    format!("{}-{}.{ending}", shown.trim_matches('-'), hash.get(..10).unwrap_or_default())
        .trim_start_matches('-')
        .to_owned()
}

/// Whether a name is that of a file in the folder itself.
pub(super) fn is_plain(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !name.is_empty() && name.len() <= 128 && !name.starts_with('.') && name.bytes().all(plain)
}

/// The folder without links, made if it is not there.
fn prepared(place: &Path) -> Result<PathBuf, Failure> {
    fs::create_dir_all(place).map_err(|error| refused(place, &error))?;
    let real = fs::canonicalize(place).map_err(|error| refused(place, &error))?;
    if real.is_dir() { Ok(real) } else { Err(refused(place, &io::Error::from(io::ErrorKind::NotADirectory))) }
}

/// Whether a folder holds nothing but what was just made in it, so that nothing can be lost.
fn is_bare(place: &Path, staged: &Staged) -> bool {
    let is_ours = |entry: io::Result<fs::DirEntry>| entry.is_ok_and(|entry| entry.path() == staged.folder);
    fs::read_dir(place).is_ok_and(|mut entries| entries.all(is_ours))
}

/// Refuses to write over what is not ours, and answers what of ours is of no use any more.
fn check(place: &Path, owned: Option<&Manifest>, hashes: &BTreeMap<String, String>) -> Result<Vec<String>, Failure> {
    let ours = |name: &str, hash: &str| {
        owned.is_some_and(|owned| owned.files.iter().any(|file| file.name == name && file.sha256 == hash))
    };
    let mut names: Vec<&String> = hashes.keys().collect();
    let old: Vec<&String> = owned.iter().flat_map(|owned| owned.files.iter().map(|file| &file.name)).collect();
    names.extend(old.iter().filter(|name| !hashes.contains_key(**name)));
    let mut stale = Vec::new();
    for name in names {
        let path = place.join(name);
        let Some(standing) = standing(&path)? else { continue };
        let same = hashes.get(name) == Some(&standing);
        if !same && !ours(name, &standing) {
            return Err(not_ours(&path));
        }
        if !hashes.contains_key(name) {
            stale.push(name.clone());
        }
    }
    for name in [FILE, SUMS] {
        let path = place.join(name);
        let Some(standing) = standing(&path)? else { continue };
        // Beside a manifest of ours, the sums are ours if they are what it says.
        let sums = owned.map(|owned| sha256(owned.sums().as_bytes()));
        if owned.is_none() || (name == SUMS && sums.as_ref() != Some(&standing)) {
            return Err(not_ours(&path));
        }
    }
    Ok(stale)
}

/// The hash of the file that stands there; none if nothing does.
pub(super) fn standing(path: &Path) -> Result<Option<String>, Failure> {
    match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(refused(path, &error)),
        Ok(metadata) if !metadata.is_file() => Err(not_ours(path)),
        Ok(_) => fs::read(path).map(|bytes| Some(sha256(&bytes))).map_err(|error| refused(path, &error)),
    }
}

fn not_ours(path: &Path) -> Failure {
    let shown = path.to_string_lossy();
    Failure::usage(words!(
        "{shown} 不是本程序写的，或写后被改过，没有覆盖",
        "{shown} was not written by this program, or was changed since, and is not written over"
    ))
    .hint(Words::fixed("换一个文件夹，或先移走它", "name another folder, or move it away"))
}

fn refused(path: &Path, error: &io::Error) -> Failure {
    let shown = path.to_string_lossy();
    Failure::usage(cannot_write(&shown, error))
}

/// A hidden folder in or beside the place, taken away again whatever happens.
pub(super) struct Staged {
    pub(super) folder: PathBuf,
}

impl Staged {
    pub(super) fn new(place: &Path) -> Result<Self, Failure> {
        let folder = place.join(format!(".beian-{}", std::process::id()));
        fs::create_dir(&folder).map_err(|error| refused(&folder, &error))?;
        Ok(Self { folder })
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // What cannot be taken away is hidden and does no harm.
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// The names that a folder of dossiers may hold beside dossiers.
pub(super) const BESIDE: [&str; 2] = [manifest::FILE, manifest::SUMS];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_become_names_of_files() {
        assert_eq!(file_name("ningbo-shifan", "md"), "ningbo-shifan.md");
        for odd in ["index", "a/b", "a-b/../c", "客户/acme", "Acme", "", "...", &"x".repeat(300)] {
            let name = file_name(odd, "html");
            assert!(is_plain(&name) && name != "index.html", "{odd}: {name}");
        }
        assert_ne!(file_name("a/b", "md"), file_name("a-b", "md"));
    }
}
