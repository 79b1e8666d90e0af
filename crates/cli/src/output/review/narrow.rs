//! A change without what stayed the same: of a long list, only the items that differ.

use beian_core::change::Change;
use beian_core::procedure::Required;
use beian_core::record::Plain;
use beian_core::vocabulary::Procedure;

/// The change as it concerns an order. Where a service moves, the new access shows what
/// comes at its provider, and the cancelled one what goes at its own.
pub(crate) fn concerning(required: &Required, change: &Change) -> Change {
    let here = |side: &Option<Plain>| at_provider(side.as_ref()?, required.provider.as_deref()?);
    let mut change = change.clone();
    let one_sided = match required.procedure() {
        Some(Procedure::AddAccess) => here(&change.new).map(|new| (None, Some(new))),
        Some(Procedure::CancelAccess) => here(&change.old).map(|old| (Some(old), here(&change.new))),
        _ => None,
    };
    if let Some((old, new)) = one_sided {
        (change.old, change.new) = (old, new);
    }
    narrowed(&change)
}

/// Of a list of ways of access, those at a provider; nothing if there are none.
fn at_provider(access: &Plain, provider: &str) -> Option<Plain> {
    let Plain::List(items) = access else { return None };
    let is_there = |item: &&Plain| match item {
        Plain::Map(fields) => fields.get("provider").and_then(Plain::as_text) == Some(provider),
        Plain::Text(_) | Plain::List(_) => false,
    };
    let here: Vec<Plain> = items.iter().filter(is_there).cloned().collect();
    (!here.is_empty()).then_some(Plain::List(here))
}

/// The change with only the parts that differ.
fn narrowed(change: &Change) -> Change {
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
