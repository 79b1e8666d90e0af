//! Files that settings name, read from the repository's folder.

use crate::overlay::File;
use crate::system::cannot_read;
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
    let refused = |error: io::Error| cannot_read(name, &error);
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

/// How deep a folder of templates is looked into.
const DEPTH: usize = 4;

/// The files below a folder whose names end so, by their names from the folder on, sorted.
/// Links are refused: what they lead to may be any file of this machine.
///
/// # Errors
/// In words, if something cannot be read.
pub fn below(folder: &Path, ending: &str) -> Result<Vec<File>, Words> {
    let mut names = Vec::new();
    let shown = folder.to_string_lossy();
    collect(folder, "", ending, 0, &mut names)
        .map_err(|(name, error)| cannot_read(&format!("{shown}/{name}"), &error))?;
    names.sort_unstable();
    let read = |name: String| {
        let bytes = bounded(&folder.join(&name), LARGEST);
        let bytes = bytes.map_err(|error| cannot_read(&format!("{shown}/{name}"), &error))?;
        Ok((name, bytes))
    };
    names.into_iter().map(read).collect()
}

fn collect(
    root: &Path,
    inside: &str,
    ending: &str,
    depth: usize,
    names: &mut Vec<String>,
) -> Result<(), (String, io::Error)> {
    let fault = |error: io::Error| (inside.to_owned(), error);
    for entry in fs::read_dir(root.join(inside)).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        let name = crate::road::join(inside, &entry.file_name().to_string_lossy());
        let kind = entry.file_type().map_err(fault)?;
        let is_wanted = name.ends_with(ending);
        if kind.is_dir() && depth < DEPTH {
            collect(root, &name, ending, depth + 1, names)?;
        } else if is_wanted && kind.is_symlink() {
            return Err((name, io::Error::new(io::ErrorKind::InvalidData, "符号链接 (a symbolic link)")));
        } else if is_wanted && kind.is_file() {
            names.push(name);
        }
        if MOST < names.len() {
            return Err((inside.to_owned(), io::Error::new(io::ErrorKind::InvalidData, "文件太多 (too many files)")));
        }
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_below_a_folder_are_named_from_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).and_then(|()| fs::write(path, name)).expect("a file");
        };
        ["b.j2", "letters/a.j2", "c.txt", "1/2/3/4/5/deep.j2"].iter().for_each(|name| write(name));
        let names: Vec<String> =
            below(folder.path(), ".j2").expect("files").into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["b.j2", "letters/a.j2"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_among_the_files_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        std::os::unix::fs::symlink("/etc/passwd", folder.path().join("x.j2")).expect("a link");
        assert!(below(folder.path(), ".j2").is_err_and(|words| words.en.contains("x.j2")));
    }
}
