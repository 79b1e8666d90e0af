//! Evidence in a records folder of the file system.

use super::{hash, too_large};
use crate::git::{Known, Tracked};
use crate::system::why;
use beian_core::evidence::{FOLDER, Seen};
use beian_core::words::Words;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The largest file that is hashed: nobody files more, and a hostile one could have no end.
const LARGEST: u64 = 4 << 30;

/// A records folder with what git knows of its files, which is asked when it is first needed.
#[derive(Debug)]
pub(crate) struct Folder {
    root: PathBuf,
    tracked: OnceLock<Tracked>,
}

impl Folder {
    /// `root` is the records folder, without links in its path.
    pub(crate) const fn new(root: PathBuf) -> Self {
        Self { root, tracked: OnceLock::new() }
    }

    /// What is seen of a file within the evidence of a subject, whose folder is named from the
    /// records folder on. Links are not followed, and nothing outside of it is opened.
    pub(crate) fn seen(&self, subject: &str, inside: &str) -> Seen {
        let path = self.root.join(subject).join(FOLDER).join(inside);
        match self.try_seen(subject, inside, &path) {
            Ok(seen) => seen,
            Err(error) if error.kind() == ErrorKind::NotFound => self.absent(&path),
            Err(error) => Seen::Unseen(why(&error)),
        }
    }

    fn try_seen(&self, subject: &str, inside: &str, path: &Path) -> io::Result<Seen> {
        // Each step is asked whether it is a link: a hash would tell of a file that is not ours.
        let mut step = self.root.join(subject).join(FOLDER);
        let mut metadata = fs::symlink_metadata(&step)?;
        for name in inside.split('/') {
            if !metadata.is_dir() {
                return Ok(Seen::NoFile);
            }
            step.push(name);
            metadata = fs::symlink_metadata(&step)?;
        }
        if metadata.is_file() { self.hashed(subject, path, &metadata) } else { Ok(Seen::NoFile) }
    }

    fn hashed(&self, subject: &str, path: &Path, metadata: &Metadata) -> io::Result<Seen> {
        let length = metadata.len();
        if LARGEST < length {
            return Ok(Seen::Unseen(too_large(length, LARGEST)));
        }
        let is_tracked = match self.git().known(path) {
            Known::Tracked | Known::Unknown | Known::Elsewhere => true,
            // Where none of the subject is in git yet, its papers need not be either.
            Known::Untracked => !self.git().knows_any(&self.root.join(subject)),
        };
        hash::seen(File::open(path)?, length, is_tracked)
    }

    /// Of what is not there git may know that it was only left out here.
    fn absent(&self, path: &Path) -> Seen {
        match self.git().known(path) {
            Known::Elsewhere => Seen::Unseen(Words::fixed("这里没有检出这个文件", "the file was not checked out here")),
            Known::Unknown => Seen::Unseen(Words::fixed("读不了 git 的索引", "the index of git cannot be read")),
            Known::Tracked | Known::Untracked => Seen::Missing,
        }
    }

    fn git(&self) -> &Tracked {
        self.tracked.get_or_init(|| Tracked::around(&self.root))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_files_of_the_folder_are_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().canonicalize().expect("a folder");
        let evidence = root.join("acme/evidence/2026");
        fs::create_dir_all(&evidence).expect("a folder");
        fs::write(evidence.join("a.pdf"), "abc").expect("a file");
        fs::write(root.join("acme/secret"), "abc").expect("a file");
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("../../secret", evidence.join("link.pdf")).expect("a link");
            std::os::unix::fs::symlink("2026", root.join("acme/evidence/linked")).expect("a link");
            std::os::unix::fs::symlink("acme", root.join("other")).expect("a link");
        }
        let folder = Folder::new(root);
        assert_eq!(folder.seen("acme", "2026/a.pdf"), super::super::of_bytes(b"abc", true));
        assert_eq!(folder.seen("acme", "2026/b.pdf"), Seen::Missing);
        assert_eq!(folder.seen("nobody", "a.pdf"), Seen::Missing);
        for strange in ["2026", "2026/a.pdf/x"] {
            assert_eq!(folder.seen("acme", strange), Seen::NoFile, "{strange}");
        }
        #[cfg(unix)]
        for link in ["2026/link.pdf", "linked/a.pdf"] {
            assert_eq!(folder.seen("acme", link), Seen::NoFile, "{link}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_not_opened() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().canonicalize().expect("a folder");
        fs::create_dir_all(root.join("acme/evidence")).expect("a folder");
        let pipe = std::process::Command::new("mkfifo").arg(root.join("acme/evidence/pipe.pdf")).status();
        if pipe.is_ok_and(|made| made.success()) {
            assert_eq!(Folder::new(root).seen("acme", "pipe.pdf"), Seen::NoFile);
        }
    }
}
