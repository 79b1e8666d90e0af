//! `beian event`: what became of an order, written into the records.

mod open;

use crate::called::{all_seen, no_filing, parts, subject_named};
use crate::context::{Context, day};
use crate::failure::{Failure, Outcome};
use crate::repository::Repository;
use crate::writing::{Writing, not_amended};
use beian_core::day::{Day, When};
use beian_core::drafting::{Happened, event};
use beian_core::record::Vocabulary;
use beian_core::vocabulary::Event;
use beian_core::words;
use beian_core::words::{Words, nearest};
use beian_records::edit::{amended, placed};
use beian_records::limits::Limits;
use beian_records::read::read_subject;
use clap::Args;
use std::io::Write;
use std::path::Path;

/// Record what became of an order: submitted, verified, handed over, approved with its numbers
///
/// Appends the event to the filing, checked against the events before it and against today.
/// With the approval (管局通过, approved) come the numbers, which are written to the filing and
/// to what holds them; `since` and `until` of the accesses that the order is about; and `ended`
/// of what it ends. `opened` is written only with its day. An approval is taken only if the
/// records say what was approved. Everything else in the files stays as it is.
///
/// FILING is SUBJECT/STEM. Without EVENT, or without both, the orders are shown that are not
/// decided, with what may come next. Events are given by their Chinese term or in English.
///
/// Exit status: 0 written or shown, 2 usage, or an event that cannot come, 3 no such filing,
/// 4 the repository does not answer, or a file was changed meanwhile.
#[derive(Debug, Args)]
pub(crate) struct EventArgs {
    /// The filing, as SUBJECT/STEM
    filing: Option<String>,
    /// What happened
    event: Option<String>,
    /// When: a day, or a moment with its offset [default: today]
    #[arg(long, value_name = "WHEN")]
    when: Option<String>,
    /// Whom it concerns: a key of people.yaml
    #[arg(long, value_name = "PERSON")]
    who: Option<String>,
    /// The reason of a rejection, or another note
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The number of the order at the provider
    #[arg(long, value_name = "NUMBER")]
    order: Option<String>,
    /// A number granted: subject=…, services/shop=…
    #[arg(long, value_name = "OF=NUMBER")]
    grant: Vec<String>,
    /// The day on which a service opened: DATE if the order covers one, else services/shop=DATE
    #[arg(long, value_name = "DATE")]
    opened: Vec<String>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Runs it.
pub(crate) fn run(args: &EventArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let records = Repository::open(context, Path::new("."))?;
    let (tables, records) = (records.grounds.tables(), records.records()?);
    let (Some(name), Some(named)) = (&args.filing, &args.event) else {
        return open::show(args.filing.as_deref(), &records, context, out);
    };
    let (subject, stem) = parts(name)?;
    let writing = Writing::into(&records, args.dry_run, context)?;
    let raw = subject_named(name, subject, &records)?;
    let read = read_subject(&raw, &Limits::default());
    all_seen(&read.lost, &records)?;
    let Some(dated) = read.subject.filings.iter().find(|dated| &*dated.stem == stem) else {
        let stems: Vec<&str> = read.subject.filings.iter().map(|dated| &*dated.stem).collect();
        return Err(no_filing(subject, stem, &stems));
    };
    let happened =
        args.happened(named, dated.record.value.covers.items().iter().map(|item| &*item.value.0), context)?;
    let edits = event((tables, context.today), &read.subject, dated, &happened).map_err(Failure::usage)?;
    let edits: Vec<_> = edits.iter().filter_map(placed).collect();
    let amended = amended(&raw, &edits).map_err(|error| not_amended(&records, &error))?;
    writing.lay(&amended.files, out)?;
    Ok(Outcome::Clean)
}

impl EventArgs {
    fn happened<'a>(
        &self,
        named: &str,
        covers: impl Iterator<Item = &'a str>,
        context: &Context,
    ) -> Result<Happened, Failure> {
        let at = match &self.when {
            Some(text) => When::parse(text).map_err(|Words { zh, en }| {
                Failure::usage(words!("--when 的值“{text}”：{zh}", "--when `{text}`: {en}"))
            })?,
            None => When::Day(context.today),
        };
        let services: Vec<&str> = covers.filter(|scope| scope.starts_with("services/")).collect();
        Ok(Happened {
            at,
            event: called(named)?,
            who: self.who.clone(),
            note: self.note.clone(),
            order: self.order.clone(),
            grants: self.grant.iter().map(|text| grant(text)).collect::<Result<_, _>>()?,
            opened: self.opened.iter().map(|text| opened(text, &services)).collect::<Result<_, _>>()?,
        })
    }
}

/// The event of a word: the term, another word for it, or the English one.
fn called(word: &str) -> Result<Event, Failure> {
    let terms = Event::INFO.terms;
    Event::INFO.meant(word).and_then(Event::from_index).ok_or_else(|| {
        let all =
            terms.iter().map(|term| format!("{} {}", term.canonical, term.english)).collect::<Vec<_>>().join("、");
        let near = nearest(word, terms.iter().flat_map(|term| [term.canonical, term.english]));
        let failure = Failure::usage(words!("没有“{word}”这种事件", "there is no event `{word}`"));
        match near {
            Some(near) => failure.hint(words!("是不是 {near}？", "did you mean {near}?")),
            None => failure.hint(words!("可选：{all}", "there are: {all}")),
        }
    })
}

fn grant(text: &str) -> Result<(String, String), Failure> {
    let parts = text.split_once('=').map(|(of, number)| (of.trim(), number.trim()));
    let (of, number) = parts.filter(|(of, number)| !of.is_empty() && !number.is_empty()).ok_or_else(|| {
        Failure::usage(words!("--grant {text} 要写成“对象=号码”", "--grant {text} must be OF=NUMBER")).hint(
            Words::fixed(
                "如 --grant subject=浙ICP备2021000017号 --grant services/shop=浙ICP备2021000017号-1",
                "as in --grant subject=浙ICP备2021000017号 --grant services/shop=浙ICP备2021000017号-1",
            ),
        )
    })?;
    Ok((of.to_owned(), number.to_owned()))
}

fn opened(text: &str, services: &[&str]) -> Result<(String, Day), Failure> {
    if let Some((of, date)) = text.split_once('=') {
        return Ok((of.trim().to_owned(), day("--opened", date.trim())?));
    }
    match services {
        [one] => Ok(((*one).to_owned(), day("--opened", text)?)),
        _ => Err(Failure::usage(Words::fixed(
            "订单涉及的服务不止一项，写明是哪一项：--opened services/shop=日期",
            "the order covers not one service alone: say which, as in --opened services/shop=DATE",
        ))),
    }
}
