//! What of a store could not be seen, and why.

use beian_core::words;
use beian_core::words::Words;

/// Something that could not be seen. Nothing follows from its absence: it is not gone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unseen {
    /// The file or folder, from the records folder on.
    pub path: String,
    /// Why it could not be seen.
    pub why: Why,
}

/// Why something could not be seen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// So many bytes, which is more than is read.
    TooLarge(u64),
    /// A symbolic link that leads out of the records, to a folder, or nowhere.
    Link,
    /// No regular file: a pipe, a socket, a device.
    Special,
    /// A repository of its own, or the place of one.
    Submodule,
    /// A pointer of Git LFS, in whose place the file was not put.
    Pointer,
    /// The name is no text, so that nobody can ask for it.
    NoText,
    /// A folder with records in it, where a subject has none.
    Misplaced,
    /// A folder further down than is looked.
    TooDeep,
    /// A folder of more files than are read.
    TooMany,
    /// A file without anything in it.
    Empty,
    /// The records of a subject stand there without its `subject.yaml`.
    Headless,
    /// A file of which a part or all could not be read as records.
    Unread,
    /// The system refused; why.
    Refused(Words),
}

impl Why {
    /// Whether it was seen, but not as records: reading them finds a fault.
    #[must_use]
    pub const fn is_of_records(&self) -> bool {
        matches!(self, Self::Empty | Self::Headless | Self::Unread)
    }

    /// What is wrong, of a file or folder that was named before.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::TooLarge(bytes) => words!(
                "文件有 {bytes} 字节，超过 1 MiB，没有读",
                "the file has {bytes} bytes, more than 1 MiB, and was not read"
            ),
            Self::Link => Words::fixed(
                "这是符号链接，指向记录目录之外、某个文件夹或不存在的文件，没有打开",
                "this is a symbolic link out of the records, to a folder or to nothing; it was not opened",
            ),
            Self::Special => Words::fixed(
                "这不是普通文件（管道、套接字或设备），没有打开",
                "this is no regular file but a pipe, socket or device; it was not opened",
            ),
            Self::Submodule => Words::fixed(
                "这是另一个 git 仓库（子模块），里面的记录没有读",
                "this is a repository of its own (a submodule); the records in it were not read",
            ),
            Self::Pointer => Words::fixed(
                "这只是 Git LFS 的指针，记录本身没有读到",
                "this is only a pointer of Git LFS; the records themselves were not read",
            ),
            Self::NoText => Words::fixed("名称不是 UTF-8，没有打开", "the name is not UTF-8; it was not opened"),
            Self::Misplaced => Words::fixed(
                "主体里没有这样的文件夹，里面的记录没有读",
                "a subject has no such folder; the records in it were not read",
            ),
            Self::TooDeep => Words::fixed(
                "文件夹在记录目录之下超过八层，里面没有读",
                "the folder lies more than eight folders below the records folder; what is in it was not read",
            ),
            Self::TooMany => Words::fixed(
                "文件夹里超过 10000 个文件，一个也没有读",
                "the folder holds more than 10,000 files; none of them was read",
            ),
            Self::Empty => Words::fixed("文件里什么也没有", "there is nothing in the file"),
            Self::Headless => Words::fixed("没有 subject.yaml，只有别的记录", "there are records, but no subject.yaml"),
            Self::Unread => Words::fixed("文件没有读全", "the file could not be read in full"),
            Self::Refused(Words { zh, en }) => {
                words!("系统不让读这个文件：{zh}", "the system refused to read the file: {en}")
            }
        }
    }

    /// What to do about it, where it is more than putting a regular file in its place.
    #[must_use]
    pub fn help(&self) -> Option<Words> {
        Some(match self {
            Self::Link => Words::fixed(
                "把记录放进记录目录，不要用链接；记录目录本身可在 beian.yaml 的 records 里写",
                "put the records into the records folder instead of a link; the folder is named by `records` \
                 in beian.yaml",
            ),
            Self::Submodule => Words::fixed(
                "在子模块里面运行 beian，或把记录放进这个仓库",
                "run beian inside the submodule, or keep the records in this repository",
            ),
            Self::Pointer => Words::fixed(
                "取下来：`git lfs pull`；记录最好不放进 LFS：`git lfs untrack`，再重新提交",
                "fetch it: `git lfs pull`; better keep records out of LFS: `git lfs untrack`, then commit \
                 them anew",
            ),
            Self::NoText => Words::fixed("把名称改成 UTF-8", "give it a name in UTF-8"),
            Self::Misplaced => Words::fixed(
                "记录直接放在主体的文件夹，或其中的 filings、observations、official 里",
                "records stand right in the subject's folder, or in its filings, observations or official",
            ),
            Self::TooDeep => Words::fixed("移到浅一些的文件夹里", "move it into a folder further up"),
            Self::TooMany => Words::fixed("分到几个文件夹里", "part the files among several folders"),
            Self::Empty => Words::fixed(
                "没有这类记录就写 {}，或删去文件",
                "where there are no such records write {}, or delete the file",
            ),
            Self::Headless => Words::fixed("补上 subject.yaml", "put its subject.yaml there"),
            Self::Unread => Words::fixed("先改正 beian validate 报告的错误", "first mend what beian validate tells"),
            Self::Refused(_) => Words::fixed("给出读取的权限", "give the right to read it"),
            Self::TooLarge(_) | Self::Special => return None,
        })
    }
}
