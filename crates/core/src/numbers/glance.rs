//! The first look at a text, which tells nearly all that hold no number of a person.

use super::numeral::{self, digit};
use super::run::is_separator;
use super::text::fold;
use crate::spelling::LowBits;

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
    // A digit takes a byte at least.
    if text.len() < FEWEST {
        return false;
    }
    let seen = Seen::of(text);
    if seen.digits < FEWEST {
        return false;
    }
    // An entity and an escape may stand for anything; of a digit either holds one at least.
    if seen.escapes {
        return true;
    }
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return may_be(text.as_bytes());
    }
    // Days and streets stand in texts more often than anything else with so many digits.
    if seen.digits < FEWEST_ALONE && !seen.begins {
        return false;
    }
    let mut glance = Glance::default();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if glance.is_enough(c, || rest.clone().next().map(folded)) {
            return true;
        }
    }
    false
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
    fn of(text: &str) -> Self {
        let mut seen = Self::default();
        let bytes = text.as_bytes();
        let mut at = 0;
        // Most characters are done with by their bytes.
        while let Some(first) = bytes.get(at) {
            match Class::of(*first) {
                Class::Nothing => at += 1,
                Class::Digit => {
                    seen.digits += 1;
                    at += 1;
                }
                Class::Escape => {
                    seen.escapes = true;
                    at += 1;
                }
                Class::Ideograph if is_plain_ideograph(*first, bytes.get(at + 1..at + 3).unwrap_or_default()) => {
                    at += 3;
                }
                Class::Letter => {
                    seen.begins |= may_begin(bytes, at);
                    at += 1;
                }
                Class::Ideograph | Class::Other => {
                    let (before, rest) = text.split_at_checked(at).unwrap_or_default();
                    let c = rest.chars().next().unwrap_or_default();
                    seen.meet(before.chars().next_back().unwrap_or(' '), folded(c));
                    at += c.len_utf8();
                }
            }
        }
        seen
    }

    fn meet(&mut self, before: char, c: char) {
        self.digits += usize::from(digit(c).is_some());
        self.begins |= begins(folded(before), c);
        self.escapes |= matches!(c, '&' | '\\');
    }
}

/// Whether the letter at a byte may begin a number, by the bytes beside it.
fn may_begin(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before)).copied().unwrap_or(b' ');
    match bytes.get(at) {
        Some(b'A' | b'a') => matches!(before, b'P' | b'p') || !before.is_ascii(),
        _ => !before.is_ascii_alphanumeric() && !bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic),
    }
}

/// What the first byte of a character tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// It is of no number.
    Nothing,
    Digit,
    /// It may begin an entity or an escape.
    Escape,
    /// With one of these the number of a permit or a label may begin.
    Letter,
    /// An ideograph, or what stands beside them in Unicode.
    Ideograph,
    /// A character that has to be looked at.
    Other,
}

impl Class {
    const ALL: [Self; 256] = {
        let mut all = [Self::Other; 256];
        let mut byte = 0_u8;
        while byte < 0xff {
            all[byte as usize] = match byte {
                b'0'..=b'9' => Self::Digit,
                b'&' | b'\\' => Self::Escape,
                b'H' | b'h' | b'M' | b'm' | b'A' | b'a' => Self::Letter,
                0x00..=0x7f => Self::Nothing,
                0xe4..=0xe9 => Self::Ideograph,
                0x80..=0xe3 | 0xea..=0xff => Self::Other,
            };
            byte += 1;
        }
        all
    };

    fn of(first: u8) -> Self {
        Self::ALL.get(usize::from(first)).copied().unwrap_or(Self::Other)
    }
}

/// Whether the first byte, of that class, and the further two are those of an ideograph that is no numeral and belongs
/// to no label.
fn is_plain_ideograph(first: u8, further: &[u8]) -> bool {
    let [second, third] = *further else { return false };
    let is_ideograph = 0xe4 < first || 0xb8 <= second;
    is_ideograph && !LOW_BITS.may_hold_low(usize::from(second & 15) << 6 | usize::from(third & 63))
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
    /// Whether a number may end with the next character, given what follows it.
    fn is_enough(&mut self, c: char, next: impl FnOnce() -> Option<char>) -> bool {
        let is_ideograph = is_ideograph(c);
        if is_ideograph && !LOW_BITS.may_hold(c) {
            self.before = c;
            self.ago = self.ago.map(|ago| ago + 1).filter(|ago| *ago <= REACH);
            (self.alone, self.begun) = (0, 0);
            return false;
        }
        let c = folded(c);
        if begins(std::mem::replace(&mut self.before, c), c) && !is_word(c, next) {
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

/// The low bits of the numerals and of the second ideographs of labels; too many are taken rather than one too few.
const LOW_BITS: LowBits = {
    let mut bits = numeral::LOW_BITS;
    let mut n = 0;
    while n < LABELS_BEGIN.len() {
        bits = bits.with(LABELS_BEGIN[n].1);
        n += 1;
    }
    bits
};

/// A character as the search reads it; the ideographs that it reads as others begin nothing.
fn folded(c: char) -> char {
    if c.is_ascii() || is_ideograph(c) { c } else { fold(c).0 }
}

/// Whether a letter of permits begins a word here: in a permit a digit follows it.
fn is_word(c: char, next: impl FnOnce() -> Option<char>) -> bool {
    matches!(c, 'H' | 'h' | 'M' | 'm') && next().is_some_and(|next| next.is_ascii_alphabetic())
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
