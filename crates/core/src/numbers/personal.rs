//! Finding the numbers of persons in any text: identity numbers, mobiles, permits, passports.
//!
//! Here a number too many is better than one too few: what is found is what is hidden. Numbers are
//! read over whatever people group them by, and in whatever digits.

use super::area::{Area, birth_date, person_area};
use super::credit::CreditCode;
use super::glance::LABELS_BEGIN;
use super::numeral::{digit, is_one_script};
use super::permit::{PermitKind, form};
use super::resident::is_first_generation;
use super::run::{Run, is_separator};
use super::text::{REACH, Text};

/// What a run of characters is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Personal {
    Identity,
    Mobile,
    Permit,
}

/// A personal number, by cells; `start` is after a country code.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) kind: Personal,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Birth years later than this are implausible as long as this code lives.
const LATEST_YEAR: i32 = 2099;

/// What stands before a mobile number when it is dialled from elsewhere.
const PREFIXES: [&str; 8] = ["", "86", "0086", "0", "086", "17951", "12593", "17909"];

/// Words after which a number is a person's, though it has no form of its own.
const LABELS: [&str; 8] = ["护照", "通行证", "台胞证", "回乡证", "居留证", "居留身份证", "身份证", "passport"];

/// The personal number that starts at a cell.
pub(super) fn at(text: &Text<'_>, at: usize) -> Option<Found> {
    let c = text.at(at);
    if digit(text.before(at)).is_some() && (digit(c).is_none() || is_one_script(text.before(at), c)) {
        return None;
    }
    if digit(c).is_some() {
        if is_hash(text, at) {
            return None;
        }
        let run = Run::read(text, at);
        return identity(&run, at).or_else(|| mobile(&run)).or_else(|| labelled(text, at));
    }
    if !c.is_ascii_alphabetic() {
        return None;
    }
    let permit = if matches!(c, 'H' | 'M' | 'h' | 'm') { permit(text, at) } else { None };
    permit.or_else(|| labelled(text, at))
}

fn identity(run: &Run, at: usize) -> Option<Found> {
    let found = |end| Found { kind: Personal::Identity, start: at, end };
    if let Some((code, end)) = run.head(18) {
        // A region, two days and the like stand side by side in tables.
        let together = matches!(run.groups(18).as_slice(), [] | [6, 14] | [6] | [14]) || run.is_even(18);
        if together && is_born_somewhere(code) {
            return Some(found(end));
        }
    }
    // What follows seventeen digits may be any sign for an X, or be left out.
    if let Some((code, end)) = run.head(17).filter(|_| run.groups(17).is_empty())
        && is_born_somewhere(code)
    {
        return Some(found(end));
    }
    let (code, end) = run.head(15)?;
    let together = matches!(run.groups(15).as_slice(), [] | [6, 12] | [6]) || run.is_even(15);
    (together && is_first_generation(code)).then(|| found(end))
}

/// Whether 17 digits, and what stands in the eighteenth place, begin with an area and a day of birth. Some numbers of
/// organisations do as well, which only the field that holds them tells apart.
fn is_born_somewhere(code: &str) -> bool {
    let digits = code.bytes().take(17).all(|b| b.is_ascii_digit());
    let born = || code.get(6..14).and_then(|day| birth_date(day, LATEST_YEAR));
    digits && person_area(code) != Area::None && born().is_some()
}

fn mobile(run: &Run) -> Option<Found> {
    for prefix in PREFIXES {
        let skipped = prefix.len();
        let Some((code, end)) = run.head(skipped + 11) else {
            continue;
        };
        let Some(digits) = code.strip_prefix(prefix) else {
            continue;
        };
        let mut groups = run.groups(skipped + 11);
        groups.retain(|n| skipped < *n);
        let groups: Vec<usize> = groups.iter().map(|n| n - skipped).collect();
        if is_mobile(digits) && is_grouped(run, &groups, digits, skipped) {
            let start = run.cell(skipped)?;
            return Some(Found { kind: Personal::Mobile, start, end });
        }
    }
    None
}

/// Whether eleven digits are a mobile number.
fn is_mobile(digits: &str) -> bool {
    let is_rest = |rest: &[u8]| rest.len() == 9 && rest.iter().all(u8::is_ascii_digit);
    matches!(digits.as_bytes(), [b'1', b'3'..=b'9', rest @ ..] if is_rest(rest))
}

/// Whether eleven digits are grouped as somebody groups a number: in the usual ways by anything, in
/// any other way by one thing throughout, unless it is a date, an address or a table.
fn is_grouped(run: &Run, groups: &[usize], digits: &str, skipped: usize) -> bool {
    if matches!(groups, [] | [3, 7] | [3] | [7] | [3, 6] | [5] | [4, 8] | [4, 7] | [3, 8] | [4]) {
        return true;
    }
    let mut ends: Vec<usize> = groups.to_vec();
    ends.push(11);
    let from = |at: usize| at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    let parts: Vec<&str> = ends.iter().enumerate().filter_map(|(n, end)| digits.get(from(n)..*end)).collect();
    let is_address = parts.len() == 4 && parts.iter().all(|part| part.len() <= 3);
    run.is_even(skipped + 11) && !is_address && !has_date(&parts)
}

