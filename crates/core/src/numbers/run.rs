//! A run of digits over whatever groups them.

use super::numeral::{digit, is_final_x, is_one_script};
use super::text::Text;

/// No personal number has more digits, with what is dialled before it.
const MOST: usize = 22;
/// No personal number reaches further, what groups it included.
const REACH: usize = 100;
/// The most characters between two digits of one number.
const WIDEST: usize = 4;

/// Digits from a cell on, over separators, with the cell of each and what stands before each.
#[derive(Debug)]
pub(super) struct Run {
    code: String,
    cells: Vec<usize>,
    gaps: Vec<String>,
    /// Whether each digit goes on directly after the one before it, in the same script.
    goes_on: Vec<bool>,
}

impl Run {
    pub(super) fn read(text: &Text<'_>, at: usize) -> Self {
        let mut run = Self { code: String::new(), cells: Vec::new(), gaps: Vec::new(), goes_on: Vec::new() };
        let (mut cell, mut gap) = (at, String::new());
        while cell < at + REACH && gap.chars().count() <= WIDEST {
            let c = text.at(cell);
            if let Some(read) = digit(c).or_else(|| is_last(text, cell, &run.code).then_some('X')) {
                let same = read == 'X' || is_one_script(text.before(cell), c);
                run.goes_on.push(!run.cells.is_empty() && gap.is_empty() && same);
                if run.cells.len() == MOST {
                    break;
                }
                run.code.push(read);
                run.cells.push(cell);
                run.gaps.push(std::mem::take(&mut gap));
                if read == 'X' {
                    break;
                }
            } else if is_separator(c) {
                gap.push(c);
            } else {
                break;
            }
            cell += 1;
        }
        run
    }

    /// The first `n` digits, if they end there; a final X ends them anyway.
    pub(super) fn head(&self, n: usize) -> Option<(&str, usize)> {
        let last = n.checked_sub(1)?;
        let end = self.cells.get(last)? + 1;
        let code = self.code.get(..n)?;
        let goes_on = self.goes_on.get(n).copied().unwrap_or(false);
        (!goes_on || code.ends_with('X')).then_some((code, end))
    }

    /// The cell of a digit.
    pub(super) fn cell(&self, n: usize) -> Option<usize> {
        self.cells.get(n).copied()
    }

    /// Where separators stand within the first `n` digits, counted in digits before them.
    pub(super) fn groups(&self, n: usize) -> Vec<usize> {
        let gaps = self.gaps.iter().take(n).enumerate().skip(1);
        gaps.filter(|(_, gap)| !gap.is_empty()).map(|(at, _)| at).collect()
    }

    /// Whether one and the same thing groups the first `n` digits: a blank or two, a dash, a stop.
    pub(super) fn is_even(&self, n: usize) -> bool {
        let gaps: Vec<&str> = self.gaps.iter().take(n).skip(1).map(|gap| gap.trim()).collect();
        let mut seen = self.gaps.iter().take(n).skip(1).zip(gaps).filter(|(gap, _)| !gap.is_empty());
        let Some((_, first)) = seen.next() else { return true };
        matches!(first, "" | "-" | "." | "/" | "_" | "·" | "•") && seen.all(|(_, gap)| gap == first)
    }
}

/// Whether a cell is the X after seventeen digits. One star of several is none: they mask another number.
fn is_last(text: &Text<'_>, cell: usize, code: &str) -> bool {
    let is_masking = || text.at(cell) == '*' && (text.at(cell + 1) == '*' || text.at(cell + 2) == '*');
    code.len() == 17 && is_final_x(text.at(cell)) && !is_masking()
}

/// What people put between the digits of one number.
pub(super) const fn is_separator(c: char) -> bool {
    matches!(
        c,
        ' ' | '-'
            | '.'
            | '/'
            | '\\'
            | '_'
            | '·'
            | '•'
            | '‧'
            | '・'
            | ','
            | '、'
            | '。'
            | '('
            | ')'
            | '+'
            | '~'
            | ':'
            | '\''
    )
}
