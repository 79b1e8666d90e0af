//! How often each rule found something.

use super::report::Report;
use beian_core::words::Lang;
use std::io::{self, Write};

/// Writes one line a rule, the most frequent first.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let counts = report.by_rule();
    let digits = counts.first().map_or(0, |(_, most)| most.to_string().len());
    for (rule, count) in counts {
        writeln!(out, "{count:>digits$}  {}  {}  {}", rule.code, rule.name, rule.title.get(lang))?;
    }
    Ok(())
}
