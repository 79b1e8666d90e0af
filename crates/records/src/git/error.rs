//! Why a repository does not answer, as facts.

use beian_core::words::{Lang, Words};
use std::fmt;
use std::path::{Path, PathBuf};

/// Why a repository does not answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// No repository there or above.
    NotARepository {
        /// Where one was looked for.
        path: PathBuf,
    },
    /// The branch of HEAD has no commit.
    UnbornBranch {
        /// Whether nobody can commit here, because the repository is bare.
        bare: bool,
    },
    /// No revision of that name.
    NoSuchRevision {
        /// The name as it was given.
        name: String,
        /// Whether the history is cut off, so that the revision may lie beyond.
        shallow: bool,
    },
    /// The name names an object that is no commit.
    NotACommit {
        /// The name as it was given.
        name: String,
    },
    /// The name fits more than one object.
    AmbiguousRevision {
        /// The name as it was given.
        name: String,
    },
    /// Nobody says which branch is the default one.
    NoDefaultBranch,
    /// HEAD has no commit that old.
    NothingSoEarly {
        /// The day or moment as it was given.
        at: String,
        /// The first commit's committer time, in seconds since the Unix epoch.
        first: i64,
    },
    /// The history is cut off before the answer.
    Shallow {
        /// How many commits of it are here.
        commits: usize,
    },
    /// Objects were left out when the repository was cloned.
    PartialClone,
    /// The repository has a form that this program cannot read.
    UnsupportedExtension {
        /// The word of libgit2.
        extension: String,
    },
    /// The repository belongs to another user.
    Owner {
        /// The repository.
        path: PathBuf,
    },
    /// An object is not here, though something names it.
    Missing {
        /// Its id, or what it is.
        object: String,
        /// The file that it holds, where that is known.
        path: Option<String>,
        /// Whether objects were left out when the repository was cloned.
        partial: bool,
    },
    /// Git was told not to write some files here, and does not say which.
    Sparse {
        /// Why.
        why: String,
        /// Whether the index stands in parts, which libgit2 does not read.
        is_split: bool,
    },
    /// Two names that are one to the file system of this checkout.
    Twins {
        /// One, from the root of the repository on.
        one: String,
        /// The other.
        other: String,
    },
    /// The records folder is a symbolic link or a submodule in the revision.
    NoFolder {
        /// The folder, from the root of the repository on.
        folder: String,
        /// Whether it is a submodule.
        submodule: bool,
    },
    /// An object is broken, or not what it has to be.
    Corrupt {
        /// What was being read.
        what: String,
        /// The word of libgit2.
        why: String,
    },
    /// The revision holds more folders than are looked into.
    TooManyFolders {
        /// How many are.
        most: usize,
    },
    /// The revision has no such folder of records.
    NoRecordsFolder {
        /// The revision.
        revision: String,
        /// The folder, from the root of the repository on.
        folder: String,
    },
    /// Anything else.
    Other {
        /// What was being done.
        what: String,
        /// The word of libgit2 or of the system.
        why: String,
    },
}

impl Error {
    /// An error while a repository was opened.
    pub(super) fn opening(path: &Path, error: &git2::Error) -> Self {
        use git2::ErrorCode as Code;
        let message = error.message();
        match error.code() {
            Code::NotFound => Self::NotARepository { path: path.to_path_buf() },
            Code::Owner => Self::Owner { path: owned(message).unwrap_or(path).to_path_buf() },
            _ if message.contains("partialclone") => Self::PartialClone,
            _ => match extension(message) {
                Some(extension) => Self::UnsupportedExtension { extension: extension.to_owned() },
                None => Self::other(format!("opening {}", path.display()), error),
            },
        }
    }

    /// An error while an object was read.
    pub(super) fn reading(what: impl fmt::Display, error: &git2::Error) -> Self {
        if error.code() == git2::ErrorCode::NotFound {
            return Self::Missing { object: what.to_string(), path: None, partial: false };
        }
        Self::Corrupt { what: what.to_string(), why: error.message().to_owned() }
    }

    /// The same, of a file that was to be read.
    pub(crate) fn of(mut self, file: &str) -> Self {
        match &mut self {
            Self::Missing { path, .. } if path.is_none() => *path = Some(file.to_owned()),
            Self::Corrupt { what, .. } => *what = format!("{file}, {what}"),
            _ => {}
        }
        self
    }

    /// Any other error.
    pub(super) fn other(what: impl fmt::Display, why: &impl fmt::Display) -> Self {
        Self::Other { what: what.to_string(), why: why.to_string() }
    }
}

/// The path in libgit2's word that a repository belongs to someone else.
fn owned(message: &str) -> Option<&Path> {
    let (_, rest) = message.split_once('\'')?;
    Some(Path::new(rest.split_once('\'')?.0))
}

/// The extension in libgit2's word that it does not know one.
fn extension(message: &str) -> Option<&str> {
    message
        .strip_prefix("unsupported extension name ")
        .map(|name| name.strip_prefix("extensions.").unwrap_or(name))
        .or_else(|| message.strip_prefix("unknown object format "))
        .map(|name| name.trim_matches('\''))
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Words = self.words();
        f.write_str(words.get(Lang::En))
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_libgit2_are_told_apart() {
        let path = Path::new("/somewhere");
        let error =
            |message: &str, code| Error::opening(path, &git2::Error::new(code, git2::ErrorClass::Repository, message));
        let generic = git2::ErrorCode::GenericError;
        assert_eq!(error("unsupported extension name extensions.partialclone", generic), Error::PartialClone);
        assert_eq!(
            error("unsupported extension name extensions.refstorage", generic),
            Error::UnsupportedExtension { extension: "refstorage".to_owned() }
        );
        assert_eq!(
            error("unknown object format 'sha256'", generic),
            Error::UnsupportedExtension { extension: "sha256".to_owned() }
        );
        assert_eq!(
            error("repository path '/a b/c' is not owned by current user", git2::ErrorCode::Owner),
            Error::Owner { path: PathBuf::from("/a b/c") }
        );
    }
}
