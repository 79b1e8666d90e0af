//! Text into a placed tree: the plain subset of YAML that records use.
//!
//! [`read`] goes over a file once and gives a [`Reading`]: a tree whose every key and value knows the bytes it was
//! written in, and every fault of the file, each at its place. What it reads has the value that any YAML reader gives
//! it. What YAML allows and records do not need (anchors, tags, several documents and the like) is refused with a
//! place, never read as something else: a reader that guesses would change a filed value without a word.
//!
//! A scalar is text here. Whether `05012345` stands for a number is asked of [`misread`], by whoever expects text.

mod block;
mod check;
mod cursor;
mod fault;
mod flow;
mod keys;
mod lines;
mod literal;
mod misread;
mod parser;
mod plain;
mod quoted;
mod recover;
mod tree;

use crate::limits::Limits;

pub use fault::{Fault, FaultKind};
pub use lines::LineIndex;
pub use misread::{Misread, misread};
pub use tree::{Entries, Entry, Items, Kind, Node, Reading, Scalar, Span, Style};

/// Reads a file into a placed tree and its faults.
///
/// The tree is equal to what a full YAML reader gives when there is no fault. With faults it holds what could still be
/// told apart, with [`Kind::Refused`] where a value was not understood.
#[must_use]
pub fn read<'t>(bytes: &'t [u8], limits: &Limits) -> Reading<'t> {
    // Spans are 32 bits and columns are signed, so larger files cannot be placed.
    let most = limits.bytes.min(i32::MAX as usize);
    let (text, cut) = check::decode(bytes, most);
    let mut faults = check::Faults::new(limits.faults);
    if cut == check::Cut::TooLarge {
        faults.push(FaultKind::TooLarge, Span::at(text.len()), None);
        return Reading::empty(text, faults.into_sorted());
    }
    let (masked, look_alikes) = check::characters(text, &mut faults);
    let mut end = masked.len();
    if cut == check::Cut::NotUtf8 {
        faults.push(FaultKind::NotUtf8, Span::at(text.len()), None);
        // The line that breaks off would only give faults that are not there.
        end = masked.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
    }
    let mut parser = parser::Parser::new(text, masked.get(..end).unwrap_or_default(), limits, faults);
    parser.document();
    parser.finish(cut == check::Cut::Whole, look_alikes)
}
