//! A subject's folder as it was found, before anything is read from it.
//!
//! A working directory and a git revision both become this, and nothing after it knows
//! which of the two it was.

use crate::tree::{is_subject_folder, is_yaml};
use crate::unseen::{Unseen, Why};

/// The files of one subject.
#[derive(Debug, Clone, Default)]
pub struct RawSubject {
    /// The folder, from the records folder on, with `/` between its parts; empty for the
    /// records folder itself.
    pub folder: String,
    /// Its files, sorted by name.
    pub files: Vec<RawFile>,
}

impl RawSubject {
    /// The name of the folder.
    #[must_use]
    pub fn name(&self) -> &str {
        self.folder.rsplit('/').next().unwrap_or_default()
    }

    /// What of the subject could not be seen.
    pub fn unseen(&self) -> impl Iterator<Item = Unseen> {
        let one = |file: &RawFile| match &file.content {
            Content::Bytes(_) => None,
            Content::Unseen(why) => Some(Unseen { path: self.path(&file.name), why: why.clone() }),
        };
        self.files.iter().filter_map(one)
    }

    /// The folders right in a folder of groups that could not be entered, or itself: any subject may
    /// stand in one of them.
    #[must_use]
    pub fn closed_folders(&self) -> Vec<Unseen> {
        let mut names = self.files.iter().map(|file| file.name.split('/').next().unwrap_or_default());
        if is_subject_folder(&mut names) {
            return Vec::new();
        }
        let is_folder = |unseen: &Unseen| !is_yaml(&unseen.path);
        self.unseen().filter(is_folder).collect()
    }

    /// The path of a file, from the records folder on.
    #[must_use]
    pub fn path(&self, name: &str) -> String {
        [self.folder.as_str(), name].join("/").trim_matches('/').to_owned()
    }
}

/// A file of a subject.
#[derive(Debug, Clone)]
pub struct RawFile {
    /// Its name from the subject's folder on: `domains.yaml`, `filings/2026-10-20-a.yaml`.
    /// A folder that cannot be read stands here too, the subject's own without a name.
    pub name: String,
    /// What it holds.
    pub content: Content,
}

/// What a file holds, or why that is not known.
#[derive(Debug, Clone)]
pub enum Content {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// Nobody can see.
    Unseen(Why),
}

impl Content {
    /// What bytes are: those of the file, or of a pointer in its place.
    #[must_use]
    pub fn of(bytes: Vec<u8>) -> Self {
        if is_pointer(&bytes) { Self::Unseen(Why::Pointer) } else { Self::Bytes(bytes) }
    }
}

/// Whether a file holds a pointer of Git LFS instead of what it stands for.
#[must_use]
pub fn is_pointer(bytes: &[u8]) -> bool {
    const LONGEST: usize = 1024;
    bytes.len() < LONGEST && bytes.starts_with(b"version https://git-lfs.github.com/spec/")
}

/// How much is read of a tree before it is refused.
#[derive(Debug, Clone, Copy)]
pub struct TreeLimits {
    /// Bytes of a file.
    pub file_bytes: u64,
    /// Files of a subject.
    pub files: usize,
    /// Folders above a subject.
    pub depth: usize,
    /// Folders of a revision that are looked into at one go. A repository of a few kilobytes can hold
    /// the same folder a hundred million times.
    pub folders: usize,
}

impl Default for TreeLimits {
    fn default() -> Self {
        Self { file_bytes: 1 << 20, files: 10_000, depth: 8, folders: 1_000_000 }
    }
}
