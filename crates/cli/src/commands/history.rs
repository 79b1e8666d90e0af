//! `beian history`: what was known of a subject, and since when.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use clap::Args;
use std::io::Write;

/// Show how the facts of a subject came about
#[derive(Debug, Args)]
pub(crate) struct HistoryArgs {
    /// The subject
    subject: String,
}

/// Runs it.
pub(crate) fn run(args: &HistoryArgs, _context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    writeln!(out, "{}", args.subject)?;
    Ok(Outcome::Clean)
}
