//! Finding every number in a text and saying what it is.

mod bare;
mod cursor;
mod domain;
mod loose;
mod parse;
mod parts;
mod prefix;
pub(super) mod scan;
mod scan_icp;
mod scan_licence;
mod scan_police;

use std::ops::Range;

use super::compact::Compact;
use super::fault::Fault;
use super::kind::Kind;
use super::mask::{hide_personal, mask_as};
use super::text::Text;
use bare::Judged;
use scan::Hit;

/// The parts of a number, in the order in which they are told.
pub type Parts = Vec<(&'static str, String)>;

/// A number found in a text, and what there is to say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The number as written.
    pub input: String,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// The one right way to write it, where there is one.
    pub canonical: Option<String>,
    /// Whether it can exist and is written as it should be, but for harmless faults.
    pub ok: bool,
    /// What is off.
    pub faults: Vec<Fault>,
    /// What its characters say.
    pub parts: Parts,
}

impl Decoded {
    fn from_hit(text: &Text<'_>, hit: Hit) -> Self {
        let code = hit.value.is_none() && hit.kind == Kind::Police;
        let digits: String = text.folded(hit.start, hit.end).chars().filter(char::is_ascii_digit).collect();
        let parts = match hit.value {
            Some(value) => parts::of_value(value),
            None if code && digits.len() == 14 => parts::of_police_code(&digits),
            None => Parts::new(),
        };
        let Hit { start, end, kind, canonical, faults, .. } = hit;
        Self::new(text, (start, end), Judged { kind, canonical, faults, parts })
    }

    fn new(text: &Text<'_>, (start, end): (usize, usize), judged: Judged) -> Self {
        let Judged { kind, canonical, faults, parts } = judged;
        Self {
            input: text.slice(start, end).to_owned(),
            range: text.bytes(start, end),
            kind,
            canonical,
            ok: faults.iter().all(|fault| fault.is_harmless()),
            faults,
            parts,
        }
    }

    /// The same with personal numbers hidden: of a date of birth the year stays, of an area
    /// the province.
    #[must_use]
    pub fn masked(&self) -> Self {
        let mut masked = self.clone();
        let Some(kind) = self.kind.personal() else {
            // A domain may be a telephone number; it is public all the same.
            if self.kind != Kind::Domain {
                masked.input = hide_personal(&self.input).into_owned();
            }
            return masked;
        };
        masked.input = mask_as(kind, &self.input);
        masked.canonical = self.canonical.as_ref().map(|number| mask_as(kind, number));
        for (name, value) in &mut masked.parts {
            match *name {
                "born" => value.truncate(4),
                "region" => value.truncate(2),
                _ => {}
            }
        }
        masked
    }
}

/// Finds every number in a text, in order.
///
/// In a longer text only numbers that say what they are (`ICP备`, `公网安备`, `B2-`), that
/// pass their check or that a label announces are taken. A text that is one code alone is
/// always explained: as the number it was probably meant for, with its faults, or as one
/// [`Kind::Unknown`].
#[must_use]
pub fn decode(text: &str, today_year: i32) -> Vec<Decoded> {
    let trimmed = text.trim();
    let cells = Text::read(trimmed);
    let mut found = in_text(&cells, today_year);
    if found.is_empty() {
        found.extend(alone(&cells, trimmed, today_year));
    }
    let offset = text.len() - text.trim_start().len();
    for number in &mut found {
        number.range = number.range.start + offset..number.range.end + offset;
    }
    found
}

fn in_text(text: &Text<'_>, today_year: i32) -> Vec<Decoded> {
    let mut found = Vec::new();
    let mut floor = 0;
    let mut cell = 0;
    while cell < text.len() {
        if let Some(hit) = scan::at(text, cell, floor, today_year) {
            cell = hit.end.max(cell + 1);
            floor = cell;
            found.push(Decoded::from_hit(text, hit));
        } else if let Some(loose) = loose::at(text, cell, today_year) {
            cell = loose.end.max(cell + 1);
            floor = cell;
            found.push(Decoded::new(text, (loose.start, loose.end), loose.judged));
        } else {
            cell += 1;
        }
    }
    found
}

/// What a text is in which nothing was found, if it is one code.
fn alone(text: &Text<'_>, trimmed: &str, today_year: i32) -> Option<Decoded> {
    const LONGEST: usize = 64;
    if text.len() == 0 || text.len() > LONGEST {
        return None;
    }
    let all = (0, text.len());
    let compact = Compact::of(text, 0, text.len());
    if let Some(judged) = bare::judge(compact, today_year) {
        return Some(Decoded::new(text, all, judged));
    }
    if let Some(canonical) = domain::canonical(trimmed) {
        let (kind, faults, parts) = (Kind::Domain, Vec::new(), Parts::new());
        let judged = Judged { kind, canonical: Some(canonical), faults, parts };
        return Some(Decoded::new(text, all, judged));
    }
    is_code(text).then(|| {
        let (kind, faults, parts) = (Kind::Unknown, vec![Fault::NotRecognised], Parts::new());
        Decoded::new(text, all, Judged { kind, canonical: None, faults, parts })
    })
}

/// Whether a text is one word that somebody may have taken for a number.
fn is_code(text: &Text<'_>) -> bool {
    let cells = text.cells(0, text.len());
    cells.iter().all(|cell| cell.c.is_alphanumeric() || matches!(cell.c, '-' | '.' | '_' | '+' | '*' | '(' | ')' | '/'))
}
