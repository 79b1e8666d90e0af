//! `beian status`: how far each subject and service has come.

mod gather;

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::status::{Report, Row, Sort, csv, json, markdown, text};
use crate::output::stream;
use crate::pass::tell_unused;
use beian_core::names::Province;
use beian_core::progress::Phase;
use beian_core::status::Status;
use beian_core::words;
use beian_core::words::{Words, nearest};
use clap::{Args, ValueEnum};
use std::io::{self, Write};
use std::path::PathBuf;

/// Show how far each subject and service has come, and what is done next: one line each
///
/// What is urgent stands first. The days are those that `beian due` lists, the findings those of `beian validate`
/// without a look at the files in evidence/. Exit status: 0 shown, 2 usage or configuration, 3 no subject found, or
/// none that is meant, 4 not all could be seen.
#[derive(Debug, Args)]
pub(crate) struct StatusArgs {
    /// The records folder, or a group or subject in it [default: by beian.yaml, or `records`]
    path: Option<PathBuf>,
    /// What comes first
    #[arg(long, value_enum, default_value = "urgency")]
    sort: SortArg,
    /// Only subjects of this province, by its name or letter
    #[arg(long, value_name = "NAME")]
    province: Vec<String>,
    /// Only what is connected by this provider
    #[arg(long, value_name = "NAME")]
    provider: Vec<String>,
    /// Only what stands so, by the word that is shown: a status such as 已备案, or how far it has come, such as ready
    #[arg(long, value_name = "WORD")]
    status: Vec<String>,
    /// Only services that somebody in the house looks after, by `owner` in services.yaml
    #[arg(long, value_name = "NAME")]
    owner: Vec<String>,
    /// Only these subjects, by their identities
    #[arg(long, value_name = "ID")]
    subject: Vec<String>,
    /// How it is shown
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// List also what is in order and not due soon, where there are too many lines for that (text)
    #[arg(long)]
    all: bool,
}

/// What comes first.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum SortArg {
    /// What is late, then what is to be done soon
    Urgency,
    /// By subject and service
    Subject,
    /// By status and how far it has come
    Status,
    /// By the day of the next act
    Day,
}

/// How it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal
    Text,
    /// A table for pages and comments
    Markdown,
    /// For programs, version 1
    Json,
    /// A table for spreadsheets: UTF-8 with a mark, lines end with CRLF
    Csv,
}

/// Runs it.
pub(crate) fn run(args: &StatusArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let wanted = Wanted::of(args)?;
    let mut found = gather::gathered(args.path.as_deref(), context)?;
    tell_unused(&found.repository, context.lang).map_err(Failure::writing)?;
    let is_any = !found.report.rows.is_empty();
    found.report.rows.retain(|row| wanted.takes(row, &found.repository.grounds.tables().clouds));
    if found.report.rows.is_empty() && is_any {
        return Err(Failure::nothing(Words::fixed("没有符合条件的主体或服务", "no subject or service is meant")));
    }
    let report = &mut found.report;
    report.sort(match args.sort {
        SortArg::Urgency => Sort::Urgency,
        SortArg::Subject => Sort::Subject,
        SortArg::Status => Sort::Status,
        SortArg::Day => Sort::Day,
    });
    show(report, args, context, out).map_err(Failure::writing)?;
    out.flush().map_err(Failure::writing)?;
    if report.unseen == 0 {
        return Ok(Outcome::Clean);
    }
    let count = report.unseen;
    let said = words!(
        "注意: {count} 个文件或文件夹没有看到，以上未必完整；beian validate 列出它们",
        "warning: {count} files or folders were not seen, so that this may not be all; `beian validate` lists them"
    );
    writeln!(stream::stderr(), "{}", said.get(context.lang)).map_err(Failure::writing)?;
    Ok(Outcome::Unseen)
}

fn show(report: &Report, args: &StatusArgs, context: &Context, out: &mut dyn Write) -> io::Result<()> {
    match args.format {
        Format::Text => text::write(report, args.all, context, out),
        Format::Markdown => markdown::write(report, context.lang, out),
        Format::Json => json::write(report, context.lang, out),
        Format::Csv => csv::write(report, context.lang, out),
    }
}

/// What is meant.
struct Wanted<'a> {
    args: &'a StatusArgs,
    provinces: Vec<&'static Province>,
    statuses: Vec<Status>,
    phases: Vec<Phase>,
}

impl<'a> Wanted<'a> {
    fn of(args: &'a StatusArgs) -> Result<Self, Failure> {
        let mut wanted = Self { args, provinces: Vec::new(), statuses: Vec::new(), phases: Vec::new() };
        for name in &args.province {
            wanted.provinces.push(Province::meant(name).ok_or_else(|| {
                Failure::usage(words!("没有省份 {name}", "there is no province {name}")).hint(Words::fixed(
                    "写名称、简称或备案号的字，如 广东 或 粤",
                    "write a name or letter, as in 广东 or 粤",
                ))
            })?);
        }
        for word in &args.status {
            let is = |words: &Words, id: &str| *word == *words.zh || *word == *words.en || word == id;
            let statuses: Vec<Status> =
                Status::ALL.iter().copied().filter(|status| is(&status.words(), status.id())).collect();
            let phases: Vec<Phase> =
                Phase::ALL.iter().copied().filter(|phase| is(&phase.words(), phase.id())).collect();
            if statuses.is_empty() && phases.is_empty() {
                return Err(unknown_status(word));
            }
            wanted.statuses.extend(statuses);
            wanted.phases.extend(phases);
        }
        Ok(wanted)
    }

    fn takes(&self, row: &Row, clouds: &beian_core::names::Clouds) -> bool {
        let args = self.args;
        let is_provider =
            |name: &String| row.access.iter().any(|(provider, _)| clouds.is_same_provider(provider, name));
        let of_status = self.statuses.is_empty() && self.phases.is_empty()
            || self.statuses.contains(&row.status)
            || self.phases.contains(&row.phase);
        of_status
            && (self.provinces.is_empty()
                || row.province.is_some_and(|of| self.provinces.iter().any(|one| one.code == of.code)))
            && (args.provider.is_empty() || args.provider.iter().any(is_provider))
            && (args.owner.is_empty() || row.owner.as_ref().is_some_and(|owner| args.owner.contains(owner)))
            && (args.subject.is_empty() || args.subject.contains(&row.subject))
    }
}

fn unknown_status(word: &str) -> Failure {
    let failure = Failure::usage(words!("没有状态 {word}", "there is no status {word}"));
    let all = Status::ALL.iter().map(|status| status.words().zh).chain(Phase::ALL.iter().map(|phase| phase.words().zh));
    let all: Vec<_> = all.map(std::borrow::Cow::into_owned).collect();
    match nearest(word, all.iter().map(String::as_str)) {
        Some(near) => failure.hint(words!("是不是 {near}？", "did you mean {near}?")),
        None => {
            let list = all.join("、");
            failure.hint(words!("有：{list}", "there are: {list}"))
        }
    }
}
