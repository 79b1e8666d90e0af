//! Finding the numbers of persons in any text: identity numbers, mobiles, travel permits.
//!
//! Here a number too many is better than one too few: what is found is what is hidden.

use super::area::{Area, birth_date, person_area};
use super::credit::CreditCode;
use super::permit::{PermitKind, form};
use super::registration::RegistrationNumber;
use super::resident::is_first_generation;
use super::text::Text;

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
/// No personal number has more characters, separators included.
const REACH: usize = 40;

/// Letters and digits from a cell on, over single separators, with the cell of each.
struct Run {
    code: String,
    cells: Vec<usize>,
}

impl Run {
    fn read(text: &Text<'_>, at: usize) -> Self {
        const MOST: usize = 20;
        let mut run = Self { code: String::new(), cells: Vec::new() };
        let mut cell = at;
        while run.cells.len() < MOST && cell < at + REACH {
            let c = text.at(cell);
            if c.is_ascii_alphanumeric() {
                run.code.push(c.to_ascii_uppercase());
                run.cells.push(cell);
            } else if !matches!(c, ' ' | '-')
                || !text.at(cell + 1).is_ascii_digit() && !matches!(text.at(cell + 1), 'x' | 'X')
            {
                break;
            }
            cell += 1;
        }
        run
    }

    /// The first `n` characters, if their digits end there; a final X ends them anyway.
    fn head(&self, text: &Text<'_>, n: usize) -> Option<(&str, usize)> {
        let end = self.cells.get(n.checked_sub(1)?)? + 1;
        let code = self.code.get(..n)?;
        let goes_on = text.at(end).is_ascii_digit() && !code.ends_with('X');
        (!goes_on).then_some((code, end))
    }

    /// Where separators stand, counted in characters before them.
    fn groups(&self, n: usize) -> Vec<usize> {
        let cells = self.cells.get(..n).unwrap_or_default();
        let pairs = cells.windows(2).enumerate();
        pairs.filter(|(_, pair)| matches!(pair, [a, b] if b - a > 1)).map(|(n, _)| n + 1).collect()
    }
}

/// The personal number that starts at a cell.
pub(super) fn at(text: &Text<'_>, at: usize) -> Option<Found> {
    let c = text.at(at);
    let before = text.before(at);
    if before.is_ascii_digit() {
        return None;
    }
    if matches!(c, 'H' | 'M') {
        return permit(text, at);
    }
    if !c.is_ascii_digit() {
        return None;
    }
    let run = Run::read(text, at);
    identity(text, &run, at).or_else(|| mobile(text, &run))
}

fn identity(text: &Text<'_>, run: &Run, at: usize) -> Option<Found> {
    let found = |end| Found { kind: Personal::Identity, start: at, end };
    if let Some((code, end)) = run.head(text, 18) {
        let (body, last) = code.split_at(17);
        let digits = body.bytes().all(|b| b.is_ascii_digit()) && matches!(last.as_bytes(), [b'0'..=b'9' | b'X']);
        let plausible = person_area(code) != Area::None && birth_date(&code[6..14], LATEST_YEAR).is_some();
        if digits && plausible && !is_credit_code(text, at, end, code) {
            return Some(found(end));
        }
    }
    let (code, end) = run.head(text, 15)?;
    let together = matches!(run.groups(15).as_slice(), [] | [6, 12] | [6]);
    let hidden = together && is_first_generation(code) && !RegistrationNumber::is_certain(code);
    hidden.then(|| found(end))
}

/// Whether a run that could be an identity number is an organisation's code and only that.
fn is_credit_code(text: &Text<'_>, start: usize, end: usize, code: &str) -> bool {
    let alone =
        end - start == 18 && !text.before(start).is_ascii_alphanumeric() && !text.at(end).is_ascii_alphanumeric();
    let (body, last) = code.split_at(17);
    let identity = super::check::identity(body.as_bytes()) == last.chars().next();
    alone && !identity && CreditCode::is_certain(code)
}

fn mobile(text: &Text<'_>, run: &Run) -> Option<Found> {
    for country in ["", "86", "0086"] {
        let skipped = country.len();
        let Some((code, end)) = run.head(text, skipped + 11) else {
            continue;
        };
        let Some(digits) = code.strip_prefix(country) else {
            continue;
        };
        let mut groups = run.groups(skipped + 11);
        groups.retain(|n| *n != skipped);
        let groups: Vec<usize> = groups.iter().map(|n| n.saturating_sub(skipped)).collect();
        // The ways in which people group eleven digits; others are dates and amounts.
        let grouped = matches!(groups.as_slice(), [] | [3, 7] | [3] | [7] | [3, 6] | [5]);
        if grouped && is_mobile(digits) {
            let start = *run.cells.get(skipped)?;
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

fn permit(text: &Text<'_>, at: usize) -> Option<Found> {
    // 国药准字H20051234 is the approval of a medicine.
    if text.before(at).is_ascii_alphanumeric() || matches!(text.before(at), '字' | '-' | '_' | '/') {
        return None;
    }
    let end = (at..at + 13).find(|n| !text.at(*n).is_ascii_alphanumeric())?;
    let kind = form(&text.folded(at, end));
    (kind == Some(PermitKind::HongKongMacao)).then_some(Found { kind: Personal::Permit, start: at, end })
}
