//! Evidence: the files that records name, as they are found in a folder or a revision.
//!
//! What is found is a value for core to judge: a hash, that nothing is there, or that nobody can
//! tell from here. The files themselves are read a piece at a time and never kept.

mod disk;
mod hash;

pub use hash::sha256;

pub(crate) use disk::Folder;
pub(crate) use hash::{file, of_bytes};

use crate::jobs;
use crate::road::join;
use beian_core::evidence::{Evidence, Exhibit, Seen};
use beian_core::words;
use beian_core::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// So many files are looked at by the thread that has them.
const FEW: usize = 2;

/// Looks at the files that records of a subject name, at several at once; `look` is given a path
/// within the folder of evidence.
#[must_use]
pub fn seen(exhibits: &[Exhibit<'_>], look: &(impl Fn(&str) -> Seen + Sync)) -> Evidence {
    let names: BTreeSet<&str> = exhibits.iter().filter_map(Exhibit::inside).collect();
    let look = |name| (name, look(name));
    let seen: BTreeMap<&str, Seen> = if names.len() <= FEW {
        names.into_iter().map(look).collect()
    } else {
        jobs::many(names.into_iter().collect(), look).into_iter().collect()
    };
    Evidence::of(exhibits, |name| seen.get(name).cloned().unwrap_or(Seen::NoFile))
}

/// What of a subject's evidence nobody could see: its path from the records folder on, and why.
pub(crate) fn unseen_papers<'e>(folder: &'e str, evidence: &'e Evidence) -> impl Iterator<Item = (String, Words)> + 'e {
    evidence.iter().filter_map(move |(file, seen)| match seen {
        Seen::Unseen(why) => Some((join(folder, file), why.clone())),
        Seen::File { .. } | Seen::Missing | Seen::NoFile => None,
    })
}

/// Why a file is not hashed that is larger than so many bytes.
pub(crate) fn too_large(bytes: u64, most: u64) -> Words {
    let most = most >> 20;
    words!(
        "文件有 {bytes} 字节，超过 {most} MiB，没有核对",
        "the file has {bytes} bytes, more than {most} MiB, and was not checked"
    )
}
