//! A folder of dossiers: made beside its place, and in its place at once when all of it is right.

use super::made::Dossier;
use super::manifest::{self, FILE, Manifest, SUMS};
use super::pass::{self, LeftOut};
use super::run::Run;
use crate::failure::Failure;
use beian_core::numbers::mask::hide_personal;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_documents::dossier::{Index, IndexEntry};
use beian_records::evidence::sha256;
use beian_records::files::{Folder, Road, hidden};
use beian_records::system::cannot_write;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// How many digits of a hash keep two names apart.
const HASH: usize = 10;

/// The name of the page over all dossiers, without its ending.
const INDEX: &str = "index";

/// The hash of each file that was rendered, and the subjects that could not be.
type Stage = (BTreeMap<String, String>, Vec<LeftOut>);

/// What becomes of a file that was rendered.
type Keep<'k> = dyn Fn(&str, &[u8]) -> Result<(), Failure> + Sync + 'k;

/// What came of a run.
pub(super) struct Written {
    /// How many dossiers were written.
    pub(super) count: usize,
    pub(super) left_out: Vec<LeftOut>,
    /// Files that an earlier run which was cut off had begun to write.
    pub(super) finished: Vec<String>,
}

/// Writes the dossiers of a run: the folder holds those of before, or all of these. Nothing that
/// is not ours is written over.
pub(super) fn write(run: &Run, place: &Path) -> Result<Written, Failure> {
    let folder = Folder::open(place)?;
    let finished = folder.finished().to_vec();
    let at = folder.path().to_path_buf();
    let owned = if folder.is_there() { Manifest::read(&at)? } else { None };
    let road = if folder.is_there() && !is_all_ours(&at, owned.as_ref()) { Road::Beside } else { Road::Whole };
    let staged = folder.stage(road)?;
    let (hashes, left_out) = stage(run, &|name, bytes| Ok(staged.renew(name, bytes)?))?;
    let stale = if folder.is_there() { check(&at, owned.as_ref(), &hashes)? } else { Vec::new() };
    let manifest = Manifest::new(run, &hashes);
    staged.add(SUMS, manifest.sums().as_bytes())?;
    staged.add(FILE, manifest.text()?.as_bytes())?;
    folder.take(staged, road, &stale, |at| {
        // Another run may have renewed it in the meantime, by a manifest of its own.
        let owned = Manifest::read(at)?;
        if road == Road::Whole && !is_all_ours(at, owned.as_ref()) {
            return Err(not_ours(place));
        }
        check(at, owned.as_ref(), &hashes).map(drop)
    })?;
    Ok(Written { count: hashes.len() - usize::from(run.wish.subject.is_none()), left_out, finished })
}

/// Whether a folder holds nothing but what a manifest names, so that it can be renewed as a whole.
fn is_all_ours(place: &Path, owned: Option<&Manifest>) -> bool {
    let is_ours = |entry: io::Result<fs::DirEntry>| {
        let name = entry.map(|entry| entry.file_name()).unwrap_or_default();
        let is_named = |owned: &Manifest| {
            let name = name.to_string_lossy();
            BESIDE.contains(&&*name) || owned.files.iter().any(|file| file.name == name)
        };
        owned.is_some_and(is_named) || hidden::kind(&name).is_some()
    };
    fs::read_dir(place).is_ok_and(|mut entries| entries.all(is_ours))
}

/// Renders all.
pub(super) fn stage(run: &Run, keep: &Keep<'_>) -> Result<Stage, Failure> {
    let only = run.wish.subject.as_deref().map(|subject| run.folder(subject)).transpose()?;
    let shared = run.shared(only.as_deref())?;
    let kept = |subject: &str, mut made: Dossier| -> Result<(IndexEntry, String), Failure> {
        let name = file_name(subject, run.wish.format.ending());
        let text = run.written(&made);
        keep(&name, &text)?;
        let hash = sha256(&text);
        made.entry.file = name;
        Ok((made.entry, hash))
    };
    let (done, mut left_out) = match &only {
        Some(folder) => {
            let made = pass::one(run, &shared, folder)?;
            (made.map(|made| kept(folder, made)).transpose()?.into_iter().collect(), Vec::new())
        }
        None => pass::each(run, &shared, &kept)?,
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
        keep(&name, text.as_bytes())?;
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
    // What ends like one of these hashes could be the file of another folder.
    let hash_like = folder.len() >= HASH && folder.bytes().rev().take(HASH).all(|byte| byte.is_ascii_hexdigit());
    let simple = !folder.is_empty()
        && !hash_like
        && folder.len() <= 100
        && folder != INDEX
        && matches!(hidden, Cow::Borrowed(_))
        && folder.chars().all(|c| plain(c) && !c.is_ascii_uppercase());
    if simple {
        return format!("{folder}.{ending}");
    }
    let shown: String = hidden.chars().take(60).map(|c| if plain(c) { c.to_ascii_lowercase() } else { '-' }).collect();
    let hash = sha256(folder.as_bytes());
    format!("{}-{}.{ending}", shown.trim_matches('-'), hash.get(..HASH).unwrap_or_default())
        .trim_start_matches('-')
        .to_owned()
}

/// Whether a name is that of a file in the folder itself.
pub(super) fn is_plain(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !name.is_empty() && name.len() <= 128 && !name.starts_with('.') && name.bytes().all(plain)
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
        // A folder that is called by the name that another one gets.
        let taken = file_name("客户/acme", "md");
        assert_ne!(file_name(taken.trim_end_matches(".md"), "md"), taken);
    }
}
