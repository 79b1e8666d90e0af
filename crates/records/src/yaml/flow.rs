//! Lists and mappings in brackets.

use super::fault::FaultKind;
use super::parser::Parser;
use super::plain::LONGEST_KEY;
use super::quoted::Broken;
use super::tree::{Raw, Shape, Span, Style};

/// Says that a list or mapping in brackets was given up; the fault has been reported.
struct Lost;

impl Parser<'_, '_> {
    /// Reads a list or mapping in brackets in a block collection of indentation `n`. Pushes one node; the position
    /// then is after the closing bracket, or where reading can go on if there is none.
    pub(super) fn flow_value(&mut self, n: i32, depth: u32) {
        let start = self.pos;
        let mark = self.mark();
        let keys = self.seen();
        if self.flow_collection(n, depth).is_err() {
            self.forget(&keys);
            self.flow_skip(start, n);
            self.refuse(mark, start, self.pos);
        }
    }

    fn flow_collection(&mut self, n: i32, depth: u32) -> Result<(), Lost> {
        let start = self.pos;
        if depth > self.most_depth {
            return self.lost(FaultKind::TooDeep, start, start + 1);
        }
        self.pos += 1;
        if self.at(start) == b'[' {
            let node = self.leaf(Shape::Sequence, start, start);
            self.flow_items(start, n, depth)?;
            self.close(node, Some(self.pos));
        } else {
            let node = self.leaf(Shape::Mapping, start, start);
            self.flow_entries(start, n, depth)?;
            self.close(node, Some(self.pos));
        }
        Ok(())
    }

    /// The items of a list up to and with its closing bracket.
    fn flow_items(&mut self, open: usize, n: i32, depth: u32) -> Result<(), Lost> {
        loop {
            self.flow_blanks(open, n)?;
            if self.at(self.pos) == b']' {
                self.pos += 1;
                return Ok(());
            }
            self.flow_node(open, n, depth)?;
            self.flow_blanks(open, n)?;
            match self.at(self.pos) {
                b',' => self.pos += 1,
                b']' => {}
                // A single pair is a mapping of its own to YAML, which surprises.
                b':' => return self.lost(FaultKind::NotInSubset, self.pos, self.pos + 1),
                _ => return self.no_comma(open),
            }
        }
    }

    /// The keys and values of a mapping up to and with its closing brace.
    fn flow_entries(&mut self, open: usize, n: i32, depth: u32) -> Result<(), Lost> {
        let mut seen = self.seen();
        loop {
            self.flow_blanks(open, n)?;
            if self.at(self.pos) == b'}' {
                self.pos += 1;
                self.forget(&seen);
                return Ok(());
            }
            let start = self.pos;
            let key = self.flow_key(n)?;
            let mark = self.mark();
            let good = match key {
                Some(raw) => self.add_key(&mut seen, &raw),
                None => false,
            };
            let after = self.pos;
            self.flow_blanks(open, n)?;
            if matches!(self.at(self.pos), b',' | b'}') {
                self.leaf(Shape::Empty, after, after);
            } else {
                self.flow_node(open, n, depth)?;
                self.flow_blanks(open, n)?;
            }
            if !good {
                self.rewind(mark);
            }
            match self.at(self.pos) {
                b',' => self.pos += 1,
                b'}' => {}
                _ => return self.no_comma(open),
            }
            debug_assert!(self.pos > start || self.b.len() <= start, "each entry takes some text");
        }
    }

    /// A key and its colon, on one line. None if the key was refused but the entry can be read on.
    fn flow_key(&mut self, n: i32) -> Result<Option<Raw>, Lost> {
        let mut start = self.pos;
        while matches!(self.at(start), b'&' | b'!') {
            self.property();
            start = self.pos;
        }
        let raw = match self.at(start) {
            b'[' | b'{' | b'?' => return self.lost(FaultKind::ComplexKey, start, start + 1),
            b':' => return self.lost(FaultKind::MissingKey, start, start + 1),
            b'*' => return self.lost(FaultKind::Alias, start, self.flow_word_end(start)),
            b',' => return self.lost(FaultKind::MissingItem, start, start + 1),
            b'"' | b'\'' => match self.quoted(n) {
                Ok(raw) => Some(raw),
                Err(Broken::Escape) => None,
                Err(Broken::Unclosed) => return Err(Lost),
            },
            _ => {
                let end = self.flow_plain()?;
                let span = Span::new(start, end);
                let wide = self.wide_in_flow(start, end);
                (!wide).then(|| Self::scalar(Style::Plain, span, start, end))
            }
        };
        let end = self.pos;
        self.skip_blanks();
        if self.at(self.pos) != b':' {
            if raw.is_some() || self.fault_count() == 0 {
                self.report_no_colon(start, end);
            }
            return Err(Lost);
        }
        if self.pos - start > LONGEST_KEY || self.slice(start, end).contains(&b'\n') {
            return self.lost(FaultKind::LongKey, start, end);
        }
        self.pos += 1;
        Ok(raw)
    }

