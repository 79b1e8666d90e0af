//! The code quality report of GitLab.

use super::machine::pretty;
use super::report::Report;
use super::shown::shown;
use beian_core::rule::Severity;
use beian_core::words::Lang;
use beian_records::locate::Located;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    /// One of a kind in a report, and the same as long as the finding is.
    fingerprint: String,
    severity: &'static str,
    location: Place,
}

#[derive(Serialize)]
struct Place {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
}

/// Writes the report.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let fingerprints = report.fingerprints();
    let issues: Vec<Issue> =
        report.findings.iter().zip(fingerprints).map(|(finding, name)| issue(finding, name, lang)).collect();
    pretty(&issues, out)
}

fn issue(finding: &Located, fingerprint: String, lang: Lang) -> Issue {
    let location = &finding.location;
    let (message, help) = (shown(finding.message.get(lang)), shown(finding.help.get(lang)));
    let between = match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    };
    Issue {
        description: format!("{message}{between}{help}"),
        check_name: finding.rule.name,
        fingerprint,
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Note => "info",
        },
        location: Place {
            path: shown(&location.path).into_owned(),
            // A report must name a line; a folder has none.
            lines: Lines {
                begin: location.line.max(1),
                end: (location.line < location.end_line).then_some(location.end_line),
            },
        },
    }
}
