//! One file, whole or not at all.

use super::hidden::{Kind, fresh};
use super::staged::mode_of;
use super::sweep::sweep;
use super::{Error, held, step};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Writes a file whole or not at all, over the one that stands there, whose rights it keeps.
///
/// # Errors
/// `AlreadyExists` if a link or no regular file stands there, and whatever the system
/// answers. The old file is there then.
pub fn replace_file(place: &Path, bytes: &[u8]) -> Result<(), Error> {
    try_replace(place, bytes).map_err(Error::at(place))
}

fn try_replace(place: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::symlink_metadata(place) {
        Ok(metadata) if !metadata.is_file() => return Err(io::Error::from(io::ErrorKind::AlreadyExists)),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    sweep(folder);
    let hidden = Hidden { path: folder.join(fresh(Kind::Staged)) };
    let mut file = step::create_file(&hidden.path)?;
    // Until it is closed, no other run takes it for a leftover.
    let held = held::own(held::ask_for(file.try_clone()?, &hidden.path));
    let _held = held.ok_or_else(|| io::Error::from(io::ErrorKind::ResourceBusy))?;
    if let Some(mode) = mode_of(place) {
        step::set_mode(&hidden.path, mode)?;
    }
    step::write(&mut file, &hidden.path, bytes)?;
    step::flush(&file, &hidden.path)?;
    step::rename(&hidden.path, place)?;
    step::flush_folder(folder)
}

/// A hidden file, taken away again if it is still there.
struct Hidden {
    path: PathBuf,
}

impl Drop for Hidden {
    fn drop(&mut self) {
        if fs::symlink_metadata(&self.path).is_ok() {
            drop(step::remove_file(&self.path));
        }
    }
}
