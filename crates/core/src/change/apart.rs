//! Two values that differ, as a message shows them: where they differ, and nothing of a person.

use super::meaning::same_spelled;
use super::plain::show_in;
use crate::names::Clouds;
use crate::numbers::mask;
use crate::record::Plain;
use crate::words::{Lang, Words};
use std::collections::BTreeMap;

/// Two values of a fact side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The one.
    pub one: Words,
    /// The other.
    pub other: Words,
}

/// How many characters of a value a message shows.
const MOST: usize = 60;

/// How many of them stand before the first one that differs.
const BEFORE: usize = 20;

/// What two values of a fact differ in. What both hold is left out of long ones; both are cut
/// at the same place, where they differ.
#[must_use]
pub fn apart(clouds: &Clouds, fact: &str, one: Option<&Plain>, other: Option<&Plain>) -> Apart {
    let (left, right) = match (one, other) {
        (Some(one), Some(other)) => without_common(clouds, fact, one, other),
        (one, other) => (one.cloned(), other.cloned()),
    };
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| sides(left.as_ref(), right.as_ref(), lang));
    let words = |zh: String, en: String| Words { zh: zh.into(), en: en.into() };
    Apart { one: words(zh.0, en.0), other: words(zh.1, en.1) }
}

/// The parts of two values that differ: of lists the items, of records the fields.
fn without_common(clouds: &Clouds, fact: &str, one: &Plain, other: &Plain) -> (Option<Plain>, Option<Plain>) {
    match (one, other) {
        (Plain::List(left), Plain::List(right)) => {
            let rest = |from: &[Plain], of: &[Plain]| {
                let is_there = |item: &Plain| of.iter().any(|other| same_spelled(clouds, fact, item, other));
                let rest: Vec<Plain> = from.iter().filter(|item| !is_there(item)).cloned().collect();
                (!rest.is_empty()).then_some(Plain::List(rest))
            };
            match (rest(left, right), rest(right, left)) {
                // One way of access is as good as another to the authority.
                (None, None) => (Some(one.clone()), Some(other.clone())),
                rest => rest,
            }
        }
        (Plain::Map(left), Plain::Map(right)) => {
            let rest = |from: &BTreeMap<Box<str>, Plain>, of: &BTreeMap<Box<str>, Plain>| {
                let is_there = |key: &str, value: &Plain| {
                    of.get(key).is_some_and(|other| same_spelled(clouds, &format!("{fact}/{key}"), value, other))
                };
                let rest = from.iter().filter(|(key, value)| !is_there(key, value));
                Some(Plain::Map(rest.map(|(key, value)| (key.clone(), value.clone())).collect()))
            };
            (rest(left, right), rest(right, left))
        }
        _ => (Some(one.clone()), Some(other.clone())),
    }
}

/// Two values in one language.
fn sides(one: Option<&Plain>, other: Option<&Plain>, lang: Lang) -> (String, String) {
    let shown = |value: Option<&Plain>| match value.map(|value| show_in(value, lang)) {
        Some(text) if !text.is_empty() => text,
        _ => "—".to_owned(),
    };
    let (one, other) = (shown(one), shown(other));
    let (left, right) = (hidden(&one), hidden(&other));
    if left == right && one != other {
        let Words { zh, en } = HIDDEN_DIGITS;
        let note = if lang == Lang::Zh { zh } else { en };
        return (left, format!("{right}{note}"));
    }
    let start = left.chars().zip(right.chars()).take_while(|(a, b)| a == b).count();
    (cut(&left, start), cut(&right, start))
}

/// What is said of two numbers of which the visible digits agree.
pub const HIDDEN_DIGITS: Words = Words::fixed("（隐去的数字不同）", " (a hidden digit differs)");

fn hidden(text: &str) -> String {
    mask::hide_personal(text).into_owned()
}

/// A text around a place of it, if it is too long to be shown whole.
fn cut(text: &str, start: usize) -> String {
    let count = text.chars().count();
    if count <= MOST {
        return text.to_owned();
    }
    let from = start.saturating_sub(BEFORE).min(count - MOST);
    let part: String = text.chars().skip(from).take(MOST).collect();
    let (before, after) = (if from == 0 { "" } else { "…" }, if from + MOST < count { "…" } else { "" });
    [before, &part, after].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(fact: &str, one: &Plain, other: &Plain) -> (String, String) {
        let Apart { one, other } = apart(Clouds::builtin(), fact, Some(one), Some(other));
        (one.zh.into_owned(), other.zh.into_owned())
    }

    #[test]
    fn two_values_that_differ_are_never_shown_alike() {
        let long = |end: &str| Plain::text(&("长".repeat(100) + end));
        let (one, other) = sides("subject/address", &long("一二三"), &long("一二四"));
        assert_ne!(one, other);
        assert!(one.starts_with('…') && one.ends_with("一二三"), "{one}");
        let early = |start: &str| Plain::text(&(start.to_owned() + &"长".repeat(100)));
        let (one, other) = sides("subject/address", &early("甲"), &early("乙"));
        assert!(one.starts_with('甲') && other.starts_with('乙') && one.ends_with('…'), "{one} {other}");
    }

    #[test]
    fn of_a_hidden_number_it_is_only_said_that_it_differs() {
        let (one, other) = sides("people/li/mobile", &Plain::text("13812345678"), &Plain::text("13899995678"));
        assert_eq!((&*one, &*other), ("138****5678", "138****5678（隐去的数字不同）"));
    }

    #[test]
    fn of_lists_the_items_that_differ_are_shown() {
        let list = |items: &[&str]| Plain::List(items.iter().map(|item| Plain::text(item)).collect());
        let (one, other) = sides("services/a/domains", &list(&["a.cn", "b.cn"]), &list(&["b.cn", "c.cn"]));
        assert_eq!((&*one, &*other), ("a.cn", "c.cn"));
    }
}
