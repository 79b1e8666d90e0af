//! Objects that stand in files of their own, looked at before the library reads them.
//!
//! A file that was cut off by a full disk or a crash makes libgit2 look for its end for ever, so
//! whatever it is about to read is first inflated here, in bounded memory. What is not a loose
//! object is in a pack, and left to the library.

use super::Error;
use super::repository::Handle;
use git2::{ObjectType, Oid, Repository};
use miniz_oxide::inflate::stream::{InflateState, MinReset, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The longest header of an object: its kind, its length.
const HEADER: usize = 64;

/// The longest commit or tag whose parents are looked for.
const COMMIT: usize = 1 << 20;

/// How much of an object is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Much {
    /// Its kind and length.
    Header,
    /// All of it if it is no longer than this, to its last byte.
    UpTo(u64),
}

impl Much {
    /// Whether the beginning of an object shows that no more of it is read.
    fn is_enough(self, begun: &[u8], most: usize) -> bool {
        match self {
            Self::Header => most <= begun.len(),
            Self::UpTo(longest) => header(begun).is_some_and(|(_, length)| longest < length),
        }
    }
}

/// Sees to it that an object can be read whole.
pub(super) fn check(git: &Handle<'_>, id: Oid) -> Result<(), Error> {
    looked(git, id, 0).map(drop)
}

/// Sees to it that an object can be read, as far as it shall be. Its kind and length are told if
/// it stands in a file of its own, in one of these folders.
pub(super) fn look(stores: &[PathBuf], id: Oid, much: Much) -> Result<Option<(ObjectType, u64)>, Error> {
    let Some(begun) = begun(stores, id, much, HEADER)? else { return Ok(None) };
    let header = header(&begun).ok_or_else(|| corrupt(&id.to_string(), "its header cannot be read"))?;
    Ok(Some(header))
}

/// Sees to it that a name can be resolved and what it leads to be walked.
pub(super) fn check_name(git: &Handle<'_>, name: &str) -> Result<(), Error> {
    let base = name.split(['~', '^', '@', ':']).next().filter(|base| !base.is_empty()).unwrap_or("HEAD");
    let named = git.resolve_reference_from_short_name(base).ok().and_then(|reference| reference.target());
    let short = || {
        let prefix = Oid::from_str(base).ok()?;
        git.odb().ok()?.exists_prefix(prefix, base.len()).ok()
    };
    named.or_else(short).map_or(Ok(()), |id| check_from(git, &[id]))
}

/// Sees to it that commits can be walked: those that stand in files of their own, down to the
/// first ones that do not.
pub(super) fn check_from(git: &Handle<'_>, from: &[Oid]) -> Result<(), Error> {
    let (mut left, mut seen) = (from.to_vec(), BTreeSet::new());
    while let Some(id) = left.pop() {
        if !seen.insert(id) {
            continue;
        }
        if let Some(bytes) = looked(git, id, COMMIT)? {
            left.extend(leads_to(&bytes));
        }
    }
    Ok(())
}

/// Looks at a whole object, and gives its beginning if it stands in a file of its own.
fn looked(git: &Handle<'_>, id: Oid, most: usize) -> Result<Option<Vec<u8>>, Error> {
    begun(git.stores(), id, Much::UpTo(u64::MAX), most)
}

fn begun(stores: &[PathBuf], id: Oid, much: Much, most: usize) -> Result<Option<Vec<u8>>, Error> {
    let name = id.to_string();
    let (folder, file) = name.split_at(2.min(name.len()));
    for store in stores {
        let path = store.join(folder).join(file);
        match path.symlink_metadata() {
            Err(_) => {}
            Ok(about) if !about.is_file() => return Err(corrupt(&name, "no regular file")),
            Ok(_) => {
                let begun = File::open(&path).map_err(|error| corrupt(&name, &error.to_string()))?;
                return match inflated(begun, much, most) {
                    Ok(bytes) => Ok(Some(bytes)),
                    Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(corrupt(&name, &error.to_string())),
                    Err(error) => Err(Error::Corrupt { what: name, why: error.to_string() }),
                };
            }
        }
    }
    Ok(None)
}

/// The kind and the length with which an object begins.
fn header(begun: &[u8]) -> Option<(ObjectType, u64)> {
    let end = begun.iter().position(|byte| *byte == 0)?;
    let (kind, length) = std::str::from_utf8(begun.get(..end)?).ok()?.split_once(' ')?;
    Some((ObjectType::from_str(kind)?, length.parse().ok()?))
}

/// What git itself says of such an object.
fn corrupt(name: &str, why: &str) -> Error {
    Error::Corrupt { what: name.to_owned(), why: format!("loose object {name} is corrupt: {why}") }
}

/// The folders in which objects stand: the repository's own, and those that it borrows from.
pub(super) fn stores(git: &Repository) -> Vec<PathBuf> {
    borrowed(&git.commondir().join("objects"))
}

/// A folder of objects, and those that it borrows from.
pub(super) fn borrowed(own: &Path) -> Vec<PathBuf> {
    let mut all = vec![own.to_path_buf()];
    if let Some(text) = short_text(&own.join("info/alternates")) {
        all.extend(text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| own.join(line)));
    }
    all
}

