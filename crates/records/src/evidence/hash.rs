//! SHA-256, a piece at a time: a paper may be larger than the memory.

use crate::lfs;
use beian_core::evidence::Seen;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// How much is read at a time.
const PIECE: usize = 1 << 16;

/// The SHA-256 of some bytes, in lower-case hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// What a regular file is, as it stands.
pub(crate) fn file(path: &Path) -> io::Result<Seen> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    seen(file, length, true)
}

/// What a file of that length is, which is read to its end. A file that is longer or shorter
/// than it was is an error: it changes while it is read.
pub(super) fn seen(file: impl Read, length: u64, is_tracked: bool) -> io::Result<Seen> {
    let (mut hash, mut short, mut left) = (Sha256::new(), Vec::new(), length);
    each_piece(file, |piece| {
        left = left.checked_sub(piece.len() as u64).ok_or_else(changing)?;
        if length < lfs::LONGEST {
            short.extend_from_slice(piece);
        }
        hash.update(piece);
        Ok(())
    })?;
    if 0 < left {
        return Err(changing());
    }
    match lfs::sha256(&short) {
        Some(meant) => Ok(found(meant.to_owned(), true, is_tracked)),
        None => Ok(found(hex(&hash.finalize()), false, is_tracked)),
    }
}

/// Reads to the end, a piece at a time.
fn each_piece(mut file: impl Read, mut visit: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(read) => visit(piece.get(..read).unwrap_or_default())?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// The same of bytes that are there already.
pub(crate) fn of_bytes(bytes: &[u8], is_tracked: bool) -> Seen {
    match lfs::sha256(bytes) {
        Some(meant) => found(meant.to_owned(), true, is_tracked),
        None => found(sha256(bytes), false, is_tracked),
    }
}

fn found(sha256: String, is_pointer: bool, is_tracked: bool) -> Seen {
    Seen::File { sha256: sha256.into(), is_pointer, is_tracked }
}

fn changing() -> io::Error {
    io::Error::other("文件在读的时候变了 (the file changes while it is read)")
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0xf)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_hash_like_the_whole() {
        for length in [0, 1, 1023, 1024, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE] {
            let bytes: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            let seen = seen(bytes.as_slice(), length as u64, true).expect("bytes");
            assert_eq!(seen, of_bytes(&bytes, true), "{length}");
        }
    }

    #[test]
    fn a_file_that_changes_is_not_told_of() {
        for (length, said) in [(10, 9), (10, 11), (5000, 4999), (5000, 5001), (5000, 10), (10, 5000)] {
            assert!(seen(vec![0; length].as_slice(), said, true).is_err(), "{length} {said}");
        }
    }
}
