//! The report for people, in the manner of rustc: what, where with the line itself, what
//! to do, and what it rests on.

use super::draw::{draw, renderer};
use super::report::Report;
use super::rule_set::rule_set;
use super::short;
use super::shown::shown;
use super::summary;
use crate::context::Context;
use beian_core::rule::Severity;
use beian_core::tables::Later;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_records::locate::Located;
use beian_records::overlay::Named;
use std::io::{self, Write};

/// Writes the report. Notes are one line each unless they are asked for in full: an
/// imported register has hundreds, and errors must not drown in them.
pub(crate) fn write(report: &Report, context: &Context, out: &mut dyn Write) -> io::Result<()> {
    let renderer = renderer(context.color);
    let (notes, heavy): (Vec<&Located>, Vec<&Located>) =
        report.findings.iter().partition(|finding| finding.severity == Severity::Note && !context.verbose);
    for finding in heavy {
        writeln!(out, "{}\n", draw(finding, report.as_of, context.lang, &renderer))?;
    }
    if context.quiet {
        return Ok(());
    }
    for note in &notes {
        writeln!(out, "{}", short::line(note, context.lang))?;
    }
    if !notes.is_empty() {
        writeln!(out)?;
    }
    if let Some(Words { zh, en }) = Later::together(&report.later) {
        let day = report.as_of;
        let said = words!(
            "{day} 那天的口径不明，没有据以判断：{zh}",
            "what held on {day} is not known, and nothing was judged by it: {en}"
        );
        writeln!(out, "{}\n", said.get(context.lang))?;
    }
    if context.verbose {
        verbose(report, context.lang, out)?;
    }
    summary::write(report, context.lang, out)
}

/// What was found and is accepted, and by what was judged.
fn verbose(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for waived in &report.waived {
        let (line, reason, owner) = (short::line(&waived.finding, lang), &waived.reason, &waived.owner);
        let until = waived.until.map_or_else(String::new, |day| day.to_string());
        let said = words!("已豁免：{reason}（{owner}，到 {until}）", "waived: {reason} ({owner}, until {until})");
        writeln!(out, "{line}\n  {}", shown(said.get(lang)))?;
    }
    for Named { path, title, publisher, date, rows } in &report.overlays {
        let said = words!(
            "覆盖数据 {path}：{rows} 行，依据《{title}》（{publisher}，{date}）",
            "overlay {path}: {rows} rows, by {title} ({publisher}, {date})"
        );
        writeln!(out, "{}", shown(said.get(lang)))?;
    }
    writeln!(out, "{}", rule_set(&report.rules).get(lang))
}
