//! The characters of a file, before its structure: encoding, control characters, marks of an unresolved merge.

use beian_core::spelling::may_begin_odd;
use beian_core::visible::is_hidden;
use std::borrow::Cow;

use super::fault::{Fault, FaultKind};
use super::tree::Span;

/// Faults as they are found, with an end to them.
pub(super) struct Faults {
    list: Vec<Fault>,
    most: usize,
    ended: bool,
}

impl Faults {
    pub(super) fn new(most: usize) -> Self {
        Self { list: Vec::new(), most, ended: false }
    }

    /// Reports a fault; the one too many is reported as that, and none after it.
    #[cold]
    pub(super) fn push(&mut self, kind: FaultKind, span: Span, related: Option<Span>) {
        if self.ended {
            return;
        }
        self.ended = self.list.len() >= self.most;
        let kind = if self.ended { FaultKind::TooManyFaults } else { kind };
        self.list.push(Fault { kind, span, related });
    }

    /// Takes no more, because reading has ended.
    pub(super) fn end(&mut self) {
        self.ended = true;
    }

    pub(super) fn ended(&self) -> bool {
        self.ended
    }

    pub(super) fn into_sorted(mut self) -> Vec<Fault> {
        self.list.sort_by_key(|fault| (fault.kind == FaultKind::TooManyFaults, fault.span.start));
        self.list
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }
}

/// How much of the bytes became text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    Whole,
    TooLarge,
    NotUtf8,
}

/// The bytes as text, as far as they are text and within the limit.
pub(super) fn decode(bytes: &[u8], most: usize) -> (&str, Cut) {
    let (within, cut) = match bytes.get(..most) {
        Some(within) if bytes.len() > most => (within, Cut::TooLarge),
        _ => (bytes, Cut::Whole),
    };
    // The library tells sooner than the standard one whether all is text, and not where it ends to be.
    if let Ok(text) = simdutf8::basic::from_utf8(within) {
        return (text, cut);
    }
    match std::str::from_utf8(within) {
        Ok(text) => (text, cut),
        Err(error) => {
            let good = within.get(..error.valid_up_to()).unwrap_or_default();
            let cut = if cut == Cut::Whole { Cut::NotUtf8 } else { cut };
            (std::str::from_utf8(good).unwrap_or_default(), cut)
        }
    }
}

/// Whether a byte can begin something that [`characters`] looks for.
#[inline(always)]
fn suspect(b: u8) -> bool {
    // Without branches, so that the compiler takes many bytes at a time. The range is that of `<`, `=` and `>`.
    ((b < 0x20) & (b != b'\n'))
        | (b.wrapping_sub(b'<') < 3)
        | (b == b'|')
        | (b == 0x7F)
        | ((b & 0xFC == 0xE0) & (b != 0xE0))
        | (b == 0xC2)
        | (b == 0xCD)
        | (b == 0xD8)
        | (b >= 0xEE)
}

/// Whether a block of bytes has a suspect one.
#[inline(always)]
fn any_suspect(block: &[u8; BLOCK]) -> bool {
    let mut any = 0;
    for &byte in block {
        any |= u8::from(suspect(byte));
    }
    any != 0
}

/// How many bytes are looked at together.
const BLOCK: usize = 32;

