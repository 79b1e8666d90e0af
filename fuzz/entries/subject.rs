//! A subject of which one file is a stranger's.

use beian_core::day::Day;
use beian_core::rule::{Case, Finding};
use beian_core::rules::{self, BASE};
use beian_core::tables::Tables;
use beian_records::raw::{Content, RawFile, RawSubject};
use beian_records::read::ReadSubject;
use std::fmt::Write as _;

/// The day on which all is judged.
pub(super) const TODAY: Day = Day::of(2026, 11, 21);

/// The files that records are kept in, by which a stranger's bytes are read.
const NAMES: [&str; 9] = [
    "subject.yaml",
    "people.yaml",
    "domains.yaml",
    "servers.yaml",
    "services.yaml",
    "filings/2021-02-20-first.yaml",
    "filings/2026-11-01-more.yaml",
    "observations/2026-11-01-look.yaml",
    "official/2026-11-01-letter.yaml",
];

/// The clean subject.
pub(super) fn clean() -> RawSubject {
    let one = |(name, text): &(&str, &str)| file(name, text.as_bytes());
    RawSubject { folder: "example".to_owned(), files: BASE.iter().map(one).collect() }
}

/// The clean subject with a file that holds the bytes after the first; the first says which one.
pub(super) fn amended(data: &[u8]) -> RawSubject {
    let mut raw = clean();
    let Some((which, bytes)) = data.split_first() else { return raw };
    let name = NAMES[usize::from(*which) % NAMES.len()];
    raw.files.retain(|file| file.name != name);
    raw.files.push(file(name, bytes));
    raw.files.sort_by(|a, b| a.name.cmp(&b.name));
    raw
}

fn file(name: &str, bytes: &[u8]) -> RawFile {
    RawFile { name: name.to_owned(), content: Content::Bytes(bytes.to_vec()) }
}

/// All that is found of a subject, in order.
pub(super) fn findings(read: &ReadSubject<'_>) -> Vec<Finding> {
    let case = Case::new(&read.subject, Tables::builtin(), TODAY, true);
    read.findings.iter().cloned().chain(rules::check(&case)).collect()
}

/// Findings with their lines, as text.
pub(super) fn told(read: &ReadSubject<'_>, findings: Vec<Finding>, out: &mut String) {
    for finding in findings {
        let one = read.locate(finding);
        let place = &one.location;
        assert!(place.marked.end <= place.excerpt.len(), "a mark ends in its line");
        assert!(place.excerpt.is_char_boundary(place.marked.start), "a mark begins between characters");
        assert!(place.excerpt.is_char_boundary(place.marked.end), "a mark ends between characters");
        let (path, line, column) = (&place.path, place.line, place.column);
        let _ = writeln!(out, "{path}:{line}:{column}: {} {} {}", one.rule.code, one.message.zh, one.help.en);
    }
}
