//! `beian templates`: what documents are made with, and how to make them one's own.

use crate::context::Context;
use crate::failure::{Failure, Outcome, finished};
use crate::output::shown::shown;
use crate::output::stream;
use crate::repository::{Repository, from_here};
use crate::templates::{self, FOLDER};
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_documents::Templates;
use beian_documents::engine::TOOLS;
use beian_documents::templates::{BUILTIN, Template, about};
use beian_records::beside::bounded;
use beian_records::files::{Folder, Road};
use clap::{Args, Subcommand};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// No template is larger.
const LARGEST: u64 = 1 << 20;

/// List, show or copy the templates of letters and dossiers
///
/// A file of the same name below `templates/` beside beian.yaml takes the place of a built-in
/// template. Templates only print what they are given: docs/templates.md tells what that is.
/// Exit status: 0 done, 2 a template is at fault, or a file would be overwritten.
#[derive(Debug, Args)]
pub(crate) struct TemplatesArgs {
    #[command(subcommand)]
    action: Action,
    /// Folder of templates, instead of `templates/` beside beian.yaml
    #[arg(long, global = true, value_name = "DIR")]
    templates: Option<PathBuf>,
}

/// What is done with templates.
#[derive(Debug, Subcommand)]
enum Action {
    /// List the templates in force, and the filters that they can use
    List,
    /// Print a template; its beginning tells what it can print
    Show {
        /// Name of the template
        name: String,
    },
    /// Copy built-in templates, to change the copies
    Export {
        /// Names of templates [default: all]
        names: Vec<String>,
        /// Where to, instead of `templates/` beside beian.yaml
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        /// Only say what would be written
        #[arg(long)]
        dry_run: bool,
    },
}

/// Runs it.
pub(crate) fn run(args: &TemplatesArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let repository = Repository::open(context, Path::new("."))?;
    let named = args.templates.as_deref();
    match &args.action {
        Action::List => {
            let templates = templates::in_force(named, &repository.grounds)?;
            list(&templates, context.lang, out).map_err(Failure::writing)?;
        }
        Action::Show { name } => {
            let templates = templates::in_force(named, &repository.grounds)?;
            let source = templates.source(name).ok_or_else(|| unknown(name))?;
            // Line by line: what is shown is cut where no line should go on.
            let mut lines = source.lines();
            lines.try_for_each(|line| writeln!(out, "{}", shown(line))).map_err(Failure::writing)?;
        }
        Action::Export { names, out: to, dry_run } => {
            let to = match (to, &repository.folder) {
                (Some(to), _) => to.clone(),
                (None, Some(folder)) => folder.join(FOLDER),
                (None, None) => PathBuf::from(FOLDER),
            };
            export(names, &to, *dry_run, context, out)?;
        }
    }
    Ok(Outcome::Clean)
}

fn list(templates: &Templates, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let own = Words::fixed("仓库自己的", "of this repository");
    let wide = templates.names().map(|name| name.chars().count()).max().unwrap_or(0);
    for name in templates.names() {
        let about = about(name, lang);
        let mark = if templates.is_own(name) { format!("（{}）", own.get(lang)) } else { String::new() };
        writeln!(out, "{:wide$}  {}{mark}", shown(name), about.unwrap_or_default())?;
    }
    writeln!(out, "\n{}", Words::fixed("过滤器和判断：", "Filters and tests:").get(lang))?;
    for tool in TOOLS {
        writeln!(out, "  {{{{ {} }}}}  {}", tool.usage, tool.about.get(lang))?;
    }
    Ok(())
}

fn unknown(name: &str) -> Failure {
    Failure::usage(words!("没有模板 {name}", "there is no template {name}"))
        .hint(Words::fixed("beian templates list 列出所有模板", "`beian templates list` lists them"))
}

fn export(names: &[String], to: &Path, dry_run: bool, context: &Context, out: &mut dyn Write) -> Result<(), Failure> {
    let chosen = |name: &String| BUILTIN.iter().find(|builtin| builtin.name == *name).ok_or_else(|| unknown(name));
    let chosen: Vec<&Template> = if names.is_empty() {
        BUILTIN.iter().collect()
    } else {
        names.iter().map(chosen).collect::<Result<Vec<_>, _>>()?
    };
    let folder = if dry_run { None } else { Some(Folder::open(to)?) };
    if let Some(said) = folder.as_ref().and_then(|folder| finished(to, folder.finished())) {
        // The files are written, be this line read or not.
        drop(writeln!(stream::stderr(), "{}", shown(said.get(context.lang))));
    }
    // All or nothing: a file that was changed is found before the first is written.
    let missing = missing(&chosen, to)?;
    if let Some(folder) = folder.filter(|_| !missing.is_empty()) {
        let staged = folder.stage(Road::Beside)?;
        for builtin in &missing {
            staged.add(builtin.name, builtin.source.as_bytes())?;
        }
        folder.take(staged, Road::Beside, &[], |_| self::missing(&chosen, to).map(drop))?;
    }
    for builtin in chosen.iter().filter(|_| !context.quiet) {
        writeln!(out, "{}", shown(&from_here(&to.join(builtin.name)))).map_err(Failure::writing)?;
    }
    Ok(())
}

/// The templates that are not in a folder; one that was changed there is not written over.
fn missing<'b>(chosen: &[&'b Template], to: &Path) -> Result<Vec<&'b Template>, Failure> {
    let mut missing = Vec::new();
    for builtin in chosen {
        let path = to.join(builtin.name);
        match path.symlink_metadata() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => missing.push(*builtin),
            Err(error) => return Err(Failure::reading(&from_here(&path), &error)),
            Ok(_) if bounded(&path, LARGEST).is_ok_and(|there| there == builtin.source.as_bytes()) => {}
            Ok(_) => {
                let path = from_here(&path);
                return Err(Failure::usage(words!(
                    "{path} 已经改过，不覆盖",
                    "{path} was changed and is not overwritten"
                ))
                .hint(Words::fixed("改用 --out 写到别处再比较", "write elsewhere with --out, and compare")));
            }
        }
    }
    Ok(missing)
}