    /// A value within brackets. Pushes one node.
    fn flow_node(&mut self, open: usize, n: i32, depth: u32) -> Result<(), Lost> {
        while matches!(self.at(self.pos), b'&' | b'!') {
            let start = self.pos;
            let end = self.flow_word_end(start);
            let kind = if self.at(start) == b'&' { FaultKind::Anchor } else { FaultKind::Tag };
            self.pos = end;
            self.fault(kind, start, end);
            self.flow_blanks(open, n)?;
            if matches!(self.at(self.pos), b',' | b']' | b'}') {
                self.leaf(Shape::Empty, self.pos, self.pos);
                return Ok(());
            }
        }
        let start = self.pos;
        match self.at(start) {
            b'[' | b'{' => self.flow_collection(n, depth + 1),
            b'"' | b'\'' => match self.quoted(n) {
                Ok(raw) => {
                    self.push(raw);
                    Ok(())
                }
                Err(Broken::Escape) => {
                    self.leaf(Shape::Refused, start, self.pos);
                    Ok(())
                }
                Err(Broken::Unclosed) => Err(Lost),
            },
            b'*' => {
                self.pos = self.flow_word_end(start);
                self.fault(FaultKind::Alias, start, self.pos);
                self.leaf(Shape::Refused, start, self.pos);
                Ok(())
            }
            b',' => self.lost(FaultKind::MissingItem, start, start + 1),
            b']' | b'}' => self.lost_related(FaultKind::Unclosed, open, open + 1, Span::new(start, start + 1)),
            b'?' => self.lost(FaultKind::ComplexKey, start, start + 1),
            b':' => self.lost(FaultKind::MissingKey, start, start + 1),
            _ => {
                let end = self.flow_plain()?;
                if self.wide_in_flow(start, end) {
                    self.leaf(Shape::Refused, start, end);
                } else {
                    self.push(Self::scalar(Style::Plain, Span::new(start, end), start, end));
                }
                Ok(())
            }
        }
    }

    /// Unquoted text within brackets: on one line, because a missing comma at a line end would join two values.
    fn flow_plain(&mut self) -> Result<usize, Lost> {
        let start = self.pos;
        let first = self.at(start);
        let dash = first == b'-' && self.blankz(start + 1);
        if dash || matches!(first, b'|' | b'>' | b'@' | b'`' | b'%' | b'#') {
            return self.lost(FaultKind::Reserved(char::from(first)), start, start + 1);
        }
        let mut at = start;
        loop {
            match self.at(at) {
                b',' | b'[' | b']' | b'{' | b'}' | b'\n' | b'\r' | 0 => break,
                b':' if self.blankz(at + 1) => break,
                b':' if matches!(self.at(at + 1), b',' | b'[' | b']' | b'{' | b'}' | b'?') => {
                    return self.lost(FaultKind::MissingValueSpace, at, at + 1);
                }
                b'#' if at > start && matches!(self.at(at - 1), b' ' | b'\t') => break,
                _ => at += 1,
            }
        }
        let mut end = at;
        while end > start && matches!(self.at(end - 1), b' ' | b'\t') {
            end -= 1;
        }
        self.pos = end;
        Ok(end)
    }

    /// Reports a full-width comma in unquoted text within brackets, or full-width quotes around it.
    fn wide_in_flow(&mut self, from: usize, to: usize) -> bool {
        let text = self.slice(from, to);
        if text.is_ascii() {
            return false;
        }
        let comma = text.windows(3).position(|three| three == "，".as_bytes());
        if let Some(comma) = comma {
            self.fault(FaultKind::FullWidthPunctuation('，'), from + comma, from + comma + 3);
            return true;
        }
        self.full_width_pair(from, to)
    }

