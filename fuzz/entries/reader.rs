//! A record file: read, judged, located, and written back.

use super::subject::{amended, findings, told};
use beian_records::limits::Limits;
use beian_records::read::read_subject;
use beian_records::write::subject_files;
use std::fmt::Write as _;

/// The first byte says which file the others are.
pub(super) fn reader(data: &[u8]) -> String {
    let raw = amended(data);
    let read = read_subject(&raw, &Limits::default());
    let mut out = String::new();
    told(&read, findings(&read), &mut out);
    for (name, text) in subject_files(&read.subject) {
        let _ = writeln!(out, "# {name}\n{text}");
    }
    out
}
