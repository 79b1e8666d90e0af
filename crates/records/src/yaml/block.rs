//! Block structure: mappings and lists by indentation, and the values in them.
//!
//! Throughout, `n` is the column of the collection around: what is indented deeper belongs to it. Every function that
//! reads a value goes on to the next content and leaves its column in `col`.

use super::fault::FaultKind;
use super::keys::Key;
use super::parser::Parser;
use super::plain::Stop;
use super::quoted::Broken;
use super::tree::Shape;

impl Parser<'_, '_> {
    /// Reads the value at the position, which is the first of its line or follows a list mark. Pushes one node.
    pub(super) fn block_node(&mut self, n: i32, depth: u32) {
        if depth > self.most_depth {
            self.fault(FaultKind::TooDeep, self.pos, self.pos + 1);
            self.leaf(Shape::Refused, self.pos, self.line_end_trimmed(self.pos));
            self.skip_line();
            self.skip_deeper(n);
            return;
        }
        loop {
            let start = self.pos;
            let col = self.col;
            match self.at(start) {
                b'-' if self.blankz(start + 1) => return self.sequence(col, false, depth),
                b'?' if self.blankz(start + 1) => return self.mapping(col, depth, None),
                b'"' | b'\'' => return self.quoted_node(n, depth),
                b'&' | b'!' => {
                    self.property();
                    if self.rest_is_empty() {
                        self.next_line();
                        if self.col <= n {
                            self.leaf(Shape::Empty, start, start);
                            return;
                        }
                    }
                }
                b'|' | b'>' | b'[' | b'{' | b'*' | b'@' | b'`' | b'%' | b',' | b']' | b'}' => {
                    return self.inline_value(n, depth);
                }
                first => {
                    if first >= 0x80 && self.full_width_dash(start).is_some() {
                        return self.sequence(col, false, depth);
                    }
                    return self.plain_node(n, depth);
                }
            }
        }
    }

    /// Unquoted text that may be the first key of a mapping.
    #[inline]
    fn plain_node(&mut self, n: i32, depth: u32) {
        let (start, col) = (self.pos, self.col);
        let line = self.plain_line(start);
        if line.stop == Stop::Colon {
            let key = self.plain_key(start, line);
            return self.mapping_or_skip(col, depth, key);
        }
        // `name：x` is good YAML, and so is a first line without a colon: but the lines beside it say what was meant.
        let wide = self.is_wide_key(start, line.end);
        let nodes = self.mark();
        self.plain_value(n, start, line);
        let beside = self.col == col && col > n && self.plain_line(self.pos).stop == Stop::Colon;
        if wide || beside {
            self.report_no_colon(start, line.end);
            self.refuse(nodes, start, line.end);
        }
        if beside {
            self.rewind(nodes);
            self.mapping(col, depth, None);
        }
    }

    /// Quoted text that may be the first key of a mapping.
    fn quoted_node(&mut self, n: i32, depth: u32) {
        let (start, col) = (self.pos, self.col);
        let raw = self.quoted(n);
        if let Err(Broken::Unclosed) = raw {
            self.leaf(Shape::Refused, start, self.line_end_trimmed(start));
            return self.next_line();
        }
        let end = self.pos;
        self.skip_blanks();
        if self.at(self.pos) == b':' {
            let key = self.quoted_key(start, end, raw);
            return self.mapping_or_skip(col, depth, key);
        }
        self.pos = end;
        match raw {
            Ok(raw) => self.push(raw),
            Err(_) => self.leaf(Shape::Refused, start, end),
        };
        self.end_of_value(start);
    }

    /// A mapping whose first key was looked at; without it, the mapping begins on the next line.
    fn mapping_or_skip(&mut self, col: i32, depth: u32, key: Option<Key>) {
        if key.is_some() {
            return self.mapping(col, depth, key);
        }
        let (start, end) = (self.pos, self.line_end_trimmed(self.pos));
        self.skip_line();
        while self.col > col {
            self.discard(col, depth);
        }
        if self.col == col {
            self.mapping(col, depth, None);
        } else {
            self.leaf(Shape::Refused, start, end);
        }
    }

    /// Reads a mapping at column `c`. `first` is its first key if that was read already.
    fn mapping(&mut self, c: i32, depth: u32, mut first: Option<Key>) {
        let start = first.map_or(self.pos, |key| key.raw.span.start as usize);
        let node = self.leaf(Shape::Mapping, start, start);
        let mut seen = self.seen();
        loop {
            let key = match first.take() {
                Some(key) => Some(key),
                None => self.key(c, depth),
            };
            if let Some(key) = key {
                let mark = self.mark();
                let good = self.add_key(&mut seen, &key.raw);
                self.pos = key.colon + 1;
                self.value(c, depth);
                if !good {
                    self.rewind(mark);
                }
            } else {
                while self.col > c {
                    self.discard(c, depth);
                }
            }
            while self.col > c {
                self.unexpected(c, depth);
            }
            if self.col < c {
                break;
            }
        }
        self.forget(&seen);
        self.close(node, None);
    }

