//! Periods as people read them: a line each, or a page.

use super::shown::shown;
use beian_core::day::Day;
use beian_core::rules;
use beian_core::tables::{Direction, Period, Periods};
use beian_core::words;
use beian_core::words::{Lang, Words};
use std::io::{self, Write};

/// One line a period.
pub(crate) fn list(periods: &Periods, day: Day, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for period in periods.all() {
        let (id, told, basis) = (period.kind.id(), told(period), period.basis(day));
        writeln!(out, "{id}  {}  {}", shown(told.get(lang)), shown(basis.get(lang)))?;
    }
    Ok(())
}

/// What stands above the periods on their page.
const ABOUT: [&str; 4] = [
    "本页由 `beian periods --format markdown` 从数据表 `periods` 生成，请勿手改。规则、到期日、信函和文档的期限都取自\
     这张表，覆盖一行即改变全部。",
    "Made from the table `periods` by `beian periods --format markdown`. Rules, due days, letters and documents take \
     each period from it, so that a row of your own reaches them all.",
    "备案的规定没有写起算的当日计不计入、最后一日是休息日怎么办：这里参照民法典计算，系本程序的理解，逐条注明。没有\
     放假安排的年份不推算工作日。",
    "No text on filing says whether the day of the event counts, or what becomes of a last day on which nobody works: \
     here it is counted after the Civil Code, which is a reading of this program and marked where it is one. Working \
     days of a year without a calendar are not guessed.",
];

/// The page of all periods: both languages, Chinese first.
pub(crate) fn page(periods: &Periods, day: Day, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# 期限 · Periods\n")?;
    for paragraph in ABOUT {
        writeln!(out, "{paragraph}\n")?;
    }
    writeln!(out, "| 代号 id | 期限 | Period |\n| --- | --- | --- |")?;
    for period in periods.all() {
        let (id, Words { zh, en }) = (period.kind.id(), told(period));
        writeln!(out, "| `{id}` | {zh} | {en} |")?;
    }
    periods.all().try_for_each(|period| section(period, day, out))
}

fn section(period: &Period, day: Day, out: &mut dyn Write) -> io::Result<()> {
    let whose = period.provider.as_ref().map(|name| format!(" · {name}")).unwrap_or_default();
    let Words { zh, en } = period.kind.words();
    writeln!(out, "\n## {}{whose}\n\n{zh} · {en}\n", period.kind.id())?;
    let (length, counting, basis) = (told(period), period.counting(day), period.basis(day));
    writeln!(out, "- 期限 Period: {} · {}", length.zh, length.en)?;
    writeln!(out, "- 计算 Counting: {} · {}", counting.zh, counting.en)?;
    let (confidence, checked) = (period.provenance.confidence.as_str(), period.provenance.checked);
    writeln!(out, "- 依据 Basis: {} · {} ({confidence}, {checked}{})", basis.zh, basis.en, held(period))?;
    let counts = rules::all().filter(|rule| rule.periods().any(|kind| kind == period.kind));
    let codes: Vec<&str> = counts.map(|rule| rule.code).collect();
    if !codes.is_empty() {
        writeln!(out, "- 规则 Rules: {}", codes.join(", "))?;
    }
    Ok(())
}

/// From when to when the sources show it.
fn held(period: &Period) -> String {
    match (period.provenance.since, period.provenance.until) {
        (None, None) => String::new(),
        (Some(since), None) => format!("; {since} –"),
        (None, Some(until)) => format!("; – {until}"),
        (Some(since), Some(until)) => format!("; {since} – {until}"),
    }
}

/// How long it is, and before or after what.
fn told(period: &Period) -> Words {
    let whose = period.provider.as_ref().map_or_else(Words::default, |name| words!("{name}：", "{name}: "));
    let (Words { zh, en }, event) = (period.words(), &period.event);
    let (event_zh, event_en) = (&event.zh, &event.en);
    let (whose_zh, whose_en) = (whose.zh, whose.en);
    match period.direction {
        Direction::Before => words!("{whose_zh}{event_zh}前 {zh}", "{whose_en}{en} before {event_en}"),
        Direction::After => words!("{whose_zh}{event_zh}起 {zh}内", "{whose_en}within {en} of {event_en}"),
    }
}
