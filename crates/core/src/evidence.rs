//! Files that records name as evidence, and what was seen of them.
//!
//! Core opens no file: whoever reads the records looks at what [`exhibits`] names and hands in
//! what was seen. A file at which nobody looked is nothing that a rule may speak of.

use crate::model::{Approvals, Paper, Subject};
use crate::record::{Placed, Slot, Text};
use crate::words::Words;
use std::collections::BTreeMap;

/// The folder of a subject in which evidence lies.
pub const FOLDER: &str = "evidence";

/// A file that a record names.
#[derive(Debug, Clone, Copy)]
pub struct Exhibit<'a> {
    /// The file, as it is written.
    pub file: &'a Placed<Text>,
    /// The SHA-256 by which it is bound to the record, if there is one.
    pub sha256: Option<&'a Placed<Text>>,
}

impl<'a> Exhibit<'a> {
    /// The file of a paper, if it is in the repository.
    #[must_use]
    pub fn of(paper: &'a Paper) -> Option<Self> {
        Some(Self { file: paper.file.placed()?, sha256: paper.sha256.placed() })
    }

    /// Where the file lies within the folder of evidence; nothing if it lies outside.
    #[must_use]
    pub fn inside(&self) -> Option<&'a str> {
        inside(&self.file.value)
    }

    /// Whether what was seen is the very file that was recorded; nothing if that cannot be told:
    /// no file was seen, or the record binds it by nothing that is a SHA-256.
    #[must_use]
    pub fn is_recorded(&self, seen: &Seen) -> Option<bool> {
        let Seen::File { sha256, .. } = seen else { return None };
        let recorded = &self.sha256?.value;
        let is_hash = recorded.len() == 64 && recorded.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then(|| recorded.eq_ignore_ascii_case(sha256))
    }
}

/// A path within the folder of evidence, as a record may name it: from the subject's folder or
/// from `evidence/` on. Nothing if it could lead elsewhere or names what records do not hold:
/// hidden files and folders do not count.
#[must_use]
pub fn inside(file: &str) -> Option<&str> {
    let inside = file.strip_prefix(FOLDER).and_then(|rest| rest.strip_prefix('/')).unwrap_or(file);
    let is_plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(is_no_name);
    inside.split('/').all(is_plain).then_some(inside)
}

/// What no name of a file holds that shall mean the same on every system.
const fn is_no_name(sign: char) -> bool {
    sign.is_ascii_control() || matches!(sign, '\\' | ':')
}

/// A file that is bound by no hash.
fn alone(file: &Slot<Text>) -> Option<Exhibit<'_>> {
    Some(Exhibit { file: file.placed()?, sha256: None })
}

/// Every file that a subject's records name as evidence, in the order of the records.
pub fn exhibits(subject: &Subject) -> impl Iterator<Item = Exhibit<'_>> {
    let licences = subject.particulars.value.licences.items().iter().map(|licence| &licence.value.evidence);
    let services = subject.services.iter().map(|(_, service)| &service.value).flat_map(|service| {
        let approvals = match service.approvals.known() {
            Some(Approvals::Given(list)) => list.as_slice(),
            Some(Approvals::NotInvolved) | None => &[],
        };
        approvals.iter().map(|approval| &approval.value.evidence).chain([&service.icon])
    });
    let papers = subject.filings.iter().flat_map(|filing| filing.record.value.papers.items());
    let papers = papers.filter_map(|paper| Exhibit::of(&paper.value));
    licences.chain(services).filter_map(alone).chain(papers)
}

/// What was seen of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// It is there.
    File {
        /// Its SHA-256 in lower-case hexadecimal digits; of a pointer of git LFS that of the file
        /// for which it stands.
        sha256: Box<str>,
        /// Whether it is a pointer of git LFS.
        is_pointer: bool,
        /// Whether git knows the file; true where no git asks.
        is_tracked: bool,
    },
    /// It is not there.
    Missing,
    /// What is there is no plain file within the folder of evidence, and was not opened.
    NoFile,
    /// Nobody can tell from here, and why.
    Unseen(Words),
}

/// What was seen of the files that a subject's records name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence(BTreeMap<Box<str>, Seen>);

impl Evidence {
    /// Looks at each of some exhibits once; `look` is given a path within the folder of evidence.
    pub fn of(exhibits: &[Exhibit<'_>], mut look: impl FnMut(&str) -> Seen) -> Self {
        let mut seen = BTreeMap::new();
        for exhibit in exhibits {
            let name: &str = &exhibit.file.value;
            if !seen.contains_key(name) {
                seen.insert(name.into(), exhibit.inside().map_or(Seen::NoFile, &mut look));
            }
        }
        Self(seen)
    }

    /// What was seen of a file, by its name as it is written; nothing if nobody looked.
    #[must_use]
    pub fn seen(&self, file: &str) -> Option<&Seen> {
        self.0.get(file)
    }

    /// Whether a file is there that git does not know.
    #[must_use]
    pub fn holds_untracked(&self) -> bool {
        self.0.values().any(|seen| matches!(seen, Seen::File { is_tracked: false, .. }))
    }

    /// All that was looked at, sorted by the names as they are written.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Seen)> {
        self.0.iter().map(|(file, seen)| (&**file, seen))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_in_the_folder_is_inside() {
        assert_eq!(inside("evidence/2026/a.pdf"), Some("2026/a.pdf"));
        assert_eq!(inside("2026/a.pdf"), Some("2026/a.pdf"));
        assert_eq!(inside("营业执照 副本.pdf"), Some("营业执照 副本.pdf"));
        assert_eq!(inside("evidence"), Some("evidence"));
        let outside = ["", "evidence/", "../a", "evidence/../../a", "/etc/passwd", "a//b", "./a", ".git/config"];
        for file in outside.into_iter().chain(["a/", "..\\a", "C:a", "a\u{0}b"]) {
            assert_eq!(inside(file), None, "{file}");
        }
    }
}
