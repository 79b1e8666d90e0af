//! Why a store does not answer, as facts.

use crate::git;
use crate::system::cannot_read;
use beian_core::words;
use beian_core::words::Words;
use std::io;

/// Why a store does not answer.
#[derive(Debug)]
pub enum Error {
    /// The git repository does not.
    Git(git::Error),
    /// The system did not let something be read.
    Reading {
        /// What, from the folder of the settings on.
        path: String,
        /// Why.
        error: io::Error,
    },
    /// What stands there is no regular file, or longer than any such file.
    NoFile {
        /// The file, from the folder of the settings on.
        path: String,
    },
    /// The settings are no regular file, or longer than any settings.
    Settings {
        /// The file as reports name it.
        path: String,
    },
    /// A path leads out of the store.
    Outside {
        /// The path as it is named.
        path: String,
        /// Whether a link leads there.
        link: bool,
    },
    /// A file that settings name is not there.
    Missing {
        /// The name.
        path: String,
    },
    /// Something else, in words.
    Told(Words),
}

impl Error {
    /// What is wrong.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::Git(error) => error.words(),
            Self::Reading { path, error } => cannot_read(path, error),
            Self::NoFile { path } => {
                words!("{path} 不是普通文件，或者太大", "{path} is no regular file, or too large")
            }
            Self::Settings { path } => {
                words!("设置 {path} 不是普通文件，或者太大", "the settings {path} are no regular file, or too large")
            }
            Self::Outside { path, link: false } => {
                words!(
                    "设置里的路径 {path} 不在仓库里面",
                    "the path {path} of the settings is not inside the repository"
                )
            }
            Self::Outside { path, link: true } => {
                words!("{path} 是通往仓库之外的链接", "{path} is a link out of the repository")
            }
            Self::Missing { path } => {
                words!("没有设置里写的文件 {path}", "there is no file {path}, which the settings name")
            }
            Self::Told(words) => words.clone(),
        }
    }

    /// What to do about it, where that is known.
    #[must_use]
    pub fn hint(&self) -> Option<Words> {
        match self {
            Self::Git(error) => Some(error.hint()),
            Self::Outside { .. } => {
                Some(Words::fixed("写从 beian.yaml 所在目录起的路径", "write a path from the folder of beian.yaml on"))
            }
            Self::Settings { .. } => Some(Words::fixed("用 --config 指明设置文件", "name the settings with --config")),
            Self::Reading { .. } | Self::NoFile { .. } | Self::Missing { .. } | Self::Told(_) => None,
        }
    }

    /// Whether the state or the permissions of the store are at fault, and not what was asked
    /// for.
    #[must_use]
    pub fn is_of_store(&self) -> bool {
        match self {
            Self::Git(_) => true,
            Self::Reading { error, .. } => error.kind() == io::ErrorKind::PermissionDenied,
            Self::NoFile { .. }
            | Self::Settings { .. }
            | Self::Outside { .. }
            | Self::Missing { .. }
            | Self::Told(_) => false,
        }
    }
}

impl From<git::Error> for Error {
    fn from(error: git::Error) -> Self {
        Self::Git(error)
    }
}
