//! `beian validate`: all findings.

mod baseline;
mod committed;
mod judged;
mod working;

pub(crate) use judged::waiver;

use crate::context::{Context, day};
use crate::failure::{Failure, Outcome};
use crate::output::report::Report;
use crate::output::{github, gitlab, json, junit, markdown, sarif, short, statistics, stream, summary, text};
use beian_core::policy::{Selection, UnknownSelector};
use beian_core::rule::Severity;
use beian_core::rules;
use beian_core::words;
use beian_core::words::{Words, nearest};
use clap::{Args, ValueEnum};
use std::io::{self, Write};
use std::path::PathBuf;

/// Check records and show everything that is wrong with them
///
/// Each finding says what is wrong, where, what to do about it and what it rests on. Levels,
/// waivers and overlays stand in beian.yaml. Exit status: 0 clean or only warnings and notes,
/// 1 errors (with --deny warnings also warnings), 2 usage or configuration, 3 no subject
/// found, 4 permission denied, or the repository does not answer (no such revision, shallow
/// clone, no repository).
#[derive(Debug, Args)]
pub(crate) struct ValidateArgs {
    /// The records folder, a group or subject in it, or one file [default: by beian.yaml, or `records`]
    path: Option<PathBuf>,
    /// The records as they were committed: a revision, or a date for the last commit by its end
    #[arg(long, value_name = "REVISION|DATE", conflicts_with_all = ["write_baseline", "baseline"])]
    at: Option<String>,
    /// The day whose rules judge (YYYY-MM-DD) [default: today]
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// How findings are shown
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// What counts as an error beside errors
    #[arg(long, value_enum)]
    deny: Option<Deny>,
    /// Only these rules, by names or beginnings of codes, as in N,D118; errors of form are told
    /// all the same, unless they are ignored
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    select: Vec<String>,
    /// Not these rules; where a rule is both selected and ignored, the more exact word decides
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    ignore: Vec<String>,
    /// How often each rule found something, instead of the findings; with `json` beside them
    #[arg(long)]
    statistics: bool,
    /// Exit with 0 whatever was found
    #[arg(long)]
    exit_zero: bool,
    /// Adopt all that is wrong now: later runs tell only what is new [default FILE:
    /// beian-baseline.yaml beside beian.yaml]
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true,
        conflicts_with_all = ["path", "select", "ignore", "no_baseline", "baseline"])]
    write_baseline: Option<Option<PathBuf>>,
    /// Do not look at the files in evidence/; the summary says so
    #[arg(long)]
    no_evidence: bool,
    /// The baseline [default: by beian.yaml, or beian-baseline.yaml beside it]
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Tell also what the baseline hides
    #[arg(long, conflicts_with = "baseline")]
    no_baseline: bool,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the lines they are about
    Text,
    /// One line a finding
    Short,
    /// For programs
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// Code quality report of GitLab
    Gitlab,
    /// JUnit XML
    Junit,
    /// A table for job summaries and comments
    Markdown,
}

impl Format {
    /// Whether other programs open the files that it names, from the repository's folder on.
    const fn is_opened_by_others(self) -> bool {
        !matches!(self, Self::Text | Self::Short | Self::Json)
    }
}

/// What counts as an error.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Deny {
    /// Warnings
    Warnings,
}

impl ValidateArgs {
    /// Whether what is printed gives commands to a runner.
    pub(crate) fn gives_commands(&self) -> bool {
        self.format == Format::Github
    }
}

/// Runs it.
pub(crate) fn run(args: &ValidateArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let as_of = args.as_of.as_deref().map_or(Ok(context.today), |text| day("--as-of", text))?;
    let selection = Selection::new(&args.select, &args.ignore).map_err(|word| unknown(&word))?;
    let selection = selection.with_evidence(!args.no_evidence);
    if args.statistics && args.format.is_opened_by_others() {
        return Err(Failure::usage(Words::fixed(
            "--statistics 只能和 text、short、json 一起用",
            "--statistics goes with text, short and json only",
        )));
    }
    let report = match &args.at {
        Some(at) => committed::judged(args, at, (as_of, selection), context)?,
        None => working::judged(args, (as_of, selection), context)?,
    };
    show(&report, args, context, out).map_err(Failure::writing)?;
    Ok(if report.fails() && !args.exit_zero { Outcome::Findings } else { Outcome::Clean })
}

/// The least severity that counts for the exit status.
const fn least(args: &ValidateArgs) -> Severity {
    if args.deny.is_some() { Severity::Warning } else { Severity::Error }
}

fn show(report: &Report, args: &ValidateArgs, context: &Context, out: &mut dyn Write) -> io::Result<()> {
    let lang = context.lang;
    match args.format {
        Format::Json => json::write(report, lang, args.statistics, out),
        Format::Sarif => sarif::write(report, lang, out),
        Format::Github => github::write(report, lang, out),
        Format::Gitlab => gitlab::write(report, lang, out),
        Format::Junit => junit::write(report, lang, out),
        Format::Markdown => markdown::write(report, lang, out),
        Format::Text if !args.statistics => text::write(report, context, out),
        Format::Text | Format::Short => {
            if args.statistics {
                statistics::write(report, lang, out)?;
            } else {
                short::write(report, lang, context.quiet, out)?;
            }
            // Lines of findings are for programs; what sums them up is for whoever watches.
            if !context.quiet {
                out.flush()?;
                summary::write(report, lang, &mut stream::stderr())?;
            }
            Ok(())
        }
    }
}

fn unknown(UnknownSelector(word): &UnknownSelector) -> Failure {
    let failure = Failure::usage(words!("没有规则 {word}", "there is no rule {word}"));
    match nearest(word, rules::all().flat_map(|rule| [rule.code, rule.name])) {
        Some(near) => failure.hint(words!("是不是 {near}？", "did you mean {near}?")),
        None => failure.hint(Words::fixed(
            "写规则的名称、代码或代码的开头，如 N 或 D118",
            "write names, codes or beginnings of codes, as in N or D118",
        )),
    }
}
