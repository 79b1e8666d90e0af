//! The first look at a text, which tells nearly all that hold no number of a person.

use super::numeral::digit;
use super::run::is_separator;
use super::text::fold;

/// The fewest digits of a number that a letter or a label begins.
const FEWEST: usize = 7;
/// The fewest digits of one that stands alone, so that no day is one.
const FEWEST_ALONE: usize = 11;
/// How far the last digit of a number may be from the letter or the label that begins it.
const REACH: usize = 60;

/// Whether a text may hold a number of a person: it has enough digits that nothing parts, and a
/// permit's letter or a label before them where they are few. It takes too many rather than one
/// too few; a test holds it to what is found.
pub(super) fn may_hold(text: &str) -> bool {
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return may_be(text.as_bytes());
    }
    let mut digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits < FEWEST_ALONE && !text.is_ascii() {
        digits += text.chars().filter(|c| !c.is_ascii() && digit(*c).is_some()).count();
    }
    if digits < FEWEST {
        return false;
    }
    // Days and streets stand in texts more often than anything else with so many digits.
    if digits < FEWEST_ALONE && !text.chars().any(|c| begins(folded(c)) || matches!(c, '&' | '\\')) {
        return false;
    }
    // An entity and an escape may stand for anything; of a digit either holds one at least.
    if text.contains(['&', '\\']) {
        return true;
    }
    let mut glance = Glance::default();
    text.chars().any(|c| glance.is_enough(c))
}

/// The same of one word in plain letters and digits, as codes and numbers of certificates are: no label stands before
/// it, so that it begins with the letter of a permit, holds a label itself or has enough digits side by side.
fn may_be(word: &[u8]) -> bool {
    let alone = || word.split(|byte| !byte.is_ascii_digit()).any(|digits| FEWEST_ALONE <= digits.len());
    let is_label = |part: &[u8]| part.eq_ignore_ascii_case(b"passport");
    FEWEST <= word.len()
        && (matches!(word.first(), Some(b'H' | b'h' | b'M' | b'm')) || alone() || word.windows(8).any(is_label))
}

/// What was seen so far.
#[derive(Default)]
struct Glance {
    /// Digits with nothing between them but what groups digits.
    alone: usize,
    /// Digits after the letter or label that began something, with letters between them as well.
    begun: usize,
    /// How many characters ago that was.
    ago: Option<usize>,
}

impl Glance {
    /// Whether a number may end with the next character.
    fn is_enough(&mut self, c: char) -> bool {
        let is_ideograph = is_ideograph(c);
        let c = folded(c);
        if begins(c) {
            self.ago = Some(0);
        } else {
            self.ago = self.ago.map(|ago| ago + 1).filter(|ago| *ago <= REACH);
        }
        if digit(c).is_some() {
            self.alone += 1;
            self.begun += usize::from(self.ago.is_some());
        } else if c.is_ascii_alphabetic() {
            self.alone = 0;
        } else if is_ideograph || !is_separator(c) {
            (self.alone, self.begun) = (0, 0);
        }
        FEWEST_ALONE <= self.alone || FEWEST <= self.begun && self.ago.is_some()
    }
}

const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// A character as the search reads it; the ideographs that it reads as others begin nothing.
fn folded(c: char) -> char {
    if c.is_ascii() || is_ideograph(c) { c } else { fold(c).0 }
}

/// Whether a character is the letter of a permit, or begins a label.
const fn begins(c: char) -> bool {
    matches!(c, 'H' | 'h' | 'M' | 'm' | 'P' | 'p' | '护' | '護' | '通' | '台' | '臺' | '回' | '居' | '身')
}
