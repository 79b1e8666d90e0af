//! Days to keep as a table for pages and comments.

use super::{Item, Report};
use crate::output::escape::{brief, code};
use crate::output::rule_set::rule_set;
use beian_core::day::Day;
use beian_core::words::{Lang, Words};
use std::io::{self, Write};

/// Writes it.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let title = Words::fixed("到期事项", "Days to keep");
    writeln!(out, "# {}\n\n{}\n", title.get(lang), report.counted().get(lang))?;
    if !report.items.is_empty() {
        let heads = match lang {
            Lang::Zh => "| 最迟 | | 主体 | 事项 | 服务 | 负责 | 规则 |",
            Lang::En => "| by | | subject | what | services | owners | rule |",
        };
        writeln!(out, "{heads}\n| --- | --- | --- | --- | --- | --- | --- |")?;
        report.items.iter().try_for_each(|item| writeln!(out, "{}", row(item, report.today, lang)))?;
        writeln!(out)?;
    }
    writeln!(out, "{}", rule_set(&report.rules).get(lang))
}

fn row(item: &Item, today: Day, lang: Lang) -> String {
    let day = item.due.map_or_else(|| "—".to_owned(), |due| due.to_string());
    let list = |all: &[String]| all.iter().map(|one| code(one, true)).collect::<Vec<_>>().join(" ");
    let (far, what) = (item.distance(today), brief(item.what.get(lang)));
    let (services, owners, rule) = (list(&item.services), list(&item.owners), item.rule.unwrap_or("—"));
    format!("| {day} | {} | {} | {what} | {services} | {owners} | {rule} |", far.get(lang), code(&item.subject, true))
}
