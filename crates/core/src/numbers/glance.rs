//! The first look at a text, which tells nearly all that hold no number of a person.

use super::numeral::{self, digit};
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
    let seen = if text.is_ascii() { Seen::of_ascii(text.as_bytes()) } else { Seen::of(text) };
    if seen.digits < FEWEST {
        return false;
    }
    // An entity and an escape may stand for anything; of a digit either holds one at least.
    if seen.escapes {
        return true;
    }
    // Days and streets stand in texts more often than anything else with so many digits.
    if seen.digits < FEWEST_ALONE && !seen.begins {
        return false;
    }
    let mut glance = Glance::default();
    text.chars().any(|c| glance.is_enough(c))
}

/// The same of one word in plain letters and digits, as codes and numbers of certificates are: no label stands before
/// it, so that it begins with the letter of a permit, holds a label itself or has enough digits side by side.
fn may_be(word: &[u8]) -> bool {
    let alone = || word.split(|byte| !byte.is_ascii_digit()).any(|digits| FEWEST_ALONE <= digits.len());
    let is_label = |part: &[u8]| matches!(part, [b'P' | b'p', ..]) && part.eq_ignore_ascii_case(b"passport");
    FEWEST <= word.len()
        && (matches!(word.first(), Some(b'H' | b'h' | b'M' | b'm')) || alone() || word.windows(8).any(is_label))
}

/// What a text holds, wherever it stands.
#[derive(Default)]
struct Seen {
    digits: usize,
    /// Whether a letter or a label stands somewhere that may begin a number.
    begins: bool,
    /// Whether an entity or an escape may.
    escapes: bool,
}

impl Seen {
    fn of_ascii(text: &[u8]) -> Self {
        let digits = text.iter().filter(|byte| byte.is_ascii_digit()).count();
        if digits < FEWEST {
            return Self::default();
        }
        let pairs = std::iter::once(b' ').chain(text.iter().copied()).zip(text);
        let begins = pairs.into_iter().any(|(before, byte)| begins(char::from(before), char::from(*byte)));
        Self { digits, begins, escapes: text.iter().any(|byte| matches!(byte, b'&' | b'\\')) }
    }

    fn of(text: &str) -> Self {
        let mut seen = Self::default();
        let mut before = ' ';
        for c in text.chars() {
            // Nearly every ideograph is no numeral and belongs to no label.
            if is_ideograph(c) && !may_matter(c) {
                before = c;
                continue;
            }
            let c = folded(c);
            seen.digits += usize::from(digit(c).is_some());
            seen.begins |= begins(std::mem::replace(&mut before, c), c);
            seen.escapes |= matches!(c, '&' | '\\');
        }
        seen
    }
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
    /// The character before.
    before: char,
}

impl Glance {
    /// Whether a number may end with the next character.
    fn is_enough(&mut self, c: char) -> bool {
        let is_ideograph = is_ideograph(c);
        let c = folded(c);
        if begins(std::mem::replace(&mut self.before, c), c) {
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

/// With which two ideographs each label begins, in both scripts.
pub(super) const LABELS_BEGIN: [(char, char); 9] = [
    ('护', '照'),
    ('護', '照'),
    ('通', '行'),
    ('台', '胞'),
    ('臺', '胞'),
    ('回', '乡'),
    ('回', '鄉'),
    ('居', '留'),
    ('身', '份'),
];

/// The low bits of the numerals and of the second ideographs of labels.
const LOW_BITS: [u64; 16] = {
    let mut bits = numeral::LOW_BITS;
    let mut n = 0;
    while n < LABELS_BEGIN.len() {
        let code = LABELS_BEGIN[n].1 as usize;
        bits[code >> 6 & 15] |= 1 << (code & 63);
        n += 1;
    }
    bits
};

/// Whether an ideograph may be a numeral or the second of a label; too many are taken rather than one too few.
fn may_matter(c: char) -> bool {
    let code = c as usize;
    LOW_BITS.get(code >> 6 & 15).is_some_and(|bits| bits >> (code & 63) & 1 == 1)
}

/// A character as the search reads it; the ideographs that it reads as others begin nothing.
fn folded(c: char) -> char {
    if c.is_ascii() || is_ideograph(c) { c } else { fold(c).0 }
}

/// Whether a character is the letter of a permit, or with the one before it the beginning of a label.
fn begins(before: char, c: char) -> bool {
    match c {
        // Within a word it is the letter of no permit.
        'H' | 'h' | 'M' | 'm' => !before.is_ascii_alphanumeric(),
        'A' | 'a' => matches!(before, 'P' | 'p'),
        _ => is_ideograph(c) && LABELS_BEGIN.contains(&(before, c)),
    }
}