/// Reports characters that no record may hold and marks of an unresolved merge.
///
/// Gives the bytes to parse: the text itself, or a copy of the same length in which merge marks and the other side of
/// a conflict are blank, a lone carriage return ends its line and no byte is NUL, so that the rest can be read. Tells
/// too whether a character may stand there that looks like another one.
pub(super) fn characters<'t>(text: &'t str, faults: &mut Faults) -> (Cow<'t, [u8]>, bool) {
    let bytes = text.as_bytes();
    let mut masked = Cow::Borrowed(bytes);
    let mut marks: Vec<(u8, usize)> = Vec::new();
    let mut carriage = false;
    let mut look_alikes = false;
    let mut base = 0;
    for chunk in bytes.chunks(BLOCK) {
        // The last block is short, and looked at byte by byte.
        let hot = chunk.first_chunk::<BLOCK>().is_none_or(any_suspect);
        if hot {
            for (offset, &byte) in chunk.iter().enumerate().filter(|&(_, &b)| suspect(b)) {
                let at = base + offset;
                let next = |n: usize| bytes.get(at + n).copied().unwrap_or(0);
                look_alikes |= may_begin_odd(byte);
                match byte {
                    b'\t' => {}
                    b'\r' if next(1) == b'\n' => {}
                    b'\r' => {
                        if !carriage {
                            faults.push(FaultKind::CarriageReturnAlone, Span::new(at, at + 1), None);
                        }
                        carriage = true;
                        put(&mut masked, at, b'\n');
                    }
                    0 => {
                        faults.push(FaultKind::NulByte, Span::new(at, at + 1), None);
                        put(&mut masked, at, 1);
                    }
                    b'<' | b'=' | b'>' | b'|' => {
                        let first = at == 0 || bytes.get(at - 1) == Some(&b'\n');
                        if first && is_mark(bytes.get(at..).unwrap_or_default(), byte) {
                            marks.push((byte, at));
                        }
                    }
                    _ => character(text, at, byte, next(1), next(2), faults),
                }
            }
        }
        base += chunk.len();
    }
    if !marks.is_empty() {
        conflicts(&marks, bytes, &mut masked, faults);
    }
    (masked, look_alikes)
}

/// Reports the character that begins at a suspect byte, if it is one that no record may hold.
fn character(text: &str, at: usize, first: u8, second: u8, third: u8, faults: &mut Faults) {
    let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
        return;
    };
    let kind = match (first, second, third) {
        (0xC2, 0x85, _) | (0xE2, 0x80, 0xA8 | 0xA9) => FaultKind::LineSeparator(c),
        (0xEF, 0xBB, 0xBF) => FaultKind::ByteOrderMark,
        (0..=0x1F | 0x7F, _, _) | (0xC2, 0x80..=0x9F, _) | (0xEF, 0xBF, 0xBE | 0xBF) => FaultKind::ControlCharacter(c),
        _ if is_hidden(c) => FaultKind::HiddenCharacter(c),
        _ => return,
    };
    faults.push(kind, Span::new(at, at + c.len_utf8()), None);
}

fn put(masked: &mut Cow<'_, [u8]>, at: usize, byte: u8) {
    if let Some(place) = masked.to_mut().get_mut(at) {
        *place = byte;
    }
}

fn is_mark(line: &[u8], byte: u8) -> bool {
    line.len() >= 7
        && line.iter().take(7).all(|&b| b == byte)
        && matches!(line.get(7), None | Some(b' ' | b'\r' | b'\n'))
}

/// Reports each conflict once, from its first mark to its last, and leaves the first side to be read: it is what stood
/// there before the merge, so it is whole.
fn conflicts(marks: &[(u8, usize)], bytes: &[u8], masked: &mut Cow<'_, [u8]>, faults: &mut Faults) {
    let line_end = |at: usize| at + bytes.iter().skip(at).take_while(|&&b| b != b'\n').count();
    let shown = |at: usize| {
        let end = line_end(at);
        let carriage = usize::from(end > at && bytes.get(end - 1) == Some(&b'\r'));
        Span::new(at, end - carriage)
    };
    let mut open: Option<(usize, Option<usize>)> = None;
    for &(byte, at) in marks {
        match (byte, open) {
            (b'<', None) => open = Some((at, None)),
            (b'<', Some(_)) => {}
            (b'>', Some((start, middle))) => {
                faults.push(FaultKind::ConflictMarker, shown(start), Some(shown(at)));
                blank(masked, start, line_end(start));
                blank(masked, middle.unwrap_or(at), line_end(at));
                open = None;
            }
            (_, Some((start, middle))) => open = Some((start, middle.or(Some(at)))),
            (_, None) => {
                faults.push(FaultKind::ConflictMarker, shown(at), None);
                blank(masked, at, line_end(at));
            }
        }
    }
    if let Some((start, middle)) = open {
        faults.push(FaultKind::ConflictMarker, shown(start), None);
        blank(masked, start, line_end(start));
        if let Some(middle) = middle {
            blank(masked, middle, line_end(middle));
        }
    }
}

fn blank(masked: &mut Cow<'_, [u8]>, from: usize, to: usize) {
    if let Some(range) = masked.to_mut().get_mut(from..to) {
        for byte in range.iter_mut().filter(|b| !matches!(b, b'\n' | b'\r')) {
            *byte = b' ';
        }
    }
}
