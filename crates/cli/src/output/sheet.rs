//! Tables for spreadsheets: CSV as RFC 4180 has it, with the mark by which Excel knows UTF-8.

use super::shown::shown;
use std::io::{self, Write};

/// The mark of UTF-8, without which Excel shows Chinese as something else.
const MARK: &str = "\u{feff}";

/// Begins a table with the names of its columns.
pub(crate) fn head(names: &[&str], out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{MARK}{}\r\n", names.join(","))
}

/// Writes a row.
pub(crate) fn row(cells: &[&str], out: &mut dyn Write) -> io::Result<()> {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    write!(out, "{}\r\n", cells.join(","))
}

/// A value in a cell. What a spreadsheet would take for a formula is made a text.
fn cell(text: &str) -> String {
    let text = shown(text);
    let acts = text.starts_with(['=', '+', '-', '@']) && text.parse::<i64>().is_err();
    let text = if acts { format!("'{text}") } else { text.into_owned() };
    if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_text() {
        assert_eq!(cell("a,b"), "\"a,b\"");
        assert_eq!(cell("他说\"好\""), "\"他说\"\"好\"\"\"");
        assert_eq!(cell("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(cell("-3"), "-3");
        assert_eq!(cell("-3+1"), "'-3+1");
        assert_eq!(cell("a\nb"), "a␊b");
    }
}
