//! The history of facts, as people and programs read it.

use super::short;
use crate::context::Context;
use crate::output::escape::{brief, code};
use crate::output::json::{TOOL, VERSION};
use crate::output::machine::pretty;
use crate::output::shown::shown;
use beian_core::change::Fact;
use beian_core::day::Day;
use beian_core::filed::State;
use beian_core::personal::Veil;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_records::timeline::{Origin, Timeline, ValueSince};
use serde::Serialize;
use std::io::{self, Write};

/// For a terminal.
pub(crate) fn text(found: &Timeline, context: &Context, out: &mut dyn Write) -> io::Result<()> {
    let lang = context.lang;
    for (fact, entries) in &found.facts {
        writeln!(out, "{}  {}", shown(&format!("{}/{fact}", found.id)), label(fact, lang))?;
        for entry in entries {
            writeln!(out, "  {}  {}", day(entry), value(fact, entry, &found.veil, lang))?;
            writeln!(out, "              {}", shown(&found.veil.text(origin(entry, lang).get(lang))))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// As a page.
pub(crate) fn markdown(found: &Timeline, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let heads = match lang {
        Lang::Zh => "| 日期 | 值 | 来源 |",
        Lang::En => "| day | value | from |",
    };
    writeln!(out, "# {}", code(&found.id, false))?;
    for (fact, entries) in &found.facts {
        writeln!(out, "\n## {} {}\n\n{heads}\n| --- | --- | --- |", brief(&label(fact, lang)), code(fact, false))?;
        for entry in entries {
            let value = code(&value(fact, entry, &found.veil, lang), true);
            writeln!(out, "| {} | {value} | {} |", day(entry), brief(&found.veil.text(origin(entry, lang).get(lang))))?;
        }
    }
    Ok(())
}

fn label(fact: &str, lang: Lang) -> String {
    Fact::parse(fact).map(|fact| fact.words().get(lang).to_owned()).unwrap_or_default()
}

fn day(entry: &ValueSince) -> String {
    entry.day.map_or_else(|| "—".to_owned(), |day| day.to_string())
}

/// The value as it may be shown; none is said in words.
fn value(fact: &str, entry: &ValueSince, veil: &Veil, lang: Lang) -> String {
    let none = match &entry.origin {
        Origin::Unread(_) => Words::fixed(
            "（读不懂，原值是否仍在不知道）",
            "(cannot be read; whether it still says the same is not known)",
        ),
        Origin::Recorded(_) | Origin::Filed { .. } => Words::fixed("（无）", "(nothing)"),
    };
    let shown_value = Fact::parse(fact).and_then(|fact| {
        let value = entry.value.as_ref()?;
        Some(veil.shown(&fact, value))
    });
    shown_value.map_or_else(|| none.get(lang).to_owned(), |value| shown(&value).into_owned())
}

fn origin(entry: &ValueSince, _lang: Lang) -> Words {
    match &entry.origin {
        Origin::Recorded(commit) | Origin::Unread(commit) => {
            let (id, author, summary) = (short(&commit.id), &commit.author, &commit.summary);
            words!("记录：{id} {author}：{summary}", "recorded: {id} {author}: {summary}")
        }
        Origin::Filed { stem, state, approved, effective } => filed(stem, *state, *approved, *effective),
    }
}

fn filed(stem: &str, state: State, approved: Option<Day>, effective: Option<Day>) -> Words {
    let said = match (state, approved) {
        (State::Approved, Some(day)) => words!("在案：{day} 通过", "on file: approved {day}"),
        (State::Approved, None) => Words::fixed("在案：期初已有", "on file: before the records begin"),
        _ => Words::fixed("办理中", "on its way"),
    };
    let Words { zh, en } = said;
    match effective {
        Some(day) => words!("{zh}，{day} 生效，订单 {stem}", "{en}, in effect {day}, filing {stem}"),
        None => words!("{zh}，订单 {stem}", "{en}, filing {stem}"),
    }
}

#[derive(Serialize)]
struct Document {
    version: u32,
    tool: &'static str,
    subject: String,
    facts: Vec<FactHistory>,
}

#[derive(Serialize)]
struct FactHistory {
    fact: String,
    label: String,
    values: Vec<Value>,
}

#[derive(Serialize)]
struct Value {
    day: Option<String>,
    value: Option<String>,
    /// `recorded`, `unread` (a commit from which on nobody can read what is recorded), `on-file` or `pending`.
    from: &'static str,
    filing: Option<String>,
    approved: Option<String>,
    effective: Option<String>,
    commit: Option<String>,
    author: Option<String>,
    summary: Option<String>,
}

/// For programs.
pub(crate) fn json(found: &Timeline, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let facts = found.facts.iter().map(|(fact, entries)| FactHistory {
        fact: shown(fact).into_owned(),
        label: label(fact, lang),
        values: entries.iter().map(|entry| json_value(fact, entry, &found.veil, lang)).collect(),
    });
    let document =
        Document { version: VERSION, tool: TOOL, subject: shown(&found.id).into_owned(), facts: facts.collect() };
    pretty(&document, out)
}

fn json_value(fact: &str, entry: &ValueSince, veil: &Veil, lang: Lang) -> Value {
    let text = |text: &str| Some(shown(&veil.text(text)).into_owned());
    let day = |day: &Option<Day>| day.map(|day| day.to_string());
    let mut found = Value {
        day: day(&entry.day),
        value: entry.value.as_ref().map(|_| value(fact, entry, veil, lang)),
        from: "recorded",
        filing: None,
        approved: None,
        effective: None,
        commit: None,
        author: None,
        summary: None,
    };
    match &entry.origin {
        Origin::Recorded(commit) | Origin::Unread(commit) => {
            if matches!(entry.origin, Origin::Unread(_)) {
                found.from = "unread";
            }
            found.commit = Some(commit.id.clone());
            found.author = text(&commit.author);
            found.summary = text(&commit.summary);
        }
        Origin::Filed { stem, state, approved, effective } => {
            found.from = if *state == State::Approved { "on-file" } else { "pending" };
            found.filing = text(stem);
            found.approved = day(approved);
            found.effective = day(effective);
        }
    }
    found
}
