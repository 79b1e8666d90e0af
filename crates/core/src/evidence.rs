//! Files that records name as evidence, and what was seen of them.
//!
//! Core opens no file: whoever reads the records looks at what [`exhibits`] names and hands in
//! what was seen. A file at which nobody looked is nothing that a rule may speak of.

use crate::model::{Approvals, Subject};
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
    /// Where the file lies within the folder of evidence; nothing if it lies outside.
    #[must_use]
    pub fn inside(&self) -> Option<&'a str> {
        inside(&self.file.value)
    }

    /// The SHA-256 by which it is bound to the record, in lower case.
    #[must_use]
    pub fn expected(&self) -> Option<String> {
        self.sha256.map(|hash| hash.value.to_ascii_lowercase())
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
    let papers =
        subject.filings.iter().flat_map(|filing| filing.record.value.papers.items()).filter_map(|paper| {
            Some(Exhibit { file: paper.value.file.placed()?, sha256: paper.value.sha256.placed() })
        });
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
