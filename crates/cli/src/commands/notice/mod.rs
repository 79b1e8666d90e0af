//! `beian notice`: the letters of a filing, or of a change.

mod diff;
mod filing;
mod sheet;

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::review;
use crate::output::shown::shown;
use crate::output::stream;
use beian_core::letter::Letter;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_documents::Templates;
use beian_documents::letters::letters;
use beian_records::grounds::Grounds;
use beian_records::review::Lost;
use clap::Args;
use sheet::{LeftOut, Sheet};
use std::io::{self, Write};
use std::path::PathBuf;

/// Write the letters that go with a filing, or with a change of the records
///
/// Statements on changes (变更备案说明, 更名函), applications to deregister or to cancel access
/// (注销申请, 取消接入申请), authorisations, pledges, statements on prior approval, and an
/// internal notice of who does what by when. FILING is SUBJECT/STEM, as in
/// acme/2026-10-20-address, of the working directory. With --from, the change between two
/// revisions (HEAD: the working tree by default) tells which letters it needs; its templates
/// come from BASE.
///
/// Letters are in Chinese. What the records do not hold, and every personal number, is left
/// blank for the hand that signs, and told on the standard error.
///
/// Exit status: 0 written, also with blanks, 2 usage, a template, or a file that would be
/// overwritten, 3 no such filing, or nothing to write, 4 the repository does not answer.
#[derive(Debug, Args)]
pub(crate) struct NoticeArgs {
    /// Filings, each as SUBJECT/STEM; with --from, the newer side
    #[arg(value_name = "FILING|HEAD")]
    names: Vec<String>,
    /// Write what the change from that revision or day on needs
    #[arg(long, value_name = "BASE")]
    from: Option<String>,
    /// With --from: only the letters of that subject
    #[arg(long, value_name = "ID", requires = "from")]
    subject: Option<String>,
    /// Folder into which each letter is written as a file, instead of the standard output
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Say which letters there would be, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Folder of templates, instead of `templates/` beside beian.yaml
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
}

/// What was found to write, and what there is to say of it.
struct Gathered {
    letters: Vec<Letter>,
    /// Of what it is said, and what.
    said: Vec<(String, Words)>,
    /// The subjects that could not be compared, for which no letter is written.
    lost: Vec<(String, Vec<Lost>)>,
    /// Whether every fact of the others could be read.
    is_whole: bool,
    templates: Templates,
}

impl Gathered {
    /// What to do about the first of what could not be seen; nothing if all could.
    fn help(&self) -> Option<Words> {
        let lost = match self.lost.first() {
            Some((_, lost)) => lost.as_slice(),
            None if self.is_whole => return None,
            None => &[],
        };
        let fallback = Words::fixed("先改正 `beian validate` 列出的问题", "first mend what `beian validate` lists");
        Some(lost.first().and_then(|lost| lost.unseen.why.help()).unwrap_or(fallback))
    }
}

/// Runs it.
pub(crate) fn run(args: &NoticeArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let gathered = match &args.from {
        Some(base) => diff::gather(base, args, context)?,
        None => filing::gather(args, context)?,
    };
    let rendered = letters(&gathered.templates, &gathered.letters)?;
    let (sheets, left_out) = sheet::sheets(&gathered.letters, rendered);
    if let Some(left_out) = left_out.first().filter(|_| sheets.is_empty()) {
        let failure = Failure::usage(not_written(left_out, args, context));
        return Err(match left_out.fault.help() {
            Some(help) => failure.hint(help.clone()),
            None => failure,
        });
    }
    let mut err = stream::stderr();
    for (of, words) in &gathered.said {
        tell(&mut err, of, words, context.lang).map_err(Failure::writing)?;
    }
    for (of, lost) in &gathered.lost {
        for one in lost {
            tell(&mut err, of, &review::lost(one), context.lang).map_err(Failure::writing)?;
        }
    }
    for one in &left_out {
        tell(&mut err, "", &not_written(one, args, context), context.lang).map_err(Failure::writing)?;
    }
    if let Some(help) = gathered.help().filter(|_| sheets.is_empty()) {
        let said = Words::fixed("没有看全，不出具材料", "not all could be seen, and no letter is written");
        return Err(Failure::refused(said).hint(help));
    }
    if sheets.is_empty() {
        return Err(Failure::nothing(Words::fixed("没有需要出具的材料", "there is no letter to write")));
    }
    gathered.letters.iter().for_each(|letter| stream::leave(letter.veil.open()));
    match &args.out {
        Some(folder) => sheet::lay(&sheets, folder, args.dry_run, context, out)?,
        None => print(&sheets, args.dry_run, out).map_err(Failure::writing)?,
    }
    for sheet in sheets.iter().filter(|sheet| !sheet.blanks.is_empty()) {
        tell(&mut err, &sheet.name, &sheet.left_blank(), context.lang).map_err(Failure::writing)?;
    }
    Ok(match (gathered.lost.is_empty() && gathered.is_whole, left_out.is_empty()) {
        (false, _) => Outcome::Unseen,
        (true, false) => Outcome::Findings,
        (true, true) => Outcome::Clean,
    })
}

/// Which letter is left out, why, and where the records lack what it asks for.
fn not_written(left_out: &LeftOut, args: &NoticeArgs, context: &Context) -> Words {
    let (name, Words { zh, en }) = (&left_out.name, left_out.fault.words());
    // What cannot be read again tells no place.
    let places = match &args.from {
        Some(base) => diff::places(base, args, context, left_out).ok().flatten(),
        None => filing::places(args, context, left_out).ok().flatten(),
    };
    match places {
        Some(Words { zh: place, en: at }) => {
            words!("{name} 没有写出：{zh}；{place}", "{name} is not written: {en}; {at}")
        }
        None => words!("{name} 没有写出：{zh}", "{name} is not written: {en}"),
    }
}

/// What of the overlays is not heeded in the letters.
fn unused(grounds: &Grounds) -> Vec<(String, Words)> {
    let told = |(path, Words { zh, en }): (&str, &Words)| {
        (path.to_owned(), words!("覆盖数据没有用上：{zh}", "an overlay was not used: {en}"))
    };
    grounds.unused_overlays().map(told).collect()
}

/// One letter after the other, parted by a thematic break; or their names alone.
fn print(sheets: &[Sheet], names: bool, out: &mut dyn Write) -> io::Result<()> {
    if names {
        return sheets.iter().try_for_each(|sheet| writeln!(out, "{}", shown(&sheet.name)));
    }
    for (at, sheet) in sheets.iter().enumerate() {
        if at > 0 {
            out.write_all(b"\n---\n\n")?;
        }
        out.write_all(sheet.text.as_bytes())?;
    }
    Ok(())
}

fn tell(err: &mut dyn Write, of: &str, words: &Words, lang: Lang) -> io::Result<()> {
    let (warning, colon) = match lang {
        Lang::Zh => ("注意", "："),
        Lang::En => ("warning", ": "),
    };
    let of = if of.is_empty() { String::new() } else { format!("{of}{colon}") };
    writeln!(err, "{warning}: {}", shown(&format!("{of}{}", words.get(lang))))
}
