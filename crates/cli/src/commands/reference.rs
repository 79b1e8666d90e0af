//! `beian reference`: the help of every command in one page, which is docs/cli.md.

use crate::commands::Cli;
use crate::failure::{Failure, Outcome};
use clap::{Command, CommandFactory};
use std::io::{self, Write};

/// Runs it.
pub(crate) fn run(out: &mut dyn Write) -> Result<Outcome, Failure> {
    let mut command = Cli::command().term_width(100);
    // Only then does the help of a command show the options that all share.
    command.build();
    page(&mut command, out).map_err(Failure::writing)?;
    Ok(Outcome::Clean)
}

fn page(command: &mut Command, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# 命令 · Commands\n")?;
    writeln!(out, "本页由 `beian reference` 从命令行定义生成，请勿手改。\n")?;
    writeln!(out, "Made from the command line's definition by `beian reference`.")?;
    section(command, "beian", out)
}

fn section(command: &mut Command, name: &str, out: &mut dyn Write) -> io::Result<()> {
    let help = command.render_long_help().to_string();
    writeln!(out, "\n## {name}\n\n```text")?;
    for line in help.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    writeln!(out, "```")?;
    for below in command.get_subcommands_mut().filter(|below| !below.is_hide_set()) {
        let name = format!("{name} {}", below.get_name());
        section(below, &name, out)?;
    }
    Ok(())
}
