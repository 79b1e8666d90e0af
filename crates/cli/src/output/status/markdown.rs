//! How far subjects and services have come, as a table for pages and comments.

use super::{Report, Row};
use crate::output::escape::{brief, code};
use crate::output::rule_set::rule_set;
use beian_core::words::{Lang, Words};
use std::io::{self, Write};

/// Writes it.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let title = Words::fixed("备案状态", "Status of filings");
    writeln!(out, "# {}\n\n{}\n", title.get(lang), report.counted().get(lang))?;
    let heads = match lang {
        Lang::Zh => "| 主体 | 服务 | 状态 | 进度 | 备案号 | 下一步 | 最迟 | 问题 | 接入 | 负责 |",
        Lang::En => "| subject | service | status | progress | number | next | by | faults | access | owner |",
    };
    writeln!(out, "{heads}\n|{}", " --- |".repeat(10))?;
    report.rows.iter().try_for_each(|row| writeln!(out, "{}", cells(row, report, lang)))?;
    writeln!(out, "\n{}", rule_set(&report.rules).get(lang))
}

fn cells(row: &Row, report: &Report, lang: Lang) -> String {
    let optional = |text: Option<&str>| text.map_or_else(|| "—".to_owned(), |text| code(text, true));
    let cells = [
        code(&row.subject, true),
        optional(row.service.as_deref()),
        row.status.words().get(lang).to_owned(),
        row.phase.words().get(lang).to_owned(),
        optional(row.number.as_deref()),
        brief(&row.act(lang)),
        row.day(report.today).get(lang).to_owned(),
        row.faults().get(lang).to_owned(),
        brief(&row.through()),
        optional(row.owner.as_deref()),
    ];
    format!("| {} |", cells.join(" | "))
}
