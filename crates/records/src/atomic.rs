//! Writing a folder so that it is there whole or not at all.
//!
//! The folder is built under a hidden name beside its place, brought to the disk and then
//! renamed. A run that is killed leaves at most such a hidden folder, which no reader of
//! records looks at, and the next run makes one of its own.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What stands at the place of a new folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    Nothing,
    /// A folder with these very files.
    Same,
    /// Something else.
    Other,
    /// A symbolic link, to wherever.
    Link,
}

/// What stands at a place, held against the files that shall be there.
///
/// # Errors
/// If the system does not let it be read.
pub fn standing(place: &Path, files: &[(String, String)]) -> io::Result<Standing> {
    let metadata = match fs::symlink_metadata(place) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Standing::Nothing),
        Err(error) => return Err(error),
    };
    if metadata.is_symlink() {
        return Ok(Standing::Link);
    }
    if !metadata.is_dir() {
        return Ok(Standing::Other);
    }
    let mut found = Vec::new();
    // One more than meant is enough to tell that it is another folder.
    if !list(place, "", files.len() + 1, &mut found)? || found.len() != files.len() {
        return Ok(Standing::Other);
    }
    for (name, text) in files {
        if !found.contains(name) || !is_same(&place.join(name), text.as_bytes())? {
            return Ok(Standing::Other);
        }
    }
    Ok(Standing::Same)
}

/// Whether a file holds these bytes; asked of its length first, so that no large one is read.
fn is_same(file: &Path, bytes: &[u8]) -> io::Result<bool> {
    Ok(fs::metadata(file)?.len() == bytes.len() as u64 && fs::read(file)? == bytes)
}

/// Lists the regular files below a folder; `false` if there is anything else.
fn list(folder: &Path, within: &str, most: usize, found: &mut Vec<String>) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else { return Ok(false) };
        let name = if within.is_empty() { name.to_owned() } else { format!("{within}/{name}") };
        let kind = entry.file_type()?;
        // Records have one level of folders.
        let fits = if kind.is_dir() && within.is_empty() {
            list(&entry.path(), &name, most, found)?
        } else {
            found.push(name);
            kind.is_file()
        };
        if !fits || most < found.len() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Creates a folder with these files below an existing one, whole or not at all.
///
/// Names are checked, so that nothing is ever written outside of the new folder.
///
/// # Errors
/// `InvalidInput` for a name that could lead elsewhere, `AlreadyExists` if something with
/// content stands there, and whatever the system answers. The folder is not there then.
pub fn create_folder(parent: &Path, name: &str, files: &[(String, String)]) -> io::Result<()> {
    if !is_plain_name(name) || !files.iter().all(|(file, _)| is_plain_file(file)) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "a name that could lead out of its folder"));
    }
    let place = parent.join(name);
    if fs::symlink_metadata(&place).is_ok() {
        return Err(io::Error::from(io::ErrorKind::AlreadyExists));
    }
    let mut building = Building::new(parent, name)?;
    for (file, text) in files {
        building.add(file, text.as_bytes())?;
    }
    building.finish(&place)?;
    sync_folder(parent)
}

/// Writes a file whole or not at all, over the one that stands there.
///
/// # Errors
/// `AlreadyExists` if a link or no regular file stands there, and whatever the system
/// answers. The old file is there then.
pub fn replace_file(place: &Path, text: &str) -> io::Result<()> {
    match fs::symlink_metadata(place) {
        Ok(metadata) if !metadata.is_file() => return Err(io::Error::from(io::ErrorKind::AlreadyExists)),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let hidden = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    let write = || {
        let mut file = OpenOptions::new().write(true).create_new(true).open(&hidden)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&hidden, place)
    };
    let written = write();
    if written.is_err() {
        // What cannot be taken away is hidden and does no harm.
        drop(fs::remove_file(&hidden));
    }
    written.and_then(|()| sync_folder(folder))
}

