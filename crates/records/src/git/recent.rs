//! Blobs that were read of late.
//!
//! A review reads both sides of a subject one after the other, and nearly all their files are
//! the same. Inflating them again would cost more than all else that git is asked for.

use git2::Oid;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many blobs are kept, one for each first byte of an id.
const SLOTS: usize = 256;

/// Longer blobs are not kept, so that all of them together take no more than 4 MiB.
const LONGEST: usize = 16 << 10;

/// A blob that is kept.
type Slot = Option<(Oid, Box<[u8]>)>;

/// Some blobs by their ids.
pub(super) struct Recent {
    slots: Mutex<Vec<Slot>>,
}

impl Recent {
    pub(super) const fn new() -> Self {
        Self { slots: Mutex::new(Vec::new()) }
    }

    /// What the blob holds, if it was read of late and is no longer than that.
    pub(super) fn get(&self, id: Oid, most: u64) -> Option<Vec<u8>> {
        let slots = self.slots();
        let (kept, bytes) = slots.get(slot(id))?.as_ref()?;
        (*kept == id && bytes.len() as u64 <= most).then(|| bytes.to_vec())
    }

    pub(super) fn keep(&self, id: Oid, bytes: &[u8]) {
        if bytes.len() <= LONGEST {
            let mut slots = self.slots();
            if slots.is_empty() {
                slots.resize(SLOTS, None);
            }
            if let Some(slot) = slots.get_mut(slot(id)) {
                *slot = Some((id, bytes.into()));
            }
        }
    }

    fn slots(&self) -> MutexGuard<'_, Vec<Slot>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn slot(id: Oid) -> usize {
    id.as_bytes().first().map_or(0, |byte| usize::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blob_is_kept_until_another_takes_its_place() {
        let id = |last: char| Oid::from_str(&format!("{}{last}", "ab".repeat(19) + "c")).unwrap();
        let recent = Recent::new();
        recent.keep(id('1'), b"one");
        assert_eq!(recent.get(id('1'), 3).as_deref(), Some(b"one".as_slice()));
        assert_eq!(recent.get(id('1'), 2), None);
        assert_eq!(recent.get(id('2'), 3), None);
        recent.keep(id('2'), b"two");
        assert_eq!(recent.get(id('1'), 3), None);
        recent.keep(id('2'), &vec![0; LONGEST + 1]);
        assert_eq!(recent.get(id('2'), 3).as_deref(), Some(b"two".as_slice()));
    }
}
