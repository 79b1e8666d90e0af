//! What every command knows: the day, the language, the manner of printing.

use crate::args::{ColorArg, Common, LangArg};
use crate::failure::Failure;
use beian_core::day::Day;
use beian_core::words;
use beian_core::words::{Lang, Words};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// What every command knows.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    /// The language of what is printed.
    pub(crate) lang: Lang,
    /// The language that was asked for on the command line: documents heed no locale.
    pub(crate) asked: Option<Lang>,
    /// The day that counts as today.
    pub(crate) today: Day,
    /// Whether the output is coloured.
    pub(crate) color: bool,
    /// Whether notes and summaries are left out.
    pub(crate) quiet: bool,
    /// Whether notes are shown in full.
    pub(crate) verbose: bool,
    /// The folder of the repository, if one was named.
    pub(crate) repository: Option<PathBuf>,
    /// The settings, if a file was named.
    pub(crate) config: Option<PathBuf>,
}

impl Context {
    /// What the common options and the environment say.
    pub(crate) fn new(common: &Common, lang: Lang) -> Result<Self, Failure> {
        let today = match &common.today {
            Some(text) => day("--today", text)?,
            None => today()?,
        };
        let color = match common.color {
            ColorArg::Always => true,
            ColorArg::Never => false,
            ColorArg::Auto => anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never,
        };
        Ok(Self {
            lang,
            asked: common.lang.map(LangArg::lang),
            today,
            color,
            quiet: common.quiet,
            verbose: common.verbose,
            repository: common.repository.clone(),
            config: common.config.clone(),
        })
    }
}

impl Context {
    /// The same in another folder.
    pub(crate) fn within(&self, folder: &Path) -> Self {
        Self { repository: Some(folder.to_path_buf()), ..self.clone() }
    }
}

/// Reads the day that an option holds.
pub(crate) fn day(option: &str, text: &str) -> Result<Day, Failure> {
    Day::parse(text).map_err(|why| {
        let Words { zh, en } = why;
        Failure::usage(words!("{option} 的值“{text}”：{zh}", "{option} `{text}`: {en}"))
    })
}

/// The day in Beijing by the system's clock: the only place where the clock is read.
fn today() -> Result<Day, Failure> {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_secs()).ok())
        .and_then(Day::from_unix_seconds)
        .ok_or_else(|| {
            Failure::usage(Words::fixed("系统时钟的日子读不出来", "the system's clock shows no day that exists"))
                .hint(Words::fixed("用 --today 说明今天是哪天", "say with --today which day it is"))
        })
}
