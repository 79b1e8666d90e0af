//! A second reader for whatever is written.
//!
//! What we write is read by others too: editors, other validators, people's scripts. So a
//! full YAML reader that is not ours must find the same values before a file is kept.

use crate::limits::Limits;
use crate::yaml::{Kind, Node, read};
use serde_yaml::Value;

/// Whether our reader and `serde_yaml` find the same values in a text.
#[must_use]
pub fn read_alike(text: &str) -> bool {
    let ours = read(text.as_bytes(), &Limits::default());
    let Ok(theirs) = serde_yaml::from_str::<Value>(text) else { return false };
    match ours.root() {
        Some(root) => ours.faults.is_empty() && same(root, &theirs),
        None => theirs.is_null(),
    }
}

fn same(ours: Node<'_>, theirs: &Value) -> bool {
    match (ours.kind(), theirs) {
        (Kind::Empty, Value::Null) => true,
        (Kind::Scalar, theirs) => ours.scalar().is_some_and(|scalar| same_text(scalar.text, theirs)),
        (Kind::Sequence, Value::Sequence(items)) => {
            ours.items().count() == items.len() && ours.items().zip(items).all(|(one, other)| same(one, other))
        }
        (Kind::Mapping, Value::Mapping(entries)) => {
            ours.entries().count() == entries.len()
                && ours.entries().all(|entry| entries.get(entry.key.text).is_some_and(|other| same(entry.value, other)))
        }
        _ => false,
    }
}

/// A scalar of ours is its text; theirs may have been taken for a flag or a number, which
/// is right only where that is what the text says.
fn same_text(text: &str, theirs: &Value) -> bool {
    match theirs {
        Value::String(other) => text == other,
        Value::Bool(flag) => text == if *flag { "true" } else { "false" },
        Value::Number(number) => number.to_string() == text,
        Value::Null | Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_lost_a_digit_is_seen() {
        assert!(read_alike("format: 1\nname: \"007\"\nlist:\n  - 文字\n"));
        assert!(!read_alike("code: 1e3\n"), "taken for 1000");
        assert!(!read_alike("a: b\n  c\n: d"));
        assert!(read_alike("# nothing\n"));
    }
}
