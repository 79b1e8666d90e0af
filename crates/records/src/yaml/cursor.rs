//! The cursor: lines, indentation, comments, and the start and end of the document.

use super::fault::FaultKind;
use super::parser::Parser;

impl Parser<'_, '_> {
    /// The end of the line that holds a position: its line end, or the end of the text.
    #[inline]
    pub(super) fn eol(&self, from: usize) -> usize {
        let rest = self.b.get(from..).unwrap_or_default();
        let Some(length) = rest.iter().position(|&b| b == b'\n') else {
            return self.b.len();
        };
        let carriage = length > 0 && rest.get(length - 1) == Some(&b'\r');
        from + length - usize::from(carriage)
    }

    /// The end of what is written on a line, without blanks at its end.
    pub(super) fn line_end_trimmed(&self, from: usize) -> usize {
        let end = self.eol(from);
        from + self.slice(from, end).trim_ascii_end().len()
    }

    #[inline]
    pub(super) fn skip_blanks(&mut self) {
        while matches!(self.at(self.pos), b' ' | b'\t') {
            self.pos += 1;
        }
    }

    /// Whether only blanks and a comment follow on the line; the position then is at the line end.
    #[inline]
    pub(super) fn rest_is_empty(&mut self) -> bool {
        let start = self.pos;
        self.skip_blanks();
        match self.at(self.pos) {
            b'\n' | b'\r' | 0 => true,
            b'#' if self.pos > start => {
                self.comment = true;
                self.pos = self.eol(self.pos);
                true
            }
            _ => false,
        }
    }

    pub(super) fn skip_line(&mut self) {
        self.pos = self.eol(self.pos);
        self.next_line();
    }

    /// From a line end to the next content, past blank lines and comments, with its column.
    #[inline]
    pub(super) fn next_line(&mut self) {
        self.breaks = 0;
        let commented = std::mem::take(&mut self.comment);
        loop {
            match self.at(self.pos) {
                b'\n' => self.pos += 1,
                b'\r' => self.pos += 2,
                _ => {
                    self.col = -1;
                    break;
                }
            }
            self.breaks += 1;
            if self.indentation() {
                break;
            }
        }
        self.comment |= commented;
    }

    /// As [`Parser::next_line`], from the start of a line.
    pub(super) fn resume_line(&mut self) {
        self.comment = false;
        if !self.indentation() {
            self.next_line();
        }
    }

    /// Goes past all lines that are indented deeper than `n`, without a look at them.
    pub(super) fn skip_deeper(&mut self, n: i32) {
        while self.col > n {
            self.skip_line();
        }
    }

    /// Measures the indentation at a line start; false if the line has nothing but a comment.
    #[inline]
    fn indentation(&mut self) -> bool {
        let start = self.pos;
        while self.at(self.pos) == b' ' {
            self.pos += 1;
        }
        self.col = (self.pos - start) as i32;
        match self.at(self.pos) {
            b'\n' | b'\r' => false,
            0 => {
                self.col = -1;
                true
            }
            b'#' => {
                self.comment = true;
                self.pos = self.eol(self.pos);
                false
            }
            b'\t' | 0xE3 | 0xEF => self.odd_indentation(),
            b'-' | b'.' if self.col == 0 => {
                self.document_mark();
                true
            }
            _ => true,
        }
    }

    /// Indentation with tabs or full-width spaces, or a full-width hash: a fault, read as what was meant.
    #[cold]
    fn odd_indentation(&mut self) -> bool {
        loop {
            let start = self.pos;
            match self.slice(start, start + 3) {
                [b'\t', ..] => {
                    while matches!(self.at(self.pos), b'\t' | b' ') {
                        self.col += if self.at(self.pos) == b'\t' { 2 } else { 1 };
                        self.pos += 1;
                    }
                    self.fault(FaultKind::Tab, start, self.pos);
                }
                [0xE3, 0x80, 0x80] => {
                    while self.slice(self.pos, self.pos + 3) == [0xE3, 0x80, 0x80] {
                        self.col += 2;
                        self.pos += 3;
                    }
                    self.fault(FaultKind::FullWidthPunctuation('\u{3000}'), start, self.pos);
                    while self.at(self.pos) == b' ' {
                        self.col += 1;
                        self.pos += 1;
                    }
                }
                [0xEF, 0xBC, 0x83] => {
                    self.fault(FaultKind::FullWidthPunctuation('＃'), start, start + 3);
                    self.pos = self.eol(self.pos);
                    self.comment = true;
                    return false;
                }
                [b'\n' | b'\r', ..] => return false,
                [] => {
                    self.col = -1;
                    return true;
                }
                [b'#', ..] => {
                    self.comment = true;
                    self.pos = self.eol(self.pos);
                    return false;
                }
                _ => return true,
            }
        }
    }

    /// Whether `---` or `...` stands at a line start.
    pub(super) fn is_document_mark(&self, at: usize) -> bool {
        matches!(self.slice(at, at + 3), b"---" | b"...") && self.blankz(at + 3)
    }

    /// Ends reading at `---` or `...`, if the position is at one.
    fn document_mark(&mut self) {
        if self.is_document_mark(self.pos) {
            let dashes = self.at(self.pos) == b'-';
            let kind = if dashes { FaultKind::SecondDocument } else { FaultKind::DocumentEnd };
            self.fault(kind, self.pos, self.pos + 3);
            self.cut_here();
        }
    }

    /// Reads everything.
    pub(super) fn document(&mut self) {
        if self.b.starts_with(b"\xEF\xBB\xBF") {
            self.pos = 3;
        }
        if !self.first_line() {
            self.next_line();
        }
        if self.col < 0 {
            return;
        }
        self.block_node(-1, 0);
        while self.col >= 0 {
            self.unexpected(-1, 0);
        }
    }

    /// From the start of the file to its first content, past directives and one `---`. False at a line end.
    fn first_line(&mut self) -> bool {
        let mut marked = false;
        loop {
            let line = self.pos;
            if self.slice(line, line + 3) == b"---" && self.blankz(line + 3) && !marked {
                marked = true;
                self.pos += 3;
                if !self.rest_is_empty() {
                    self.fault(FaultKind::NotInSubset, self.pos, self.line_end_trimmed(self.pos));
                    self.pos = self.eol(self.pos);
                }
            } else if self.at(line) == b'%' && !marked {
                self.fault(FaultKind::Directive, line, self.line_end_trimmed(line));
                self.pos = self.eol(self.pos);
            } else if self.indentation() {
                return true;
            }
            match self.at(self.pos) {
                b'\n' => self.pos += 1,
                b'\r' => self.pos += 2,
                _ => return false,
            }
        }
    }
}
