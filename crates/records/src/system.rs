//! What the operating system refused, in words.

use beian_core::words;
use beian_core::words::Words;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The number of EIO on every Unix.
const INPUT_OUTPUT: i32 = 5;

/// Why something could not be read or written. What is not met often keeps the words of the
/// system, which are mostly English.
#[must_use]
pub fn why(error: &io::Error) -> Words {
    match error.kind() {
        ErrorKind::NotFound => Words::fixed("没有这个文件或目录", "no such file or folder"),
        ErrorKind::PermissionDenied => Words::fixed("没有权限", "permission denied"),
        ErrorKind::AlreadyExists => Words::fixed("已经有这个文件", "the file exists already"),
        ErrorKind::IsADirectory => Words::fixed("是目录，不是文件", "it is a folder, not a file"),
        ErrorKind::NotADirectory => Words::fixed("上一级不是目录", "what it would stand in is no folder"),
        ErrorKind::ReadOnlyFilesystem => Words::fixed("文件系统只读", "the file system is read-only"),
        ErrorKind::StorageFull => Words::fixed("磁盘已满", "no space is left"),
        ErrorKind::QuotaExceeded => Words::fixed("磁盘配额已满", "the disk quota is used up"),
        ErrorKind::FileTooLarge => {
            Words::fixed("文件太大，系统不让写", "the file is too large for the system to write")
        }
        ErrorKind::InvalidFilename => {
            Words::fixed("文件名太长或含有不能用的字符", "the name is too long or holds what no name may")
        }
        ErrorKind::CrossesDevices => Words::fixed("跨了文件系统，不能移动", "it stands on another file system"),
        ErrorKind::ResourceBusy => {
            Words::fixed("别的程序正在写，或正在使用", "another program writes there, or uses it")
        }
        _ if cfg!(unix) && error.raw_os_error() == Some(INPUT_OUTPUT) => {
            Words::fixed("读写磁盘出错（硬件或连接）", "the disk does not answer (hardware or connection)")
        }
        ErrorKind::BrokenPipe => Words::fixed("接收的一方已经关闭", "whoever reads it has closed it"),
        _ => words!("{error}", "{error}"),
    }
}

/// Whether there is nothing of that name, as far as the system lets one see.
pub(crate) fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// A path without links in it; of what is not there, the part that is has none.
///
/// # Errors
/// What the system answers of the part that is there.
pub fn real(path: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(path)?;
    let (mut there, mut rest) = (whole.as_path(), Vec::new());
    loop {
        match fs::canonicalize(there) {
            Ok(mut real) => {
                real.extend(rest.into_iter().rev());
                return Ok(real);
            }
            Err(error) => match (is_absent(&error), there.parent(), there.file_name()) {
                (true, Some(above), Some(name)) => {
                    rest.push(name);
                    there = above;
                }
                _ => return Err(error),
            },
        }
    }
}

/// That something could not be read, and why.
#[must_use]
pub fn cannot_read(name: &str, error: &io::Error) -> Words {
    let Words { zh, en } = why(error);
    words!("读不了 {name}：{zh}", "cannot read {name}: {en}")
}

/// That something could not be written, and why.
#[must_use]
pub fn cannot_write(name: &str, error: &io::Error) -> Words {
    let Words { zh, en } = why(error);
    words!("写不了 {name}：{zh}", "cannot write {name}: {en}")
}
