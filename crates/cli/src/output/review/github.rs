//! New findings as workflow commands, of which a runner of GitHub makes annotations.
//!
//! A runner shows ten annotations of a kind and step, and drops the rest without a word. So
//! the first ten of each kind are commands, and all of them stand in the log.

use super::Report;
use crate::output::runner::disarmed;
use crate::output::short;
use crate::output::shown::shown;
use beian_core::rule::Severity;
use beian_core::words;
use beian_core::words::Lang;
use beian_records::locate::Located;
use std::io::{self, Write};

/// How many annotations of a kind a runner shows for a step.
const MOST: usize = 10;

/// Writes the review's findings.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let findings = &report.review.findings;
    for (severity, kind) in [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "notice")] {
        for finding in findings.iter().filter(|finding| finding.severity == severity).take(MOST) {
            writeln!(out, "{}", command(kind, finding, lang))?;
        }
    }
    if !findings.is_empty() {
        let all = findings.len();
        writeln!(out, "::group::{}", words!("beian：全部 {all} 处新问题", "beian: all {all} new findings").get(lang))?;
        findings.iter().try_for_each(|finding| plain(&short::line(finding, lang), out))?;
        writeln!(out, "::endgroup::")?;
    }
    plain(report.counted().get(lang), out)
}

/// A line that is no command, whatever stands in it.
fn plain(line: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", disarmed(line, false))
}

fn command(kind: &str, finding: &Located, lang: Lang) -> String {
    let location = &finding.location;
    let mut properties = vec![format!("file={}", property(&shown(&location.path)))];
    if location.line != 0 {
        properties.push(format!("line={}", location.line));
        // A runner refuses columns of an annotation over several lines.
        if location.end_line <= location.line {
            properties.push(format!("col={}", location.column));
            properties.push(format!("endColumn={}", location.end_column.max(location.column)));
        }
    }
    properties.push(format!("title={} {}", finding.rule.code, finding.rule.name));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cannot_end_a_command() {
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
        assert_eq!(data("a:b,c%\r\n::error::x"), "a:b,c%25%0D%0A::error::x");
    }
}
