//! What came of a command: an outcome, or a failure with a hint.
//!
//! A bad record is a finding. What kept a command from its work is a failure. The exit
//! status tells them apart and is an interface.

use crate::output::shown::shown;
use crate::repository::from_here;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_records::files;
use beian_records::git;
use beian_records::store;
use beian_records::system::{cannot_read, why};
use beian_records::unseen::Unseen;
use std::io::{self, Write};
use std::path::Path;

/// Exit status of a failure of usage, of configuration, or of the program itself.
pub(crate) const USAGE: u8 = 2;
/// Exit status where nothing was found to work on.
const NOTHING: u8 = 3;
/// Exit status where the state of the repository or its permissions forbid.
const REFUSED: u8 = 4;

/// What a command found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing that counts.
    Clean,
    /// Findings that count.
    Findings,
    /// Not all could be seen, whatever was found in the rest.
    Unseen,
}

impl Outcome {
    /// The exit status.
    pub(crate) const fn status(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Unseen => REFUSED,
        }
    }
}

/// What kept a command from its work.
#[derive(Debug)]
pub(crate) struct Failure {
    message: Words,
    hint: Option<Words>,
    status: u8,
}

impl Failure {
    /// The command line or the configuration is at fault.
    pub(crate) const fn usage(message: Words) -> Self {
        Self { message, hint: None, status: USAGE }
    }

    /// There is nothing to work on.
    pub(crate) const fn nothing(message: Words) -> Self {
        Self { message, hint: None, status: NOTHING }
    }

    /// The state of the repository forbids it.
    pub(crate) const fn refused(message: Words) -> Self {
        Self { message, hint: None, status: REFUSED }
    }

    /// The system did not let a file be read.
    pub(crate) fn reading(path: &str, error: &io::Error) -> Self {
        let status = if error.kind() == io::ErrorKind::PermissionDenied { REFUSED } else { USAGE };
        Self { message: cannot_read(path, error), hint: None, status }
    }

    /// Something could not be seen without which the answer would be wrong; `shown` names its
    /// files as the user would write them.
    pub(crate) fn unseen(unseen: &[Unseen], shown: impl Fn(&str) -> String) -> Option<Self> {
        let first = unseen.first()?;
        let (path, Words { zh, en }) = (shown(&first.path), first.why.words());
        let rest = unseen.len() - 1;
        let message = if rest == 0 {
            words!("没有看到 {path}：{zh}", "{path} was not seen: {en}")
        } else {
            words!("没有看到 {path}：{zh}（另有 {rest} 处）", "{path} was not seen: {en} ({rest} more are like it)")
        };
        let failure = Self::refused(message);
        Some(match first.why.help() {
            Some(help) => failure.hint(help),
            None => failure.hint(Words::fixed(
                "换成 1 MiB 以内的普通文件；beian validate 列出全部",
                "put a regular file of at most 1 MiB in its place; beian validate lists all",
            )),
        })
    }

    /// The output could not be written.
    #[expect(clippy::needless_pass_by_value, reason = "taken by `map_err`")]
    pub(crate) fn writing(error: io::Error) -> Self {
        let Words { zh, en } = why(&error);
        Self::usage(words!("写不出结果：{zh}", "cannot write the output: {en}"))
    }

    /// Says what to do about it.
    pub(crate) fn hint(mut self, hint: Words) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The exit status.
    pub(crate) const fn status(&self) -> u8 {
        self.status
    }

    /// Says it to a person.
    pub(crate) fn print(&self, lang: Lang, out: &mut dyn Write) {
        let (error, help) = match lang {
            Lang::Zh => ("错误", "办法"),
            Lang::En => ("error", "help"),
        };
        let mut text = format!("{error}: {}\n", shown(self.message.get(lang)));
        if let Some(hint) = &self.hint {
            text += &format!("  {help}: {}\n", shown(hint.get(lang)));
        }
        // Nobody is left to tell if even this cannot be written.
        drop(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
    }
}

impl From<store::Error> for Failure {
    /// The place that holds the records does not answer.
    fn from(error: store::Error) -> Self {
        let status = if error.is_of_store() { REFUSED } else { USAGE };
        Self { message: error.words(), hint: error.hint(), status }
    }
}

impl From<files::Error> for Failure {
    /// Something could not be written.
    fn from(error: files::Error) -> Self {
        let failure = Self::usage(error.words(&from_here(&error.path)));
        if error.error.kind() == io::ErrorKind::ResourceBusy {
            return failure.hint(Words::fixed(
                "等另一个程序写完再运行一次",
                "wait until the other program has written, and run it again",
            ));
        }
        failure
    }
}

/// That a run which was cut off had begun to write some files, and that they are written now.
pub(crate) fn finished(folder: &Path, files: &[String]) -> Option<Words> {
    let (count, shown) = (files.len(), folder.to_string_lossy());
    (count != 0).then(|| {
        words!(
            "上次中断的写入已经完成：{shown} 里 {count} 个文件",
            "what a run that was cut off had begun is finished: {count} files in {shown}"
        )
    })
}

impl From<git::Error> for Failure {
    /// The git repository does not answer.
    fn from(error: git::Error) -> Self {
        Self { message: error.words(), hint: Some(error.hint()), status: REFUSED }
    }
}

impl From<beian_documents::Error> for Failure {
    /// A template is at fault.
    fn from(error: beian_documents::Error) -> Self {
        Self { message: error.words(), hint: error.help().cloned(), status: USAGE }
    }
}
