//! `beian due`: what is to be done by when.

mod gather;

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::due::{Report, calendar, csv, json, markdown, robot, text};
use crate::pass::{Pass, tell_lost, tell_unused};
use crate::repository::from_here;
use beian_core::words;
use beian_core::words::Words;
use beian_records::beside;
use clap::{Args, ValueEnum};
use std::io::Write;
use std::path::{Path, PathBuf};

/// List the days to keep, what is late first
///
/// The days are those that rules and dossiers count: text messages, the administration's review, changes ahead of
/// their effect, letters, the filing with the police, and the ends of domains, servers, certificates, approvals and
/// licences. A day that would need a calendar of working days that is not published yet is said to be unknown.
/// Personal numbers are masked. Exit status: 0 listed, 1 by --fail-on, 2 usage or configuration, 3 no subject found,
/// 4 not all could be seen or read, so that something may be missing.
#[derive(Debug, Args)]
pub(crate) struct DueArgs {
    /// The records folder, or a group or subject in it [default: by beian.yaml, or `records`]
    path: Option<PathBuf>,
    /// Only what is late or due within so much time, as in 30d or 4w; what has no day is listed all the same
    #[arg(long, value_name = "TIME", value_parser = days)]
    within: Option<i64>,
    /// Only services that somebody in the house looks after, by `owner` in services.yaml
    #[arg(long, value_name = "NAME")]
    owner: Vec<String>,
    /// Only these subjects, by their identities
    #[arg(long, value_name = "ID")]
    subject: Vec<String>,
    /// How they are shown
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Whom a message mentions: ids of users at WeCom, DingTalk or Feishu, or `all`
    #[arg(long, value_name = "USER")]
    mention: Vec<String>,
    /// A calendar that was written before: what stood in it and has no day any more is cancelled (ics)
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    /// Exit with 1 if something is late (overdue), or late or due within a time (within:7d)
    #[arg(long, value_name = "WHAT", value_parser = fail_on)]
    fail_on: Option<i64>,
}

/// How days to keep are shown.
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
    /// A calendar (iCalendar, RFC 5545) with alarms; the UID of an entry stays the same
    Ics,
    /// Bodies of messages for a WeCom (企业微信) group robot, one JSON a line
    Wecom,
    /// Bodies of messages for a DingTalk (钉钉) group robot, one JSON a line
    Dingtalk,
    /// Bodies of messages for a Feishu (飞书) group robot, one JSON a line
    Feishu,
}

/// The most days that an option may name.
const MOST: i64 = 100_000;

/// Reads a time such as `30d` or `4w`.
fn days(text: &str) -> Result<i64, String> {
    let unit = |ending, length: i64| text.strip_suffix(ending).map(|count: &str| (count, length));
    let (count, length) = unit('d', 1).or_else(|| unit('w', 7)).unwrap_or((text, 1));
    let is_number = !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit());
    let days = count.parse::<i64>().ok().filter(|_| is_number).and_then(|count| count.checked_mul(length));
    days.filter(|days| *days <= MOST).ok_or_else(|| "write days or weeks, as in 30d or 4w".to_owned())
}

/// Reads what ends the run with a status of its own: the number of days from today on, less than nothing for what is
/// late alone.
fn fail_on(text: &str) -> Result<i64, String> {
    match text.strip_prefix("within:") {
        Some(time) => days(time),
        None if text == "overdue" => Ok(-1),
        None => Err("write overdue, or within: and a time, as in within:7d".to_owned()),
    }
}

/// Runs it.
pub(crate) fn run(args: &DueArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    if !args.mention.is_empty() && !matches!(args.format, Format::Wecom | Format::Dingtalk | Format::Feishu) {
        return Err(Failure::usage(Words::fixed(
            "--mention 只能和 wecom、dingtalk、feishu 一起用",
            "--mention goes with wecom, dingtalk and feishu only",
        )));
    }
    if let Some(name) = args.mention.iter().find(|name| !robot::is_user(name)) {
        return Err(Failure::usage(words!(
            "--mention 的“{name}”不是用户标识",
            "--mention `{name}` is no id of a user"
        )));
    }
    if args.previous.is_some() && args.format != Format::Ics {
        return Err(Failure::usage(Words::fixed("--previous 只能和 ics 一起用", "--previous goes with ics only")));
    }
    let older = args.previous.as_deref().map(older).transpose()?.unwrap_or_default();
    let pass = Pass::open(args.path.as_deref(), context)?;
    let report = gather::gathered(args, &pass, context)?;
    tell_unused(&pass.repository, context.lang).map_err(Failure::writing)?;
    show(&report, &older, args, context, out).map_err(Failure::writing)?;
    out.flush().map_err(Failure::writing)?;
    let lacks = Words::fixed(
        "没有读到的内容里可能还有别的日子；beian validate 列出要改的地方",
        "what was not read may hold more days; `beian validate` lists what to mend",
    );
    tell_lost(&report.lost, &lacks, context.lang).map_err(Failure::writing)?;
    Ok(match (report.lost.is_empty(), report.fails) {
        (false, _) => Outcome::Unseen,
        (true, true) => Outcome::Findings,
        (true, false) => Outcome::Clean,
    })
}

/// More is no calendar of days to keep.
const LARGEST: u64 = 1 << 26;

/// What stands in a calendar that was written before.
fn older(file: &Path) -> Result<Vec<calendar::Older>, Failure> {
    let bytes = beside::named(file, &from_here(file), LARGEST)?;
    Ok(calendar::read(&String::from_utf8_lossy(&bytes)))
}

fn show(
    report: &Report,
    older: &[calendar::Older],
    args: &DueArgs,
    context: &Context,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let lang = context.lang;
    match args.format {
        Format::Text => text::write(report, context, out),
        Format::Markdown => markdown::write(report, lang, out),
        Format::Json => json::write(report, lang, out),
        Format::Csv => csv::write(report, lang, out),
        Format::Ics => calendar::write(report, older, lang, out)?.tell(lang),
        Format::Wecom => robot::write(report, robot::Robot::Wecom, &args.mention, lang, out),
        Format::Dingtalk => robot::write(report, robot::Robot::Dingtalk, &args.mention, lang, out),
        Format::Feishu => robot::write(report, robot::Robot::Feishu, &args.mention, lang, out),
    }
}

/// That nothing is called as an option says.
fn unknown(option: &str, name: &str) -> Failure {
    Failure::nothing(words!("没有哪里写着 {option} {name}", "nothing matches {option} {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_days_or_weeks() {
        assert_eq!((days("30d"), days("4w"), days("7")), (Ok(30), Ok(28), Ok(7)));
        for bad in ["", "d", "-1d", "3m", "1.5d", "99999999999999999999d", "9223372036854775807w", "３d"] {
            assert!(days(bad).is_err(), "{bad}");
        }
        assert_eq!((fail_on("overdue"), fail_on("within:1w")), (Ok(-1), Ok(7)));
        assert!(fail_on("within").is_err() && fail_on("7d").is_err());
    }
}
