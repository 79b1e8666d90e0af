//! The command line: what all commands share, and the list of commands.

use crate::commands::{
    completions, decode, dossier, explain, history, import, notice, review, rules, schema, templates, validate,
};
use beian_core::words::Lang;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

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

/// Options that every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Common options")]
pub(crate) struct Common {
    /// Folder of the repository, instead of the nearest one upward with a beian.yaml or .git
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) repository: Option<PathBuf>,
    /// Settings, instead of the beian.yaml of the repository
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// The day that counts as today (YYYY-MM-DD), instead of the one in Beijing
    #[arg(long, global = true, value_name = "DATE")]
    pub(crate) today: Option<String>,
    /// Language of what is printed [default: by BEIAN_LANG, LC_ALL, LC_MESSAGES, LANG]
    #[arg(long, global = true, value_enum, hide_default_value = true)]
    pub(crate) lang: Option<LangArg>,
    /// When to use colour; auto heeds NO_COLOR, CLICOLOR_FORCE and TERM
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    pub(crate) color: ColorArg,
    /// Leave out notes and summaries
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Show notes in full
    #[arg(short, long, global = true)]
    pub(crate) verbose: bool,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Validate(validate::ValidateArgs),
    Review(review::ReviewArgs),
    Notice(notice::NoticeArgs),
    History(history::HistoryArgs),
    Dossier(dossier::DossierArgs),
    Rules(rules::RulesArgs),
    Explain(explain::ExplainArgs),
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
    /// Whether what is printed gives commands to a runner.
    pub(crate) fn gives_commands(&self) -> bool {
        match self {
            Self::Validate(args) => args.gives_commands(),
            Self::Review(args) => args.gives_commands(),
            _ => false,
        }
    }
}

/// A language to print in.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum LangArg {
    /// Chinese
    Zh,
    /// English
    En,
}

impl LangArg {
    /// The language.
    pub(crate) const fn lang(self) -> Lang {
        match self {
            Self::Zh => Lang::Zh,
            Self::En => Lang::En,
        }
    }
}

/// When to use colour.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ColorArg {
    /// On terminals that can show it
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}
