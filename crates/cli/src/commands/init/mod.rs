//! `beian init`: a folder becomes a repository of records.

mod kit;

use crate::commands::new;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::shown::shown;
use crate::repository::from_here;
use crate::writing::Writing;
use beian_core::words::Words;
use beian_records::files::Renewal;
use clap::{Args, ValueEnum};
use kit::Forge;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Make a folder a repository of records
///
/// Writes beian.yaml with comments, the schemas and the settings by which an editor uses them,
/// hooks for pre-commit, .gitattributes, .gitignore, and the review for the forge that is named or
/// found by the remotes of git. With --subject the first subject, of which FIELD=VALUE is said as
/// to `beian new subject`. What is there already is left as it is, and told.
///
/// Exit status: 0 written, 2 usage, a value at fault, or a folder that cannot be written.
#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// The folder [default: this one]
    dir: Option<PathBuf>,
    /// The identity of the first subject
    #[arg(long, value_name = "ID")]
    subject: Option<String>,
    /// What is known of it; after the folder
    #[arg(value_name = "FIELD=VALUE", requires = "subject")]
    stated: Vec<String>,
    /// Where pull requests are reviewed [default: what the remotes of git say]
    #[arg(long, value_enum)]
    forge: Option<ForgeArg>,
    /// The records teach: names and addresses for documentation count as real ones
    #[arg(long)]
    sample: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// A forge, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ForgeArg {
    /// GitHub
    Github,
    /// GitLab
    Gitlab,
    /// No file for a forge
    None,
}

/// Runs it.
pub(crate) fn run(args: &InitArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let folder = args.dir.clone().unwrap_or_else(|| PathBuf::from("."));
    let forge = match args.forge {
        Some(ForgeArg::Github) => Some(Forge::Github),
        Some(ForgeArg::Gitlab) => Some(Forge::Gitlab),
        Some(ForgeArg::None) => None,
        None => kit::forge_of(&folder),
    };
    let writing = Writing::into(&folder, args.dry_run, context)?;
    let (mut files, mut left) = (Vec::new(), Vec::new());
    for (name, text) in kit::files(forge, args.sample) {
        if is_there(&folder, &name)? {
            left.push(name);
        } else {
            files.push(Renewal { name, before: None, after: text });
        }
    }
    // One file of settings is told whole; of schemas the names are enough.
    writing.lay_named(&files, out)?;
    for name in left.iter().filter(|_| !context.quiet) {
        let mark = Words::fixed("（已有，未动）", " (there already, left as it is)");
        let path = from_here(&folder.join(name));
        writeln!(out, "{}{}", shown(&path), mark.get(context.lang)).map_err(Failure::writing)?;
    }
    if let (None, None) = (forge, args.forge) {
        tell(
            context,
            out,
            &Words::fixed(
                "没有认出代码托管平台，没有写审查配置；用 --forge github 或 gitlab 说明",
                "no forge was found by the remotes: no review was set up; say --forge github or gitlab",
            ),
        )?;
    }
    if let Some(subject) = &args.subject {
        let asked = new::NewArgs::subject(subject.clone(), args.stated.clone(), args.dry_run);
        return new::run(&asked, &context.within(&folder), out);
    }
    Ok(Outcome::Clean)
}

fn tell(context: &Context, out: &mut dyn Write, words: &Words) -> Result<(), Failure> {
    if context.quiet {
        return Ok(());
    }
    writeln!(out, "{}", shown(words.get(context.lang))).map_err(Failure::writing)
}

/// Whether something stands in the place of a file, whatever it is.
fn is_there(folder: &Path, name: &str) -> Result<bool, Failure> {
    match fs::symlink_metadata(folder.join(name)) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Failure::reading(&from_here(&folder.join(name)), &error)),
    }
}
