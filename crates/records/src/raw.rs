//! A subject's folder as it was found, before anything is read from it.
//!
//! A working directory and a git revision both become this, and nothing after it knows
//! which of the two it was.

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
    /// So many bytes, which is more than is read.
    TooLarge(u64),
    /// A symbolic link that leads out of the records, to a folder, or nowhere.
    Link,
    /// No regular file: a pipe, a socket, a device.
    Special,
    /// The system refused; its word on why.
    Refused(String),
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
}

impl Default for TreeLimits {
    fn default() -> Self {
        Self { file_bytes: 1 << 20, files: 10_000, depth: 8 }
    }
}
