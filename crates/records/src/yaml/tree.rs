//! The placed tree: one vector of nodes in the order of the text, and handles into it.

use super::fault::Fault;

/// A range of bytes in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// A span of two positions that the limits keep within 32 bits.
    #[inline]
    pub(super) fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// An empty span.
    #[inline]
    pub(super) fn at(at: usize) -> Self {
        Self::new(at, at)
    }

    /// The bytes as a range, to index the text with.
    #[must_use]
    pub fn range(self) -> core::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In single quotes.
    Single,
    /// In double quotes.
    Double,
    /// A block after `|`.
    Literal,
    /// A block after `>`.
    Folded,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Text.
    Scalar,
    /// A list.
    Sequence,
    /// Keys and values.
    Mapping,
    /// Nothing stands where a value could stand.
    Empty,
    /// Something stands here that was not understood; a fault says so.
    Refused,
}

/// What the arena holds of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Scalar(Style),
    Sequence,
    Mapping,
    Empty,
    Refused,
}

/// A node of the arena. Children follow their parent, so a tree needs no links but the place after its last child.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raw {
    pub(super) shape: Shape,
    /// Whether the text of a scalar lies in the buffer of unfolded and unescaped texts instead of in the file.
    pub(super) cooked: bool,
    pub(super) span: Span,
    /// Scalar: the start of its text.
    pub(super) from: u32,
    /// Scalar: the end of its text. List and mapping: the index after the last node inside.
    pub(super) to: u32,
}

/// A file as it was read.
#[derive(Debug)]
pub struct Reading<'t> {
    /// The text that spans count in: the whole file, or what comes before the first byte that is not UTF-8, or before
    /// the limit of length.
    pub text: &'t str,
    /// Every fault, in the order of the text.
    pub faults: Vec<Fault>,
    /// Whether the end of the file was reached. If not, a key that is missing may stand further down.
    pub whole: bool,
    pub(super) look_alikes: bool,
    pub(super) nodes: Vec<Raw>,
    pub(super) cooked: String,
}

impl<'t> Reading<'t> {
    pub(super) fn empty(text: &'t str, faults: Vec<Fault>) -> Self {
        Self { text, faults, whole: false, look_alikes: false, nodes: Vec::new(), cooked: String::new() }
    }

    /// Whether a value may hold what does not stand in the text as it is: an escape is one.
    #[must_use]
    pub const fn has_escapes(&self) -> bool {
        !self.cooked.is_empty()
    }

    /// Whether a value may hold a character that looks like another one.
    #[must_use]
    pub const fn may_hold_look_alikes(&self) -> bool {
        self.look_alikes || self.has_escapes()
    }

    /// The outermost value; none if the file holds only comments.
    #[must_use]
    pub fn root(&self) -> Option<Node<'_>> {
        (!self.nodes.is_empty()).then_some(Node { reading: self, index: 0 })
    }

    /// How many nodes the tree has, keys included.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }
}

/// A handle on one value.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    reading: &'a Reading<'a>,
    index: u32,
}

/// A scalar: its text without quotes, escapes and folds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scalar<'a> {
    /// The text it stands for.
    pub text: &'a str,
    /// How it is written.
    pub style: Style,
    /// Where it is written, quotes included, so that a mark covers what the eye sees.
    pub span: Span,
}

/// A key and its value.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The key.
    pub key: Scalar<'a>,
    /// The value.
    pub value: Node<'a>,
}

impl<'a> Node<'a> {
    fn raw(self) -> Raw {
        const NOTHING: Raw =
            Raw { shape: Shape::Empty, cooked: false, span: Span { start: 0, end: 0 }, from: 0, to: 0 };
        self.reading.nodes.get(self.index as usize).copied().unwrap_or(NOTHING)
    }

    /// What it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self.raw().shape {
            Shape::Scalar(_) => Kind::Scalar,
            Shape::Sequence => Kind::Sequence,
            Shape::Mapping => Kind::Mapping,
            Shape::Empty => Kind::Empty,
            Shape::Refused => Kind::Refused,
        }
    }

    /// Where it is written.
    #[must_use]
    pub fn span(self) -> Span {
        self.raw().span
    }

    /// Its text, if it is a scalar.
    #[must_use]
    pub fn scalar(self) -> Option<Scalar<'a>> {
        let raw = self.raw();
        let Shape::Scalar(style) = raw.shape else {
            return None;
        };
        let whole = if raw.cooked { self.reading.cooked.as_str() } else { self.reading.text };
        let text = whole.get(raw.from as usize..raw.to as usize).unwrap_or_default();
        Some(Scalar { text, style, span: raw.span })
    }

    /// Its items, if it is a list; otherwise none.
    #[must_use]
    pub fn items(self) -> Items<'a> {
        Items(self.children(Shape::Sequence))
    }

    /// Its keys and values, if it is a mapping; otherwise none.
    #[must_use]
    pub fn entries(self) -> Entries<'a> {
        Entries(self.children(Shape::Mapping))
    }

    /// The value of a key, by going through the keys.
    #[must_use]
    pub fn get(self, key: &str) -> Option<Node<'a>> {
        self.entries().find(|entry| entry.key.text == key).map(|entry| entry.value)
    }

    fn children(self, shape: Shape) -> Children<'a> {
        let raw = self.raw();
        let end = if raw.shape == shape { raw.to } else { 0 };
        Children { reading: self.reading, next: self.index.saturating_add(1), end }
    }

    fn after(self) -> u32 {
        let raw = self.raw();
        match raw.shape {
            Shape::Sequence | Shape::Mapping => raw.to.max(self.index + 1),
            Shape::Scalar(_) | Shape::Empty | Shape::Refused => self.index + 1,
        }
    }
}

#[derive(Clone, Debug)]
struct Children<'a> {
    reading: &'a Reading<'a>,
    next: u32,
    end: u32,
}

impl<'a> Children<'a> {
    #[inline]
    fn pull(&mut self) -> Option<Node<'a>> {
        if self.next >= self.end {
            return None;
        }
        let node = Node { reading: self.reading, index: self.next };
        self.next = node.after();
        Some(node)
    }
}

/// The items of a list.
#[derive(Clone, Debug)]
pub struct Items<'a>(Children<'a>);

impl<'a> Iterator for Items<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.pull()
    }
}

/// The keys and values of a mapping.
#[derive(Clone, Debug)]
pub struct Entries<'a>(Children<'a>);

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let key = self.0.pull()?.scalar()?;
        let value = self.0.pull()?;
        Some(Entry { key, value })
    }
}
