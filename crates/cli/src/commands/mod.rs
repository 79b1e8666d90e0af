//! The command line and its commands, one file each.

pub(crate) mod completions;
pub(crate) mod decode;
pub(crate) mod dossier;
pub(crate) mod due;
pub(crate) mod event;
pub(crate) mod explain;
pub(crate) mod file;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod init;
pub(crate) mod new;
pub(crate) mod notice;
pub(crate) mod periods;
pub(crate) mod plan;
pub(crate) mod reference;
pub(crate) mod review;
pub(crate) mod rules;
pub(crate) mod schema;
pub(crate) mod set;
pub(crate) mod status;
pub(crate) mod templates;
mod unrendered;
pub(crate) mod validate;

use crate::args::Common;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::stream::Passing;
use clap::{Parser, Subcommand};
use std::io::Write;

/// Keeps the ICP filing (备案) records of websites and Apps true
///
/// Exit status: 0 clean, 1 findings, 2 usage, configuration or internal failure, 3 nothing
/// found to check, 4 refused because of the repository's state or permissions.
#[derive(Debug, Parser)]
#[command(name = "beian", version, disable_help_subcommand = true)]
pub(crate) struct Cli {
    /// What all commands share.
    #[command(flatten)]
    pub(crate) common: Common,
    /// The command.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Init(init::InitArgs),
    New(new::NewArgs),
    Set(set::SetArgs),
    Validate(validate::ValidateArgs),
    Review(review::ReviewArgs),
    File(file::FileArgs),
    Event(event::EventArgs),
    Notice(notice::NoticeArgs),
    History(history::HistoryArgs),
    Status(status::StatusArgs),
    Due(due::DueArgs),
    Plan(plan::PlanArgs),
    Dossier(dossier::DossierArgs),
    Rules(rules::RulesArgs),
    Explain(explain::ExplainArgs),
    Periods(periods::PeriodsArgs),
    Import(import::ImportArgs),
    Decode(decode::DecodeArgs),
    Schema(schema::SchemaArgs),
    Templates(templates::TemplatesArgs),
    Completions(completions::CompletionsArgs),
    /// Print the reference of all commands as Markdown: docs/cli.md
    #[command(hide = true)]
    Reference,
}

impl Command {
    /// What may be printed by this command alone.
    pub(crate) fn passing(&self) -> Passing {
        let nothing = Passing::default();
        match self {
            Self::Validate(args) => Passing { commands: args.gives_commands(), ..nothing },
            Self::Review(args) => Passing { commands: args.gives_commands(), ..nothing },
            Self::Dossier(args) => Passing { in_full: args.reveals(), ..nothing },
            _ => nothing,
        }
    }
}

/// Runs a command.
pub(crate) fn run(command: &Command, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    match command {
        Command::Validate(args) => validate::run(args, context, out),
        Command::Review(args) => review::run(args, context, out),
        Command::Init(args) => init::run(args, context, out),
        Command::New(args) => new::run(args, context, out),
        Command::Set(args) => set::run(args, context, out),
        Command::File(args) => file::run(args, context, out),
        Command::Event(args) => event::run(args, context, out),
        Command::History(args) => history::run(args, context, out),
        Command::Status(args) => status::run(args, context, out),
        Command::Due(args) => due::run(args, context, out),
        Command::Plan(args) => plan::run(args, context, out),
        Command::Dossier(args) => dossier::run(args, context, out),
        Command::Rules(args) => rules::run(args, context, out),
        Command::Explain(args) => explain::run(args, context, out),
        Command::Periods(args) => periods::run(args, context, out),
        Command::Import(args) => import::run(args, context, out),
        Command::Notice(args) => notice::run(args, context, out),
        Command::Decode(args) => decode::run(args, context, out),
        Command::Schema(args) => schema::run(args, out),
        Command::Templates(args) => templates::run(args, context, out),
        Command::Completions(args) => completions::run(args, out),
        Command::Reference => reference::run(out),
    }
}
