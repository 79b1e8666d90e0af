//! The state of a reading: the bytes, the faults and the arena.

use super::check::Faults;
use super::fault::FaultKind;
use super::tree::{Raw, Reading, Shape, Span, Style};
use crate::limits::Limits;

/// A place to go back to when a value turns out not to be one.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    nodes: usize,
}

pub(super) struct Parser<'t, 'b> {
    pub(super) text: &'t str,
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
    pub(super) nodes: Vec<Raw>,
    /// Unfolded and unescaped texts, one after the other.
    pub(super) cooked: String,
    faults: Faults,
    /// The keys of all mappings that are open: the node, and a few bits to tell most keys apart by.
    pub(super) keys: Vec<(u32, u32)>,
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

    pub(super) fn finish(self, whole: bool, look_alikes: bool) -> Reading<'t> {
        Reading {
            text: self.text,
            faults: self.faults.into_sorted(),
            whole: whole && !self.cut,
            look_alikes,
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
    pub(super) fn cut_here(&mut self) {
        self.b = self.slice(0, self.pos);
        self.pos = self.b.len();
        self.col = -1;
        self.cut = true;
    }

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
}
