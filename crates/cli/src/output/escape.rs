//! Text from records inside Markdown, where it must stay text.
//!
//! Comments and summaries are rendered by a machine that turns names into mentions, numbers
//! into links and tags into elements. Values stand in code spans, where none of that happens;
//! words that hold values are escaped, and what looks like a mention or link stands in a code
//! span.

use crate::output::shown::shown;
use beian_core::markup;

/// The longest value in a comment, in characters.
const LONGEST: usize = 240;

/// A text as a code span; in a table, bars are escaped.
pub(crate) fn code(text: &str, in_table: bool) -> String {
    let text = cut(&shown(text));
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A blank at both ends is taken away again, so that one backtick can begin or end it.
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    let text = if text.is_empty() { "—".to_owned() } else { text };
    let text = if in_table { text.replace('|', "\\|") } else { text };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// The beginning of words with values in them, where many stand below one another.
pub(crate) fn brief(text: &str) -> String {
    escaped(&cut(&shown(text)))
}

/// Words with values in them. What our words put between backticks stays a code span; a
/// value with a backtick of its own only makes the spans begin and end elsewhere.
pub(crate) fn escaped(text: &str) -> String {
    let text = shown(text);
    if text.matches('`').count() % 2 == 1 {
        return plain(&text);
    }
    let pieces = text.split('`').enumerate();
    pieces.map(|(at, piece)| if at % 2 == 0 { plain(piece) } else { code(piece, true) }).collect()
}

fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let is_word = |c: char| c.is_ascii_graphic();
        let first = rest.chars().next().is_some_and(is_word);
        let end = rest.find(|c| is_word(c) != first).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        if first && acts(piece) {
            out += &code(piece, true);
        } else {
            piece.chars().for_each(|c| push(&mut out, c));
        }
        rest = after;
    }
    out
}

/// Text inside an element of HTML, where Markdown is not read.
pub(crate) fn html(text: &str) -> String {
    markup::escaped(&cut(&shown(text)))
}

/// Whether a renderer would make a mention, a reference or a link of it.
fn acts(piece: &str) -> bool {
    let lower = piece.to_ascii_lowercase();
    let number = |at: usize| lower.get(at + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    lower.contains('@')
        || lower.contains("://")
        || lower.contains("www.")
        || lower.contains("gh-")
        || lower.match_indices(['#', '!', '~', '%', '$']).any(|(at, _)| number(at))
}

fn push(out: &mut String, c: char) {
    match c {
        '<' => *out += "&lt;",
        '>' => *out += "&gt;",
        '&' => *out += "&amp;",
        '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '!' | '|' | '~' | '$' => {
            out.push('\\');
            out.push(c);
        }
        _ => out.push(c),
    }
}

fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(LONGEST).collect();
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_span_holds_any_text() {
        assert_eq!(code("a`b", false), "``a`b``");
        assert_eq!(code("`x`", false), "`` `x` ``");
        assert_eq!(code("a|b", true), "`a\\|b`");
        assert_eq!(code("", false), "`—`");
        assert_eq!(code("a\nb", false), "`a␊b`");
    }

    #[test]
    fn words_are_no_markup() {
        assert_eq!(escaped("<img src=x> **a** [b](c)"), "&lt;img src=x&gt; \\*\\*a\\*\\* \\[b\\]\\(c\\)");
        assert_eq!(escaped("由“@alice”改成 #12"), "由“`@alice`”改成 `#12`");
        assert_eq!(escaped("见 https://x.example/a 和 www.x.example"), "见 `https://x.example/a` 和 `www.x.example`");
        assert_eq!(escaped("from `a*b` to `@x`"), "from `a*b` to `@x`");
        assert_eq!(escaped("one ` alone @x"), "one \\` alone `@x`");
        assert_eq!(escaped("wang@store.example"), "`wang@store.example`");
        assert_eq!(html("</details><b>&"), "&lt;/details&gt;&lt;b&gt;&amp;");
    }
}
