//! Block scalars: text after `|` and `>`.

use super::fault::FaultKind;
use super::parser::Parser;
use super::tree::{Shape, Span, Style};

/// What becomes of the line ends after the last line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chomp {
    Strip,
    Clip,
    Keep,
}

impl Parser<'_, '_> {
    /// Reads a block scalar that stands in a collection of indentation `n`. Pushes one node and goes on to the next
    /// content.
    pub(super) fn block_scalar(&mut self, n: i32) {
        let start = self.pos;
        let style = if self.at(start) == b'|' { Style::Literal } else { Style::Folded };
        let Some((chomp, increment)) = self.block_header() else {
            let end = self.line_end_trimmed(start);
            self.fault(FaultKind::BadBlockHeader, start, end);
            self.leaf(Shape::Refused, start, end);
            self.skip_line();
            self.skip_deeper(n);
            return;
        };
        // Not a comment between two lines of one text, as far as other values go.
        self.comment = false;
        let base = self.cooked.len();
        let header_end = self.line_end_trimmed(start);
        let end = self.block_lines(n, increment, style, chomp).max(header_end);
        let raw = self.cooked_scalar(style, Span::new(start, end), base);
        self.push(raw);
        self.resume_line();
    }

    /// Reads `|` or `>` and its indicators up to the line end.
    fn block_header(&mut self) -> Option<(Chomp, Option<i32>)> {
        self.pos += 1;
        let mut chomp = None;
        let mut increment = None;
        loop {
            match self.at(self.pos) {
                b'-' if chomp.is_none() => chomp = Some(Chomp::Strip),
                b'+' if chomp.is_none() => chomp = Some(Chomp::Keep),
                digit @ b'1'..=b'9' if increment.is_none() => {
                    increment = Some(i32::from(digit - b'0'));
                }
                _ => break,
            }
            self.pos += 1;
        }
        self.rest_is_empty().then_some((chomp.unwrap_or(Chomp::Clip), increment))
    }

    /// Reads the lines; the position is at the line end of the header, and afterwards at the start of the first line
    /// that does not belong. Gives the end of the last text.
    fn block_lines(&mut self, n: i32, increment: Option<i32>, style: Style, chomp: Chomp) -> usize {
        let mut indent = increment.map(|increment| n.max(0) + increment);
        let mut end = self.pos;
        // As in libyaml: the break after the last line, those of the blank lines after it, and whether the line began
        // with a blank, which keeps a folded text from being folded there.
        let mut break_waits = false;
        let mut blank_lines = 0;
        let mut blank_before = false;
        let mut deepest_blank = (0, self.pos);
        if !self.line_break() {
            return end;
        }
        loop {
            let line = self.pos;
            let limit = indent.unwrap_or(i32::MAX);
            let mut col = 0;
            while col < limit && self.at(self.pos) == b' ' {
                col += 1;
                self.pos += 1;
            }
            if matches!(self.at(self.pos), b'\n' | b'\r') {
                if indent.is_none() && col > deepest_blank.0 {
                    deepest_blank = (col, line);
                }
                blank_lines += 1;
                self.line_break();
                continue;
            }
            let ended = self.at(self.pos) == 0;
            if self.at(self.pos) == b'\t' && indent.is_none() && col > n {
                let tab = self.pos;
                self.fault(FaultKind::Tab, tab, tab + 1);
            }
            let least = (n + 1).max(1);
            let depth = *indent.get_or_insert_with(|| col.max(least));
            if ended || col < depth {
                self.pos = line;
                break;
            }
            if deepest_blank.0 > depth {
                let (col, line) = deepest_blank;
                self.fault(FaultKind::Indentation, line, line + col as usize);
                deepest_blank.0 = 0;
            }
            let blank = matches!(self.at(self.pos), b' ' | b'\t');
            if break_waits {
                if style == Style::Folded && !blank_before && !blank {
                    if blank_lines == 0 {
                        self.cooked.push(' ');
                    }
                } else {
                    self.cooked.push('\n');
                }
            }
            self.line_feeds(blank_lines);
            blank_lines = 0;
            blank_before = blank;
            let from = self.pos;
            self.pos = self.eol(from);
            self.cook(from, self.pos);
            end = self.pos;
            break_waits = self.line_break();
            if !break_waits {
                break;
            }
        }
        if break_waits && chomp != Chomp::Strip {
            self.cooked.push('\n');
        }
        if chomp == Chomp::Keep {
            self.line_feeds(blank_lines);
        }
        end
    }

    /// Steps over a line end; false at the end of the text.
    fn line_break(&mut self) -> bool {
        match self.at(self.pos) {
            b'\n' => self.pos += 1,
            b'\r' => self.pos += 2,
            _ => return false,
        }
        true
    }
}
