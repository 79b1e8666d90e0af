//! A review as one comment of a pull request. For now as text.

use super::Report;
use beian_core::words::Lang;
use std::io::{self, Write};

/// What lets a comment be found again, to be edited in place.
pub(crate) const MARKER: &str = "<!-- beian-review -->";

/// Writes the comment.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{MARKER}\n{}", report.counted().get(lang))
}
