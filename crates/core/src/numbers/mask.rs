//! Hiding personal numbers, by one scheme: an identity number keeps its first 3 and last 4
//! characters, a mobile its first 3 and last 4, a travel permit its letter and last 4.

use std::borrow::Cow;

use super::compact::Compact;
use super::credit::CreditCode;
use super::glance::may_hold;
use super::personal::{self, Personal};
use super::registration::RegistrationNumber;
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
/// check digit, or without it), mobiles, mainland travel permits and what a label calls a passport
/// or permit, in digits of any script and whatever groups them. Police and filing numbers, dates,
/// hashes, addresses of machines and numbers of organisations stay, but for those of the latter that
/// begin with a person's area and day of birth.
#[must_use]
pub fn hide_personal(text: &str) -> Cow<'_, str> {
    hide_personal_but(text, &|_| false)
}

/// The same, but for the numbers of which something else tells that they are no person's: it is given
/// the letters and digits of each.
///
/// What a mask leaves of one number may read as a part of another together with what stands beside it, so that the text
/// is gone through until nothing more is hidden: what was hidden once stays as it is wherever it is printed.
#[must_use]
pub fn hide_personal_but<'t>(text: &'t str, keep: &dyn Fn(&str) -> bool) -> Cow<'t, str> {
    let more = |text: &str| match hidden_of(text, keep) {
        Cow::Owned(more) if more != text => Some(more),
        Cow::Owned(_) | Cow::Borrowed(_) => None,
    };
    let Some(mut out) = more(text) else { return Cow::Borrowed(text) };
    while let Some(again) = more(&out) {
        out = again;
    }
    Cow::Owned(out)
}

fn hidden_of<'t>(text: &'t str, keep: &dyn Fn(&str) -> bool) -> Cow<'t, str> {
    if may_hold(text) { hidden(text, keep) } else { Cow::Borrowed(text) }
}

/// Whether a number passes the checks of one that only organisations have, and may be theirs although it begins like a
/// person's.
#[must_use]
pub fn may_be_organisations(number: &str) -> bool {
    RegistrationNumber::is_certain(number) || is_surely_organisations(number)
}

/// Whether a number passes every check of a credit code and not that of an identity number.
#[must_use]
pub fn is_surely_organisations(number: &str) -> bool {
    let person = || {
        let (body, last) = number.split_at_checked(17)?;
        Some(super::check::identity(body.as_bytes()) == last.chars().next())
    };
    CreditCode::is_certain(number) && person() == Some(false)
}

/// The same of a text that may hold one.
fn hidden<'t>(text: &'t str, keep: &dyn Fn(&str) -> bool) -> Cow<'t, str> {
    let cells = Text::read(text);
    let mut out = String::new();
    let mut copied = 0;
    let mut cell = 0;
    while cell < cells.len() {
        let Some(found) = personal::at(&cells, cell) else {
            cell += 1;
            continue;
        };
        if keep(&Compact::of(&cells, found.start, found.end).code) {
            cell = found.end;
            continue;
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Numbers among what groups them, what precedes them and what ends them.
        #[test]
        fn nothing_is_found_where_nothing_may_be(
            parts in prop::collection::vec(
                prop::sample::select(&[
                    "1", "3", "8", "0013", "138", "00138000", "２０", "〇", "一", "①", "-", " ", ".", "/", "—", "－",
                    "\u{3000}", "·", "H", "m", "Ｍ", "E", "x", "护照", "ｐassport", "passport", "身份证", "：", "号",
                    "護照", "臺胞證", "a", "中", "&nbsp;", "\\u0031", "2026-11-21", "110101199003070", "<b>", "(", "_",
                    "\u{200b}",
                ][..]),
                0..24,
            )
        ) {
            let text = parts.concat();
            prop_assert!(may_hold(&text) || matches!(hidden(&text, &|_| false), Cow::Borrowed(_)), "{text}");
        }
    }

    proptest! {
        /// Numbers and parts of them side by side, with what groups them and what was masked before.
        #[test]
        fn what_was_hidden_is_hidden_once_and_for_all(
            parts in prop::collection::vec(
                prop::sample::select(&[
                    "13800138000", "13812341334", "5678901", "1334", "139", "86", "0086", "11010519491231002X",
                    "110105194912310021", "110105491231002", "H12345678", "护照", "身份证：", "E12345678", "１３８",
                    "一三八零零一三八零零零", "①③⑧", "-", " ", ".", "/", "、", "*", "****", "×", "\\", "X", "a", "号",
                    "330106491231003", "2026-11-21", "(", "&#49;",
                ][..]),
                0..12,
            )
        ) {
            let text = parts.concat();
            let once = hide_personal(&text).into_owned();
            prop_assert_eq!(&*hide_personal(&once), &*once, "{}", text);
            let keep = |number: &str| number == "330106491231003";
            let once = hide_personal_but(&text, &keep).into_owned();
            prop_assert_eq!(&*hide_personal_but(&once, &keep), &*once, "{}", text);
        }
    }

    #[test]
    fn what_is_left_of_a_number_makes_no_other_with_its_neighbour() {
        for text in ["13812341334 5678901", "13812341334-5678901", "11010519491231138X0013-8000"] {
            let once = hide_personal(text).into_owned();
            assert!(once != text && *hide_personal(&once) == *once, "{text}: {once}");
        }
    }

    #[test]
    fn a_label_is_one_in_either_script() {
        for text in ["護照：E12345678", "臺胞證 12345678", "回鄉證：1234567", "护照：E12345678"] {
            assert!(matches!(hide_personal(text), Cow::Owned(_)), "{text}");
        }
    }
}