/// One part of a path: no separator, no way up, nothing hidden.
fn is_plain_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !name.is_empty() && name.len() <= 128 && !name.starts_with('.') && name.bytes().all(plain)
}

fn is_plain_file(file: &str) -> bool {
    match file.split_once('/') {
        Some((folder, file)) => is_plain_name(folder) && is_plain_name(file),
        None => is_plain_name(file),
    }
}

/// A folder under construction, taken away again unless it is finished.
struct Building {
    path: PathBuf,
    folders: Vec<PathBuf>,
    done: bool,
}

/// Hidden names that are tried; others may be left over from runs that were killed.
const TRIES: u32 = 100;

impl Building {
    fn new(parent: &Path, name: &str) -> io::Result<Self> {
        let process = std::process::id();
        for attempt in 0..TRIES {
            let path = parent.join(format!(".{name}.{process}-{attempt}.tmp"));
            match fs::create_dir(&path) {
                Ok(()) => return Ok(Self { folders: vec![path.clone()], path, done: false }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists))
    }

    fn add(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.path.join(file);
        if let Some(folder) = path.parent()
            && !self.folders.iter().any(|known| known == folder)
        {
            fs::create_dir(folder)?;
            self.folders.push(folder.to_path_buf());
        }
        let mut file = OpenOptions::new().write(true).create_new(true).open(&path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn finish(&mut self, place: &Path) -> io::Result<()> {
        for folder in self.folders.iter().rev() {
            sync_folder(folder)?;
        }
        // Where another process was faster, its folder has content and the system refuses.
        fs::rename(&self.path, place)?;
        self.done = true;
        Ok(())
    }
}

impl Drop for Building {
    fn drop(&mut self) {
        if !self.done {
            // What cannot be taken away is hidden and does no harm.
            drop(fs::remove_dir_all(&self.path));
        }
    }
}

/// Brings the entries of a folder to the disk, where the system can do that.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> Vec<(String, String)> {
        names.iter().map(|name| ((*name).to_owned(), format!("{name}: 1\n"))).collect()
    }

    #[test]
    fn a_folder_is_there_whole_or_not_at_all() {
        let root = tempfile::tempdir().unwrap();
        let wanted = files(&["subject.yaml", "filings/a.yaml", "filings/b.yaml"]);
        create_folder(root.path(), "a", &wanted).unwrap();
        assert_eq!(standing(&root.path().join("a"), &wanted).unwrap(), Standing::Same);
        assert_eq!(standing(&root.path().join("a"), &wanted[..2]).unwrap(), Standing::Other);
        assert_eq!(standing(&root.path().join("b"), &wanted).unwrap(), Standing::Nothing);
        let again = create_folder(root.path(), "a", &wanted).unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        // The second file cannot be made, since a file of that name is its folder.
        create_folder(root.path(), "c", &files(&["x.yaml", "x.yaml"])).unwrap_err();
        let left: Vec<_> = fs::read_dir(root.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["a"]);
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        let root = tempfile::tempdir().unwrap();
        let inner = root.path().join("inner");
        fs::create_dir(&inner).unwrap();
        for name in ["", ".", "..", "../x", "a/b", "a\\b", ".git", "/x", "a\0b", "字", "a b", "a:b"] {
            let error = create_folder(&inner, name, &files(&["subject.yaml"])).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidInput, "{name:?}");
            let error = create_folder(&inner, "good", &files(&[&format!("filings/{name}")])).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidInput, "{name:?}");
        }
        assert_eq!(fs::read_dir(&inner).unwrap().count(), 0);
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_never_followed() {
        let root = tempfile::tempdir().unwrap();
        let outside = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(outside.path(), root.path().join("a")).unwrap();
        let wanted = files(&["subject.yaml"]);
        assert_eq!(standing(&root.path().join("a"), &wanted).unwrap(), Standing::Link);
        create_folder(root.path(), "a", &wanted).unwrap_err();
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    }
}
