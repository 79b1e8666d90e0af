//! Unquoted text, and what a line without a colon was meant to be.

use super::fault::FaultKind;
use super::keys::Key;
use super::parser::Parser;
use super::tree::{Shape, Span, Style};

/// What ended a line of unquoted text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// A colon with a blank after it.
    Colon,
    /// A comment.
    Comment,
    /// The end of the line.
    Line,
}

/// The extent of unquoted text on one line.
#[derive(Clone, Copy)]
pub(super) struct PlainLine {
    /// The end of the text, without blanks.
    pub(super) end: usize,
    /// The colon, the hash or the line end.
    pub(super) stop_at: usize,
    pub(super) stop: Stop,
}

/// Keys may not be longer, because other readers give up on them there.
pub(super) const LONGEST_KEY: usize = 1024;

impl Parser<'_, '_> {
    /// Goes over unquoted text to the end of the line, a comment or `: `.
    #[inline]
    pub(super) fn plain_line(&self, from: usize) -> PlainLine {
        let mut at = from;
        let (stop_at, stop) = loop {
            let rest = self.b.get(at..).unwrap_or_default();
            let Some(length) = rest.iter().position(|&b| matches!(b, b'\n' | b':' | b'#')) else {
                break (self.b.len(), Stop::Line);
            };
            at += length;
            match rest.get(length) {
                Some(b'\n') => {
                    let carriage = at > from && self.at(at - 1) == b'\r';
                    break (at - usize::from(carriage), Stop::Line);
                }
                Some(b':') if self.blankz(at + 1) => break (at, Stop::Colon),
                Some(b'#') if at > from && matches!(self.at(at - 1), b' ' | b'\t') => {
                    break (at, Stop::Comment);
                }
                _ => at += 1,
            }
        };
        let mut end = stop_at;
        while end > from && matches!(self.at(end - 1), b' ' | b'\t') {
            end -= 1;
        }
        PlainLine { end, stop_at, stop }
    }

    /// A plain key, if the line has a colon. Reports and gives none if the key cannot be one.
    #[inline]
    pub(super) fn plain_key(&mut self, from: usize, line: PlainLine) -> Option<Key> {
        if line.end == from {
            self.fault(FaultKind::MissingKey, from, line.stop_at + 1);
            return None;
        }
        if line.stop_at - from > LONGEST_KEY {
            self.fault(FaultKind::LongKey, from, line.end);
            return None;
        }
        if self.may_be_wide(from) && self.full_width_pair(from, line.end) {
            return None;
        }
        Some(Key { raw: Self::scalar(Style::Plain, Span::new(from, line.end), from, line.end), colon: line.stop_at })
    }

    /// An unquoted value whose first line was gone over, with the lines that continue it. Pushes one node and goes on
    /// to the next content.
    #[inline]
    pub(super) fn plain_value(&mut self, n: i32, from: usize, line: PlainLine) {
        if self.may_be_wide(from) && self.full_width_pair(from, line.end) {
            self.leaf(Shape::Refused, from, line.end);
            self.pos = line.stop_at;
            self.skip_line();
            return;
        }
        self.comment = line.stop == Stop::Comment;
        self.pos = if self.comment { self.eol(line.stop_at) } else { line.stop_at };
        self.next_line();
        if self.col > n && !self.comment {
            self.continued(n, from, line.end);
        } else {
            self.push(Self::scalar(Style::Plain, Span::new(from, line.end), from, line.end));
        }
    }

    /// The further lines of an unquoted value, folded: a line end is a space, blank lines are line ends.
    #[cold]
    fn continued(&mut self, n: i32, from: usize, first_end: usize) {
        let start = self.cooked.len();
        let mut end = first_end;
        while self.col > n && !self.comment {
            let line = self.plain_line(self.pos);
            // A line that looks like a key or an item is a slip of indentation rather than text: not taken here, it is
            // reported as that by whoever comes next.
            let item = self.at(self.pos) == b'-' && self.blankz(self.pos + 1);
            if line.stop == Stop::Colon || item || line.end == self.pos {
                break;
            }
            if self.cooked.len() == start {
                self.cook(from, first_end);
            }
            self.fold(self.breaks);
            self.cook(self.pos, line.end);
            end = line.end;
            self.comment = line.stop == Stop::Comment;
            self.pos = if self.comment { self.eol(line.stop_at) } else { line.stop_at };
            self.next_line();
        }
        let span = Span::new(from, end);
        let raw = if self.cooked.len() == start {
            Self::scalar(Style::Plain, span, from, first_end)
        } else {
            self.cooked_scalar(Style::Plain, span, start)
        };
        self.push(raw);
    }