/// The text of a short file; none if it is no regular one, for opening that may wait for ever.
pub(super) fn short_text(path: &Path) -> Option<String> {
    const MOST: u64 = 1 << 16;
    let is_short = path.symlink_metadata().is_ok_and(|about| about.is_file() && about.len() <= MOST);
    is_short.then(|| fs::read_to_string(path).unwrap_or_default())
}

/// What inflating takes. Most objects are short, so that making it anew for each would cost more
/// than to inflate them.
struct Inflater {
    state: Box<InflateState>,
    from: Vec<u8>,
    to: Vec<u8>,
}

thread_local! {
    static INFLATER: RefCell<Inflater> = RefCell::new(Inflater {
        state: InflateState::new_boxed(DataFormat::Zlib),
        from: vec![0; 1 << 12],
        to: vec![0; 1 << 16],
    });
}

/// Inflates a file, and gives the first bytes of what it holds.
fn inflated(file: impl Read, much: Much, most: usize) -> io::Result<Vec<u8>> {
    INFLATER.with_borrow_mut(|inflater| inflater.inflated(file, much, most))
}

impl Inflater {
    fn inflated(&mut self, mut file: impl Read, much: Much, most: usize) -> io::Result<Vec<u8>> {
        let broken = |why: &str| io::Error::new(io::ErrorKind::InvalidData, why);
        let Self { state, from, to } = self;
        // The beginning alone is asked for of what may be long.
        let room = if much == Much::Header { HEADER } else { to.len() };
        let to = to.get_mut(..room).unwrap_or_default();
        // What stands in its window of another object can at most be taken into a broken one, whose
        // sum then does not agree; nothing of it is given on.
        state.reset_as(MinReset);
        let mut begun = Vec::new();
        loop {
            let read = file.read(from)?;
            let mut input = from.get(..read).unwrap_or_default();
            loop {
                let done = inflate(state, input, to, MZFlush::None);
                input = input.get(done.bytes_consumed..).unwrap_or_default();
                let room = most.saturating_sub(begun.len());
                begun.extend_from_slice(to.get(..done.bytes_written.min(room)).unwrap_or_default());
                match done.status {
                    Ok(MZStatus::StreamEnd) if input.is_empty() && file.read(&mut [0])? == 0 => return Ok(begun),
                    Ok(MZStatus::StreamEnd) => return Err(broken("garbage at its end")),
                    Ok(_) => {}
                    // Nothing more can come of what was read so far.
                    Err(_) if done.bytes_consumed == 0 && done.bytes_written == 0 && input.is_empty() && read != 0 => {}
                    Err(_) => return Err(broken("inflate: data stream error")),
                }
                if much.is_enough(&begun, most) {
                    return Ok(begun);
                }
                if input.is_empty() && done.bytes_written < to.len() {
                    break;
                }
            }
            if read == 0 {
                return Err(broken("it ends too early"));
            }
        }
    }
}

/// The commits that a commit or a tag leads to.
fn leads_to(object: &[u8]) -> Vec<Oid> {
    let Some(end) = object.iter().position(|byte| *byte == 0) else { return Vec::new() };
    let (kind, text) = (object.get(..end).unwrap_or_default(), object.get(end + 1..).unwrap_or_default());
    let field: &[u8] = match kind.split(|byte| *byte == b' ').next() {
        Some(b"commit") => b"parent ",
        Some(b"tag") => b"object ",
        _ => return Vec::new(),
    };
    let lines = text.split(|byte| *byte == b'\n').take_while(|line| !line.is_empty());
    let ids = lines.filter_map(|line| std::str::from_utf8(line.strip_prefix(field)?).ok());
    ids.filter_map(|id| Oid::from_str(id).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    #[test]
    fn what_is_cut_off_anywhere_is_told_and_what_is_whole_is_not() {
        let text: Vec<u8> = (0..200_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
        let whole = compress_to_vec_zlib(&[b"blob 800000\0", &*text].concat(), 6);
        assert!(inflated(&*whole, Much::UpTo(u64::MAX), 0).is_ok());
        assert_eq!(inflated(&*whole, Much::Header, 4).unwrap().get(..4), Some(&b"blob"[..]));
        for length in (0..whole.len()).step_by(1 + whole.len() / 300).chain(whole.len() - 8..whole.len()) {
            assert!(inflated(&whole[..length], Much::UpTo(u64::MAX), 0).is_err(), "{length} of {}", whole.len());
        }
        assert!(inflated(&*vec![0; 4096], Much::UpTo(u64::MAX), 0).is_err());
        assert!(inflated(&*[&*whole, b"x"].concat(), Much::UpTo(u64::MAX), 0).is_err());
        assert!(inflated(&b"blob 3\0abc"[..], Much::UpTo(u64::MAX), 0).is_err());
    }

    #[test]
    fn a_commit_leads_to_its_parents() {
        let id = "1111111111111111111111111111111111111111";
        let commit = format!("commit 9\0tree {id}\nparent {id}\nauthor x\n\nparent 2{}", &id[1..]);
        assert_eq!(leads_to(commit.as_bytes()), [Oid::from_str(id).unwrap()]);
        assert!(leads_to(b"blob 3\0abc").is_empty() && leads_to(b"").is_empty());
    }
}
