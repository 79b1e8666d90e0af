//! The cursor: lines, indentation, comments, the arena, and the start and end of the document.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Limits;
use super::check::Faults;
use super::fault::FaultKind;
use super::tree::{Raw, Reading, Shape, Span, Style};

/// A key of a block mapping with the place of its colon.
#[derive(Clone, Copy)]
pub(super) struct Key {
    pub(super) raw: Raw,
    pub(super) colon: usize,
}

/// The keys of one mapping, to find equal ones.
#[derive(Default)]
pub(super) struct Seen<'t> {
    /// Where this mapping's keys begin among [`Parser::keys`].
    base: usize,
    /// Made only when there are so many keys that going through them would cost more.
    many: Option<HashMap<Cow<'t, str>, u32>>,
}

/// A place to go back to when a value turns out not to be one.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    nodes: usize,
}

pub(super) struct Parser<'t, 'b> {
    text: &'t str,
    /// The text, with what must not be parsed made blank; shortened when reading ends early.
    pub(super) b: &'b [u8],
    pub(super) pos: usize,
    /// The column of the content at `pos` after [`Parser::next_line`]; -1 at the end of the document, so that it is
    /// outside of everything.
    pub(super) col: i32,
    /// Line ends passed by the last [`Parser::next_line`].
    pub(super) breaks: usize,
    /// Whether it passed a comment.
    pub(super) comment: bool,
    nodes: Vec<Raw>,
    pub(super) cooked: String,
    faults: Faults,
    keys: Vec<u32>,
    last_end: u32,
    most_nodes: usize,
    pub(super) most_depth: u32,
    cut: bool,
}

impl<'t, 'b> Parser<'t, 'b> {
    pub(super) fn new(text: &'t str, bytes: &'b [u8], limits: &Limits, faults: Faults) -> Self {
        Self {
            text,
            b: bytes,
            pos: 0,
            col: -1,
            breaks: 0,
            comment: false,
            // Records have a key or value about every twenty bytes; one allocation then does.
            nodes: Vec::with_capacity((bytes.len() / 16).min(limits.nodes).min(1 << 16)),
            cooked: String::new(),
            faults,
            keys: Vec::new(),
            last_end: 0,
            most_nodes: limits.nodes,
            // Each level is a few frames of the stack, so the limit has a limit.
            most_depth: limits.depth.min(100) as u32,
            cut: false,
        }
    }

