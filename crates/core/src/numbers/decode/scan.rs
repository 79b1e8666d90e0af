//! Finding the numbers that say what they are: filing, licence and police numbers.

use super::super::fault::Fault;
use super::super::kind::Kind;
use super::super::police::PoliceNumber;
use super::super::record::RecordNumber;
use super::super::text::{Text, mark};
use super::{scan_icp, scan_licence, scan_police};

/// A number that a text holds, by cells.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) canonical: Option<String>,
    pub(super) faults: Vec<Fault>,
    pub(super) value: Option<Value>,
}

/// The number of a hit, as far as it could be read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Value {
    /// What may stand as a filing number.
    Record(RecordNumber),
    /// A police number.
    Police(PoliceNumber),
}

/// The number whose telling letters start at a cell; its own start is not before `floor`.
pub(super) fn at(text: &Text<'_>, at: usize, floor: usize, today_year: i32) -> Option<Hit> {
    let hit = match text.at(at) {
        'I' | 'i' | 'C' | 'c' => scan_icp::at(text, at, floor, today_year),
        'A' | 'B' | 'a' | 'b' => scan_licence::at(text, at, floor, today_year),
        '公' => scan_police::at(text, at, floor),
        _ => None,
    }?;
    Some(finished(text, hit))
}

/// The number that fills a text, but for white space around it.
pub(super) fn whole(text: &str, today_year: i32) -> Option<Hit> {
    let text = Text::read(text.trim());
    let hit = (0..text.len()).find_map(|cell| at(&text, cell, 0, today_year))?;
    (hit.start == 0 && hit.end == text.len()).then_some(hit)
}

/// Adds what folding noticed, and brings the faults into their order.
fn finished(text: &Text<'_>, mut hit: Hit) -> Hit {
    let marks = text.cells(hit.start, hit.end).iter().fold(0, |marks, cell| marks | cell.marks);
    for (bit, fault) in
        [(mark::FULLWIDTH, Fault::Fullwidth), (mark::TRADITIONAL, Fault::Traditional), (mark::DASH, Fault::Dash)]
    {
        if marks & bit != 0 {
            hit.faults.push(fault);
        }
    }
    hit.faults.sort_unstable();
    hit.faults.dedup();
    hit
}
