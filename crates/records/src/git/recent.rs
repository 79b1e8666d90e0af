//! Objects that were read of late.
//!
//! A review reads both sides of a subject one after the other, and nearly all their files are
//! the same; each subject is found by walking down from the root once more. Inflating all that
//! again would cost more than all else that git is asked for.

use git2::{ObjectType, Oid};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Longer objects are not kept. A folder of ten thousand subjects is shorter.
const LONGEST: usize = 1 << 20;

/// How many bytes are kept: when there are more, all are forgotten, since a walk that reads
/// so much does not come back.
const MOST: usize = 8 << 20;

/// Some objects by their ids.
#[derive(Default)]
pub(super) struct Recent {
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    objects: BTreeMap<Oid, (ObjectType, Arc<[u8]>)>,
    bytes: usize,
}

impl Recent {
    /// What an object of a kind holds, if it was read of late and is no longer than that.
    pub(super) fn get(&self, id: Oid, kind: ObjectType, most: u64) -> Option<Arc<[u8]>> {
        let kept = self.kept();
        let (found, bytes) = kept.objects.get(&id)?;
        (*found == kind && bytes.len() as u64 <= most).then(|| Arc::clone(bytes))
    }

    /// Keeps what an object holds, and gives it back.
    pub(super) fn keep(&self, id: Oid, kind: ObjectType, bytes: &[u8]) -> Arc<[u8]> {
        let shared: Arc<[u8]> = bytes.into();
        if LONGEST < bytes.len() {
            return shared;
        }
        let mut kept = self.kept();
        kept.bytes += bytes.len();
        if MOST < kept.bytes {
            *kept = Kept { bytes: bytes.len(), ..Kept::default() };
        }
        kept.objects.insert(id, (kind, Arc::clone(&shared)));
        shared
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLOB: ObjectType = ObjectType::Blob;

    #[test]
    fn an_object_is_kept_until_there_are_too_many() {
        let id = |number: usize| Oid::from_str(&format!("{number:040x}")).unwrap();
        let recent = Recent::default();
        recent.keep(id(1), BLOB, b"one");
        assert_eq!(recent.get(id(1), BLOB, 3).as_deref(), Some(b"one".as_slice()));
        assert_eq!(recent.get(id(1), ObjectType::Tree, 3), None, "a blob is no tree");
        assert_eq!(recent.get(id(1), BLOB, 2), None);
        assert_eq!(recent.get(id(2), BLOB, 3), None);
        recent.keep(id(2), BLOB, &vec![0; LONGEST + 1]);
        assert_eq!(recent.get(id(2), BLOB, u64::MAX), None);
        for number in 3..3 + MOST / LONGEST {
            recent.keep(id(number), BLOB, &vec![0; LONGEST]);
        }
        assert_eq!(recent.get(id(1), BLOB, 3), None);
        assert!(recent.get(id(2 + MOST / LONGEST), BLOB, u64::MAX).is_some());
    }
}
