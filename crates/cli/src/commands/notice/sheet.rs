//! A letter as a file: its name, its text, and what is left blank in it.

use crate::context::Context;
use crate::failure::Failure;
use crate::output::shown::shown;
use crate::repository::from_here;
use beian_core::letter::Letter;
use beian_core::words;
use beian_core::words::Words;
use beian_documents::Error;
use beian_documents::engine::Rendered;
use beian_records::atomic;
use beian_records::read::is_slug;
use beian_records::system::cannot_write;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// A letter as a file.
pub(super) struct Sheet {
    /// Name of the file: place in the order, kind, subject.
    pub(super) name: String,
    pub(super) text: String,
    pub(super) blanks: Vec<Words>,
}

impl Sheet {
    /// What has to be filled in by hand.
    pub(super) fn left_blank(&self) -> Words {
        let zh: Vec<&str> = self.blanks.iter().map(|label| &*label.zh).collect();
        let en: Vec<&str> = self.blanks.iter().map(|label| &*label.en).collect();
        let (zh, en) = (zh.join("、"), en.join("; "));
        words!("请手工填写：{zh}", "to be filled in by hand: {en}")
    }
}

/// The letters under names that sort in their order. Names are made of closed lists and of
/// identities, never of what a record says. Beside them those that could not be rendered.
pub(super) fn sheets(letters: &[Letter], rendered: Vec<Result<Rendered, Error>>) -> (Vec<Sheet>, Vec<(String, Error)>) {
    let wide = letters.len().to_string().len().max(2);
    let (mut sheets, mut left_out) = (Vec::new(), Vec::new());
    for (at, (letter, rendered)) in letters.iter().zip(rendered).enumerate() {
        let subject = if is_slug(&letter.subject) { &*letter.subject } else { "subject" };
        let name = format!("{:0wide$}-{}-{subject}.md", at + 1, letter.name());
        match rendered {
            Ok(Rendered { text, blanks }) => sheets.push(Sheet { name, text, blanks }),
            Err(fault) => left_out.push((name, fault)),
        }
    }
    (sheets, left_out)
}

/// What stands where a letter shall be written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum There {
    Nothing,
    Same,
    Other,
}

/// Writes the letters into a folder: all of them or, if one would take the place of something
/// else, none.
pub(super) fn lay(
    sheets: &[Sheet],
    folder: &Path,
    dry_run: bool,
    context: &Context,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut there = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        let path = folder.join(&sheet.name);
        let found = found(&path, &sheet.text).map_err(|error| Failure::reading(&from_here(&path), &error))?;
        if found == There::Other {
            let path = from_here(&path);
            return Err(Failure::usage(words!(
                "{path} 已有别的内容，不覆盖",
                "{path} holds something else and is not overwritten"
            ))
            .hint(Words::fixed("移走它，或用 --out 换一个文件夹", "move it away, or name another folder with --out")));
        }
        there.push(found);
    }
    if !dry_run {
        fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
    }
    for (sheet, there) in sheets.iter().zip(there) {
        let path = folder.join(&sheet.name);
        if !dry_run && there == There::Nothing {
            atomic::replace_file(&path, &sheet.text).map_err(|error| failed(&path, &error))?;
        }
        if !context.quiet {
            let mark = match (there, dry_run) {
                (There::Same, _) => Words::fixed("（未变）", " (unchanged)"),
                (_, true) => Words::fixed("（未写出）", " (not written)"),
                (_, false) => Words::fixed("", ""),
            };
            writeln!(out, "{}{}", shown(&from_here(&path)), mark.get(context.lang)).map_err(Failure::writing)?;
        }
    }
    Ok(())
}

fn found(path: &Path, text: &str) -> io::Result<There> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(There::Nothing),
        Err(error) => Err(error),
        Ok(metadata) if metadata.is_file() && metadata.len() == text.len() as u64 => {
            Ok(if fs::read(path)? == text.as_bytes() { There::Same } else { There::Other })
        }
        Ok(_) => Ok(There::Other),
    }
}

fn failed(path: &Path, error: &io::Error) -> Failure {
    let path = from_here(path);
    Failure::usage(cannot_write(&path, error))
}
