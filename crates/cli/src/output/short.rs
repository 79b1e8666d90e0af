//! One line a finding: for editors, `grep` and logs.

use super::report::Report;
use super::shown::shown;
use beian_core::rule::Severity;
use beian_core::words::Lang;
use beian_records::locate::{Located, Location};
use std::io::{self, Write};

/// Writes the findings.
pub(crate) fn write(report: &Report, lang: Lang, quiet: bool, out: &mut dyn Write) -> io::Result<()> {
    for finding in &report.findings {
        if !(quiet && finding.severity == Severity::Note) {
            writeln!(out, "{}", line(finding, lang))?;
        }
    }
    Ok(())
}

/// A finding in one line.
pub(crate) fn line(finding: &Located, lang: Lang) -> String {
    let between = match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    };
    format!(
        "{}: {}[{}] {}{between}{}",
        place(&finding.location),
        finding.severity.words().get(lang),
        finding.rule.code,
        shown(finding.message.get(lang)),
        shown(finding.help.get(lang))
    )
}

/// `path:line:column`, or only the path where there is no line.
pub(crate) fn place(location: &Location) -> String {
    let path = shown(&location.path);
    match location.line {
        0 => path.into_owned(),
        line => format!("{path}:{line}:{}", location.column),
    }
}
