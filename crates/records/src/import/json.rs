//! Bytes into JSON values, within limits.

use super::refusal::Refusal;
use serde_json::Value;
use serde_json::error::Category;

/// No answer nests deeper: envelope, page, list, record.
const MOST_DEPTH: usize = 16;

/// The values of some 10,000 records.
const MOST_VALUES: usize = 200_000;

/// Reads one JSON value, or several that stand one after another (JSON Lines).
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Value>, Refusal> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let bytes = bytes.trim_ascii();
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    // Firewalls answer in any encoding.
    if bytes.starts_with(b"<") {
        return Err(Refusal::Html);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| match error.error_len() {
        None => Refusal::Truncated,
        Some(_) => Refusal::NotUtf8,
    })?;
    measure(text.as_bytes())?;
    serde_json::Deserializer::from_str(text).into_iter().collect::<Result<_, _>>().map_err(
        |error: serde_json::Error| match error.classify() {
            Category::Eof => Refusal::Truncated,
            _ => Refusal::NotJson(error.line(), error.column()),
        },
    )
}

/// Counts before anything is built, so that a hostile file costs no memory.
fn measure(bytes: &[u8]) -> Result<(), Refusal> {
    let (mut depth, mut values) = (0_usize, 1_usize);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = end_of_text(bytes, at + 1),
            b'[' | b'{' => {
                depth += 1;
                values += 1;
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' | b'\n' => values += 1,
            _ => {}
        }
        if MOST_DEPTH < depth {
            return Err(Refusal::TooDeep);
        }
        if MOST_VALUES < values {
            return Err(Refusal::TooMany);
        }
        at += 1;
    }
    Ok(())
}

/// The closing quote of a text, or the end of the file.
fn end_of_text(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}
