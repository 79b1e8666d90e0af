//! What went wrong with a repository and what to do, in words.

use super::Error;
use beian_core::day::Day;
use beian_core::words;
use beian_core::words::Words;

impl Error {
    /// What is wrong.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::NotARepository { path } => {
                let path = path.display();
                words!("{path} 不在任何 git 仓库里", "{path} lies in no git repository")
            }
            Self::UnbornBranch { bare: false } => {
                Words::fixed("当前分支还没有任何提交", "the branch that HEAD names has no commit yet")
            }
            Self::UnbornBranch { bare: true } => Words::fixed(
                "裸仓库的 HEAD 指向的分支不存在",
                "HEAD of this bare repository names a branch that is not there",
            ),
            Self::NoSuchRevision { name, shallow: false } => {
                words!("仓库里没有 {name} 这个修订", "the repository has no revision `{name}`")
            }
            Self::NoSuchRevision { name, shallow: true } => words!(
                "没有 {name} 这个修订；历史被截断（浅克隆），它可能在截断处之外",
                "there is no revision `{name}`; the history is cut off (a shallow clone) and it may lie beyond"
            ),
            Self::NotACommit { name } => words!("{name} 不是提交", "`{name}` names no commit"),
            Self::AmbiguousRevision { name } => {
                words!("{name} 对得上不止一个对象", "`{name}` fits more than one object")
            }
            Self::NoDefaultBranch => Words::fixed(
                "不知道默认分支是哪个，没有可以比较的起点",
                "the default branch is not known, so that there is nothing to compare with",
            ),
            Self::NothingSoEarly { at, first } => match Day::from_unix_seconds(*first) {
                Some(day) => words!(
                    "{at} 还没有提交；最早的提交在 {day}",
                    "nothing was committed by {at}; the first commit is of {day}"
                ),
                None => words!("{at} 还没有提交", "nothing was committed by {at}"),
            },
            Self::Shallow { commits } => words!(
                "这是浅克隆，历史在 {commits} 个提交之后被截断，答不了要看历史的问题",
                "this is a shallow clone: its history is cut off after {commits} commits, before the answer"
            ),
            Self::PartialClone => Words::fixed(
                "这是部分克隆，有的对象没有取下来，读不了",
                "this is a partial clone: some objects were left out, and it cannot be read",
            ),
            Self::UnsupportedExtension { extension } => words!(
                "仓库用了 {extension} 格式，读不了",
                "the repository uses `{extension}`, which this program cannot read"
            ),
            Self::Owner { path } => {
                let path = path.display();
                words!(
                    "仓库 {path} 属于另一个用户，没有打开",
                    "the repository {path} belongs to another user; it was not opened"
                )
            }
            Self::Missing { object, path, partial } => {
                let of = path.as_ref().map_or_else(String::new, |path| format!("{path}, "));
                if *partial {
                    words!(
                        "这是部分克隆，没有取下需要的对象（{of}{object}）",
                        "this is a partial clone, and an object that is needed was not fetched ({of}{object})"
                    )
                } else {
                    words!("仓库缺少一个对象（{of}{object}）", "an object is missing ({of}{object})")
                }
            }
            Self::Sparse { why, .. } => {
                words!("读不出哪些文件没有检出：{why}", "which files were not checked out cannot be read: {why}")
            }
            Self::Twins { one, other } => words!(
                "{one} 和 {other} 在这个文件系统上是同一个名称（不分大小写或字符的合成形式），检出的最多是其中之一",
                "`{one}` and `{other}` are one name to this file system, which does not tell case or composed letters \
                 apart: one at most is here"
            ),
            Self::NoFolder { folder, submodule: false } => words!(
                "记录目录 {folder} 是符号链接，不跟随",
                "the records folder `{folder}` is a symbolic link, which is not followed"
            ),
            Self::NoFolder { folder, submodule: true } => words!(
                "记录目录 {folder} 是子模块，它的历史在另一个仓库里",
                "the records folder `{folder}` is a submodule: its history is in another repository"
            ),
            Self::Corrupt { what, why } => {
                words!("仓库里的对象坏了（{what}）：{why}", "an object is broken ({what}): {why}")
            }
            Self::TooManyFolders { most } => words!(
                "修订里的文件夹太多：看过 {most} 个，还没有看完",
                "the revision holds too many folders: {most} were looked into, and that was not the end"
            ),
            Self::NoRecordsFolder { revision, folder } => {
                words!("修订 {revision} 里没有 {folder} 文件夹", "revision {revision} has no folder `{folder}`")
            }
            Self::Other { what, why } => words!("git 仓库出错（{what}）：{why}", "git failed ({what}): {why}"),
        }
    }

    /// What to do about it, naming the command that helps where there is one.
    #[must_use]
    pub fn hint(&self) -> Words {
        match self {
            Self::NotARepository { .. } => Words::fixed(
                "换到记录所在的仓库，或用 --repository 指明；新建用 `git init`。`beian validate` 不加 --at 就不需要 \
                 git",
                "go to the repository that holds the records or name it with --repository; `git init` makes one; \
                 `beian validate` without --at needs no git",
            ),
            Self::UnbornBranch { bare: true } => Words::fixed(
                "写明两个修订：`beian review A B`；或把 HEAD 指向有提交的分支：\
                 `git symbolic-ref HEAD refs/heads/分支`，`git branch` 列出分支",
                "name both revisions: `beian review A B`; or let HEAD name a branch with commits: `git symbolic-ref \
                 HEAD refs/heads/BRANCH`, `git branch` lists them",
            ),
            Self::UnbornBranch { bare: false } => Words::fixed(
                "先提交一次：`git add records && git commit`",
                "commit first: `git add records && git commit`",
            ),
            Self::NoSuchRevision { shallow: true, .. } | Self::Shallow { .. } => Words::fixed(
                "取全历史：`git fetch --unshallow --tags`；在 CI 的 checkout 里设 fetch-depth: 0",
                "fetch the whole history: `git fetch --unshallow --tags`; in a CI checkout set fetch-depth: 0",
            ),
            Self::NoSuchRevision { .. } => Words::fixed(
                "看看拼写；标签和分支可能还没有取下来：`git fetch --tags`。日期写成 2026-06-30",
                "check the spelling; tags and branches may not be here yet: `git fetch --tags`; a date is written \
                 2026-06-30",
            ),
            Self::NotACommit { .. } => {
                Words::fixed("写提交、标签、分支或日期", "name a commit, a tag, a branch or a date")
            }
            Self::AmbiguousRevision { name } => words!(
                "多写几位，或写全名（refs/heads/…、refs/tags/…）；候选可用 `git rev-parse --disambiguate={name}` 看",
                "write more digits or the full name (under refs/heads or refs/tags); `git rev-parse \
                 --disambiguate={name}` lists the candidates"
            ),
            Self::NoDefaultBranch => Words::fixed(
                "写明和哪个修订比较：`beian review 修订`；或取下默认分支：`git fetch origin && \
                 git remote set-head origin --auto`",
                "name what to compare with: `beian review REVISION`; or fetch the default branch: `git fetch origin && \
                 git remote set-head origin --auto`",
            ),
            Self::NothingSoEarly { .. } => Words::fixed(
                "换一个更晚的日期；`git log --first-parent --reverse` 从最早的提交看起",
                "take a later date; `git log --first-parent --reverse` begins with the first commit",
            ),
            Self::PartialClone => Words::fixed(
                "重新完整克隆：`git clone` 时不加 --filter",
                "clone it again in full: `git clone` without --filter",
            ),
            Self::UnsupportedExtension { extension } => unsupported(extension),
            Self::Owner { path } => {
                let path = path.display();
                words!(
                    "若信任它：`git config --global --add safe.directory '{path}'`",
                    "if you trust it: `git config --global --add safe.directory '{path}'`"
                )
            }
            Self::Missing { partial: true, .. } => Words::fixed(
                "取全对象：`git fetch --refetch --no-filter`；在 CI 的 checkout 里去掉 filter",
                "fetch all objects: `git fetch --refetch --no-filter`; in a CI checkout leave out `filter`",
            ),
            Self::Sparse { is_split: true, .. } => Words::fixed(
                "把索引合成一个文件：`git update-index --no-split-index`",
                "write the index as one file: `git update-index --no-split-index`",
            ),
            Self::Sparse { is_split: false, .. } => Words::fixed(
                "检出全部：`git sparse-checkout disable`",
                "check all of it out: `git sparse-checkout disable`",
            ),
            Self::Twins { one, .. } => words!(
                "改掉其中一个的名称：`git mv {one} 新名称`，在分得清的机器上做",
                "give one of them another name, on a machine that tells them apart: `git mv {one} NEW-NAME`"
            ),
            Self::NoFolder { submodule: false, .. } => Words::fixed(
                "在 beian.yaml 的 records 里写链接所指的文件夹；各修订都这样写，`beian review` 才比得了",
                "write the folder that the link leads to into `records` in beian.yaml, as `beian review` reads it too",
            ),
            Self::NoFolder { submodule: true, .. } => Words::fixed(
                "检出子模块并在里面运行 beian：`git submodule update --init`",
                "check the submodule out and run beian inside of it: `git submodule update --init`",
            ),
            Self::Missing { partial: false, .. } | Self::Corrupt { .. } => Words::fixed(
                "用 `git fsck` 查看；`git fetch --refetch` 从远端重新取一遍，通常能补齐",
                "`git fsck` tells more; `git fetch --refetch` fetches everything anew, which usually mends it",
            ),
            Self::TooManyFolders { .. } => Words::fixed(
                "git 里同一个文件夹可以放在许多地方；`git ls-tree -d 修订 记录目录/` 看是哪一个",
                "in git one folder may stand in many places; `git ls-tree -d REVISION RECORDS/` shows which one it is",
            ),
            Self::NoRecordsFolder { revision, folder } => words!(
                "看看那个修订里有什么：`git ls-tree {revision}`；记录文件夹 {folder} 那时可能叫别的名字",
                "see what the revision holds: `git ls-tree {revision}`; the folder `{folder}` may have had another \
                 name then"
            ),
            Self::Other { .. } => Words::fixed("`git fsck` 可能说得更多", "`git fsck` may tell more"),
        }
    }
}

fn unsupported(extension: &str) -> Words {
    match extension {
        "sha256" => Words::fixed(
            "记录要放在 SHA-1 格式的仓库里（`git init --object-format=sha1`）；`beian validate` 不加 --at 就不需要 git",
            "keep records in a repository of SHA-1 format (`git init --object-format=sha1`); `beian validate` \
             without --at needs no git",
        ),
        "refstorage" => Words::fixed(
            "把引用换回文件格式：`git refs migrate --ref-format=files`",
            "turn the references back into files: `git refs migrate --ref-format=files`",
        ),
        _ => Words::fixed(
            "`git config --get-regexp '^extensions'` 列出扩展；不用这些扩展重新克隆即可",
            "`git config --get-regexp '^extensions'` lists the extensions; a fresh clone without them can be read",
        ),
    }
}