    /// Adds what a number of line ends folds to.
    pub(super) fn fold(&mut self, breaks: usize) {
        if breaks <= 1 {
            self.cooked.push(' ');
        } else {
            self.line_feeds(breaks - 1);
        }
    }

    pub(super) fn line_feeds(&mut self, count: usize) {
        self.cooked.extend(std::iter::repeat_n('\n', count));
    }

    /// Adds text of the file to the buffer.
    pub(super) fn cook(&mut self, from: usize, to: usize) {
        // The bytes are text, and the ends are beside ASCII characters.
        let text = std::str::from_utf8(self.slice(from, to)).unwrap_or_default();
        self.cooked.push_str(text);
    }

    // ---- full-width characters

    /// Whether a full-width quote or bracket may stand here; Chinese characters begin with other bytes.
    #[inline(always)]
    fn may_be_wide(&self, at: usize) -> bool {
        matches!(self.at(at), 0xE2 | 0xE3 | 0xEF)
    }

    /// Reports text that stands wholly within full-width quotes or brackets that can only have been meant as ASCII.
    #[cold]
    pub(super) fn full_width_pair(&mut self, from: usize, to: usize) -> bool {
        let Ok(text) = std::str::from_utf8(self.slice(from, to)) else {
            return false;
        };
        let mut inner = text.chars();
        let (Some(first), Some(last)) = (inner.next(), inner.next_back()) else {
            return false;
        };
        let inner = inner.as_str();
        let quotes = match (first, last) {
            ('“' | '”', '“' | '”') => !inner.contains(['“', '”']),
            ('‘' | '’', '‘' | '’') => !inner.contains(['‘', '’']),
            ('＂', '＂') | ('＇', '＇') => !inner.contains(first),
            ('［', '］') | ('｛', '｝') => true,
            ('【', '】') => inner.contains([',', '，']),
            _ => false,
        };
        if quotes {
            self.fault(FaultKind::FullWidthPunctuation(first), from, to);
        }
        quotes
    }

    /// The width of a full-width dash that stands where a list mark is meant, with a blank after it.
    pub(super) fn full_width_dash(&self, at: usize) -> Option<(char, usize)> {
        let (dash, width) = match self.slice(at, at + 3) {
            [0xEF, 0xBC, 0x8D] => ('－', 3),
            [0xE2, 0x80, 0x94] => ('—', 3),
            [0xE2, 0x80, 0x93] => ('–', 3),
            _ => return None,
        };
        let wide_blank = self.slice(at + width, at + width + 3) == "\u{3000}".as_bytes();
        (self.at(at + width) == b' ' || wide_blank).then_some((dash, width))
    }

    /// Says what is wrong with a line that should have been `key: value`.
    #[cold]
    pub(super) fn report_no_colon(&mut self, from: usize, to: usize) {
        let text = String::from_utf8_lossy(self.slice(from, to)).into_owned();
        let wide = text.find('：');
        let ascii = text.find(':');
        match (wide, ascii) {
            (Some(wide), ascii) if ascii.is_none_or(|ascii| wide < ascii) => {
                self.fault(FaultKind::FullWidthPunctuation('：'), from + wide, from + wide + '：'.len_utf8());
            }
            (_, Some(ascii)) => {
                let after = from + ascii + 1;
                if text.get(ascii + 1..).is_some_and(|rest| rest.starts_with('\u{3000}')) {
                    self.fault(FaultKind::FullWidthPunctuation('\u{3000}'), after, after + 3);
                } else {
                    self.fault(FaultKind::MissingValueSpace, from + ascii, after);
                }
            }
            _ => self.fault(FaultKind::MissingColon, from, to),
        }
    }

    /// Whether a line of its own is a key in ASCII letters with a full-width colon, which no value of a record is.
    pub(super) fn is_wide_key(&self, from: usize, to: usize) -> bool {
        let line = self.slice(from, to);
        let name = line.iter().take_while(|b| b.is_ascii_lowercase() || **b == b'_').count();
        name > 0 && line.get(name..).is_some_and(|rest| rest.starts_with("：".as_bytes()))
    }
}
