//! What commits did to the files of one subject.

use super::diff::Matched;
use super::objects::{Kind, Node};
use crate::raw::{Content, RawSubject};
use git2::{ObjectType, Oid};
use sha2::{Digest, Sha256};

/// A commit that touched a subject.
#[derive(Debug)]
pub(crate) struct Touch {
    /// Its position in the history.
    pub(super) commit: usize,
    /// The subject's folder in it, from the records folder on.
    pub(crate) folder: Box<str>,
    /// Whether the subject is in it; else the commit took it away.
    pub(crate) present: bool,
    /// What all record files of the subject are after it.
    pub(super) files: Option<Files>,
    /// What stood before in the files that it changed.
    pub(crate) before: Option<Before>,
}

/// What a subject's files held before a commit: those that it changed, and no others.
#[derive(Debug)]
pub(crate) struct Before {
    /// The folder that held them.
    pub(crate) folder: Box<str>,
    /// The files by name, with what they held; none for those that the commit added.
    pub(crate) files: Vec<(Box<str>, Option<Oid>)>,
}

impl Before {
    /// What stood there before, if the subject was there before and after. Where a record is a
    /// link, what it leads to may change in other commits, so that nothing is known.
    pub(super) fn of(both: &Matched) -> Option<Self> {
        let (base, head) = (both.base.as_ref()?, both.head.as_ref()?);
        let is_file = |node: &Node| node.kind == Kind::File;
        if !base.files.values().chain(head.files.values()).all(is_file) {
            return None;
        }
        let files = both.differing().map(|(name, old, _)| (name.into(), old.map(|node| node.id))).collect();
        Some(Self { folder: base.folder.as_str().into(), files })
    }
}

/// What all record files of a subject are, by names and content, in a few bytes: a register
/// has thousands of subjects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Files([u8; 32]);

impl Files {
    /// The files that a commit holds; nothing is known if one of them is a link.
    pub(super) fn committed(both: &Matched) -> Option<Self> {
        let files = &both.head.as_ref()?.files;
        let id = |node: &Node| (node.kind == Kind::File).then_some(node.id);
        Self::of(files.iter().map(|(name, node)| Some((name.as_str(), id(node)?))))
    }

    /// The files that were read; nothing is known if one of them was not.
    pub(super) fn read(raw: &RawSubject) -> Option<Self> {
        let id = |content: &Content| match content {
            Content::Bytes(bytes) => Oid::hash_object(ObjectType::Blob, bytes).ok(),
            Content::Unseen(_) => None,
        };
        Self::of(raw.files.iter().map(|file| Some((file.name.as_str(), id(&file.content)?))))
    }

    /// Names hold no NUL, and ids have one length.
    fn of<'f>(files: impl Iterator<Item = Option<(&'f str, Oid)>>) -> Option<Self> {
        let mut hash = Sha256::new();
        for file in files {
            let (name, id) = file?;
            hash.update(name.as_bytes());
            hash.update([0]);
            hash.update(id.as_bytes());
        }
        Some(Self(hash.finalize().into()))
    }
}
