//! Days to keep for a terminal: a line each, what is late first.

use super::{Item, Report, State};
use crate::context::Context;
use crate::output::columns::{padded, width};
use crate::output::rule_set::rule_set;
use crate::output::shown::shown;
use beian_core::day::Day;
use beian_core::words;
use beian_core::words::{Lang, Words};
use std::io::{self, Write};

/// The widest name of a subject that others are aligned with, in columns.
const WIDEST: usize = 24;

/// Writes them.
pub(crate) fn write(report: &Report, context: &Context, out: &mut dyn Write) -> io::Result<()> {
    let lang = context.lang;
    let (today, items) = (report.today, &report.items);
    let distance = items.iter().map(|item| width(item.distance(today).get(lang))).max().unwrap_or(0);
    let subject = items.iter().map(|item| width(&shown(&item.subject))).filter(|width| *width <= WIDEST).max();
    let widths = (distance, subject.unwrap_or(0));
    for state in State::ALL {
        let mut group = report.of(state).peekable();
        if group.peek().is_some() {
            writeln!(out, "{}", state.words().get(lang))?;
            group.try_for_each(|item| writeln!(out, "{}", line(item, today, widths, lang)))?;
            writeln!(out)?;
        }
    }
    if !context.quiet {
        writeln!(out, "{}", report.counted().get(lang))?;
        writeln!(out, "{}", rule_set(&report.rules).get(lang))?;
    }
    Ok(())
}

fn line(item: &Item, today: Day, (distance, subject): (usize, usize), lang: Lang) -> String {
    let day = item.due.map_or_else(|| "—".to_owned(), |due| due.to_string());
    let said = item.distance(today);
    let (day, far) = (padded(&day, 10), padded(said.get(lang), distance));
    let mut line =
        format!("  {day}  {far}  {}  {}", padded(&shown(&item.subject), subject), shown(item.what.get(lang)));
    if let Some(rule) = item.rule {
        line += &format!(" [{rule}]");
    }
    if !item.owners.is_empty() {
        let (zh, en) = (item.owners.join("、"), item.owners.join(", "));
        line += &shown(words!("（{zh}）", " ({en})").get(lang));
    }
    line
}

/// A line of a message: what is due, without columns.
pub(super) fn short(item: &Item, today: Day, lang: Lang) -> String {
    let Words { zh, en } = item.distance(today);
    let day = item.due.map_or_else(|| "—".to_owned(), |due| due.to_string());
    let (subject, what) = (item.called(), item.what.get(lang));
    let owners = item.owners.join(if lang == Lang::Zh { "、" } else { ", " });
    let who = if owners.is_empty() { Words::default() } else { words!("（{owners}）", " ({owners})") };
    let (who_zh, who_en) = (who.zh, who.en);
    let said = words!("{day} {zh} · {subject}：{what}{who_zh}", "{day} {en} · {subject}: {what}{who_en}");
    shown(said.get(lang)).into_owned()
}
