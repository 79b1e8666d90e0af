//! A table of findings for a job summary or the comment on a change.

use super::escape::{code, escaped};
use super::report::Report;
use super::short;
use super::summary;
use beian_core::words;
use beian_core::words::Lang;
use beian_records::locate::Located;
use std::io::{self, Write};

/// The most rows: a comment may have 64 KB, and nobody reads more.
const MOST: usize = 200;

/// Writes the report.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let (title, head) = match lang {
        Lang::Zh => ("备案记录检查", "| 级别 | 规则 | 位置 | 问题 | 办法 |"),
        Lang::En => ("Filing records", "| Severity | Rule | Place | Finding | Help |"),
    };
    writeln!(out, "## beian: {title}\n")?;
    let mut last = Vec::new();
    summary::write(report, lang, &mut last)?;
    for line in String::from_utf8_lossy(&last).lines() {
        writeln!(out, "{}\n", escaped(line))?;
    }
    if report.findings.is_empty() {
        return Ok(());
    }
    writeln!(out, "{head}\n| --- | --- | --- | --- | --- |")?;
    for finding in report.heaviest_first().into_iter().take(MOST) {
        writeln!(out, "{}", row(finding, lang))?;
    }
    if let Some(rest @ 1..) = report.findings.len().checked_sub(MOST) {
        let said = words!("另有 {rest} 处没有列出", "and {rest} more that are not listed");
        writeln!(out, "\n{}", escaped(said.get(lang)))?;
    }
    Ok(())
}

fn row(finding: &Located, lang: Lang) -> String {
    let cells = [
        finding.severity.words().get(lang).to_owned(),
        format!("{} {}", finding.rule.code, finding.rule.name),
        code(&short::place(&finding.location), true),
        escaped(finding.message.get(lang)),
        escaped(finding.help.get(lang)),
    ];
    format!("| {} |", cells.join(" | "))
}
