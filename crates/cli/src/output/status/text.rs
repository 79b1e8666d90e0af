//! How far subjects and services have come, for a terminal: a line each, aligned.

use super::{Report, Row, Urgency};
use crate::context::Context;
use crate::output::columns::{fitted, padded, terminal, width};
use crate::output::rule_set::rule_set;
use crate::output::shown::shown;
use beian_core::words;
use beian_core::words::{Lang, Words};
use std::io::{self, Write};

/// So many lines are shown whatever they say.
const MANY: usize = 200;

/// The columns of a line, as they are called, and the most that each takes of a terminal.
const COLUMNS: [(Words, usize); 8] = [
    (Words::fixed("主体/服务", "subject/service"), 32),
    (Words::fixed("状态", "status"), 14),
    (Words::fixed("进度", "progress"), 32),
    (Words::fixed("最迟", "by"), 28),
    (Words::fixed("问题", "faults"), 12),
    (Words::fixed("下一步", "next"), 48),
    (Words::fixed("备案号", "number"), 28),
    (Words::fixed("接入", "access"), 24),
];

/// The column that gives way, and those that are left out first where a terminal is narrow.
const NEXT: usize = 5;
const LEAST: usize = 24;
const GIVE_WAY: [usize; 3] = [7, 6, 1];

/// Writes them.
pub(crate) fn write(report: &Report, all: bool, context: &Context, out: &mut dyn Write) -> io::Result<()> {
    let lang = context.lang;
    let is_shown = |row: &&Row| all || report.rows.len() <= MANY || tells(row, report);
    let rows: Vec<Vec<String>> = report.rows.iter().filter(is_shown).map(|row| cells(row, report, lang)).collect();
    let heads: Vec<String> = COLUMNS.iter().map(|(head, _)| head.get(lang).to_owned()).collect();
    let widths = widths(&heads, &rows, terminal());
    if !rows.is_empty() {
        writeln!(out, "{}", line(&heads, &widths))?;
    }
    rows.iter().try_for_each(|row| writeln!(out, "{}", line(row, &widths)))?;
    if context.quiet {
        return Ok(());
    }
    let hidden = report.rows.len() - rows.len();
    writeln!(out)?;
    if 0 < hidden {
        let said = words!(
            "另有 {hidden} 行正常或已终止，没有列出（--all 列出）",
            "{hidden} more lines are in order or ended and not listed (--all lists them)"
        );
        writeln!(out, "{}", said.get(lang))?;
    }
    writeln!(out, "{}", report.counted().get(lang))?;
    writeln!(out, "{}", rule_set(&report.rules).get(lang))
}

/// Whether a line tells of something that is to be done soon, or is wrong.
fn tells(row: &Row, report: &Report) -> bool {
    row.urgency(report.today) < Urgency::InOrder || row.findings[0] + row.findings[1] != 0
}

fn cells(row: &Row, report: &Report, lang: Lang) -> Vec<String> {
    let text = |text: &str| shown(text).into_owned();
    let dash = |text: String| if text.is_empty() { "—".to_owned() } else { text };
    vec![
        text(&row.called()),
        row.status.words().get(lang).to_owned(),
        row.phase.words().get(lang).to_owned(),
        dash(row.day(report.today).get(lang).to_owned()),
        row.faults().get(lang).to_owned(),
        text(&row.act(lang)),
        text(row.number.as_deref().unwrap_or("—")),
        text(&row.through()),
    ]
}

/// How wide each column is; none is nothing, which leaves it out.
fn widths(heads: &[String], rows: &[Vec<String>], room: Option<usize>) -> Vec<usize> {
    let widest = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at));
        let head = heads.get(at).map_or(0, |head| width(head));
        cells.map(|cell| width(cell)).max().map_or(0, |cell| if cell == 0 { 0 } else { cell.max(head) })
    };
    let mut widths: Vec<usize> = COLUMNS.iter().enumerate().map(|(at, (_, most))| widest(at).min(*most)).collect();
    let Some(room) = room else {
        // Nobody cuts what goes to a file.
        return (0..COLUMNS.len()).map(widest).collect();
    };
    let total = |widths: &[usize]| widths.iter().filter(|width| 0 < **width).map(|width| width + 2).sum::<usize>();
    for at in std::iter::once(None).chain(GIVE_WAY.into_iter().map(Some)) {
        if let Some(width) = at.and_then(|at| widths.get_mut(at)) {
            *width = 0;
        }
        let over = total(&widths).saturating_sub(room + 2);
        let next = widths.get(NEXT).copied().unwrap_or(0);
        if over == 0 || LEAST + over <= next || at == GIVE_WAY.last().copied() {
            if let Some(width) = widths.get_mut(NEXT) {
                *width = next.saturating_sub(over).max(LEAST.min(next));
            }
            break;
        }
    }
    widths
}

fn line(cells: &[String], widths: &[usize]) -> String {
    let shown = cells.iter().zip(widths).filter(|(_, width)| 0 < **width);
    let line: Vec<String> = shown.map(|(cell, width)| padded(&fitted(cell, *width), *width)).collect();
    line.join("  ").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_terminal_gets_narrow_lines() {
        let row: Vec<String> = [
            "甲公司/网站",
            "已备案",
            "待公安联网备案",
            "2026-12-01 还有 10 天",
            "1 错",
            "办理公安联网备案",
            "浙ICP备2021000017号-1",
            "阿里云",
        ]
        .map(str::to_owned)
        .to_vec();
        let heads: Vec<String> = COLUMNS.iter().map(|(head, _)| head.zh.to_string()).collect();
        for room in 80..200 {
            let widths = widths(&heads, std::slice::from_ref(&row), Some(room));
            assert!(width(&line(&row, &widths)) <= room, "{room}: {widths:?}");
        }
        let whole = widths(&heads, std::slice::from_ref(&row), None);
        assert!(line(&row, &whole).ends_with("阿里云"));
    }
}
