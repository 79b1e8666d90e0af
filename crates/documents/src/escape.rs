//! Text from records inside Markdown, where it must stay text.
//!
//! Escaped is what CommonMark, the tables, links and footnotes of GitHub and other common
//! extensions act on; what acts only at the beginning of a line is escaped only where a value
//! begins, so that documents stay readable in an editor too.

use beian_core::visible::{is_hidden, push_visible};
use std::borrow::Cow;

/// The longest value that a document prints, in characters: a record may hold a megabyte.
const LONGEST: usize = 4000;

/// A value in running text or in the cell of a table.
#[must_use]
pub fn escaped(text: &str) -> Cow<'_, str> {
    match cut(trimmed(text)) {
        Cow::Borrowed(text) => written(text),
        Cow::Owned(text) => Cow::Owned(written(&text).into_owned()),
    }
}

/// The text, with a sign of its own only where a character would act. Nearly all of what
/// documents print is taken over as it stands, so that it is copied in runs or not at all.
fn written(text: &str) -> Cow<'_, str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut out = String::new();
    let (mut copied, mut at) = (0, 0);
    while let Some((start, c)) = next_loud(text, at) {
        at = start + c.len_utf8();
        let next = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        let entity = match c {
            '<' => Some("&lt;"),
            '>' => Some("&gt;"),
            '&' => Some("&amp;"),
            // A backslash before it is taken away when a row is parted into cells.
            '|' => Some("&#124;"),
            _ => None,
        };
        let acts = acts(c, next, text, start)
            || (start == 0 && acts_at_start(c))
            || (start == digits && is_item(digits, c, next));
        if entity.is_none() && !acts && !is_hidden(c) {
            continue;
        }
        out += text.get(copied..start).unwrap_or_default();
        copied = at;
        match entity {
            Some(entity) => out += entity,
            None => {
                if acts {
                    out.push('\\');
                }
                push_visible(&mut out, c);
            }
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out += text.get(copied..).unwrap_or_default();
    Cow::Owned(out)
}

/// The next character from a byte on that may act, and where it stands.
fn next_loud(text: &str, from: usize) -> Option<(usize, char)> {
    let rest = text.as_bytes().get(from..)?;
    let at = from + rest.iter().position(|byte| LOUD.get(usize::from(*byte)).copied().unwrap_or(true))?;
    text.get(at..)?.chars().next().map(|c| (at, c))
}

/// The bytes with which a character begins that may act. All others are letters, digits,
/// blanks and slashes of ASCII, East Asian signs, which lie between those that act without
/// being seen, and what follows the first byte of a character.
const LOUD: [bool; 256] = {
    let mut loud = [true; 256];
    let mut byte = 0;
    while byte < loud.len() {
        loud[byte] = !matches!(byte, 0x30..=0x39 | 0x41..=0x5a | 0x61..=0x7a | 0x20 | 0x2f | 0x80..=0xbf | 0xe4..=0xed);
        byte += 1;
    }
    loud
};

/// A value in a code span, also in the cell of a table.
#[must_use]
pub fn code(text: &str) -> String {
    let text = cut(trimmed(text));
    if is_plain_code(&text) {
        return ["`", &text, "`"].concat();
    }
    let mut visible = String::with_capacity(text.len());
    text.chars().for_each(|c| push_visible(&mut visible, c));
    // Viewers do not agree on what this is in a cell.
    if visible.contains("\\|") {
        return escaped(&text).into_owned();
    }
    let longest = visible.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A blank at both ends is taken away again, so that a backtick can begin or end it.
    let pad = if visible.starts_with('`') || visible.ends_with('`') { " " } else { "" };
    let visible = visible.replace('|', "\\|");
    format!("{fence}{pad}{visible}{pad}{fence}")
}

/// Whether a text can stand in a code span as it is.
fn is_plain_code(text: &str) -> bool {
    let mut at = 0;
    while let Some((start, c)) = next_loud(text, at) {
        if matches!(c, '|' | '`') || is_hidden(c) {
            return false;
        }
        at = start + c.len_utf8();
    }
    !text.is_empty()
}

/// Whether a character that stands at a byte of a text acts wherever it stands.
fn acts(c: char, next: char, text: &str, at: usize) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '$' | '^' | '#' | '@' => true,
        // A scheme of a link, or the short name of a picture.
        ':' => next.is_ascii_lowercase() || matches!(next, '/' | '+' | '-' | '_'),
        '.' => text
            .as_bytes()
            .get(..at)
            .and_then(<[u8]>::last_chunk)
            .is_some_and(|www: &[u8; 3]| www.eq_ignore_ascii_case(b"www")),
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

/// The text without blanks at its ends, which few have.
fn trimmed(text: &str) -> &str {
    if text.starts_with(' ') || text.ends_with(' ') { text.trim_matches(' ') } else { text }
}

/// The beginning of a text that is longer than any document needs.
fn cut(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST {
        return Cow::Borrowed(text);
    }
    match text.char_indices().nth(LONGEST) {
        None => Cow::Borrowed(text),
        Some(_) => Cow::Owned(text.chars().take(LONGEST).chain(['…']).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_that_nobody_sees_passes() {
        for c in ('\0'..=char::MAX).filter(|c| is_hidden(*c)) {
            let value = format!("甲{c}乙");
            assert!(!escaped(&value).contains(is_hidden), "{c:?}");
            assert!(!code(&value).contains(is_hidden), "{c:?}");
        }
    }

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
