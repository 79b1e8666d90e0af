//! A hidden folder that is being filled.

use super::held::{self, Held};
use super::hidden::{Kind, fresh, is_inside};
use super::{Error, step};
use std::fs::{self, Permissions};
use std::io;
use std::path::{Path, PathBuf};

/// Hidden names that are tried: another run may take what has no lock yet for a leftover.
const TRIES: u32 = 100;

/// A hidden folder that is being filled; taken away again unless it comes to its place.
#[derive(Debug)]
pub struct Staged {
    pub(super) path: PathBuf,
    /// The place of which it holds the files to be.
    pub(super) place: PathBuf,
    _held: Held,
    /// Whether nothing is left to be taken away.
    pub(super) done: bool,
}

impl Staged {
    /// Makes one in a folder.
    pub(super) fn new(within: &Path, place: &Path) -> io::Result<Self> {
        for _ in 0..TRIES {
            let path = within.join(fresh(Kind::Staged));
            match step::create_folder(&path) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(error),
            }
            if let Some(held) = held::own(held::ask(&path)) {
                return Ok(Self { path, place: place.to_path_buf(), _held: held, done: false });
            }
        }
        Err(io::Error::from(io::ErrorKind::ResourceBusy))
    }

    /// Adds a file, and the folders that it stands in. It gets the rights of the file that it
    /// takes the place of.
    ///
    /// # Errors
    /// `InvalidInput` for a name that could lead out of the folder, and what the system answers.
    pub fn add(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.try_add(name, bytes).map_err(Error::at(&self.place.join(name)))
    }

    /// Adds a file that may have been added before, of which what is added last counts.
    ///
    /// # Errors
    /// The same.
    pub fn renew(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.path.join(name);
        if is_inside(name) && path.symlink_metadata().is_ok() {
            step::remove_file(&path).map_err(Error::at(&self.place.join(name)))?;
        }
        self.add(name, bytes)
    }

    fn try_add(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        if !is_inside(name) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "a name that could lead out of its folder"));
        }
        let path = self.path.join(name);
        if let Some(folder) = path.parent().filter(|folder| *folder != self.path) {
            step::create_folders(folder)?;
        }
        let mut file = step::create_file(&path)?;
        if let Some(mode) = mode_of(&self.place.join(name)) {
            step::set_mode(&path, mode)?;
        }
        step::write(&mut file, &path, bytes)?;
        step::flush(&file, &path)
    }

    /// Brings its folders to the disk; its files are there.
    pub(super) fn flush(&self) -> io::Result<()> {
        flush(&self.path)
    }

    /// Goes into a folder, to come to its places there one by one.
    pub(super) fn moved_into(mut self, place: &Path) -> io::Result<Self> {
        let inside = place.join(fresh(Kind::Staged));
        match step::rename(&self.path, &inside) {
            Ok(()) => {
                self.path = inside;
                Ok(self)
            }
            // The place is on another disk than what stands beside it.
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
                let other = Self::new(place, &self.place)?;
                for name in self.names()? {
                    other.try_add(&name, &fs::read(self.path.join(&name))?)?;
                }
                Ok(other)
            }
            Err(error) => Err(error),
        }
    }

    /// The names of all its files.
    fn names(&self) -> io::Result<Vec<String>> {
        let (mut names, mut folders) = (Vec::new(), vec![String::new()]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(self.path.join(&folder))? {
                let entry = entry?;
                let name = entry.file_name().to_string_lossy().into_owned();
                let name = if folder.is_empty() { name } else { format!("{folder}/{name}") };
                if entry.file_type()?.is_dir() { folders.push(name) } else { names.push(name) }
            }
        }
        names.sort();
        Ok(names)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.done {
            // What cannot be taken away is hidden and does no harm.
            drop(step::remove_folder(&self.path));
        }
    }
}

/// The rights of a file or folder that stands somewhere, where they are more than read-only.
pub(super) fn mode_of(path: &Path) -> Option<Permissions> {
    let found = fs::symlink_metadata(path).ok()?;
    (cfg!(unix) && (found.is_file() || found.is_dir())).then(|| found.permissions())
}

fn flush(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            flush(&entry.path())?;
        }
    }
    step::flush_folder(folder)
}
