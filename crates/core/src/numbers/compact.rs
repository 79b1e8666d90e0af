//! A code without the white space and dashes that people group it with.

use super::fault::Fault;
use super::text::{Text, mark};

/// The letters and digits of a code, in capitals, and how they were written.
#[derive(Debug, Clone)]
pub(super) struct Compact {
    pub(super) code: String,
    pub(super) faults: Vec<Fault>,
}

impl Compact {
    pub(super) fn read(raw: &str) -> Self {
        if raw.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
            return Self { code: raw.to_owned(), faults: Vec::new() };
        }
        let text = Text::read(raw.trim());
        Self::of(&text, 0, text.len())
    }

    pub(super) fn of(text: &Text<'_>, start: usize, end: usize) -> Self {
        let mut code = String::new();
        let mut faults = Vec::new();
        for cell in text.cells(start, end) {
            match cell.c {
                ' ' => faults.push(Fault::Space),
                '-' => faults.push(Fault::Dash),
                c => {
                    if c.is_ascii_lowercase() {
                        faults.push(Fault::Case);
                    }
                    code.push(c.to_ascii_uppercase());
                }
            }
            if cell.marks & mark::FULLWIDTH != 0 {
                faults.push(Fault::Fullwidth);
            }
        }
        faults.sort_unstable();
        faults.dedup();
        Self { code, faults }
    }
}
