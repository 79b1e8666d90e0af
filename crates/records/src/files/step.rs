//! Every operation that changes the disk, one by one: a test ends the program, or refuses the
//! operation, at each of them.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::Path;

#[cfg(test)]
use super::fault::begun;

/// How much is written at once; little in tests, so that they can end between two writes.
const PIECE: usize = if cfg!(test) { 64 } else { 1 << 20 };

#[cfg(not(test))]
#[expect(clippy::unnecessary_wraps, reason = "a test may refuse the operation")]
const fn begun(_: &'static str, _: &Path) -> io::Result<()> {
    Ok(())
}

pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    begun("mkdir", path)?;
    fs::create_dir(path)
}

/// Makes a folder and those above it.
pub(super) fn create_folders(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    begun("mkdir", path)?;
    fs::create_dir_all(path)
}

/// Makes a file where nothing stands, a link neither.
pub(super) fn create_file(path: &Path) -> io::Result<File> {
    begun("create", path)?;
    OpenOptions::new().read(true).write(true).create_new(true).open(path)
}

pub(super) fn write(file: &mut File, path: &Path, bytes: &[u8]) -> io::Result<()> {
    for piece in bytes.chunks(PIECE) {
        begun("write", path)?;
        file.write_all(piece)?;
    }
    Ok(())
}

/// Brings a file to the disk.
pub(super) fn flush(file: &File, path: &Path) -> io::Result<()> {
    begun("flush", path)?;
    file.sync_all()
}

/// Brings the entries of a folder to the disk, where the system can do that.
pub(super) fn flush_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        begun("flush", folder)?;
        return File::open(folder)?.sync_all();
    }
    Ok(())
}

pub(super) fn set_mode(path: &Path, mode: Permissions) -> io::Result<()> {
    begun("chmod", path)?;
    fs::set_permissions(path, mode)
}

pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    begun("rename", to)?;
    fs::rename(from, to)
}

/// Puts each of two in the place of the other, at once.
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    begun("exchange", other)?;
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(io::Error::from)
    }
    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    {
        let _ = one;
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }
}

pub(super) fn remove_file(path: &Path) -> io::Result<()> {
    begun("unlink", path)?;
    fs::remove_file(path)
}

/// Takes a folder away with all that it holds; links in it are not followed.
pub(super) fn remove_folder(path: &Path) -> io::Result<()> {
    #[cfg(test)]
    super::fault::half_removed(path)?;
    begun("rmdir", path)?;
    fs::remove_dir_all(path)
}
