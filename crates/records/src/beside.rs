//! Files that are named on the command line.

use crate::raw::Content;
use crate::store::Error;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// What a file that was named on the command line holds; a pointer of git LFS is told.
///
/// # Errors
/// If it is no regular file of that size, or cannot be read.
pub fn named(path: &Path, shown: &str, largest: u64) -> Result<Vec<u8>, Error> {
    let reading = |error| Error::Reading { path: shown.to_owned(), error };
    match Content::of(bounded(path, largest).map_err(reading)?) {
        Content::Bytes(bytes) => Ok(bytes),
        Content::Unseen(why) => Err(Error::Unseen { path: shown.to_owned(), why }),
    }
}

/// The bytes of a regular file that is not too large.
///
/// # Errors
/// What the system answers, or `InvalidData` for what is no such file.
pub fn bounded(path: &Path, largest: u64) -> io::Result<Vec<u8>> {
    let strange = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    if !fs::metadata(path)?.is_file() {
        return Err(strange("not a regular file"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(largest + 1).read_to_end(&mut bytes)?;
    if largest < bytes.len() as u64 {
        return Err(strange("too large"));
    }
    Ok(bytes)
}
