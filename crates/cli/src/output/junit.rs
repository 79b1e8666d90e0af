//! `JUnit` XML: one test case a finding, which failed if it counts for the exit status.

use super::report::Report;
use super::short;
use super::shown::shown;
use beian_core::markup::escaped;
use beian_core::words::Lang;
use beian_records::locate::Located;
use std::io::{self, Write};

/// Writes the report.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    // A run without test cases is taken for one that tested nothing.
    let tests = report.findings.len().max(1);
    let failures = report.findings.iter().filter(|finding| report.counts(finding)).count();
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<testsuites name="beian" tests="{tests}" failures="{failures}" errors="0">"#)?;
    writeln!(out, r#"  <testsuite name="beian validate" tests="{tests}" failures="{failures}" errors="0">"#)?;
    if report.findings.is_empty() {
        writeln!(out, r#"    <testcase classname="beian" name="validate"/>"#)?;
    }
    for finding in &report.findings {
        case(finding, report.counts(finding), lang, out)?;
    }
    writeln!(out, "  </testsuite>\n</testsuites>")
}

fn case(finding: &Located, failed: bool, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let (rule, location) = (finding.rule, &finding.location);
    let about = if finding.fact.is_empty() { shown(&location.path) } else { shown(&finding.fact) };
    write!(
        out,
        r#"    <testcase classname="beian.{}" name="{}" file="{}""#,
        rule.code,
        escaped(&format!("{} {about}", rule.name)),
        escaped(&shown(&location.path)),
    )?;
    if location.line != 0 {
        write!(out, r#" line="{}""#, location.line)?;
    }
    let text = escaped(&short::line(finding, lang));
    if failed {
        let message = escaped(&shown(finding.message.get(lang)));
        writeln!(out, ">\n      <failure message=\"{message}\" type=\"{}\">{text}</failure>", rule.code)?;
    } else {
        writeln!(out, ">\n      <system-out>{text}</system-out>")?;
    }
    writeln!(out, "    </testcase>")
}
