//! What commands share that write records: one folder, one lock, and what is said of it.

use crate::context::Context;
use crate::failure::{Failure, finished};
use crate::output::shown::shown;
use crate::output::stream;
use crate::repository::from_here;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_records::edit::NotAmended;
use beian_records::files::{Folder, NotRenewed, Renewal};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A folder into which a command is going to write: nobody else does so meanwhile.
pub(crate) struct Writing {
    named: PathBuf,
    /// None if nothing shall be written.
    folder: Option<Folder>,
    lang: Lang,
    quiet: bool,
}

impl Writing {
    /// Opens the folder before anything is read from it.
    pub(crate) fn into(named: &Path, dry_run: bool, context: &Context) -> Result<Self, Failure> {
        let folder = if dry_run { None } else { Some(Folder::open(named)?) };
        if let Some(said) = folder.as_ref().and_then(|folder| finished(named, folder.finished())) {
            // The files are written, be this line read or not.
            drop(writeln!(stream::stderr(), "{}", shown(said.get(context.lang))));
        }
        Ok(Self { named: named.to_path_buf(), folder, lang: context.lang, quiet: context.quiet })
    }

    /// Writes the files, all of them or none, and says which, with what changes in them; or says what
    /// would be written.
    pub(crate) fn lay(self, files: &[Renewal], out: &mut dyn Write) -> Result<(), Failure> {
        self.laid(files, true, out)
    }

    /// The same, and of the files the names alone are said.
    pub(crate) fn lay_named(self, files: &[Renewal], out: &mut dyn Write) -> Result<(), Failure> {
        self.laid(files, false, out)
    }

    fn laid(self, files: &[Renewal], in_full: bool, out: &mut dyn Write) -> Result<(), Failure> {
        let is_written = self.folder.is_some();
        if let Some(folder) = self.folder.filter(|_| !files.is_empty()) {
            folder.renew(files)?;
        }
        for file in files.iter().filter(|_| !self.quiet) {
            let path = from_here(&self.named.join(&file.name));
            let mark =
                if is_written { Words::fixed("", "") } else { Words::fixed("（未写出）", " (not written)") };
            writeln!(out, "{}{}", shown(&path), mark.get(self.lang)).map_err(Failure::writing)?;
            if in_full {
                lines(file, is_written, out).map_err(Failure::writing)?;
            }
        }
        Ok(())
    }
}

/// What becomes different in a file: all of a new one where it is only told, else the lines that change.
fn lines(file: &Renewal, is_written: bool, out: &mut dyn Write) -> io::Result<()> {
    let Some(before) = &file.before else {
        if is_written {
            return Ok(());
        }
        return file.after.lines().try_for_each(|line| writeln!(out, "  + {}", shown(line)));
    };
    let before = String::from_utf8_lossy(before);
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), file.after.lines().collect());
    // Lines are few, and what changes is little: the longest run that both share is found line by line.
    let mut at = 0;
    for line in &new {
        match old.get(at..).unwrap_or_default().iter().position(|one| one == line) {
            Some(skip) => {
                for gone in old.get(at..at + skip).unwrap_or_default() {
                    writeln!(out, "  - {}", shown(gone))?;
                }
                at += skip + 1;
            }
            None => writeln!(out, "  + {}", shown(line))?,
        }
    }
    old.get(at..).unwrap_or_default().iter().try_for_each(|gone| writeln!(out, "  - {}", shown(gone)))
}

impl From<NotRenewed> for Failure {
    /// Files were not written.
    fn from(error: NotRenewed) -> Self {
        match error {
            NotRenewed::Files(error) => error.into(),
            NotRenewed::Changed(path) => {
                let path = from_here(&path);
                Self::refused(words!(
                    "{path} 在读过之后又有改动，什么也没有写",
                    "{path} was changed after it was read; nothing was written"
                ))
                .hint(Words::fixed("再运行一次", "run it again"))
            }
        }
    }
}

/// What is in the way of an edit, as a failure.
pub(crate) fn not_amended(records: &Path, error: &NotAmended) -> Failure {
    let (path, Words { zh, en }) = (from_here(&records.join(&error.path)), &error.why);
    Failure::usage(words!("没有改 {path}：{zh}", "{path} was not changed: {en}"))
}
