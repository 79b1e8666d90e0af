//! The command line of `beian`.
//!
//! Here the command line is parsed, one command runs, and what came of it becomes the exit
//! status. Everything a command prints goes through the writer it is given.

mod args;
mod asking;
mod blockers;
mod called;
mod commands;
mod context;
mod failure;
mod language;
mod output;
mod panic;
mod pass;
mod progress;
mod repository;
mod stating;
mod target;
mod templates;
mod terms;
mod versions;
mod writing;

use crate::commands::Cli;
use crate::context::Context;
use crate::failure::Failure;
use beian_core::words::Lang;
use beian_records::git::{self, on_endless_reading};
use clap::Parser;
use std::io::Write;
use std::process::ExitCode;
use std::sync::OnceLock;

/// Reading records is making and dropping many short texts, for which that of the system is slow,
/// that of static builds even more so.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The language of the run, for whoever ends it from beside.
static LANG: OnceLock<Lang> = OnceLock::new();

fn main() -> ExitCode {
    panic::report_shortly();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Nobody is left to tell if even this cannot be written.
            drop(error.print());
            return ExitCode::from(if error.use_stderr() { failure::USAGE } else { 0 });
        }
    };
    let lang = language::chosen(cli.common.lang);
    LANG.get_or_init(|| lang);
    on_endless_reading(give_up);
    let done = Context::new(&cli.common, lang).and_then(|context| {
        let mut out = output::stream::stdout(context.color, cli.command.passing());
        let outcome = commands::run(&cli.command, &context, &mut out)?;
        out.flush().map_err(Failure::writing)?;
        Ok(outcome)
    });
    match done {
        Ok(outcome) => ExitCode::from(outcome.status()),
        Err(failure) => {
            failure.print(lang, &mut output::stream::stderr());
            ExitCode::from(failure.status())
        }
    }
}

/// Ends the program where a repository cannot be read to its end.
fn give_up(error: &git::Error) {
    let failure = Failure::from(error.clone());
    failure.print(LANG.get().copied().unwrap_or(Lang::Zh), &mut output::stream::stderr());
    std::process::exit(i32::from(failure.status()));
}