    /// Goes past blanks, line ends and comments within brackets.
    fn flow_blanks(&mut self, open: usize, n: i32) -> Result<(), Lost> {
        loop {
            let start = self.pos;
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
                b'#' if self.pos > start || matches!(self.at(start.wrapping_sub(1)), b'\n' | b' ' | b'\t') => {
                    self.pos = self.eol(self.pos);
                }
                b'\n' | b'\r' => self.flow_line(open, n)?,
                0 => {
                    let end = Span::at(self.pos);
                    return self.lost_related(FaultKind::Unclosed, open, open + 1, end);
                }
                0xE3 if self.slice(self.pos, self.pos + 3) == [0xE3, 0x80, 0x80] => {
                    let wide = self.pos;
                    self.pos += 3;
                    self.fault(FaultKind::FullWidthPunctuation('\u{3000}'), wide, self.pos);
                }
                _ => return Ok(()),
            }
        }
    }

    /// Steps over a line end within brackets. A line that is not indented deeper than what is around, and does not
    /// begin with a closing bracket, means that the bracket was not closed.
    fn flow_line(&mut self, open: usize, n: i32) -> Result<(), Lost> {
        let stop = self.pos;
        let line = stop + if self.at(stop) == b'\r' { 2 } else { 1 };
        let mut at = line;
        while self.at(at) == b' ' {
            at += 1;
        }
        let col = (at - line) as i32;
        let neutral = matches!(self.at(at), b'\n' | b'\r' | b'#' | b']' | b'}' | b'\t' | 0);
        let mark = col == 0 && self.is_document_mark(at);
        if (col <= n && !neutral) || mark {
            return self.lost_related(FaultKind::Unclosed, open, open + 1, Span::at(at));
        }
        self.pos = at;
        Ok(())
    }

    /// The end of a word within brackets.
    fn flow_word_end(&self, from: usize) -> usize {
        let rest = self.slice(from, self.word_end(from));
        from + rest.iter().take_while(|b| !matches!(b, b',' | b'[' | b']' | b'{' | b'}')).count()
    }

    /// Finds the end of a collection that was given up: its closing bracket, or the end of the line before the first
    /// line that cannot be inside.
    fn flow_skip(&mut self, start: usize, n: i32) {
        let mut open = 0usize;
        self.pos = start;
        loop {
            match self.at(self.pos) {
                b'[' | b'{' => open += 1,
                b']' | b'}' => {
                    open = open.saturating_sub(1);
                    if open == 0 {
                        self.pos += 1;
                        return;
                    }
                }
                quote @ (b'"' | b'\'') if !self.within_word(self.pos) => {
                    let line = self.slice(self.pos + 1, self.eol(self.pos));
                    if let Some(length) = line.iter().position(|&b| b == quote) {
                        self.pos += length + 1;
                    }
                }
                b'#' if matches!(self.at(self.pos.wrapping_sub(1)), b' ' | b'\t' | b'\n') => {
                    self.pos = self.eol(self.pos);
                    continue;
                }
                b'\n' | b'\r' => {
                    let mut at = self.pos + if self.at(self.pos) == b'\r' { 2 } else { 1 };
                    let line = at;
                    while self.at(at) == b' ' {
                        at += 1;
                    }
                    let neutral = matches!(self.at(at), b'\n' | b'\r' | b'#' | b']' | b'}');
                    let mark = at == line && self.is_document_mark(at);
                    if self.at(at) == 0 || mark || ((at - line) as i32 <= n && !neutral) {
                        return;
                    }
                    self.pos = at;
                    continue;
                }
                0 => return,
                _ => {}
            }
            self.pos += 1;
        }
    }

    fn within_word(&self, at: usize) -> bool {
        at > 0 && !matches!(self.at(at - 1), b' ' | b'\t' | b'\n' | b',' | b'[' | b'{' | b':')
    }

    #[cold]
    fn no_comma(&mut self, open: usize) -> Result<(), Lost> {
        let at = self.pos;
        match self.at(at) {
            b']' | b'}' => self.lost_related(FaultKind::Unclosed, open, open + 1, Span::new(at, at + 1)),
            _ => self.lost(FaultKind::MissingComma, at, at),
        }
    }

    #[cold]
    fn lost<T>(&mut self, kind: FaultKind, from: usize, to: usize) -> Result<T, Lost> {
        self.fault(kind, from, to);
        Err(Lost)
    }

    #[cold]
    fn lost_related<T>(&mut self, kind: FaultKind, from: usize, to: usize, related: Span) -> Result<T, Lost> {
        self.fault_related(kind, from, to, Some(related));
        Err(Lost)
    }
}
