//! A change without what stayed the same: of a long list, only the items that differ.

use beian_core::change::Change;
use beian_core::record::Plain;

/// The change with only the parts that differ.
pub(crate) fn narrowed(change: &Change) -> Change {
    let mut change = change.clone();
    if let (Some(old), Some(new)) = (&change.old, &change.new) {
        let (old, new) = differing(old, new);
        (change.old, change.new) = (old, new);
    }
    change
}

fn differing(old: &Plain, new: &Plain) -> (Option<Plain>, Option<Plain>) {
    match (old, new) {
        (Plain::Map(a), Plain::Map(b)) => {
            let only = |one: &std::collections::BTreeMap<Box<str>, Plain>, other: &std::collections::BTreeMap<_, _>| {
                let left: std::collections::BTreeMap<_, _> = one
                    .iter()
                    .filter(|(key, value)| other.get(*key) != Some(*value))
                    .map(|(key, value)| (key.clone(), value.clone()))
                    .collect();
                (!left.is_empty()).then_some(Plain::Map(left))
            };
            (only(a, b), only(b, a))
        }
        (Plain::List(a), Plain::List(b)) => {
            let only = |one: &[Plain], other: &[Plain]| {
                let left: Vec<Plain> = one.iter().filter(|item| !other.contains(item)).cloned().collect();
                (!left.is_empty()).then_some(Plain::List(left))
            };
            match (only(a, b), only(b, a)) {
                // One item that changed is told by what changed in it.
                (Some(Plain::List(one)), Some(Plain::List(other))) => match (one.as_slice(), other.as_slice()) {
                    ([Plain::Map(_)], [Plain::Map(_)]) => differing(&one[0], &other[0]),
                    _ => (Some(Plain::List(one)), Some(Plain::List(other))),
                },
                both => both,
            }
        }
        _ => (Some(old.clone()), Some(new.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(items: &[&str]) -> Plain {
        Plain::List(items.iter().map(|item| Plain::text(item)).collect())
    }

    #[test]
    fn what_stays_is_left_out() {
        assert_eq!(differing(&list(&["a", "b"]), &list(&["b", "c"])), (Some(list(&["a"])), Some(list(&["c"]))));
        assert_eq!(differing(&list(&["a"]), &list(&["a", "c"])), (None, Some(list(&["c"]))));
        assert_eq!(differing(&Plain::text("a"), &Plain::text("b")), (Some(Plain::text("a")), Some(Plain::text("b"))));
    }
}
