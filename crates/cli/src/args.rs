//! Options that all commands share.

use beian_core::words::Lang;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

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
