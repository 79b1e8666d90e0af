//! `beian periods`: how long things take, how that is counted and what it rests on.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::periods;
use crate::repository::Repository;
use clap::{Args, ValueEnum};
use std::io::Write;

/// List the periods that are counted by, with those of the overlays of the repository that one stands in
#[derive(Debug, Args)]
pub(crate) struct PeriodsArgs {
    /// How they are shown
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// How periods are shown.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One line a period
    Text,
    /// The page docs/periods.md
    Markdown,
}

/// Runs it.
pub(crate) fn run(args: &PeriodsArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let grounds = Repository::grounds_here(context);
    let periods = &grounds.tables().periods;
    match args.format {
        Format::Text => periods::list(periods, context.today, context.lang, out),
        Format::Markdown => periods::page(periods, context.today, out),
    }
    .map_err(Failure::writing)?;
    Ok(Outcome::Clean)
}
