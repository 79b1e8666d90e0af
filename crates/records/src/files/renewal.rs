//! Files that are renewed where somebody else may write as well: only what is still as it was read.

use super::{Error, Folder, Road};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewal {
    /// Its name, from the folder on.
    pub name: String,
    /// What it held when it was read; none if it was not there.
    pub before: Option<Vec<u8>>,
    /// What it shall hold.
    pub after: String,
}

/// What kept files from being renewed; all of them are as they were.
#[derive(Debug)]
pub enum NotRenewed {
    /// The system did not let them be written.
    Files(Error),
    /// Somebody else wrote this file since it was read.
    Changed(PathBuf),
}

impl From<Error> for NotRenewed {
    fn from(error: Error) -> Self {
        Self::Files(error)
    }
}

impl Folder {
    /// Renews files of the folder: all of them, or none if one is not as it was read.
    ///
    /// # Errors
    /// If a file is another one than was read, or the system does not let it be written.
    pub fn renew(self, files: &[Renewal]) -> Result<(), NotRenewed> {
        let staged = self.stage(Road::Beside)?;
        for file in files {
            staged.add(&file.name, file.after.as_bytes())?;
        }
        self.take(staged, Road::Beside, &[], |at| files.iter().try_for_each(|file| is_as_read(at, file)))
    }
}

fn is_as_read(at: &Path, file: &Renewal) -> Result<(), NotRenewed> {
    let path = at.join(&file.name);
    let now = match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(Error { path, error }.into()),
        Ok(found) if !found.is_file() => return Err(NotRenewed::Changed(path)),
        Ok(_) => match fs::read(&path) {
            Ok(bytes) => Some(bytes),
            Err(error) => return Err(Error { path, error }.into()),
        },
    };
    if now == file.before { Ok(()) } else { Err(NotRenewed::Changed(path)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_else_wrote_meanwhile_is_left_alone() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("a"), "old").unwrap();
        let renewal = |name: &str, before: Option<&str>, after: &str| Renewal {
            name: name.to_owned(),
            before: before.map(|text| text.as_bytes().to_vec()),
            after: after.to_owned(),
        };
        let renew = |files: &[Renewal]| Folder::open(root.path()).unwrap().renew(files);
        renew(&[renewal("a", Some("old"), "new"), renewal("b/c", None, "c")]).unwrap();
        let text = |name: &str| fs::read_to_string(root.path().join(name)).unwrap();
        assert_eq!((text("a"), text("b/c")), ("new".to_owned(), "c".to_owned()));
        // One that changed keeps all of them as they are.
        let refused = renew(&[renewal("b/c", Some("c"), "d"), renewal("a", Some("old"), "newer")]);
        assert!(matches!(refused, Err(NotRenewed::Changed(path)) if path.ends_with("a")));
        let refused = renew(&[renewal("a", None, "newer")]);
        assert!(matches!(refused, Err(NotRenewed::Changed(_))));
        assert_eq!((text("a"), text("b/c")), ("new".to_owned(), "c".to_owned()));
    }
}
