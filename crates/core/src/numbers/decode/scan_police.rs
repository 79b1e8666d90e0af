//! Finding `京公网安备…号`, and police codes that a label announces.

use super::super::digits::Digits;
use super::super::fault::Fault;
use super::super::kind::Kind;
use super::super::police::{CODE_DIGITS, PoliceNumber, code_faults, letter_faults};
use super::super::text::Text;
use super::cursor::{Cursor, Serial};
use super::scan::{Hit, Value};
use crate::names::Province;

/// Labels after which a code stands alone, longest first.
const LABELS: [&str; 7] =
    ["公安联网备案号", "公安机关备案号", "公网安备案号", "公安备案编号", "公安备案号", "公网备案号", "公安备案"];
/// Fewer digits after a label, or after the name without a province, are something else.
const FEWEST_BARE: usize = 10;

/// The number whose `公` starts at a cell.
pub(super) fn at(text: &Text<'_>, at: usize, floor: usize) -> Option<Hit> {
    let mut cursor = Cursor::new(text, at);
    let typo = !text.has(at, "公网安备");
    if !cursor.take("公网安备") && !cursor.take("公安网备") {
        return bare_after_label(cursor);
    }
    let (letter, start) = letter(text, at, floor);
    let mut faults = Vec::new();
    if typo {
        faults.push(Fault::Typo);
    }
    if cursor.take("案") {
        faults.push(Fault::Typo);
    }
    let hao_first = colon(&mut cursor, &mut faults);
    cursor.gap();
    let serial = serial(&mut cursor, letter.is_some(), &mut faults)?;
    let hao = cursor.take_hao();
    if !hao || hao_first {
        faults.push(Fault::PsbNoHao);
    }
    gap_faults(&cursor, &mut faults);
    let Some(letter) = letter else {
        return bare(cursor, start, &serial, faults);
    };
    named(cursor, start, letter, serial, faults, hao)
}

/// The letter of the province, or of what was taken for one, and where the number starts.
fn letter(text: &Text<'_>, at: usize, floor: usize) -> (Option<char>, usize) {
    let back = if text.before(at) == ' ' { 2 } else { 1 };
    let Some(place) = at.checked_sub(back).filter(|n| *n >= floor) else {
        return (None, at);
    };
    let letter = text.at(place);
    let known = Province::of_police_letter(letter).is_some();
    let alone = matches!(letter, '\u{3400}'..='\u{9fff}') && !matches!(text.before(place), '\u{3400}'..='\u{9fff}');
    if known || (alone && back == 1) { (Some(letter), place) } else { (None, at) }
}

/// Passes `号：` where the digits should follow; says whether `号` stood there.
fn colon(cursor: &mut Cursor<'_>, faults: &mut Vec<Fault>) -> bool {
    let mut ahead = *cursor;
    let hao = ahead.gap().take("号");
    let colon = ahead.take_after_gap(":");
    let digits_follow = ahead.text.at(ahead.text.gap(ahead.at).end).is_ascii_digit();
    if digits_follow && (hao || colon) {
        *cursor = ahead;
        faults.push(Fault::PsbColon);
    }
    digits_follow && hao
}

/// Passes the digits, or what stands in their place.
fn serial(cursor: &mut Cursor<'_>, has_letter: bool, faults: &mut Vec<Fault>) -> Option<Serial> {
    let text = cursor.text;
    if text.at(cursor.at) == '-' {
        let mut ahead = *cursor;
        ahead.at += 1;
        if has_letter && ahead.take_hao() {
            cursor.at += 1;
            return Some(Serial::Placeholder);
        }
        faults.push(Fault::PsbBadForm);
    }
    const LONGEST: usize = 30;
    let dashed_end = (cursor.at..cursor.at + LONGEST)
        .find(|n| !(text.at(*n).is_ascii_digit() || text.at(*n) == '-'))
        .unwrap_or(cursor.at);
    let folded = text.folded(cursor.at, dashed_end);
    let digits = folded.bytes().filter(u8::is_ascii_digit).count();
    if folded.contains('-') && digits >= FEWEST_BARE {
        faults.push(Fault::PsbBadForm);
        cursor.at = dashed_end;
        return Some(Serial::Dashed);
    }
    cursor.serial(&[CODE_DIGITS])
}

fn gap_faults(cursor: &Cursor<'_>, faults: &mut Vec<Fault>) {
    if cursor.space {
        faults.push(Fault::PsbSpace);
    }
    if cursor.tag {
        faults.push(Fault::Split);
    }
}

fn named(
    cursor: Cursor<'_>,
    start: usize,
    letter: char,
    serial: Serial,
    mut faults: Vec<Fault>,
    hao: bool,
) -> Option<Hit> {
    let mut number = None;
    match serial {
        Serial::Placeholder => faults.push(Fault::Placeholder),
        Serial::Dashed => {}
        Serial::Digits(digits) => {
            let fewest = if hao { 3 } else { 6 };
            if digits.len() < fewest {
                return None;
            }
            faults.extend(code_faults(&digits));
            if let Some(code) = Digits::parse(&digits) {
                faults.extend(letter_faults(letter, code));
                number = Some(PoliceNumber { letter, code });
            }
        }
    }
    if Province::of_police_letter(letter).is_none() {
        faults.push(Fault::PsbNoSuchProvince);
    }
    let number = number
        .filter(|n| n.code.count() == CODE_DIGITS && n.province().is_some() && !faults.contains(&Fault::PsbBadForm));
    Some(Hit {
        start,
        end: cursor.at,
        kind: Kind::Police,
        canonical: number.map(|number| number.to_string()),
        faults,
        value: number.map(Value::Police),
    })
}

/// A code without its province: it can be read, but it is not the number.
fn bare(cursor: Cursor<'_>, start: usize, serial: &Serial, mut faults: Vec<Fault>) -> Option<Hit> {
    let Serial::Digits(digits) = serial else {
        return None;
    };
    if digits.len() < FEWEST_BARE {
        return None;
    }
    faults.retain(|fault| !matches!(fault, Fault::PsbNoHao | Fault::PsbColon | Fault::PsbSpace));
    faults.extend(code_faults(digits));
    faults.push(Fault::PsbBare);
    Some(Hit { start, end: cursor.at, kind: Kind::Police, canonical: None, faults, value: None })
}

fn bare_after_label(mut cursor: Cursor<'_>) -> Option<Hit> {
    let start = cursor.at;
    if !LABELS.iter().any(|label| cursor.take(label)) {
        return None;
    }
    cursor.take_after_gap(":");
    let serial = cursor.gap().serial(&[CODE_DIGITS])?;
    cursor.take_hao();
    bare(cursor, start, &serial, Vec::new())
}
