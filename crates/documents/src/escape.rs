//! Text from records inside Markdown, where it must stay text.
//!
//! Escaped is what CommonMark, the tables, links and footnotes of GitHub and other common
//! extensions act on; what acts only at the beginning of a line is escaped only where a value
//! begins, so that documents stay readable in an editor too.

use beian_core::visible::push_visible;
use std::borrow::Cow;

/// The longest value that a document prints, in characters: a record may hold a megabyte.
const LONGEST: usize = 4000;

/// A value in running text or in the cell of a table.
#[must_use]
pub fn escaped(text: &str) -> String {
    let text = cut(text.trim_matches(' '));
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = [' '; 3];
    let chars: Vec<char> = text.chars().collect();
    let number = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    for (at, c) in chars.iter().copied().enumerate() {
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        match c {
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '&' => out += "&amp;",
            // A backslash before it is taken away when a row is parted into cells.
            '|' => out += "&#124;",
            _ => {
                if acts(c, next, before) || (at == 0 && acts_at_start(c)) || (at == number && is_item(number, c, next))
                {
                    out.push('\\');
                }
                push_visible(&mut out, c);
            }
        }
        before = [before[1], before[2], c.to_ascii_lowercase()];
    }
    out
}

/// A value in a code span, also in the cell of a table.
#[must_use]
pub fn code(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    cut(text.trim_matches(' ')).chars().for_each(|c| push_visible(&mut visible, c));
    // Viewers do not agree on what this is in a cell.
    if visible.contains("\\|") {
        return escaped(text);
    }
    let longest = visible.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A blank at both ends is taken away again, so that a backtick can begin or end it.
    let pad = if visible.starts_with('`') || visible.ends_with('`') { " " } else { "" };
    let visible = visible.replace('|', "\\|");
    format!("{fence}{pad}{visible}{pad}{fence}")
}

/// Whether a character acts wherever it stands.
fn acts(c: char, next: char, before: [char; 3]) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '$' | '^' | '#' | '@' => true,
        // A scheme of a link, or the short name of a picture.
        ':' => next.is_ascii_lowercase() || matches!(next, '/' | '+' | '-' | '_'),
        '.' => before == ['w', 'w', 'w'],
        _ => false,
    }
}

/// Whether a character would make a heading, list or rule of a line that begins with it.
const fn acts_at_start(c: char) -> bool {
    matches!(c, '-' | '+' | '=' | ':')
}

/// Whether a mark after digits makes them the number of an item.
const fn is_item(digits: usize, c: char, next: char) -> bool {
    digits > 0 && matches!(c, '.' | ')') && next == ' '
}

/// The beginning of a text that is longer than any document needs.
fn cut(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        None => Cow::Borrowed(text),
        Some(_) => Cow::Owned(text.chars().take(LONGEST).chain(['…']).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stay_readable() {
        for plain in [
            "浙ICP备2021000042号-1",
            "2026-07-06",
            "store.example",
            "09:40",
            "203.0.113.4",
            "99:AA:0B",
            "示例路 18 号 6 幢",
            "（一）a, b; c?",
        ] {
            assert_eq!(escaped(plain), plain);
        }
    }

    #[test]
    fn what_acts_is_escaped() {
        assert_eq!(escaped("[x](javascript:1)"), "\\[x\\](javascript:1)");
        assert_eq!(escaped("<b>&|"), "&lt;b&gt;&amp;&#124;");
        assert_eq!(escaped("a\nb\u{1b}"), "a␊b␛");
        assert_eq!(escaped("www.x.example https://x a@b"), "www\\.x.example https\\://x a\\@b");
        assert_eq!(escaped("- a"), "\\- a");
        assert_eq!(escaped("12. a"), "12\\. a");
        assert_eq!(escaped("    a "), "a");
    }

    #[test]
    fn a_code_span_holds_any_text() {
        assert_eq!(code("a`b|c"), "``a`b\\|c``");
        assert_eq!(code("`x`"), "`` `x` ``");
    }
}
