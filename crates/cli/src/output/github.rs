//! Workflow commands: the annotations that a runner of GitHub makes of lines.
//!
//! A runner shows ten annotations of a kind and step, and drops the rest without a word. So
//! the heaviest come first, ten of each kind, and every finding stands in a group of the log
//! with a line that says how many have no annotation.

use super::report::Report;
use super::runner::disarmed;
use super::short;
use super::shown::shown;
use super::summary;
use beian_core::rule::Severity;
use beian_core::words;
use beian_core::words::Lang;
use beian_records::locate::Located;
use std::io::{self, Write};

/// How many annotations of a kind a runner shows for a step.
const MOST: usize = 10;

/// Writes the report.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut left = 0;
    for (severity, kind) in [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "notice")] {
        let findings: Vec<&Located> = report.findings.iter().filter(|finding| finding.severity == severity).collect();
        for finding in findings.iter().take(MOST) {
            writeln!(out, "{}", command(kind, finding, lang))?;
        }
        left += findings.len().saturating_sub(MOST);
    }
    if !report.findings.is_empty() {
        let all = report.findings.len();
        writeln!(out, "::group::{}", words!("beian：全部 {all} 处问题", "beian: all {all} findings").get(lang))?;
        for finding in report.heaviest_first() {
            plain(&short::line(finding, lang), out)?;
        }
        writeln!(out, "::endgroup::")?;
    }
    if 0 < left {
        let said = words!(
            "另有 {left} 处没有标注：每一步每种只显示 {MOST} 处，全部问题见上面的日志分组",
            "and {left} more without an annotation: a step shows {MOST} of a kind; the group above has them all"
        );
        plain(said.get(lang), out)?;
    }
    let mut last = Vec::new();
    summary::write(report, lang, &mut last)?;
    String::from_utf8_lossy(&last).lines().try_for_each(|line| plain(line, out))
}

/// A line that is no command, whatever stands in it.
fn plain(line: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", disarmed(line, false))
}

fn command(kind: &str, finding: &Located, lang: Lang) -> String {
    let location = &finding.location;
    let mut properties = vec![("file", shown(&location.path).into_owned())];
    if location.line != 0 {
        properties.push(("line", location.line.to_string()));
        properties.push(("endLine", location.end_line.max(location.line).to_string()));
        // A runner refuses columns of an annotation over several lines.
        if location.end_line <= location.line {
            properties.push(("col", location.column.to_string()));
            properties.push(("endColumn", location.end_column.max(location.column).to_string()));
        }
    }
    properties.push(("title", format!("{} {}", finding.rule.code, finding.rule.name)));
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    let message = format!("{}\n{}", shown(finding.message.get(lang)), shown(finding.help.get(lang)));
    format!("::{kind} {}::{}", properties.join(","), data(&message))
}

/// Text after the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
