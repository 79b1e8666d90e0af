//! Packs whose deltas lead back to themselves.
//!
//! In a pack an object may stand as the difference from another one. Where these lead round in a
//! circle both git and libgit2 go round with it for ever. A pack is looked through for that only
//! when a reading does not end, since it costs a look at each object.

use super::Error;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// The longest index of a pack that is looked at: some ten million objects.
const INDEX: u64 = 256 << 20;

/// How many packs are looked at.
const PACKS: usize = 1 << 12;

/// The first pack in these folders of objects in which deltas lead round in a circle.
pub(super) fn in_circles(stores: &[PathBuf]) -> Option<Error> {
    let folders = stores.iter().filter_map(|store| fs::read_dir(store.join("pack")).ok());
    let files = folders.flat_map(|entries| entries.flatten().take(PACKS)).map(|entry| entry.path());
    files.filter(|path| path.extension().is_some_and(|ending| ending == "idx")).find_map(|index| {
        let pack = index.with_extension("pack");
        let id = Index::read(&index).and_then(|index| index.circle(&pack)).ok()??;
        let name = pack.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Some(Error::Corrupt { what: name, why: format!("the deltas of object {id} lead back to it") })
    })
}

/// What the index of a pack tells of each object.
struct Index {
    /// The ids, sorted.
    ids: Vec<[u8; 20]>,
    /// Where each object begins in the pack, in the order of the ids.
    starts: Vec<u64>,
}

