//! A letter as a file: its name, its text, and what is left blank in it.

use crate::context::Context;
use crate::failure::{Failure, finished};
use crate::output::shown::shown;
use crate::output::stream;
use crate::repository::from_here;
use beian_core::letter::Letter;
use beian_core::words;
use beian_core::words::Words;
use beian_documents::Error;
use beian_documents::engine::Rendered;
use beian_records::files::{Folder, Road};
use beian_records::read::is_slug;
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

/// A letter that could not be rendered.
pub(super) struct LeftOut {
    /// The name that its file would have.
    pub(super) name: String,
    /// The subject.
    pub(super) subject: String,
    pub(super) fault: Error,
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
pub(super) fn sheets(letters: &[Letter], rendered: Vec<Result<Rendered, Error>>) -> (Vec<Sheet>, Vec<LeftOut>) {
    let wide = letters.len().to_string().len().max(2);
    let (mut sheets, mut left_out) = (Vec::new(), Vec::new());
    for (at, (letter, rendered)) in letters.iter().zip(rendered).enumerate() {
        let subject = if is_slug(&letter.subject) { &*letter.subject } else { "subject" };
        let name = format!("{:0wide$}-{}-{subject}.md", at + 1, letter.name());
        match rendered {
            Ok(Rendered { text, blanks }) => sheets.push(Sheet { name, text, blanks }),
            Err(fault) => left_out.push(LeftOut { name, subject: letter.subject.to_string(), fault }),
        }
    }
    (sheets, left_out)
}

/// What stands where a letter shall be written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum There {
    Nothing,
    Same,
}

/// Writes the letters into a folder: all of them or, if one would take the place of something
/// else, none.
pub(super) fn lay(
    sheets: &[Sheet],
    named: &Path,
    dry_run: bool,
    context: &Context,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let there = if dry_run { held(sheets, named)? } else { written(sheets, named, context)? };
    for (sheet, there) in sheets.iter().zip(there).filter(|_| !context.quiet) {
        let mark = match (there, dry_run) {
            (There::Same, _) => Words::fixed("（未变）", " (unchanged)"),
            (There::Nothing, true) => Words::fixed("（未写出）", " (not written)"),
            (There::Nothing, false) => Words::fixed("", ""),
        };
        let path = from_here(&named.join(&sheet.name));
        writeln!(out, "{}{}", shown(&path), mark.get(context.lang)).map_err(Failure::writing)?;
    }
    Ok(())
}

/// Writes those that are not there, and answers what stood in the place of each.
fn written(sheets: &[Sheet], named: &Path, context: &Context) -> Result<Vec<There>, Failure> {
    let folder = Folder::open(named)?;
    if let Some(said) = finished(named, folder.finished()) {
        // The files are written, be this line read or not.
        drop(writeln!(stream::stderr(), "{}", shown(said.get(context.lang))));
    }
    let there = held(sheets, named)?;
    let staged = folder.stage(Road::Beside)?;
    for (sheet, _) in sheets.iter().zip(&there).filter(|(_, there)| **there == There::Nothing) {
        staged.add(&sheet.name, sheet.text.as_bytes())?;
    }
    folder.take(staged, Road::Beside, &[], |_| held(sheets, named).map(drop))?;
    Ok(there)
}

/// What stands in the place of each letter.
fn held(sheets: &[Sheet], folder: &Path) -> Result<Vec<There>, Failure> {
    let one = |sheet: &Sheet| {
        let path = folder.join(&sheet.name);
        match found(&path, &sheet.text).map_err(|error| Failure::reading(&from_here(&path), &error))? {
            Some(there) => Ok(there),
            None => {
                let path = from_here(&path);
                Err(Failure::usage(words!(
                    "{path} 已有别的内容，不覆盖",
                    "{path} holds something else and is not overwritten"
                ))
                .hint(Words::fixed(
                    "移走它，或用 --out 换一个文件夹",
                    "move it away, or name another folder with --out",
                )))
            }
        }
    };
    sheets.iter().map(one).collect()
}

/// What stands there; none for something else.
fn found(path: &Path, text: &str) -> io::Result<Option<There>> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Some(There::Nothing)),
        Err(error) => Err(error),
        Ok(metadata) if metadata.is_file() && metadata.len() == text.len() as u64 => {
            Ok((fs::read(path)? == text.as_bytes()).then_some(There::Same))
        }
        Ok(_) => Ok(None),
    }
}
