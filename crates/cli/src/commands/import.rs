//! `beian import`: records from what others hold.

use crate::context::{Context, day};
use crate::failure::{Failure, Outcome};
use crate::output::machine::pretty;
use crate::output::shown::shown;
use crate::repository::Repository;
use beian_records::import::{Answer, InputFile, json, lay_down, miit, plan, refusals, text};
use clap::{Args, Subcommand, ValueEnum};
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Make records from what others hold
#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    #[command(subcommand)]
    from: From,
}

/// Whose data it is.
#[derive(Debug, Subcommand)]
enum From {
    Miit(MiitArgs),
}

/// Make records from saved answers of the MIIT registry (工信部备案管理系统)
///
/// Takes the registry's own JSON as it was saved: pages, details, single records, and the
/// batch files of query tools. Answers about one subject number become one folder, with an
/// opening filing (既有备案) and an observation for each file. What third parties serve is
/// refused: renamed or cached facts are no evidence. `leaderName`, `mainUnitAddress` and
/// `mainUnitCertNo` are never kept. Nothing is overwritten.
///
/// Exit status: 0 all files taken, 1 a file, a record or a folder was refused, 2 usage or
/// failure to write.
#[derive(Debug, Args)]
struct MiitArgs {
    /// Saved answers; - is the standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Where the folders are made [default: the records folder of the repository]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The day on which the answers were saved [default: the day of the latest change that each shows]
    ///
    /// The times of files are never asked: copies and clones change them.
    #[arg(long, value_name = "DATE")]
    saved: Option<String>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// How it is said what became of the files
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// How a report is shown.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// Runs it.
pub(crate) fn run(args: &ImportArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    match &args.from {
        From::Miit(args) => from_miit(args, context, out),
    }
}

fn from_miit(args: &MiitArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let saved = args.saved.as_deref().map(|text| day("--saved", text)).transpose()?;
    let folder = match &args.out {
        Some(folder) => folder.clone(),
        None => Repository::open(context, Path::new("."))?.records()?,
    };
    // A file is read, understood and dropped before the next one is opened.
    let answers: Vec<Answer> = args.files.iter().map(|file| miit(&source(file), saved)).collect();
    let done = lay_down(plan(answers), &folder, args.dry_run)?;
    match args.format {
        Format::Json => {
            let mut report = json(&done, context.lang);
            make_safe(&mut report);
            pretty(&report, out).map_err(Failure::writing)?;
        }
        Format::Text => {
            let lines = if context.quiet { refusals(&done, context.lang) } else { text(&done, context.lang) };
            lines.iter().try_for_each(|line| writeln!(out, "{}", shown(line))).map_err(Failure::writing)?;
        }
    }
    Ok(if done.is_refused() { Outcome::Findings } else { Outcome::Clean })
}

fn source(file: &Path) -> InputFile {
    if file == Path::new("-") {
        InputFile::stream("stdin", &mut std::io::stdin().lock())
    } else {
        InputFile::open(file)
    }
}

/// Makes every text of a report safe to print. Hashes are ours and are left as they are.
fn make_safe(value: &mut Value) {
    match value {
        Value::String(text) => *text = shown(text).into_owned(),
        Value::Array(items) => items.iter_mut().for_each(make_safe),
        Value::Object(fields) => {
            for (_, field) in fields.iter_mut().filter(|(name, _)| *name != "sha256") {
                make_safe(field);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
