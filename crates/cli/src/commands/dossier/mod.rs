//! `beian dossier`: what stood on file, who knew it when, by which papers, judged by which rules.

mod folder;
mod judged;
mod made;
mod manifest;
mod pass;
mod run;
mod source;
mod verify;

use crate::context::{Context, day};
use crate::failure::{Failure, Outcome, finished};
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_documents::dossier;
use clap::{Args, ValueEnum};
use run::{Run, Wish};
use std::io::Write;
use std::path::PathBuf;

/// Render what stood on file of a subject on a day, with papers, findings and provenance
///
/// --at says what was known: the records as committed then. --as-of says which day is told:
/// what the filings approved by then put on file, judged by the rules of that day. What is
/// rendered is Chinese unless --lang en is given, and depends on nothing else of this machine:
/// the same input gives the same bytes. Exit status: 0 rendered or verified, 1 a verified
/// folder differs, 2 usage, configuration or template, 3 no such subject, 4 the repository
/// does not answer (a shallow clone has no history: `git fetch --unshallow`).
#[derive(Debug, Args)]
pub(crate) struct DossierArgs {
    /// The subject: its identity, or its folder
    #[arg(required_unless_present_any = ["all", "verify"], conflicts_with_all = ["all", "verify"])]
    subject: Option<String>,
    /// All subjects, and a page over them; needs --out
    #[arg(long, requires = "out", conflicts_with = "verify")]
    all: bool,
    /// What was known: the records of a revision, or of the last commit by the end of a day
    /// [default: the working tree]
    #[arg(long, value_name = "REVISION|DATE", conflicts_with = "verify")]
    at: Option<String>,
    /// What was on file and in force on a day (YYYY-MM-DD) [default: today]
    #[arg(long, value_name = "DATE", conflicts_with = "verify")]
    as_of: Option<String>,
    /// For whom: decides what of people is shown
    #[arg(long, value_enum, default_value = "auditor", conflicts_with = "verify")]
    audience: Audience,
    /// Markdown, or one HTML page that needs nothing else
    #[arg(long, value_enum, default_value = "markdown", conflicts_with = "verify")]
    format: Format,
    /// Folder for the dossier with a manifest of hashes, instead of standard output
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Show personal numbers in full; the dossier says so
    #[arg(long)]
    reveal: bool,
    /// Do not look at the files in evidence/; the dossier says so
    #[arg(long, conflicts_with = "verify")]
    no_evidence: bool,
    /// Render a folder again from its manifest, and tell what differs
    #[arg(long, value_name = "DIR", conflicts_with_all = ["out", "reveal"])]
    verify: Option<PathBuf>,
    /// Folder of templates, instead of `templates/` beside beian.yaml
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
}

/// For whom a dossier is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Audience {
    /// Everyone: only what the public registry shows
    Public,
    /// Auditors: everything, people masked
    Auditor,
    /// The house itself: people by name, their numbers masked
    Internal,
}

impl Audience {
    const fn meant(self) -> dossier::Audience {
        match self {
            Self::Public => dossier::Audience::Public,
            Self::Auditor => dossier::Audience::Auditor,
            Self::Internal => dossier::Audience::Internal,
        }
    }
}

/// How a dossier is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Markdown
    Markdown,
    /// HTML
    Html,
}

impl Format {
    /// The ending of files.
    const fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }
}

impl DossierArgs {
    /// Whether numbers of persons are printed in full.
    pub(crate) const fn reveals(&self) -> bool {
        self.reveal
    }
}

/// Runs it.
pub(crate) fn run(args: &DossierArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    if let Some(folder) = &args.verify {
        return verify::run(folder, args.templates.as_deref(), context, out);
    }
    if args.reveal && args.audience == Audience::Public {
        return Err(Failure::usage(Words::fixed(
            "--reveal 不能和 --audience public 一起用：公开的档案不含个人号码",
            "--reveal does not go with --audience public: what is public holds no personal number",
        )));
    }
    let wish = Wish {
        subject: args.subject.clone(),
        at: args.at.clone(),
        as_of: args.as_of.as_deref().map_or(Ok(context.today), |text| day("--as-of", text))?,
        today: context.today,
        audience: args.audience,
        format: args.format,
        lang: context.asked.unwrap_or(Lang::Zh),
        reveal: args.reveal,
        evidence: !args.no_evidence,
    };
    let run = Run::open(wish, args.templates.as_deref(), context)?;
    match &args.out {
        Some(place) => {
            let written = folder::write(&run, place)?;
            let mut stderr = crate::output::stream::stderr();
            let mut say = |said: &Words| {
                // The files are written, be this line read or not.
                drop(writeln!(stderr, "{}", crate::output::shown::shown(said.get(context.lang))));
            };
            finished(place, &written.finished).iter().for_each(&mut say);
            written.left_out.iter().for_each(|one| say(&one.words()));
            if !context.quiet {
                let (count, shown) = (written.count, place.to_string_lossy());
                let said = words!("{count} 份档案写进了 {shown}", "{count} dossiers were written to {shown}");
                say(&said);
            }
            if !written.left_out.is_empty() {
                return Ok(Outcome::Findings);
            }
        }
        None => out.write_all(&run.one()?).map_err(Failure::writing)?,
    }
    Ok(Outcome::Clean)
}
