//! What stands before `ICP`: a province's letter, a joke, or nothing.

use super::super::text::Text;
use crate::names::Province;

/// Joke registries whose letters are glued to other words, or are a province's by accident.
const JOKES: [&str; 7] = ["萌", "喵", "茶", "团", "雾", "星云", "云团子"];
/// How far before `ICP` the letter may stand.
const REACH: usize = 4;

/// What stands before `ICP`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prefix {
    /// A letter that some province is written with.
    Letter(char),
    /// A registry that does not exist.
    Joke,
    /// Nothing that belongs to the number.
    None,
}

/// The letter before the `ICP` at a cell, and where the number starts.
pub(super) fn before(text: &Text<'_>, at: usize, floor: usize) -> (Prefix, usize) {
    if let Some(start) = joke(text, at, floor) {
        return (Prefix::Joke, start);
    }
    let back = (1..=REACH).find(|n| at < *n + floor || text.at(at - n) != ' ');
    let place = back.and_then(|back| at.checked_sub(back));
    let Some(place) = place.filter(|n| *n >= floor) else {
        return (Prefix::None, at);
    };
    let letter = text.at(place);
    if Province::of_letter(letter).is_some() {
        return (Prefix::Letter(letter), place);
    }
    if let Some(start) = place.checked_sub(2).filter(|n| *n >= floor && is_bracketed(text, *n)) {
        return (Prefix::Letter(text.at(start + 1)), start);
    }
    // A single character glued to ICP is a registry's name; the end of a word is not.
    if place + 1 == at && is_han(letter) && !is_han(text.before(place)) {
        return (Prefix::Joke, place);
    }
    (Prefix::None, at)
}

/// Whether a number starts at a cell with its letter in brackets: `(京)ICP备`.
pub(super) fn is_bracketed(text: &Text<'_>, start: usize) -> bool {
    text.at(start) == '(' && text.at(start + 2) == ')' && Province::of_letter(text.at(start + 1)).is_some()
}

/// Where a known joke that ends at a cell starts.
fn joke(text: &Text<'_>, at: usize, floor: usize) -> Option<usize> {
    JOKES.iter().find_map(|joke| {
        let start = at.checked_sub(joke.chars().count())?;
        (start >= floor && text.has(start, joke)).then_some(start)
    })
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}
