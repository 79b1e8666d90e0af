//! A template holds nothing but what is seen: what it prints of its own is no value that is escaped.

use crate::Error;
use beian_core::visible::is_hidden;
use beian_core::words;
use std::borrow::Cow;

/// The template with lines that end in one way, or the place of a character that nobody sees.
pub(super) fn check<'s>(template: &str, source: &'s str) -> Result<Cow<'s, str>, Error> {
    let source = if source.contains("\r\n") { source.replace("\r\n", "\n").into() } else { Cow::Borrowed(source) };
    for (at, line) in source.split('\n').enumerate() {
        let hidden = line.chars().enumerate().find(|(_, c)| is_hidden(*c) && *c != '\t');
        if let Some((before, c)) = hidden {
            let (column, code) = (before + 1, u32::from(c));
            let what = words!(
                "第 {column} 列有看不见的字符 U+{code:04X}",
                "a character that nobody sees, U+{code:04X}, stands in column {column}"
            );
            let hint = words!("删去它", "delete it");
            return Err(Error::new(template, Some(at + 1), what).hint(hint));
        }
    }
    Ok(source)
}
