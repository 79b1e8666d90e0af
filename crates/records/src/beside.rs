//! Files that settings name, read from the repository's folder.

use crate::overlay::File;
use beian_core::words;
use beian_core::words::Words;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// The most that one such file may hold: settings, overlays.
const LARGEST: u64 = 1 << 20;

/// The most files that a folder of overlays may hold.
const MOST: usize = 1_000;

/// The files that a name of the settings stands for, sorted: itself, or the YAML files of a
/// folder. Only what stands inside the repository is read, links included: settings may come
/// from someone else, and a report could show any file of this machine.
///
/// # Errors
/// In words, if there is nothing that can be read.
pub fn files(repository: &Path, name: &str) -> Result<Vec<File>, Words> {
    let refused = |error: io::Error| words!("读不了 {name}：{error}", "cannot read {name}: {error}");
    let root = fs::canonicalize(repository).map_err(refused)?;
    let path = fs::canonicalize(root.join(name)).map_err(refused)?;
    if !path.starts_with(&root) {
        return Err(words!("{name} 不在仓库里面", "{name} is not inside the repository"));
    }
    let shown = name.trim_end_matches('/');
    if !path.is_dir() {
        return Ok(vec![(shown.to_owned(), bounded(&path, LARGEST).map_err(refused)?)]);
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(&path).map_err(refused)? {
        let name = entry.map_err(refused)?.file_name().to_string_lossy().into_owned();
        if crate::disk::is_yaml(&name) && !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort_unstable();
    if MOST < names.len() {
        return Err(words!("{name} 里的文件超过 {MOST} 个", "{name} holds more than {MOST} files"));
    }
    let mut files = Vec::new();
    for inner in names {
        files.extend(self::files(repository, &format!("{shown}/{inner}"))?);
    }
    Ok(files)
}

/// The bytes of a regular file that is not too large.
///
/// # Errors
/// What the system answers, or `InvalidData` for what is no such file.
pub fn bounded(path: &Path, largest: u64) -> io::Result<Vec<u8>> {
    let strange = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    if !fs::metadata(path)?.is_file() {
        return Err(strange("not a regular file"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(largest + 1).read_to_end(&mut bytes)?;
    if largest < bytes.len() as u64 {
        return Err(strange("too large"));
    }
    Ok(bytes)
}
