//! A folder that files are written into.

use super::held::{self, Held};
use super::hidden::old;
use super::set;
use super::staged::{Staged, mode_of};
use super::sweep::{remove_left_over, sweep};
use super::{Error, step};
use crate::system::real;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A folder that files are written into, there or not: no other run writes into it meanwhile,
/// and what runs left behind that were killed is finished or gone.
#[derive(Debug)]
pub struct Folder {
    place: PathBuf,
    held: Option<Held>,
    finished: Vec<String>,
}

/// How what is staged comes to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Road {
    /// The folder is renewed as a whole: what it held is no more.
    Whole,
    /// The files come beside what the folder holds.
    Beside,
}

impl Folder {
    /// Opens a folder, which need not be there.
    ///
    /// # Errors
    /// If something else than a folder stands there, another run writes into it, or what was
    /// begun cannot be finished.
    pub fn open(named: &Path) -> Result<Self, Error> {
        let place = real(named).map_err(Error::at(named))?;
        let mut folder = Self { place, held: None, finished: Vec::new() };
        folder.restore().map_err(Error::at(named))?;
        if let Some(above) = folder.place.parent() {
            sweep(above);
        }
        folder.hold().map_err(Error::at(named))?;
        if folder.is_there() {
            folder.finished = set::finish(&folder.place)?;
            sweep(&folder.place);
        }
        Ok(folder)
    }

    /// Where it stands, without links.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.place
    }

    /// Whether it stands there.
    #[must_use]
    pub const fn is_there(&self) -> bool {
        self.held.is_some()
    }

    /// Files that a run which was cut off had begun to write, and that came to their places now.
    #[must_use]
    pub fn finished(&self) -> &[String] {
        &self.finished
    }

    /// A hidden folder for what shall come here.
    ///
    /// # Errors
    /// What the system answers.
    pub fn stage(&self, road: Road) -> Result<Staged, Error> {
        self.try_stage(road).map_err(Error::at(&self.place))
    }

    fn try_stage(&self, road: Road) -> io::Result<Staged> {
        let Some(above) = self.place.parent() else { return Staged::new(&self.place, &self.place) };
        if !self.is_there() {
            step::create_folders(above)?;
            return Staged::new(above, &self.place);
        }
        // Whoever stands in a folder would stand in one that is no more.
        let here = std::env::current_dir().and_then(fs::canonicalize);
        if road == Road::Whole
            && !here.is_ok_and(|here| here.starts_with(&self.place))
            && let Ok(staged) = Staged::new(above, &self.place)
        {
            if let Some(mode) = mode_of(&self.place) {
                step::set_mode(&staged.path, mode)?;
            }
            return Ok(staged);
        }
        Staged::new(&self.place, &self.place)
    }

    /// Brings what is staged to its place: all of it or, if something is in the way, nothing.
    /// `goes` are names of files that go, and `check` answers of the folder, under whatever name
    /// it stands, whether what it holds may be written over.
    ///
    /// # Errors
    /// What the check answers, or the system.
    pub fn take<E: From<Error>>(
        mut self,
        mut staged: Staged,
        road: Road,
        goes: &[String],
        check: impl Fn(&Path) -> Result<(), E>,
    ) -> Result<(), E> {
        let place = self.place.clone();
        let at = |error| Error::at(&place)(error);
        staged.flush().map_err(at)?;
        if !self.is_there() {
            match step::rename(&staged.path, &place) {
                Ok(()) => {
                    staged.done = true;
                    return Ok(self.flush_above().map_err(at)?);
                }
                // Another run was faster.
                Err(error) if is_taken(&error) => self.hold().map_err(at)?,
                Err(error) => return Err(at(error).into()),
            }
        }
        if road == Road::Whole && staged.path.parent() == place.parent() && self.renewed(&mut staged, &check)? {
            return Ok(());
        }
        if staged.path.parent() != Some(&*place) {
            staged = staged.moved_into(&place).map_err(at)?;
        }
        let entries = set::plan(&staged.path, &place, goes)?;
        check(&place)?;
        Ok(set::bring(&mut staged, &place, &entries)?)
    }

    /// Renews the folder as a whole; `false` if the system does not let it be moved.
    fn renewed<E: From<Error>>(&self, staged: &mut Staged, check: &impl Fn(&Path) -> Result<(), E>) -> Result<bool, E> {
        let at = |error| Error::at(&self.place)(error);
        if step::exchange(&staged.path, &self.place).is_ok() {
            if let Err(error) = check(&staged.path) {
                step::exchange(&staged.path, &self.place).map_err(at)?;
                return Err(error);
            }
            // What stood there is taken away with what was staged, once the new one is on the disk.
            self.flush_above().map_err(at)?;
            return Ok(true);
        }
        let Some(aside) = self.aside() else { return Ok(false) };
        if step::rename(&self.place, &aside).is_err() {
            return Ok(false);
        }
        let came = check(&aside).and_then(|()| Ok(step::rename(&staged.path, &self.place).map_err(at)?));
        if let Err(error) = came {
            step::rename(&aside, &self.place).map_err(at)?;
            return Err(error);
        }
        self.flush_above().map_err(at)?;
        staged.path = aside;
        Ok(true)
    }

    /// Where the folder waits while another takes its place.
    fn aside(&self) -> Option<PathBuf> {
        Some(self.place.parent()?.join(old(self.place.file_name()?)))
    }

    /// Puts the folder back that a run which was cut off had put aside.
    fn restore(&self) -> io::Result<()> {
        let Some(aside) = self.aside() else { return Ok(()) };
        let is_here = |path: &Path| fs::symlink_metadata(path).is_ok();
        if is_here(&aside) && !is_here(&self.place) {
            // Another run may be between its two renames.
            let held = held::wait(&aside)?;
            if held.is_some() && !is_here(&self.place) {
                step::rename(&aside, &self.place)?;
                self.flush_above()?;
            }
        } else if is_here(&aside) {
            remove_left_over(&aside);
        }
        Ok(())
    }

    /// Waits until no other run writes into the folder.
    fn hold(&mut self) -> io::Result<()> {
        match fs::symlink_metadata(&self.place) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
            Ok(found) if !found.is_dir() => Err(io::Error::from(io::ErrorKind::NotADirectory)),
            Ok(_) => {
                self.held = held::wait(&self.place)?;
                Ok(())
            }
        }
    }

    fn flush_above(&self) -> io::Result<()> {
        self.place.parent().map_or(Ok(()), step::flush_folder)
    }
}

/// Whether another run made the folder in the meantime.
fn is_taken(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::NotADirectory
    )
}
