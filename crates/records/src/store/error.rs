//! Why a store does not answer, as facts.

use super::files::{DEPTH, MOST};
use crate::git;
use crate::system::cannot_read;
use crate::unseen::Why;
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
    /// What stands beside the records cannot be seen, so that nobody knows what it says.
    Unseen {
        /// The file or folder, from the folder of the settings on.
        path: String,
        /// Why.
        why: Why,
    },
    /// A folder is wanted, and a file stands there.
    NoFolder {
        /// It, from the folder of the settings on.
        path: String,
    },
    /// A path leads out of the store.
    Outside {
        /// The path as it is named.
        path: String,
        /// Whether a link leads there.
        link: bool,
    },
    /// A file or folder that settings name is not there.
    Missing {
        /// The name.
        path: String,
    },
}

impl Error {
    /// The same of a store that stands in a folder.
    #[must_use]
    pub fn within(mut self, folder: &str) -> Self {
        if let Self::Reading { path, .. }
        | Self::Unseen { path, .. }
        | Self::NoFolder { path }
        | Self::Outside { path, .. }
        | Self::Missing { path } = &mut self
        {
            *path = [folder.trim_end_matches('/'), &**path].join("/").trim_end_matches('/').to_owned();
        }
        self
    }

    /// What cannot be read, as far as it has a path of its own.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Git(_) => None,
            Self::Reading { path, .. }
            | Self::Unseen { path, .. }
            | Self::NoFolder { path }
            | Self::Outside { path, .. }
            | Self::Missing { path } => Some(path),
        }
    }

    /// What is wrong.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::Git(error) => error.words(),
            Self::Reading { path, error } => cannot_read(path, error),
            Self::Unseen { path, why } => {
                let Words { zh, en } = not_read(why);
                words!("读不了 {path}：{zh}", "cannot read {path}: {en}")
            }
            Self::NoFolder { path } => words!("{path} 不是文件夹", "{path} is no folder"),
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
                words!("没有设置里写的 {path}", "there is no {path}, which the settings name")
            }
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
            Self::Unseen { why, .. } => Some(way_out(why)),
            Self::Missing { .. } => Some(Words::fixed(
                "改正 beian.yaml 里的路径，或把它放回去；可用 --config 指明别的设置文件",
                "mend the path in beian.yaml or put it back; other settings are named with --config",
            )),
            Self::Reading { .. } | Self::NoFolder { .. } => None,
        }
    }

    /// Whether the state or the permissions of the store are at fault, and not what was asked
    /// for.
    #[must_use]
    pub fn is_of_store(&self) -> bool {
        match self {
            Self::Git(_) | Self::Unseen { why: Why::Pointer | Why::Submodule | Why::Refused(_), .. } => true,
            Self::Reading { error, .. } => error.kind() == io::ErrorKind::PermissionDenied,
            Self::Unseen { .. } | Self::NoFolder { .. } | Self::Outside { .. } | Self::Missing { .. } => false,
        }
    }
}

/// Why a file beside the records is not read.
fn not_read(why: &Why) -> Words {
    match why {
        Why::TooLarge(bytes) => words!("有 {bytes} 字节，太大", "it has {bytes} bytes, which is too large"),
        Why::Link => Words::fixed("是符号链接，不跟随", "it is a symbolic link, which is not followed"),
        Why::Special => Words::fixed("不是普通文件", "it is no regular file"),
        Why::Submodule => Words::fixed("是另一个 git 仓库（子模块）", "it is a repository of its own (a submodule)"),
        Why::Pointer => Words::fixed("只是 Git LFS 的指针", "it is only a pointer of Git LFS"),
        Why::NoText => Words::fixed("名称不是 UTF-8", "its name is not UTF-8"),
        Why::TooDeep => words!("文件夹超过 {DEPTH} 层", "folders lie more than {DEPTH} deep"),
        Why::TooMany => words!("里面的文件超过 {MOST} 个", "it holds more than {MOST} files"),
        Why::Refused(words) => words.clone(),
        Why::Misplaced | Why::Empty | Why::Headless | Why::Unread => why.words(),
    }
}

/// What to do about a file beside the records that is not read.
fn way_out(why: &Why) -> Words {
    match why {
        Why::Pointer => Words::fixed(
            "取下来：`git lfs pull`；设置、覆盖数据、模板和基线最好不放进 LFS",
            "fetch it: `git lfs pull`; better keep settings, overlays, templates and baselines out of LFS",
        ),
        Why::Submodule => {
            Words::fixed("把它放进这个仓库，不要用子模块", "keep it in this repository instead of a submodule")
        }
        Why::Refused(_) => Words::fixed("给出读取的权限", "give the right to read it"),
        Why::NoText => Words::fixed("把名称改成 UTF-8", "give it a name in UTF-8"),
        Why::TooDeep => Words::fixed("移到浅一些的文件夹里", "move it into a folder further up"),
        Why::TooMany => Words::fixed("只留用得着的文件", "keep only the files that serve"),
        _ => Words::fixed("换成 1 MiB 以内的普通文件", "put a regular file of at most 1 MiB in its place"),
    }
}

impl From<git::Error> for Error {
    fn from(error: git::Error) -> Self {
        Self::Git(error)
    }
}
