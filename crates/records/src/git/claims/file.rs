//! The index as a file, looked up without loading it.
//!
//! All numbers are little-endian. A head; a table of buckets, by the first bits of the hash;
//! the entries, sorted; a table of folders; their names. Each bucket and each name carries
//! a check value, so that a lookup reads and checks a few kilobytes of a file of any size.

use super::Claimed;
use super::build::Pairs;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

const MAGIC: &[u8; 8] = b"beiancl1";
const HEAD: u64 = 40;
/// A bucket: position of its first entry and check value.
const BUCKET: u64 = 16;
/// An entry: hash and position of the folder.
const ENTRY: u64 = 12;
/// How many entries a bucket holds on average.
const PER_BUCKET: usize = 256;
/// The longest name of a folder that is believed.
const LONGEST: u64 = 65_536;

/// An open index.
#[derive(Debug)]
pub(super) struct IndexFile {
    file: File,
    bits: u32,
    entries: u64,
    folders: u64,
}

/// A hash for finding broken files; nobody has an interest in forging one.
fn check(seed: u64, bytes: &[u8]) -> u64 {
    let mut hash = seed ^ 0x9e37_79b9_7f4a_7c15;
    for chunk in bytes.chunks(8) {
        let word = chunk.iter().rev().fold(0_u64, |word, byte| (word << 8) | u64::from(*byte));
        hash = (hash ^ word).wrapping_mul(0xff51_afd7_ed55_8ccd);
        hash ^= hash >> 32;
    }
    hash.wrapping_add(bytes.len() as u64)
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// The bucket of a hash: its first bits.
fn bucket(key: u64, bits: u32) -> u64 {
    key.checked_shr(64 - bits).unwrap_or(0)
}

impl IndexFile {
    /// Opens an index; nothing if there is none, or it is broken.
    pub(super) fn open(path: &Path) -> Option<Self> {
        let mut file = File::open(path).ok()?;
        let mut head = [0; HEAD as usize];
        file.read_exact(&mut head).ok()?;
        let sound = head.starts_with(MAGIC) && u64_at(&head, 32)? == check(0, head.get(..32)?);
        let (bits, entries, folders) = (u32_at(&head, 8)?, u64_at(&head, 16)?, u64_at(&head, 24)?);
        let index = Self { file, bits: bits.min(32), entries, folders };
        (sound && index.names_at() <= index.file.metadata().ok()?.len()).then_some(index)
    }

    fn entries_at(&self) -> u64 {
        HEAD + ((1 << self.bits) + 1) * BUCKET
    }

    fn folders_at(&self) -> u64 {
        self.entries_at() + self.entries * ENTRY
    }

    fn names_at(&self) -> u64 {
        self.folders_at() + (self.folders + 1) * 8
    }

    fn bytes(&mut self, at: u64, length: u64) -> Option<Vec<u8>> {
        let mut bytes = vec![0; usize::try_from(length).ok()?];
        self.file.seek(SeekFrom::Start(at)).ok()?;
        self.file.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }

    /// Who claims a value; nothing if the file is broken.
    pub(super) fn lookup(&mut self, key: u64) -> Option<Vec<Claimed>> {
        let entries = self.bucket(bucket(key, self.bits))?;
        let from = entries.partition_point(|(found, _)| *found < key);
        let same = entries.get(from..)?.iter().take_while(|(found, _)| *found == key);
        same.map(|(key, folder)| Some(Claimed { key: *key, folder: self.folder(*folder)? })).collect()
    }

    fn bucket(&mut self, number: u64) -> Option<Vec<(u64, u32)>> {
        let table = self.bytes(HEAD + number * BUCKET, BUCKET + 8)?;
        let (from, told, to) = (u64_at(&table, 0)?, u64_at(&table, 8)?, u64_at(&table, 16)?);
        if to < from || self.entries < to {
            return None;
        }
        let bytes = self.bytes(self.entries_at() + from * ENTRY, (to - from) * ENTRY)?;
        if check(number ^ from.rotate_left(20) ^ to.rotate_left(40), &bytes) != told {
            return None;
        }
        bytes.chunks_exact(12).map(|entry| Some((u64_at(entry, 0)?, u32_at(entry, 8)?))).collect()
    }

    fn folder(&mut self, position: u32) -> Option<String> {
        let position = u64::from(position);
        if self.folders <= position {
            return None;
        }
        let table = self.bytes(self.folders_at() + position * 8, 16)?;
        let (from, to) = (u64_at(&table, 0)?, u64_at(&table, 8)?);
        let length = to.checked_sub(from)?.checked_sub(8).filter(|length| *length <= LONGEST)?;
        let mut bytes = self.bytes(self.names_at() + from, length + 8)?;
        let told = u64_at(&bytes, usize::try_from(length).ok()?)?;
        bytes.truncate(usize::try_from(length).ok()?);
        if check(position, &bytes) != told {
            return None;
        }
        String::from_utf8(bytes).ok()
    }

    /// All of it; nothing if the file is broken.
    pub(super) fn everything(&mut self) -> Option<Pairs> {
        let mut entries = Vec::new();
        for number in 0..1 << self.bits {
            entries.extend(self.bucket(number)?);
        }
        let folders = u32::try_from(self.folders).ok()?;
        let folders = (0..folders).map(|position| self.folder(position)).collect::<Option<_>>()?;
        Some(Pairs { folders, entries })
    }
}

/// The bytes of an index.
pub(super) fn encode(pairs: &Pairs) -> Vec<u8> {
    let bits = (pairs.entries.len() / PER_BUCKET).max(1).ilog2();
    let mut table = Vec::new();
    let mut entries = Vec::with_capacity(pairs.entries.len() * 12);
    let mut from = 0;
    for number in 0..1_u64 << bits {
        let rest = pairs.entries.get(from..).unwrap_or_default();
        let to = from + rest.partition_point(|(key, _)| bucket(*key, bits) <= number);
        let start = entries.len();
        for (key, folder) in pairs.entries.get(from..to).unwrap_or_default() {
            entries.extend(key.to_le_bytes());
            entries.extend(folder.to_le_bytes());
        }
        let bytes = entries.get(start..).unwrap_or_default();
        let seed = number ^ (from as u64).rotate_left(20) ^ (to as u64).rotate_left(40);
        table.extend((from as u64).to_le_bytes());
        table.extend(check(seed, bytes).to_le_bytes());
        from = to;
    }
    table.extend((from as u64).to_le_bytes());
    table.extend([0; 8]);
    let (folders, names) = encode_folders(pairs);
    [head(bits, pairs), table, entries, folders, names].concat()
}

fn head(bits: u32, pairs: &Pairs) -> Vec<u8> {
    let mut head = MAGIC.to_vec();
    head.extend(bits.to_le_bytes());
    head.extend([0; 4]);
    head.extend((pairs.entries.len() as u64).to_le_bytes());
    head.extend((pairs.folders.len() as u64).to_le_bytes());
    let told = check(0, &head);
    head.extend(told.to_le_bytes());
    head
}

fn encode_folders(pairs: &Pairs) -> (Vec<u8>, Vec<u8>) {
    let (mut table, mut names) = (Vec::new(), Vec::new());
    for (position, folder) in pairs.folders.iter().enumerate() {
        table.extend((names.len() as u64).to_le_bytes());
        names.extend(folder.as_bytes());
        names.extend(check(position as u64, folder.as_bytes()).to_le_bytes());
    }
    table.extend((names.len() as u64).to_le_bytes());
    (table, names)
}
