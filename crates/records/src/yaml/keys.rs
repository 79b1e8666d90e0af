//! Keys of mappings, and the search for equal ones.

use std::borrow::Cow;
use std::collections::HashMap;

use super::fault::FaultKind;
use super::parser::Parser;
use super::plain::{LONGEST_KEY, Stop};
use super::quoted::Broken;
use super::tree::{Raw, Shape, Style};

/// Among so many keys going through their prints costs less than a map of them: no record has more.
const FEW: usize = 64;

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

impl<'t> Parser<'t, '_> {
    #[inline]
    pub(super) fn seen(&self) -> Seen<'t> {
        Seen { base: self.keys.len(), many: None }
    }

    pub(super) fn forget(&mut self, seen: &Seen<'t>) {
        self.keys.truncate(seen.base);
    }

    fn key_text(&self, index: u32) -> &str {
        self.nodes.get(index as usize).map_or("", |raw| self.raw_text(raw))
    }

    /// Length, first and last byte of a key: enough to see most keys differ without a look at their texts.
    #[inline]
    fn print(&self, raw: &Raw) -> u32 {
        let bytes = if raw.cooked { self.cooked.as_bytes() } else { self.text.as_bytes() };
        let byte = |at: u32| u32::from(bytes.get(at as usize).copied().unwrap_or(0));
        ((raw.to - raw.from) << 16) ^ (byte(raw.from) << 8) ^ byte(raw.to.saturating_sub(1))
    }

    pub(super) fn raw_text(&self, raw: &Raw) -> &str {
        let whole = if raw.cooked { self.cooked.as_str() } else { self.text };
        whole.get(raw.from as usize..raw.to as usize).unwrap_or_default()
    }

    /// Adds a key to those of its mapping. False, with a fault, if it must not stand there.
    #[inline]
    pub(super) fn add_key(&mut self, seen: &mut Seen<'t>, raw: &Raw) -> bool {
        let span = raw.span;
        if raw.to - raw.from == 2 && raw.shape == Shape::Scalar(Style::Plain) && self.raw_text(raw) == "<<" {
            self.fault(FaultKind::MergeKey, span.start as usize, span.end as usize);
            return false;
        }
        if let Some(first) = self.find_key(seen, raw) {
            let related = self.nodes.get(first as usize).map(|raw| raw.span);
            self.fault_related(FaultKind::DuplicateKey, span.start as usize, span.end as usize, related);
            return false;
        }
        let index = self.push(*raw) as u32;
        let print = self.print(raw);
        self.keys.push((index, print));
        true
    }

    #[inline]
    fn find_key(&self, seen: &mut Seen<'t>, raw: &Raw) -> Option<u32> {
        let mine = self.keys.get(seen.base..).unwrap_or_default();
        let text = self.raw_text(raw);
        if mine.len() <= FEW {
            let print = self.print(raw);
            let equal = |&&(index, known): &&(u32, u32)| known == print && self.key_text(index) == text;
            return mine.iter().find(equal).map(|&(index, _)| index);
        }
        let owned = |raw: &Raw| -> Cow<'t, str> {
            match self.text.get(raw.from as usize..raw.to as usize) {
                Some(text) if !raw.cooked => Cow::Borrowed(text),
                _ => Cow::Owned(self.raw_text(raw).to_owned()),
            }
        };
        let many = seen.many.get_or_insert_with(|| {
            let known = mine.iter().filter_map(|&(index, _)| Some((owned(self.nodes.get(index as usize)?), index)));
            known.collect()
        });
        if let Some(&first) = many.get(text) {
            return Some(first);
        }
        many.insert(owned(raw), self.nodes.len() as u32);
        None
    }
}

impl Parser<'_, '_> {
    /// Checks a quoted key; the position is at its colon.
    pub(super) fn quoted_key(&mut self, start: usize, end: usize, raw: Result<Raw, Broken>) -> Option<Key> {
        let colon = self.pos;
        if !self.blankz(colon + 1) {
            self.fault(FaultKind::MissingValueSpace, colon, colon + 1);
            return None;
        }
        if colon - start > LONGEST_KEY || self.slice(start, end).contains(&b'\n') {
            self.fault(FaultKind::LongKey, start, end);
            return None;
        }
        raw.ok().map(|raw| Key { raw, colon })
    }

    /// Reads a key and its colon. None, with a fault, if there is no good key; the line then is skipped.
    #[inline]
    pub(super) fn key(&mut self, c: i32, depth: u32) -> Option<Key> {
        loop {
            let start = self.pos;
            match self.at(start) {
                b'-' if self.blankz(start + 1) => {
                    self.unexpected(c - 1, depth);
                    return None;
                }
                b'?' if self.blankz(start + 1) => {
                    self.complex_key(c);
                    return None;
                }
                b'"' | b'\'' => {
                    let raw = self.quoted(c);
                    if let Err(Broken::Unclosed) = raw {
                        self.next_line();
                        return None;
                    }
                    let end = self.pos;
                    self.skip_blanks();
                    if self.at(self.pos) == b':' {
                        let key = self.quoted_key(start, end, raw);
                        if key.is_none() {
                            self.skip_line();
                        }
                        return key;
                    }
                    self.report_no_colon(end, self.line_end_trimmed(end).max(end));
                    self.skip_line();
                    return None;
                }
                b'&' | b'!' => {
                    self.property();
                    if self.rest_is_empty() {
                        self.next_line();
                        return None;
                    }
                }
                b'[' | b'{' | b'*' | b'|' | b'>' | b'@' | b'`' | b'%' | b',' | b']' | b'}' => {
                    let mark = self.mark();
                    let faults = self.fault_count();
                    self.inline_value(c, depth);
                    self.rewind(mark);
                    if self.fault_count() == faults {
                        self.fault(FaultKind::MissingColon, start, self.line_end_trimmed(start));
                    }
                    return None;
                }
                first => {
                    if first >= 0x80 && self.full_width_dash(start).is_some() {
                        self.discard(c - 1, depth);
                        return None;
                    }
                    let line = self.plain_line(start);
                    let key = if line.stop == Stop::Colon {
                        self.plain_key(start, line)
                    } else {
                        self.report_no_colon(start, line.end);
                        None
                    };
                    if key.is_none() {
                        self.skip_line();
                    }
                    return key;
                }
            }
        }
    }

    /// Reports `? key` and goes past it and past the `: value` that belongs to it.
    #[cold]
    fn complex_key(&mut self, c: i32) {
        self.fault(FaultKind::ComplexKey, self.pos, self.line_end_trimmed(self.pos));
        loop {
            self.skip_line();
            self.skip_deeper(c);
            if self.col != c || self.at(self.pos) != b':' || !self.blankz(self.pos + 1) {
                return;
            }
        }
    }
}
