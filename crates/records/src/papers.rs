//! Papers in `evidence/`: whether a file is there and is the one that was handed in.

use crate::git::{self, Revision};
use crate::raw::{Content, TreeLimits};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path};

/// The folder of papers within a subject's.
const FOLDER: &str = "evidence";

/// The largest paper that is read from a revision: git hands it out whole.
const LARGEST: u64 = 256 << 20;

/// What became of a paper's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It is there; its SHA-256 in lower-case hexadecimal digits.
    Hash(String),
    /// It is not there.
    Nothing,
    /// It is there, but is no plain file within `evidence/`, or cannot be read.
    Unreadable,
}

/// The part of a paper's name that lies within `evidence/`; none if it leads out of there.
fn inside(file: &str) -> Option<&str> {
    let inside = Path::new(file.strip_prefix("evidence/").unwrap_or(file));
    let plain = inside.components().all(|part| matches!(part, Component::Normal(_)));
    inside.to_str().filter(|inside| plain && !inside.is_empty())
}

/// Looks a paper up in the file system; `subject` is the subject's folder there.
pub(crate) fn on_disk(subject: &Path, file: &str) -> Found {
    let Some(inside) = inside(file) else { return Found::Unreadable };
    // Each step is asked whether it is a link: a hash would tell of a file that is not ours.
    let mut path = subject.join(FOLDER);
    let mut steps = Path::new(inside).components();
    loop {
        match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Found::Nothing,
            Err(_) => return Found::Unreadable,
            Ok(metadata) if metadata.is_symlink() => return Found::Unreadable,
            Ok(metadata) => match steps.next() {
                Some(step) if metadata.is_dir() => path.push(step),
                None if metadata.is_file() => break,
                _ => return Found::Unreadable,
            },
        }
    }
    hash(&path).map_or(Found::Unreadable, Found::Hash)
}

fn hash(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hex(&hash.finalize())),
            read => hash.update(buffer.get(..read).unwrap_or_default()),
        }
    }
}

/// Looks a paper up in a revision; `subject` is the subject's folder from its root on.
pub(crate) fn committed(repository: &git::Repository, revision: &Revision, subject: &str, file: &str) -> Found {
    let Some(inside) = inside(file) else { return Found::Unreadable };
    let path = [subject, FOLDER, inside].join("/");
    let limits = TreeLimits { file_bytes: LARGEST, ..TreeLimits::default() };
    match repository.file(revision, path.trim_start_matches('/'), &limits) {
        Ok(None) => Found::Nothing,
        Ok(Some(Content::Bytes(bytes))) => Found::Hash(sha256(&bytes)),
        Ok(Some(_)) | Err(_) => Found::Unreadable,
    }
}

/// The SHA-256 of some bytes, in lower-case hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0xf)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_files_of_the_folder_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let evidence = folder.path().join("acme/evidence/2026");
        fs::create_dir_all(&evidence).unwrap();
        fs::write(evidence.join("a.pdf"), "abc").unwrap();
        fs::write(folder.path().join("acme/secret"), "abc").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("../../secret", evidence.join("link.pdf")).unwrap();
        let find = |file: &str| on_disk(&folder.path().join("acme"), file);
        let found = Found::Hash("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".to_owned());
        assert_eq!(find("evidence/2026/a.pdf"), found);
        assert_eq!(find("2026/a.pdf"), found);
        assert_eq!(find("2026/b.pdf"), Found::Nothing);
        for outside in ["../secret", "evidence/../../secret", "/etc/passwd", "", "2026", "2026/a.pdf/x"] {
            assert_eq!(find(outside), Found::Unreadable, "{outside}");
        }
        #[cfg(unix)]
        assert_eq!(find("2026/link.pdf"), Found::Unreadable);
    }
}
