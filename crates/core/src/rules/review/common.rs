//! What the rules between revisions share: comparing closed values, and who holds which number.

use crate::change::same_number;
use crate::model::{NumberHeld, Subject};
use crate::numbers::mask;
use crate::record::{Items, Place, Placed, Plain};
use crate::rules::links::number_key;
use crate::spelling::is_one;
use std::collections::BTreeMap;

/// Whether a text may stand where another stood: the same however it is spelled, or the same
/// with its personal numbers masked. The way back is none: who once hid a number had a reason.
pub(super) fn stays(old: &str, new: &str) -> bool {
    let hidden = || !mask::is_masked(old) && mask::is_masked(new) && same_number(old, new);
    is_one(old, new) || hidden() || is_one(&mask::hide_personal(old), new)
}

/// One difference between closed values.
#[derive(Debug)]
pub(super) struct Edit {
    /// The path within the filing: `facts/subject/address/to`.
    pub(super) path: String,
    /// What stood there.
    pub(super) old: Option<Plain>,
    /// What stands there now.
    pub(super) new: Option<Plain>,
}

/// Every difference between two values, where nothing may be changed and nothing added.
pub(super) fn edits(path: &str, old: &Plain, new: &Plain, found: &mut Vec<Edit>) {
    match (old, new) {
        (Plain::Text(a), Plain::Text(b)) if stays(a, b) => {}
        (Plain::Map(a), Plain::Map(b)) => maps(path, a, b, found),
        (Plain::List(a), Plain::List(b)) if same_items(a, b) => {}
        _ => found.push(Edit { path: path.to_owned(), old: Some(old.clone()), new: Some(new.clone()) }),
    }
}

fn maps(path: &str, old: &BTreeMap<Box<str>, Plain>, new: &BTreeMap<Box<str>, Plain>, found: &mut Vec<Edit>) {
    for (key, value) in old {
        let path = format!("{path}/{key}");
        match new.get(key) {
            Some(now) => edits(&path, value, now, found),
            None => found.push(Edit { path, old: Some(value.clone()), new: None }),
        }
    }
    for (key, value) in new.iter().filter(|(key, _)| !old.contains_key(*key)) {
        found.push(Edit { path: format!("{path}/{key}"), old: None, new: Some(value.clone()) });
    }
}

/// Whether two lists hold the same, in whatever order.
fn same_items(old: &[Plain], new: &[Plain]) -> bool {
    old.len() == new.len() && missing(old, new).is_empty()
}

/// What a list held and holds no more. An item that got a field more is still there.
pub(super) fn missing<'p>(old: &'p [Plain], new: &[Plain]) -> Vec<&'p Plain> {
    old.iter().filter(|item| !new.iter().any(|other| grown(item, other))).collect()
}

/// Whether a value is another one, or that with fields added.
fn grown(old: &Plain, new: &Plain) -> bool {
    match (old, new) {
        (Plain::Text(a), Plain::Text(b)) => stays(a, b),
        (Plain::Map(a), Plain::Map(b)) => a.iter().all(|(key, value)| b.get(key).is_some_and(|now| grown(value, now))),
        (Plain::List(a), Plain::List(b)) => same_items(a, b),
        _ => false,
    }
}

/// A filing number that something holds or held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// What holds it: `subject`, `services/shop`.
    pub holder: String,
    /// The number, in the form in which numbers are compared.
    pub number: Box<str>,
    /// Where it stands.
    pub place: Place,
}

/// Every number that a subject and its services hold or held.
#[must_use]
pub fn holdings(subject: &Subject) -> Vec<Holding> {
    let mut all = held("subject", subject.particulars.value.numbers.items());
    for (key, service) in subject.services.iter() {
        all.extend(held(&format!("services/{key}"), service.value.numbers.items()));
    }
    all
}

fn held(holder: &str, numbers: Items<'_, Placed<NumberHeld>>) -> Vec<Holding> {
    let one = |held: &Placed<NumberHeld>| {
        let number = held.value.number.placed()?;
        Some(Holding { holder: holder.to_owned(), number: number_key(&number.value).into(), place: number.place })
    };
    numbers.iter().filter_map(one).collect()
}