    pub(super) fn finish(self, whole: bool) -> Reading<'t> {
        Reading {
            text: self.text,
            faults: self.faults.into_sorted(),
            whole: whole && !self.cut,
            nodes: self.nodes,
            cooked: self.cooked,
        }
    }

    /// The byte at a position; 0 past the end, which no byte within is.
    #[inline(always)]
    pub(super) fn at(&self, at: usize) -> u8 {
        self.b.get(at).copied().unwrap_or(0)
    }

    /// Whether a space, a tab, a line end or the end is at a position.
    #[inline(always)]
    pub(super) fn blankz(&self, at: usize) -> bool {
        matches!(self.at(at), b' ' | b'\t' | b'\n' | b'\r' | 0)
    }

    /// The bytes from one position to another, or as many as there are.
    #[inline]
    pub(super) fn slice(&self, from: usize, to: usize) -> &'b [u8] {
        self.b.get(from..to.min(self.b.len())).unwrap_or_default()
    }

    #[cold]
    pub(super) fn fault(&mut self, kind: FaultKind, from: usize, to: usize) {
        self.fault_related(kind, from, to, None);
    }

    #[cold]
    pub(super) fn fault_related(&mut self, kind: FaultKind, from: usize, to: usize, related: Option<Span>) {
        self.faults.push(kind, Span::new(from, to.max(from)), related);
        if self.faults.ended() {
            self.cut_here();
        }
    }

    pub(super) fn fault_count(&self) -> usize {
        self.faults.len()
    }

    /// Ends the text here, so that everything open closes.
    #[cold]
    fn cut_here(&mut self) {
        self.b = self.slice(0, self.pos);
        self.pos = self.b.len();
        self.col = -1;
        self.cut = true;
    }

    // ---- the arena

    #[inline]
    pub(super) fn push(&mut self, raw: Raw) -> usize {
        if self.nodes.len() >= self.most_nodes && !self.faults.ended() {
            let start = raw.span.start as usize;
            self.fault(FaultKind::TooManyNodes, start, start);
            self.faults.end();
            self.cut_here();
        }
        let index = self.nodes.len();
        self.last_end = raw.span.end;
        self.nodes.push(raw);
        index
    }

    #[inline]
    pub(super) fn leaf(&mut self, shape: Shape, from: usize, to: usize) -> usize {
        self.push(Raw { shape, cooked: false, span: Span::new(from, to), from: 0, to: 0 })
    }

    /// A scalar whose text stands in the file as it is.
    #[inline]
    pub(super) fn scalar(style: Style, span: Span, from: usize, to: usize) -> Raw {
        Raw { shape: Shape::Scalar(style), cooked: false, span, from: from as u32, to: to as u32 }
    }

    /// A scalar whose text is what was added to the buffer since it had the given length.
    pub(super) fn cooked_scalar(&self, style: Style, span: Span, from: usize) -> Raw {
        Raw { shape: Shape::Scalar(style), cooked: true, span, from: from as u32, to: self.cooked.len() as u32 }
    }

    /// Ends a list or mapping after its last child.
    #[inline]
    pub(super) fn close(&mut self, index: usize, end: Option<usize>) {
        let to = self.nodes.len() as u32;
        let end = end.map_or(self.last_end, |end| end as u32);
        if let Some(raw) = self.nodes.get_mut(index) {
            raw.to = to;
            raw.span.end = raw.span.start.max(end);
        }
        self.last_end = end;
    }

    #[inline]
    pub(super) fn mark(&self) -> Mark {
        Mark { nodes: self.nodes.len() }
    }

    /// Forgets the nodes since a mark.
    pub(super) fn rewind(&mut self, mark: Mark) {
        self.nodes.truncate(mark.nodes);
    }

    /// Puts a refused value in the place of all nodes since a mark.
    pub(super) fn refuse(&mut self, mark: Mark, from: usize, to: usize) {
        self.rewind(mark);
        self.leaf(Shape::Refused, from, to.max(from));
    }

    /// Puts a refused value in the place of the last value that begins at a position.
    #[cold]
    pub(super) fn refuse_from(&mut self, from: usize, to: usize) {
        let at = self.nodes.iter().rposition(|raw| raw.span.start as usize <= from);
        let nodes = at.unwrap_or(0);
        self.refuse(Mark { nodes }, from, to);
    }

    // ---- keys

    #[inline]
    pub(super) fn seen(&self) -> Seen<'t> {
        Seen { base: self.keys.len(), many: None }
    }

    pub(super) fn forget(&mut self, seen: Seen<'t>) {
        self.keys.truncate(seen.base);
    }

    fn key_text(&self, index: u32) -> &str {
        self.nodes.get(index as usize).map_or("", |raw| self.raw_text(raw))
    }

    pub(super) fn raw_text(&self, raw: &Raw) -> &str {
        let whole = if raw.cooked { self.cooked.as_str() } else { self.text };
        whole.get(raw.from as usize..raw.to as usize).unwrap_or_default()
    }

    /// Adds a key to those of its mapping. False, with a fault, if it must not stand there.
    #[inline]
    pub(super) fn add_key(&mut self, seen: &mut Seen<'t>, raw: &Raw) -> bool {
        let span = raw.span;
        if raw.shape == Shape::Scalar(Style::Plain) && self.raw_text(raw) == "<<" {
            self.fault(FaultKind::MergeKey, span.start as usize, span.end as usize);
            return false;
        }
        if let Some(first) = self.find_key(seen, raw) {
            let related = self.nodes.get(first as usize).map(|raw| raw.span);
            self.fault_related(FaultKind::DuplicateKey, span.start as usize, span.end as usize, related);
            return false;
        }
        let index = self.push(*raw) as u32;
        self.keys.push(index);
        true
    }

    #[inline]
    fn find_key(&self, seen: &mut Seen<'t>, raw: &Raw) -> Option<u32> {
        let mine = self.keys.get(seen.base..).unwrap_or_default();
        let text = self.raw_text(raw);
        if mine.len() <= 16 {
            return mine.iter().copied().find(|&index| self.key_text(index) == text);
        }
        let owned = |raw: &Raw| -> Cow<'t, str> {
            match self.text.get(raw.from as usize..raw.to as usize) {
                Some(text) if !raw.cooked => Cow::Borrowed(text),
                _ => Cow::Owned(self.raw_text(raw).to_owned()),
            }
        };
        let many = seen.many.get_or_insert_with(|| {
            let known = mine.iter().filter_map(|&index| Some((owned(self.nodes.get(index as usize)?), index)));
            known.collect()
        });
        if let Some(&first) = many.get(text) {
            return Some(first);
        }
        many.insert(owned(raw), self.nodes.len() as u32);
        None
    }

    // ---- lines

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

    // ---- the document

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
