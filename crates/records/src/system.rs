//! What the operating system refused, in words.

use beian_core::words;
use beian_core::words::Words;
use std::io::{self, ErrorKind};

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
        ErrorKind::BrokenPipe => Words::fixed("接收的一方已经关闭", "whoever reads it has closed it"),
        _ => words!("{error}", "{error}"),
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
