//! Records from saved answers of the registry (工信部备案管理系统).
//!
//! ```text
//! bytes ─→ Answer ─┐
//! bytes ─→ Answer ─┼→ Plan: one subject a number ─→ folders
//! bytes ─→ Answer ─┘
//! ```
//!
//! An answer is evidence of what the registry showed on a day, and of nothing else: what it
//! does not show is left out and named, never guessed. The day on which it was saved is what
//! the user says, or else the day of the latest change that it shows; the times of the file
//! system say nothing and are never asked. Three fields are personal or may be, and are
//! never kept or shown: `leaderName`, `mainUnitAddress`, `mainUnitCertNo`. The name of an
//! organiser is public, also where it is a person.

mod answer;
mod draft;
mod facts;
mod folder;
mod json;
mod keys;
mod lay;
mod plan;
mod refusal;
mod report;
mod row;
mod unknown;

pub use answer::{Answer, Blacklisted, Listed, miit};
pub use draft::Conflict;
pub use folder::folder_name;
pub use lay::{Done, Laid, lay_down};
pub use plan::{FileOutcome, Plan, PlannedSubject, plan};
pub use refusal::Refusal;
pub use report::{json, refusals, text};
pub use row::Row;

use std::fs;
use std::io::Read;
use std::path::Path;

/// How many bytes of a file are read; a page of the registry has some twenty thousand.
pub const MOST_BYTES: u64 = 8 << 20;

/// A file to import from: its name and what could be read of it.
#[derive(Debug, Clone)]
pub struct InputFile {
    /// The name without folders: what the observation calls it.
    pub name: String,
    /// Its bytes, or why there are none.
    pub bytes: Result<Vec<u8>, Refusal>,
}

impl InputFile {
    /// Bytes under a name.
    #[must_use]
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        Self { name: name.to_owned(), bytes: Ok(bytes) }
    }

    /// Reads a file. What cannot be read, is no regular file or is too large becomes a
    /// refusal, so that the other files are still imported.
    #[must_use]
    pub fn open(path: &Path) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Self { name, bytes: read_file(path) }
    }

    /// Reads a stream, such as the standard input, up to the limit.
    #[must_use]
    pub fn stream(name: &str, stream: &mut dyn Read) -> Self {
        Self { name: name.to_owned(), bytes: read_stream(stream) }
    }
}

fn read_file(path: &Path) -> Result<Vec<u8>, Refusal> {
    let unreadable = |error: std::io::Error| Refusal::Unreadable(error.to_string());
    // Asked before opening, since opening a pipe would wait for ever.
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(Refusal::NoFile);
    }
    if MOST_BYTES < metadata.len() {
        return Err(Refusal::TooLarge);
    }
    read_stream(&mut fs::File::open(path).map_err(unreadable)?)
}

fn read_stream(stream: &mut dyn Read) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    // One byte too many tells that there are more.
    stream.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| Refusal::Unreadable(error.to_string()))?;
    if MOST_BYTES < bytes.len() as u64 { Err(Refusal::TooLarge) } else { Ok(bytes) }
}