    /// Reads what follows a key's colon. Pushes one node.
    #[inline]
    fn value(&mut self, c: i32, depth: u32) {
        let after = self.pos;
        loop {
            while self.at(self.pos) == b' ' {
                self.pos += 1;
            }
            match self.at(self.pos) {
                b'\t' => {
                    let tab = self.pos;
                    if !self.rest_is_empty() {
                        self.fault(FaultKind::Tab, tab, self.pos);
                    }
                }
                b'&' | b'!' => self.property(),
                b'\n' | b'\r' | b'#' | 0 => break,
                _ => return self.inline_value(c, depth),
            }
        }
        // The position is after a blank, the colon's or another, so that a hash begins a comment.
        if self.at(self.pos) == b'#' {
            self.comment = true;
            self.pos = self.eol(self.pos);
        }
        self.next_line();
        let list = self.col == c
            && match self.at(self.pos) {
                b'-' => self.blankz(self.pos + 1),
                first => first >= 0x80 && self.full_width_dash(self.pos).is_some(),
            };
        if self.col > c {
            self.block_node(c, depth + 1);
        } else if list && depth < self.most_depth {
            self.sequence(c, true, depth + 1);
        } else if list {
            self.block_node(c - 1, depth + 1);
        } else {
            self.leaf(Shape::Empty, after, after);
        }
    }

    /// Reads a value that begins after something on its line, and so is no block mapping or list. Pushes one node.
    #[inline]
    pub(super) fn inline_value(&mut self, n: i32, depth: u32) {
        let start = self.pos;
        match self.at(start) {
            b'|' | b'>' => self.block_scalar(n),
            b'[' | b'{' => {
                self.flow_value(n, depth + 1);
                self.end_of_value(start);
            }
            b'"' | b'\'' => match self.quoted(n) {
                Err(Broken::Unclosed) => {
                    self.leaf(Shape::Refused, start, self.line_end_trimmed(start));
                    self.next_line();
                }
                other => {
                    match other {
                        Ok(raw) => self.push(raw),
                        Err(_) => self.leaf(Shape::Refused, start, self.pos),
                    };
                    self.end_of_value(start);
                }
            },
            b'*' => self.refuse_line(FaultKind::Alias, n, depth),
            b'-' if self.blankz(start + 1) => self.refuse_line(FaultKind::ItemOnKeyLine, n, depth),
            b'?' if self.blankz(start + 1) => self.refuse_line(FaultKind::ComplexKey, n, depth),
            first @ (b'@' | b'`' | b'%' | b',' | b']' | b'}') => {
                self.refuse_line(FaultKind::Reserved(char::from(first)), n, depth);
            }
            _ => {
                let line = self.plain_line(start);
                if line.stop == Stop::Colon {
                    self.fault(FaultKind::ColonInValue, line.stop_at, line.stop_at + 1);
                    self.leaf(Shape::Refused, start, self.line_end_trimmed(start));
                    self.skip_line();
                    while self.col > n {
                        self.discard(n, depth);
                    }
                } else {
                    self.plain_value(n, start, line);
                }
            }
        }
    }

    /// After a quoted value or one in brackets: the rest of the line must be empty. Otherwise the last node, which
    /// begins at `start`, is refused.
    fn end_of_value(&mut self, start: usize) {
        let end = self.pos;
        if !self.rest_is_empty() {
            let (from, to) = (self.pos, self.line_end_trimmed(self.pos));
            let brackets = matches!(self.at(start), b'[' | b'{');
            if self.at(from) == b':' && brackets {
                self.fault(FaultKind::ComplexKey, start, end);
            } else if self.at(from) == b':' && self.blankz(from + 1) {
                self.fault(FaultKind::ColonInValue, from, from + 1);
            } else {
                self.fault(FaultKind::TrailingText, from, to);
            }
            self.refuse_from(start, to);
            self.pos = self.eol(from);
        }
        self.next_line();
    }

    /// Reads a list whose marks stand at column `c`. `under_key` if its key stands at the same column, where another
    /// key ends the list.
    fn sequence(&mut self, c: i32, under_key: bool, depth: u32) {
        let node = self.leaf(Shape::Sequence, self.pos, self.pos);
        loop {
            let width = match self.full_width_dash(self.pos) {
                Some((dash, width)) => {
                    self.fault(FaultKind::FullWidthPunctuation(dash), self.pos, self.pos + width);
                    width
                }
                None => 1,
            };
            self.pos += width;
            self.item(c, depth);
            while self.col > c {
                self.unexpected(c, depth);
            }
            while self.col == c && !self.is_item() && !under_key {
                self.unexpected(c - 1, depth);
            }
            if self.col != c || !self.is_item() {
                break;
            }
        }
        self.close(node, None);
    }

    fn is_item(&self) -> bool {
        match self.at(self.pos) {
            b'-' => self.blankz(self.pos + 1),
            first => first >= 0x80 && self.full_width_dash(self.pos).is_some(),
        }
    }

    /// Reads what follows a list mark at column `c`. Pushes one node.
    #[inline]
    fn item(&mut self, c: i32, depth: u32) {
        let after = self.pos;
        let mut col = c + 1;
        loop {
            match self.at(self.pos) {
                b' ' => (self.pos, col) = (self.pos + 1, col + 1),
                b'\t' => {
                    let tab = self.pos;
                    self.skip_blanks();
                    col += 1;
                    self.fault(FaultKind::Tab, tab, self.pos);
                }
                0xE3 if self.slice(self.pos, self.pos + 3) == [0xE3, 0x80, 0x80] && col == c + 1 => {
                    self.fault(FaultKind::FullWidthPunctuation('\u{3000}'), self.pos, self.pos + 3);
                    (self.pos, col) = (self.pos + 3, col + 2);
                }
                _ => break,
            }
        }
        if !matches!(self.at(self.pos), b'\n' | b'\r' | b'#' | 0) {
            self.col = col;
            return self.block_node(c, depth + 1);
        }
        self.comment = self.at(self.pos) == b'#';
        self.pos = self.eol(self.pos);
        self.next_line();
        if self.col > c {
            self.block_node(c, depth + 1);
        } else {
            self.leaf(Shape::Empty, after, after);
        }
    }
}
