//! When text is quoted, and how.

use crate::yaml::misread;
use beian_core::day::{Day, When};
use beian_core::numbers::{PoliceNumber, RecordNumber};
use std::borrow::Cow;

/// What a text is used as; days and flags stand bare only where they are days and flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// A key of a mapping.
    Key,
    /// A text.
    Text,
    /// A fact, which may be a day or a flag as well as a text.
    Plain,
}

/// A text as it stands in a document, in quotes where that is needed.
#[must_use]
pub fn scalar(text: &str, used: Use) -> Cow<'_, str> {
    let bare = match used {
        Use::Key => is_safe(text),
        Use::Text => is_safe(text) && !is_timestamp(text) && !is_code(text),
        Use::Plain => {
            matches!(text, "true" | "false") || When::parse(text).is_ok() || (is_safe(text) && !is_code(text))
        }
    };
    if bare { Cow::Borrowed(text) } else { Cow::Owned(quoted(text)) }
}

/// What YAML gives a meaning at the start of a value, and what people write there by mistake
/// for it in full width.
const MARKS: &[char] = &[
    '-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '<', '=', '\'', '"', '%', '@', '`', '.', '“',
    '”', '‘', '’', '＂', '＇', '［', '｛', '【', '－', '—', '–', '：',
];

/// Whether every reader takes the text without quotes for itself.
fn is_safe(text: &str) -> bool {
    // Empty text is misread as nothing at all.
    misread(text).is_none()
        && !text.starts_with(MARKS)
        && !text.starts_with(char::is_whitespace)
        && !text.ends_with(char::is_whitespace)
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.chars().any(must_escape)
        && !is_wide_key(text)
        // Readers for Ruby take thousands apart by commas.
        && !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
}

/// `name：` with a full-width colon, which the reader takes for a slip of the hand.
fn is_wide_key(text: &str) -> bool {
    text.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_').starts_with('：')
}

/// What YAML 1.1 takes for a day or a moment.
fn is_timestamp(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let digits = |part: Option<&str>, most: usize| {
        part.is_some_and(|part| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    digits(parts.next(), 4)
        && digits(parts.next(), 2)
        && parts.next().is_some_and(|rest| {
            let day = rest.split(['T', 't', ' ', '\t']).next();
            digits(day, 2)
        })
}

/// Whether the text is a code, a number or a phone, whatever it looks like to a reader.
///
/// A key such as `web-1` and the stem of a filing are names: few digits, or a day and a word.
fn is_code(text: &str) -> bool {
    if !text.is_ascii() {
        return is_number(text);
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let of_code = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'*'));
    5 <= text.len() && 0 < digits && of_code && !is_name(text, digits)
}

fn is_name(text: &str, digits: usize) -> bool {
    let lower = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let dated = || {
        text.split_at_checked(10).is_some_and(|(day, rest)| {
            let word = rest.strip_prefix('-').is_some_and(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
            Day::parse(day).is_ok() && word
        })
    };
    let word = || digits <= 4 && text.starts_with(|c: char| c.is_ascii_lowercase());
    text.bytes().all(lower) && (word() || dated())
}

/// No number of the field is longer, and looking for one costs time.
const LONGEST_NUMBER: usize = 80;

fn is_number(text: &str) -> bool {
    text.len() <= LONGEST_NUMBER
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && (RecordNumber::parse(text).number.is_some() || PoliceNumber::parse(text).number.is_some())
}

/// Characters that no file may hold, that end lines, or that nobody sees.
fn must_escape(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{a0}' | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if must_escape(c) => escape(&mut out, c),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn escape(out: &mut String, c: char) {
    let code = u32::from(c);
    out.push_str(&match code {
        0..=0xff => format!("\\x{code:02X}"),
        0x100..=0xffff => format!("\\u{code:04X}"),
        _ => format!("\\U{code:08X}"),
    });
}
