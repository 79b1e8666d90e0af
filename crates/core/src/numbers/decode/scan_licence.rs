//! Finding `粤B2-20090059` and its like.

use super::super::digits::Digits;
use super::super::fault::Fault;
use super::super::kind::Kind;
use super::super::licence::{CLASSES, Issuer, TelecomLicence};
use super::super::record::RecordNumber;
use super::super::text::Text;
use super::cursor::{Cursor, Serial};
use super::scan::{Hit, Value};
use crate::names::Province;

/// The number whose first class (`B2`) starts at a cell.
pub(super) fn at(text: &Text<'_>, at: usize, floor: usize, today_year: i32) -> Option<Hit> {
    if matches!(text.before(at), c if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/')) {
        return None;
    }
    let (classes, classes_end) = classes(text, at)?;
    let (issuer, start) = issuer(text, at, floor);
    let mut cursor = Cursor::new(text, classes_end);
    if !cursor.take_after_gap("-") {
        return None;
    }
    let serial = cursor.gap().serial(&[8])?;
    cursor.space |= text.at(start + 1) == ' ' || text.at(start + 2) == ' ';
    let mut faults = Vec::new();
    let lower = text.cells(at, classes_end).iter().any(|cell| cell.c.is_ascii_lowercase());
    if lower {
        faults.push(Fault::Case);
    }
    let Serial::Digits(digits) = serial else {
        faults.push(Fault::Placeholder);
        let (end, kind) = (cursor.at, Kind::LicenceB2);
        return Some(Hit { start, end, kind, canonical: None, faults, value: None });
    };
    let digits = Digits::parse(&digits)?;
    let digit_faults = TelecomLicence::digit_faults(digits, today_year);
    let noise = issuer == Issuer::National && (lower || !digit_faults.is_empty());
    if noise || digits.count() < 6 || text.at(cursor.at).is_ascii_alphabetic() {
        return None;
    }
    faults.extend(digit_faults);
    let tail = cursor.b2_tail();
    faults.extend(tail.fault);
    faults.extend(tail.lower.then_some(Fault::Case));
    if tail.hao {
        faults.push(Fault::B2WithHao);
    }
    if cursor.tag {
        faults.push(Fault::Split);
    } else if cursor.space {
        faults.push(Fault::Space);
    }
    let number = TelecomLicence { issuer, classes, serial: digits, service: tail.service };
    let number = RecordNumber::LicenceB2(number);
    Some(Hit {
        start,
        end: cursor.at,
        kind: Kind::LicenceB2,
        canonical: Some(number.to_string()),
        faults,
        value: Some(Value::Record(number)),
    })
}

/// Whether classes and a dash start at a cell, with or without a prefix.
pub(super) fn follows(text: &Text<'_>, at: usize) -> bool {
    classes(text, at).is_some_and(|(_, end)| text.at(end) == '-')
}

/// The classes, dotted where there are several, and where they end.
fn classes(text: &Text<'_>, at: usize) -> Option<(u8, usize)> {
    let mut held = 0;
    let mut end = at;
    for _ in CLASSES {
        let class = CLASSES.iter().position(|class| text.has(end, class))?;
        held |= 1 << class;
        end += 2;
        if !matches!(text.at(end), '.' | '·' | '、') {
            break;
        }
        end += 1;
    }
    Some((held, end))
}

/// The prefix, and where the number starts.
fn issuer(text: &Text<'_>, at: usize, floor: usize) -> (Issuer, usize) {
    let back = if text.before(at) == ' ' { 1 } else { 0 };
    let Some(place) = at.checked_sub(back + 1).filter(|n| *n >= floor) else {
        return (Issuer::National, at);
    };
    let letter = text.at(place);
    if Province::of_letter(letter).is_some() {
        return (Issuer::Province(letter), place);
    }
    match place.checked_sub(1).filter(|n| *n >= floor && text.has(*n, "合字")) {
        Some(start) => (Issuer::Joint, start),
        None => (Issuer::National, at),
    }
}