impl Index {
    fn read(path: &Path) -> io::Result<Self> {
        Self::parsed(&whole(path)?).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    /// Both versions of the format hold the number of ids by their first byte, then the ids.
    fn parsed(bytes: &[u8]) -> Option<Self> {
        let second = bytes.strip_prefix(b"\xfftOc\0\0\0\x02");
        let (counts, rest) = second.unwrap_or(bytes).split_at_checked(4 * 256)?;
        let count = usize::try_from(number(counts.get(4 * 255..)?)?).ok()?;
        if second.is_none() {
            let entries = rest.get(..count.checked_mul(24)?)?.chunks_exact(24);
            let each = entries.map(|entry| Some((id(entry.get(4..)?)?, u64::from(number(entry)?))));
            let (ids, starts) = each.collect::<Option<Vec<_>>>()?.into_iter().unzip();
            return Some(Self { ids, starts });
        }
        let (ids, rest) = rest.split_at_checked(count.checked_mul(20)?)?;
        let ids = ids.chunks_exact(20).map(id).collect::<Option<Vec<_>>>()?;
        let (starts, far) = rest.get(count.checked_mul(4)?..)?.split_at_checked(count.checked_mul(4)?)?;
        let start = |bytes: &[u8]| {
            let start = number(bytes)?;
            match start.checked_sub(1 << 31) {
                None => Some(u64::from(start)),
                Some(at) => {
                    let at = usize::try_from(at).ok()?.checked_mul(8)?;
                    Some(u64::from_be_bytes(far.get(at..at.checked_add(8)?)?.try_into().ok()?))
                }
            }
        };
        let starts = starts.chunks_exact(4).map(start).collect::<Option<Vec<_>>>()?;
        Some(Self { ids, starts })
    }

    /// An object whose deltas lead back to it.
    fn circle(&self, pack: &Path) -> io::Result<Option<String>> {
        let bases = self.bases(regular(pack)?)?;
        // Each object is gone through once: what a round has met before is another's, or a circle.
        let mut round = vec![0_usize; bases.len()];
        for first in 0..bases.len() {
            let mut at = Some(first);
            while let Some(object) = at {
                match round.get_mut(object) {
                    Some(met) if *met == 0 => *met = first + 1,
                    Some(met) if *met == first + 1 => return Ok(self.ids.get(object).map(hexadecimal)),
                    _ => break,
                }
                at = bases.get(object).copied().flatten();
            }
        }
        Ok(None)
    }

    /// Of each object the one that it stands as the difference from.
    fn bases(&self, mut pack: File) -> io::Result<Vec<Option<usize>>> {
        let mut in_order: Vec<(u64, usize)> = self.starts.iter().copied().zip(0..).collect();
        in_order.sort_unstable();
        let mut bases = vec![None; self.ids.len()];
        let mut begun = [0; 32];
        for (start, object) in &in_order {
            pack.seek(SeekFrom::Start(*start))?;
            let read = pack.read(&mut begun)?;
            let base = match delta(begun.get(..read).unwrap_or_default()) {
                Some(Delta::Before(distance)) => start.checked_sub(distance).and_then(|base| {
                    let at = in_order.binary_search_by_key(&base, |(start, _)| *start).ok()?;
                    in_order.get(at).map(|(_, object)| *object)
                }),
                Some(Delta::Of(id)) => self.ids.binary_search(&id).ok(),
                None => None,
            };
            if let Some(slot) = bases.get_mut(*object) {
                *slot = base;
            }
        }
        Ok(bases)
    }
}

/// What an object stands as the difference from.
enum Delta {
    /// What begins so many bytes before it.
    Before(u64),
    /// The object of that id.
    Of([u8; 20]),
}

/// Reads how an object in a pack begins: kind and length, then the base of a delta.
fn delta(begun: &[u8]) -> Option<Delta> {
    let kind = (begun.first()? >> 4) & 7;
    let length = begun.iter().position(|byte| byte & 0x80 == 0)? + 1;
    let rest = begun.get(length..)?;
    match kind {
        6 => {
            let end = rest.iter().position(|byte| byte & 0x80 == 0)?;
            let add = |distance: u64, byte: &u8| Some((distance.checked_add(1)? << 7) | u64::from(byte & 0x7f));
            let (first, others) = rest.get(..=end)?.split_first()?;
            others.iter().try_fold(u64::from(first & 0x7f), add).map(Delta::Before)
        }
        7 => rest.get(..20).and_then(id).map(Delta::Of),
        _ => None,
    }
}

/// A file that is a regular one, so that opening it does not wait for anybody.
fn regular(path: &Path) -> io::Result<File> {
    if path.metadata()?.is_file() { File::open(path) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

fn whole(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    regular(path)?.take(INDEX).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Four bytes, the highest first.
fn number(bytes: &[u8]) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?))
}

fn id(bytes: &[u8]) -> Option<[u8; 20]> {
    bytes.try_into().ok()
}

fn hexadecimal(id: &[u8; 20]) -> String {
    git2::Oid::from_bytes(id).map(|id| id.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_an_object_begins_is_read() {
        assert!(delta(&[0x93, 0x01, 1, 2]).is_none());
        assert!(matches!(delta(&[0xe3, 0x01, 0x05]), Some(Delta::Before(5))));
        assert!(matches!(delta(&[0x63, 0x80, 0x00]), Some(Delta::Before(128))));
        assert!(matches!(delta(&[&[0x73][..], &[7; 20]].concat()), Some(Delta::Of(id)) if id == [7; 20]));
        assert!(delta(&[0xe3]).is_none() && delta(&[]).is_none() && delta(&[0x73, 1]).is_none());
    }

    #[test]
    fn indexes_of_both_versions_are_read_and_no_others() {
        let counts = |first: usize| (0..256).flat_map(|n| u32::from(first <= n).to_be_bytes()).collect::<Vec<u8>>();
        let start = 12_u32.to_be_bytes();
        let first = [counts(7), start.to_vec(), vec![7; 20]].concat();
        let second = [b"\xfftOc\0\0\0\x02".to_vec(), counts(7), vec![7; 20], vec![0; 4], start.to_vec()].concat();
        for bytes in [&first, &second] {
            let index = Index::parsed(bytes).expect("an index");
            assert_eq!((index.ids, index.starts), (vec![[7; 20]], vec![12]));
            assert!((0..bytes.len()).all(|length| Index::parsed(&bytes[..length]).is_none()));
        }
    }
}