/// Whether there is a date among groups of digits.
fn has_date(parts: &[&str]) -> bool {
    let is_year = |part: &str| part.len() == 4 && matches!(part.get(..2), Some("19" | "20"));
    let below = |part: &str, most: u32| part.len() <= 2 && part.parse().is_ok_and(|n: u32| (1..=most).contains(&n));
    let apart = parts
        .windows(3)
        .any(|three| matches!(three, [year, month, day] if is_year(year) && below(month, 12) && below(day, 31)));
    apart || parts.iter().any(|part| part.len() == 8 && birth_date(part, LATEST_YEAR).is_some())
}

/// A travel permit: a letter and eight digits, ten with those of the issue.
fn permit(text: &Text<'_>, at: usize) -> Option<Found> {
    // 国药准字H20051234 is the approval of a medicine.
    if text.before(at).is_ascii_alphanumeric() || text.before(at) == '字' {
        return None;
    }
    let first = (at + 1..at + 4).find(|n| !is_separator(text.at(*n)))?;
    digit(text.at(first))?;
    let run = Run::read(text, first);
    let (code, end) = run.head(10).or_else(|| run.head(8))?;
    let letter = text.at(at).to_ascii_uppercase();
    let grouped = first == at + 1 && end == first + code.len();
    let fits = form(&format!("{letter}{code}")) == Some(PermitKind::HongKongMacao);
    let is_date = !grouped && code.get(..8).is_some_and(|day| birth_date(day, LATEST_YEAR).is_some());
    let ends = !text.at(end).is_ascii_alphanumeric();
    (fits && ends && !is_date && (grouped || text.at(at).is_ascii_uppercase())).then_some(Found {
        kind: Personal::Permit,
        start: at,
        end,
    })
}

/// Whether a label may begin shortly before a cell: the look at every digit that costs little.
fn is_label_near(text: &Text<'_>, at: usize) -> bool {
    text.cells(at.saturating_sub(REACH), at).windows(2).any(|two| {
        let (before, c) = (two[0].c, two[1].c);
        matches!((before, c), ('p' | 'P', 'a' | 'A')) || LABELS_BEGIN.contains(&(before, c))
    })
}

/// A number that only its label tells: a passport's, or one that was copied wrongly.
fn labelled(text: &Text<'_>, at: usize) -> Option<Found> {
    const FEWEST: usize = 7;
    const MOST: usize = 20;
    if text.before(at).is_ascii_alphanumeric() || !is_label_near(text, at) || !text.labelled(at, &LABELS) {
        return None;
    }
    // What is a part of a date or of another number is none.
    let before = (at.saturating_sub(4)..at).rev().map(|n| text.at(n)).find(|c| !is_separator(*c));
    if before.is_some_and(|c| digit(c).is_some()) {
        return None;
    }
    let is_of_it = |c: char| c.is_ascii_alphabetic() || digit(c).is_some();
    let (mut end, mut cell, mut digits) = (at, at, 0);
    let mut code = String::new();
    while cell < at + MOST * 2 && code.len() < MOST {
        let c = text.at(cell);
        if let Some(digit) = digit(c) {
            digits += 1;
            code.push(digit);
            end = cell + 1;
        } else if is_of_it(c) && (cell == end) {
            code.push(c.to_ascii_uppercase());
            end = cell + 1;
        } else if !is_separator(c) || !is_of_it(text.at(cell + 1)) && !is_separator(text.at(cell + 1)) {
            break;
        }
        cell += 1;
    }
    // A term is two days.
    let is_day = |day: Option<&str>| day.is_some_and(|day| birth_date(day, LATEST_YEAR).is_some());
    let is_date = is_day(code.get(..8)) && matches!(code.len(), 8 | 16);
    let is_other = is_date || CreditCode::is_certain(&code);
    (FEWEST <= digits && !is_other).then_some(Found { kind: Personal::Permit, start: at, end })
}

/// Whether a digit stands in a hash or the name of a commit: hexadecimal digits, as many as there
/// are of those. They are nobody's number, and changed they would name something else.
fn is_hash(text: &Text<'_>, at: usize) -> bool {
    let is_hex = |c: char| matches!(c, '0'..='9' | 'a'..='f');
    let from = (at.saturating_sub(64)..at).rev().take_while(|n| is_hex(text.at(*n))).last().unwrap_or(at);
    let to = (at..at + 65).find(|n| !is_hex(text.at(*n))).unwrap_or(at + 65);
    let whole = !text.before(from).is_ascii_alphanumeric() && !text.at(to).is_ascii_alphanumeric();
    let letters = text.cells(from, to).iter().filter(|cell| cell.c.is_ascii_alphabetic()).count();
    whole && matches!(to - from, 16 | 40 | 64) && 0 < letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_look_finds_every_label() {
        for label in LABELS {
            let text = format!("{label}：1234567");
            let text = Text::read(&text);
            let at = label.chars().count() + 1;
            assert!(is_label_near(&text, at) && labelled(&text, at).is_some(), "{label}");
        }
    }
}
