//! Reading a number from left to right over the gaps that pages put into it.

use super::super::fault::Fault;
use super::super::service::{Service, ServiceKind};
use super::super::text::Text;

/// A place in a text, and what was passed on the way there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'t> {
    pub(super) text: &'t Text<'t>,
    pub(super) at: usize,
    /// White space was passed.
    pub(super) space: bool,
    /// A tag was passed.
    pub(super) tag: bool,
}

/// The characters where the serial should stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Serial {
    /// Digits alone.
    Digits(String),
    /// Digits with dashes between.
    Dashed,
    /// `XXXXXXXX`, `2021****`, `示例`.
    Placeholder,
}

/// What stands after the serial of a filing or licence number.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tail {
    pub(super) hao: bool,
    pub(super) service: Option<Service>,
    /// A letter without an index: `号A`.
    pub(super) lone_letter: Option<ServiceKind>,
    /// The letter of the suffix is not a capital.
    pub(super) lower: bool,
    pub(super) fault: Option<Fault>,
}

/// Words that stand for a number still to come.
const STAND_INS: [&str; 8] = ["示例", "样例", "测试", "待定", "某某", "占位", "待填", "虚拟"];
/// No serial, real or invented, is longer.
const LONGEST_SERIAL: usize = 40;

fn is_stand_in(c: char) -> bool {
    matches!(c, 'x' | 'X' | '*' | '×' | '✕' | '○' | '〇' | '●' | '…' | '#' | '?' | '_')
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t Text<'t>, at: usize) -> Self {
        Self { text, at, space: false, tag: false }
    }

    /// Passes a gap.
    pub(super) fn gap(&mut self) -> &mut Self {
        let gap = self.text.gap(self.at);
        self.at = gap.end;
        self.space |= gap.space;
        self.tag |= gap.tag;
        self
    }

    /// Passes a word that stands here.
    pub(super) fn take(&mut self, word: &str) -> bool {
        let has = self.text.has(self.at, word);
        if has {
            self.at += word.chars().count();
        }
        has
    }

    /// Passes a gap and a word after it, or nothing.
    pub(super) fn take_after_gap(&mut self, word: &str) -> bool {
        let mut ahead = *self;
        let has = ahead.gap().take(word);
        if has {
            *self = ahead;
        }
        has
    }

    /// Passes `号`, unless it starts another word.
    pub(super) fn take_hao(&mut self) -> bool {
        let mut ahead = *self;
        let has = ahead.gap().take("号");
        let other_word = ahead.at > self.at + 1 && matches!(self.text.at(ahead.at), '码' | '称' | '楼' | '院' | '线');
        if has && !other_word {
            *self = ahead;
        }
        has && !other_word
    }

    /// Passes the serial; `lengths` are those at which groups of digits make a whole.
    pub(super) fn serial(&mut self, lengths: &[usize]) -> Option<Serial> {
        let digits_end = self.run(self.at, |c| c.is_ascii_digit());
        if digits_end > self.at && !is_stand_in(self.text.at(digits_end)) {
            return self.digits(digits_end, lengths);
        }
        self.placeholder().then_some(Serial::Placeholder)
    }

    fn run(&self, from: usize, wanted: impl Fn(char) -> bool) -> usize {
        let limit = from + LONGEST_SERIAL;
        (from..limit).find(|n| !wanted(self.text.at(*n))).unwrap_or(limit)
    }

    fn digits(&mut self, end: usize, lengths: &[usize]) -> Option<Serial> {
        // 12345678abc号 is no serial but something to be filled in.
        let word = self.run(end, |c| c.is_ascii_alphanumeric());
        if word > end && self.text.at(word) == '号' {
            self.at = word;
            return Some(Serial::Placeholder);
        }
        let mut digits = self.text.folded(self.at, end);
        self.at = end;
        if !lengths.contains(&digits.len()) {
            self.more_groups(&mut digits, lengths);
        }
        Some(Serial::Digits(digits))
    }

    /// Takes further groups of digits if they make the serial whole and `号` follows.
    fn more_groups(&mut self, digits: &mut String, lengths: &[usize]) {
        let mut ahead = *self;
        let mut joined = digits.clone();
        let longest = lengths.iter().max().copied().unwrap_or(0);
        while joined.len() < longest && self.text.at(ahead.at) == ' ' {
            let from = ahead.at + 1;
            let end = self.run(from, |c| c.is_ascii_digit());
            if end == from {
                return;
            }
            joined.push_str(&self.text.folded(from, end));
            ahead.at = end;
            ahead.space = true;
            let mut after = ahead;
            if lengths.contains(&joined.len()) && after.take_hao() {
                *self = ahead;
                *digits = joined;
                return;
            }
        }
    }

    fn placeholder(&mut self) -> bool {
        let end = self.run(self.at, |c| c.is_ascii_digit() || is_stand_in(c));
        let word_end = self.run(self.at, |c| c.is_ascii_alphanumeric() || is_stand_in(c));
        let mut after = Self { at: end, ..*self };
        let long = end >= self.at + 4;
        if end > self.at && (long || after.take_hao()) {
            self.at = end;
            return true;
        }
        if word_end > self.at && self.text.at(word_end) == '号' {
            self.at = word_end;
            return true;
        }
        let mut ahead = *self;
        if STAND_INS.iter().any(|word| ahead.take(word)) && ahead.text.at(ahead.at) == '号' {
            *self = ahead;
            return true;
        }
        false
    }

    /// Passes `号` and the suffix, in either order.
    pub(super) fn tail(&mut self) -> Tail {
        if self.take_hao() {
            let mut tail = self.suffix(false).unwrap_or_default();
            tail.hao = true;
            return tail;
        }
        let Some(mut tail) = self.suffix(true) else {
            return Tail::default();
        };
        tail.fault = tail.fault.or(Some(Fault::HaoPosition));
        tail.hao = self.take_hao();
        tail
    }

    /// Passes the suffix of a B2 number, which has no `号` of its own.
    pub(super) fn b2_tail(&mut self) -> Tail {
        let mut tail = self.suffix(true).unwrap_or_default();
        tail.hao = self.take_hao();
        tail
    }

    fn suffix(&mut self, glued: bool) -> Option<Tail> {
        let text = self.text;
        let before = text.spaces(self.at);
        let dashes = (before..before + 2).take_while(|n| text.at(*n) == '-').count();
        if dashes == 0 {
            return if glued { None } else { self.lone_letter() };
        }
        let from = text.spaces(before + dashes);
        let spaced = before > self.at || from > before + dashes;
        if spaced && (glued || (before > self.at && from > before + dashes)) && !self.ends_in_index(from) {
            return None;
        }
        let digits = self.run(from, |c| c.is_ascii_digit());
        let end = self.run(from, |c| c.is_ascii_digit() || is_stand_in(c));
        let lone = digits == from || is_stand_in(text.at(digits + 1));
        if end > from && lone && !text.at(end).is_ascii_alphanumeric() {
            self.pass_suffix(end, spaced);
            return Some(Tail { fault: Some(Fault::Placeholder), ..Tail::default() });
        }
        if digits == from {
            let cut_off = dashes > 0 && !glued && text.gap(from).end == text.len();
            let fault = cut_off.then_some(Fault::Truncated);
            return fault.map(|fault| Tail { fault: Some(fault), ..Tail::default() });
        }
        self.indexed(from, digits, spaced)
    }

    /// Whether a short index stands here and then nothing that a dash between blanks would part from the number: the
    /// text ends, or a mark follows. `号 - 2024 某公司` is no suffix, `号 - 3A` is one.
    fn ends_in_index(&self, from: usize) -> bool {
        const LONGEST: usize = 3;
        let text = self.text;
        let digits = self.run(from, |c| c.is_ascii_digit());
        let end = digits + usize::from(text.at(digits).is_ascii_alphabetic());
        let next = text.at(text.gap(end).end);
        (1..=LONGEST).contains(&(digits - from)) && !text.at(end).is_alphanumeric() && !next.is_alphanumeric()
    }

    fn indexed(&mut self, from: usize, digits: usize, spaced: bool) -> Option<Tail> {
        let text = self.text;
        let index: u32 = text.folded(from, digits).parse().ok().filter(|n| *n <= 99_999)?;
        // One letter belongs to the suffix; more of them are the next word.
        let letter =
            Some(text.at(digits)).filter(|c| c.is_ascii_alphabetic() && !text.at(digits + 1).is_ascii_alphanumeric());
        self.pass_suffix(digits + usize::from(letter.is_some()), spaced);
        let kind = letter.map_or(Some(ServiceKind::Website), ServiceKind::by_letter);
        let bad = index == 0 || text.at(from) == '0' || kind.is_none();
        Some(Tail {
            service: kind.filter(|_| index > 0).map(|kind| Service { index, kind }),
            lower: letter.is_some_and(|c| c.is_ascii_lowercase()),
            fault: bad.then_some(Fault::BadSuffix),
            ..Tail::default()
        })
    }

    fn lone_letter(&mut self) -> Option<Tail> {
        let kind = ServiceKind::by_letter(self.text.at(self.at))?;
        if self.text.at(self.at + 1).is_ascii_alphanumeric() {
            return None;
        }
        self.at += 1;
        Some(Tail { lone_letter: Some(kind), fault: Some(Fault::BadSuffix), ..Tail::default() })
    }

    fn pass_suffix(&mut self, end: usize, spaced: bool) {
        self.at = end;
        self.space |= spaced;
    }
}
