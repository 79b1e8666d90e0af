//! Hiding personal numbers, by one scheme: an identity number keeps its first 3 and last 4
//! characters, a mobile its first 3 and last 4, a travel permit its letter and last 4.

use std::borrow::Cow;

use super::numeral;
use super::personal::{self, Personal};
use super::text::Text;

/// How many characters stay visible at either end.
type Visible = (usize, usize);

const IDENTITY: Visible = (3, 4);
const MOBILE: Visible = (3, 4);
const PERMIT: Visible = (1, 4);

/// The masked form of an identity number: `110***********002X`.
#[must_use]
pub fn mask_identity(number: &str) -> String {
    mask(number, IDENTITY)
}

/// The masked form of a mobile number: `138****8000`.
#[must_use]
pub fn mask_mobile(number: &str) -> String {
    mask(number, MOBILE)
}

/// The masked form of a travel permit's number.
pub(super) fn mask_permit(number: &str) -> String {
    mask(number, PERMIT)
}

/// Hides the letters and digits of a text but for those at its ends; a text too short to
/// have a middle is hidden whole. What groups them stays.
fn mask(text: &str, (first, last): Visible) -> String {
    let shown = |c: char| c.is_alphanumeric();
    let count = text.chars().filter(|c| shown(*c)).count();
    let mut seen = 0;
    text.chars()
        .map(|c| {
            if !shown(c) {
                return c;
            }
            seen += 1;
            let visible = count > first + last && (seen <= first || seen + last > count);
            if visible { c } else { '*' }
        })
        .collect()
}

/// Whether a text is a number of which a part is hidden by stars.
///
/// Other tools hide other parts, so any run of four stars or more between, before or after
/// digits counts.
#[must_use]
pub fn is_masked(text: &str) -> bool {
    const FEWEST: usize = 4;
    let text = text.trim();
    let star = |c: char| matches!(c, '*' | '＊');
    let longest = text.split(|c| !star(c)).map(|stars| stars.chars().count()).max().unwrap_or(0);
    let rest = text.chars().all(|c| star(c) || c.is_ascii_alphanumeric());
    rest && longest >= FEWEST && text.contains(|c: char| c.is_ascii_digit())
}

/// The masked form of a number of that kind, whatever groups it.
pub(super) fn mask_as(kind: Personal, text: &str) -> String {
    match kind {
        Personal::Identity => mask(text, IDENTITY),
        Personal::Mobile => mask(text, MOBILE),
        Personal::Permit => mask(text, PERMIT),
    }
}

/// Replaces every personal number in a text by its masked form, in place: the result has as
/// many characters, so that marks under an excerpt still line up.
///
/// Hidden are identity numbers (18 and 15 digits with a possible date of birth, whatever the
/// check digit), mobiles, mainland travel permits and what a label calls a passport or permit,
/// in digits of any script and whatever groups them. Credit codes, registration numbers with a
/// right check digit, police and filing numbers, dates, hashes and addresses of machines stay.
#[must_use]
pub fn hide_personal(text: &str) -> Cow<'_, str> {
    if !may_hold(text) {
        return Cow::Borrowed(text);
    }
    let cells = Text::read(text);
    let mut out = String::new();
    let mut copied = 0;
    let mut cell = 0;
    while cell < cells.len() {
        let Some(found) = personal::at(&cells, cell) else {
            cell += 1;
            continue;
        };
        let bytes = cells.bytes(found.start, found.end);
        out.push_str(text.get(copied..bytes.start).unwrap_or_default());
        out.push_str(&masked_cells(&cells, found));
        copied = bytes.end;
        cell = found.end;
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// Whether a text has enough digits for any personal number; most lines have not. The shortest
/// one begins with a letter or follows a label, the next has eleven digits, so that no day is one.
#[must_use]
pub fn may_hold(text: &str) -> bool {
    const FEWEST: usize = 7;
    const FEWEST_ALONE: usize = 11;
    let (mut digits, mut wide) = (0, false);
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'&' | b'\\' => digits += FEWEST,
            _ => wide |= !byte.is_ascii(),
        }
        if FEWEST_ALONE <= digits {
            return true;
        }
    }
    // Digits of other scripts are rare, and so looked for last.
    if wide {
        digits += text.chars().filter(|c| !c.is_ascii() && numeral::digit(*c).is_some()).count();
    }
    let letters = || wide || text.bytes().any(|byte| byte.is_ascii_alphabetic());
    FEWEST_ALONE <= digits || FEWEST <= digits && letters()
}

/// The masked form of cells: a cell that took several characters to write keeps as many.
fn masked_cells(text: &Text<'_>, found: personal::Found) -> String {
    let folded = text.folded(found.start, found.end);
    let masked = mask_as(found.kind, &folded);
    let mut out = String::new();
    for (n, c) in masked.chars().enumerate() {
        let cell = found.start + n;
        let raw = text.slice(cell, cell + 1);
        if c == '*' {
            raw.chars().for_each(|_| out.push('*'));
        } else {
            out.push_str(raw);
        }
    }
    out
}
