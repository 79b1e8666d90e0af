//! A working directory: walked and read in parallel, one subject at a time.

use crate::raw::{Content, RawFile, RawSubject, TreeLimits};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A records folder in the file system.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
    /// The folder without any links in its path, against which links are held.
    real: PathBuf,
    limits: TreeLimits,
}

/// The files that make a folder a subject.
const FILES: &[&str] = &["subject.yaml", "people.yaml", "domains.yaml", "servers.yaml", "services.yaml"];

/// The folders within a subject that hold records.
const FOLDERS: &[&str] = &["filings", "observations", "official"];

impl Disk {
    /// Opens a records folder.
    ///
    /// # Errors
    /// If there is no such folder.
    pub fn open(root: &Path, limits: TreeLimits) -> io::Result<Self> {
        let real = fs::canonicalize(root)?;
        if !real.is_dir() {
            return Err(io::Error::from(io::ErrorKind::NotADirectory));
        }
        Ok(Self { root: root.to_path_buf(), real, limits })
    }

    /// Calls a function on every subject, in parallel, and answers the results in no order.
    /// A subject is read when its turn comes and dropped when the function is done.
    pub fn each_subject<T: Send>(&self, judge: &(impl Fn(RawSubject) -> T + Sync)) -> Vec<T> {
        self.walk(&self.root, String::new(), 0, judge)
    }

    fn walk<T: Send>(
        &self,
        path: &Path,
        folder: String,
        depth: usize,
        judge: &(impl Fn(RawSubject) -> T + Sync),
    ) -> Vec<T> {
        let listing = Listing::of(path, self.limits.files);
        if let Some(why) = listing.refused {
            let files = vec![RawFile { name: String::new(), content: Content::Refused(why) }];
            return vec![judge(RawSubject { folder, files })];
        }
        if listing.is_subject() || self.limits.depth <= depth {
            return vec![judge(self.read_listing(&listing, path, folder))];
        }
        let mut results = Vec::new();
        if let Some(strays) = self.strays(&listing, path, &folder) {
            results.push(judge(strays));
        }
        let below: Vec<_> = listing
            .folders
            .into_par_iter()
            .flat_map_iter(|name| {
                let folder = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
                self.walk(&path.join(&name), folder, depth + 1, judge)
            })
            .collect();
        results.extend(below);
        results
    }

    /// Records that lie beside the subjects, where nobody reads them.
    fn strays(&self, listing: &Listing, path: &Path, folder: &str) -> Option<RawSubject> {
        let files: Vec<_> = listing
            .files
            .iter()
            .filter(|name| is_yaml(name) && !(folder.is_empty() && *name == "beian.yaml"))
            .map(|name| self.read_file(path, name))
            .collect();
        (!files.is_empty()).then(|| RawSubject { folder: folder.to_owned(), files })
    }

    /// Reads one subject's folder; `folder` is its path from the records folder on.
    #[must_use]
    pub fn read_subject(&self, folder: &str) -> RawSubject {
        let path = self.root.join(folder);
        let listing = Listing::of(&path, self.limits.files);
        self.read_listing(&listing, &path, folder.to_owned())
    }

    fn read_listing(&self, listing: &Listing, path: &Path, folder: String) -> RawSubject {
        let mut files: Vec<_> =
            listing.files.iter().filter(|name| is_yaml(name)).map(|name| self.read_file(path, name)).collect();
        for inner in &listing.folders {
            if !FOLDERS.contains(&inner.as_str()) {
                continue;
            }
            let below = Listing::of(&path.join(inner), self.limits.files);
            if let Some(why) = below.refused {
                files.push(RawFile { name: inner.clone(), content: Content::Refused(why) });
            }
            for name in below.files.iter().filter(|name| is_yaml(name)) {
                let mut file = self.read_file(&path.join(inner), name);
                file.name = format!("{inner}/{name}");
                files.push(file);
            }
        }
        files.sort_by(|a, b| a.name.cmp(&b.name));
        RawSubject { folder, files }
    }

    fn read_file(&self, folder: &Path, name: &str) -> RawFile {
        let content = self.content(&folder.join(name)).unwrap_or_else(|error| Content::Refused(error.to_string()));
        RawFile { name: name.to_owned(), content }
    }

    fn content(&self, path: &Path) -> io::Result<Content> {
        // Asked first, and of the link itself: opening a pipe would wait for ever.
        let mut metadata = fs::symlink_metadata(path)?;
        if metadata.is_symlink() {
            match fs::canonicalize(path) {
                Ok(target) if target.starts_with(&self.real) => metadata = fs::metadata(path)?,
                _ => return Ok(Content::Link),
            }
            if metadata.is_dir() {
                return Ok(Content::Link);
            }
        }
        if !metadata.is_file() {
            return Ok(Content::Special);
        }
        if self.limits.file_bytes < metadata.len() {
            return Ok(Content::TooLarge(metadata.len()));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0) + 1);
        // The file may grow while it is read; one byte too many tells.
        File::open(path)?.take(self.limits.file_bytes + 1).read_to_end(&mut bytes)?;
        let length = bytes.len() as u64;
        Ok(if self.limits.file_bytes < length { Content::TooLarge(length) } else { Content::Bytes(bytes) })
    }
}

/// Whether a file's name is that of a record.
#[must_use]
pub fn is_yaml(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "yaml" || ending == "yml")
}

/// Whether a folder with these names in it is a subject's.
#[must_use]
pub fn is_subject_folder<'a>(mut names: impl Iterator<Item = &'a str>) -> bool {
    names.any(|name| FILES.contains(&name) || FOLDERS.contains(&name))
}

/// What a folder holds, sorted; hidden files do not count.
#[derive(Debug, Default)]
struct Listing {
    files: Vec<String>,
    folders: Vec<String>,
    /// Why the folder cannot be read: what is not seen must not pass for clean.
    refused: Option<String>,
}

impl Listing {
    fn of(path: &Path, most: usize) -> Self {
        let mut listing = Self::default();
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => return Self { refused: Some(error.to_string()), ..listing },
        };
        for entry in entries.flatten() {
            // A name that is no text is shown with replacement characters and not found again,
            // which the reader reports as a file that cannot be read.
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => listing.folders.push(name),
                _ => listing.files.push(name),
            }
            // A folder of groups may hold any number of folders; files have an end.
            if most < listing.files.len() {
                break;
            }
        }
        listing.files.sort_unstable();
        listing.folders.sort_unstable();
        listing
    }

    fn is_subject(&self) -> bool {
        is_subject_folder(self.files.iter().chain(&self.folders).map(String::as_str))
    }
}
