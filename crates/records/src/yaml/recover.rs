//! What is done with text that is not understood: the smallest piece of it is skipped, and the rest is read.

use super::fault::FaultKind;
use super::parser::Parser;
use super::tree::Shape;

impl Parser<'_, '_> {
    /// Reports the rest of the line and goes past it and what is indented deeper.
    #[cold]
    pub(super) fn refuse_line(&mut self, kind: FaultKind, n: i32, depth: u32) {
        let (start, end) = (self.pos, self.line_end_trimmed(self.pos));
        let word = match kind {
            FaultKind::Alias => self.word_end(start),
            FaultKind::ItemOnKeyLine | FaultKind::Reserved(_) => start + 1,
            _ => end,
        };
        self.fault(kind, start, word);
        self.leaf(Shape::Refused, start, end);
        self.skip_line();
        while self.col > n {
            self.discard(n, depth);
        }
    }

    /// Reports a line that is neither inside nor beside what stands above it, and reads it for its faults only.
    #[cold]
    pub(super) fn unexpected(&mut self, n: i32, depth: u32) {
        self.fault(FaultKind::Indentation, self.pos, self.line_end_trimmed(self.pos));
        self.discard(n, depth);
    }

    /// Reads a value for its faults only.
    #[cold]
    pub(super) fn discard(&mut self, n: i32, depth: u32) {
        let mark = self.mark();
        let before = self.pos;
        self.block_node(n, depth + 1);
        self.rewind(mark);
        // Whatever was not understood, the reading goes on.
        if self.pos == before && self.col >= 0 {
            self.skip_line();
        }
    }

    /// Reports an anchor or a tag and goes past it, so that the value itself can be read.
    #[cold]
    pub(super) fn property(&mut self) {
        let start = self.pos;
        let end = self.word_end(start);
        let kind = if self.at(start) == b'&' { FaultKind::Anchor } else { FaultKind::Tag };
        self.pos = end;
        self.fault(kind, start, end);
        while self.at(self.pos) == b' ' {
            self.pos += 1;
        }
    }

    /// The end of a word of anything but blanks.
    pub(super) fn word_end(&self, from: usize) -> usize {
        let rest = self.b.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|b| !matches!(b, b' ' | b'\t' | b'\n' | b'\r')).count()
    }
}
