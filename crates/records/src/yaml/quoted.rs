//! Text in single and double quotes.

use super::fault::FaultKind;
use super::parser::Parser;
use super::tree::{Raw, Span, Style};

/// Why quoted text gives none; the fault has been reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Broken {
    /// An escape in it is none. The position is after the closing quote.
    Escape,
    /// It was not closed. The position is at the end of a line within.
    Unclosed,
}

impl Parser<'_, '_> {
    /// Reads quoted text at the position, which then is after the closing quote.
    ///
    /// Lines after the first must be indented deeper than `n`; a line that is not means that the quote was not closed.
    /// That and bad escapes are reported, and no text is given.
    #[inline]
    pub(super) fn quoted(&mut self, n: i32) -> Result<Raw, Broken> {
        let start = self.pos;
        let quote = self.at(start);
        let style = if quote == b'\'' { Style::Single } else { Style::Double };
        let rest = self.b.get(start + 1..).unwrap_or_default();
        let length = rest.iter().position(|&b| b == quote || b == b'\n' || (b == b'\\' && quote == b'"'));
        if let Some(length) = length {
            let end = start + 1 + length;
            let doubled = quote == b'\'' && self.at(end + 1) == quote;
            if self.at(end) == quote && !doubled {
                self.pos = end + 1;
                return Ok(Self::scalar(style, Span::new(start, end + 1), start + 1, end));
            }
        }
        self.quoted_cooked(n, start, quote, style)
    }

    fn quoted_cooked(&mut self, n: i32, start: usize, quote: u8, style: Style) -> Result<Raw, Broken> {
        let base = self.cooked.len();
        // Blanks before a line end are dropped, but not escaped ones: this much of the buffer stays.
        let mut keep = base;
        let mut good = true;
        self.pos = start + 1;
        loop {
            let from = self.pos;
            while !matches!(self.at(self.pos), b'\n' | b'\r' | b'\\' | b'\'' | b'"' | 0) {
                self.pos += 1;
            }
            if self.pos > from {
                self.cook(from, self.pos);
                let blanks = self.slice(from, self.pos).iter().rev().take_while(|b| matches!(b, b' ' | b'\t'));
                let blanks = blanks.count();
                if blanks < self.pos - from {
                    keep = self.cooked.len() - blanks;
                }
            }
            match self.at(self.pos) {
                b'\n' | b'\r' => {
                    self.cooked.truncate(keep);
                    let breaks = self.quoted_breaks(n, start, quote)?;
                    self.fold(breaks);
                    keep = self.cooked.len();
                }
                0 => return self.unclosed(start, self.pos, self.pos),
                b'\\' if quote == b'"' => {
                    if matches!(self.at(self.pos + 1), b'\n' | b'\r') {
                        self.pos += 1;
                        let breaks = self.quoted_breaks(n, start, quote)?;
                        self.line_feeds(breaks - 1);
                    } else if !self.escape() {
                        good = false;
                    }
                    keep = self.cooked.len();
                }
                found if found == quote => {
                    if quote == b'"' || self.at(self.pos + 1) != quote {
                        self.pos += 1;
                        break;
                    }
                    self.cooked.push('\'');
                    self.pos += 2;
                    keep = self.cooked.len();
                }
                other => {
                    self.cooked.push(char::from(other));
                    self.pos += 1;
                    keep = self.cooked.len();
                }
            }
        }
        if good { Ok(self.cooked_scalar(style, Span::new(start, self.pos), base)) } else { Err(Broken::Escape) }
    }

    /// From a line end within quotes to the next text; gives how many line ends that were.
    fn quoted_breaks(&mut self, n: i32, start: usize, quote: u8) -> Result<usize, Broken> {
        let mut breaks = 0;
        loop {
            let stop = self.pos;
            self.pos += if self.at(stop) == b'\r' { 2 } else { 1 };
            breaks += 1;
            let line = self.pos;
            while self.at(self.pos) == b' ' {
                self.pos += 1;
            }
            let col = (self.pos - line) as i32;
            if self.at(self.pos) == b'\t' {
                let tab = self.pos;
                self.skip_blanks();
                self.fault(FaultKind::Tab, tab, self.pos);
            }
            match self.at(self.pos) {
                b'\n' | b'\r' => {}
                0 => return self.unclosed(start, stop, self.pos).map(|_| 0),
                found => {
                    // A closing quote alone on a line is often written under the key.
                    let closes = found == quote && self.blankz(self.pos + 1);
                    if (col <= n && !closes) || (col == 0 && self.is_document_mark(self.pos)) {
                        return self.unclosed(start, stop, self.pos).map(|_| 0);
                    }
                    return Ok(breaks);
                }
            }
        }
    }

    /// Reports an open quote and goes back to the line end before the text that cannot be inside.
    #[cold]
    fn unclosed(&mut self, start: usize, stop: usize, given_up: usize) -> Result<Raw, Broken> {
        let end = self.line_end_trimmed(start);
        self.pos = stop;
        self.fault_related(FaultKind::Unclosed, start, end, Some(Span::at(given_up)));
        Err(Broken::Unclosed)
    }

    /// Reads a backslash sequence. False, with a fault, if there is no such one.
    fn escape(&mut self) -> bool {
        let start = self.pos;
        let code = self.at(start + 1);
        let c = match code {
            b'0' => '\0',
            b'a' => '\u{7}',
            b'b' => '\u{8}',
            b't' | b'\t' => '\t',
            b'n' => '\n',
            b'v' => '\u{B}',
            b'f' => '\u{C}',
            b'r' => '\r',
            b'e' => '\u{1B}',
            b' ' => ' ',
            b'"' => '"',
            b'/' => '/',
            b'\\' => '\\',
            b'N' => '\u{85}',
            b'_' => '\u{A0}',
            b'L' => '\u{2028}',
            b'P' => '\u{2029}',
            b'x' => return self.hex_escape(start, 2),
            b'u' => return self.hex_escape(start, 4),
            b'U' => return self.hex_escape(start, 8),
            _ => return self.bad_escape(start, start + 2),
        };
        self.pos = start + 2;
        self.cooked.push(c);
        true
    }

    fn hex_escape(&mut self, start: usize, digits: usize) -> bool {
        let from = start + 2;
        let given = self.slice(from, from + digits);
        let length = given.iter().take_while(|b| b.is_ascii_hexdigit()).count();
        let c = std::str::from_utf8(given)
            .ok()
            .filter(|_| length == digits)
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .and_then(char::from_u32);
        let Some(c) = c else {
            return self.bad_escape(start, from + length);
        };
        self.pos = from + digits;
        self.cooked.push(c);
        true
    }

    #[cold]
    fn bad_escape(&mut self, start: usize, end: usize) -> bool {
        // The character after the backslash may be of several bytes, or a line end.
        let mut end = end.min(self.b.len());
        while end < self.b.len() && self.at(end) & 0xC0 == 0x80 {
            end += 1;
        }
        self.pos = end;
        self.fault(FaultKind::BadEscape, start, end);
        false
    }
}
