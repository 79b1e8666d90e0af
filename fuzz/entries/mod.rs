//! What is fuzzed: one function for each door through which a stranger's bytes come in. The targets of
//! cargo-fuzz and the tests of `cargo test` call the same functions.
//!
//! Each answers what came of the bytes, so that two runs can be held against each other. None may panic,
//! hang or take memory without bound, whatever the bytes are.

mod change;
mod decode;
mod dossier;
mod git;
mod import;
mod reader;
mod subject;
mod templates;

/// A door.
pub(crate) struct Entry {
    /// Its name: that of the target and of its corpus.
    pub(crate) name: &'static str,
    /// What comes in by it.
    pub(crate) run: fn(&[u8]) -> String,
    /// Whether the answer is read as it is. Others pass what makes them safe to print before.
    pub(crate) printed: bool,
}

/// All doors.
pub(crate) const ENTRIES: [Entry; 7] = [
    Entry { name: "reader", run: reader::reader, printed: false },
    Entry { name: "decode", run: decode::decode, printed: false },
    Entry { name: "import", run: import::import, printed: false },
    Entry { name: "templates", run: templates::templates, printed: true },
    Entry { name: "git", run: git::git, printed: false },
    Entry { name: "change", run: change::change, printed: false },
    Entry { name: "dossier", run: dossier::dossier, printed: true },
];

/// Runs a door on bytes, and holds what it answers to what every answer must be.
///
/// # Panics
/// If there is no such door, or a character that acts on a terminal comes out.
pub(crate) fn held(name: &str, data: &[u8]) -> String {
    let entry = ENTRIES.iter().find(|entry| entry.name == name).expect("a door of that name");
    let answer = (entry.run)(data);
    let acts = |c: char| c.is_control() && c != '\n' && c != '\t';
    assert!(!entry.printed || !answer.contains(acts), "{name} prints {:?}", answer.chars().find(|c| acts(*c)));
    answer
}
