//! A line of a record, as it may be printed, with the part that is meant.

use beian_core::numbers::mask::hide_personal;
use beian_core::visible::push_visible;
use beian_records::locate::Location;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// The most columns of an excerpt; longer lines are cut around what is meant.
const WIDEST: usize = 100;

/// Columns that are kept before what is meant, where a line is cut.
const BEFORE: usize = 30;

/// A line that may be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// The text.
    pub(crate) text: String,
    /// The bytes of it that are meant.
    pub(crate) marked: Range<usize>,
}

/// One character of the line, as it is printed.
struct Cell {
    text: String,
    width: usize,
    marked: bool,
}

/// The excerpt of a location, or `None` if it has no line to show.
pub(crate) fn excerpt(location: &Location) -> Option<Excerpt> {
    if location.excerpt.is_empty() {
        return None;
    }
    let cells = cells(location);
    let first = cells.iter().position(|cell| cell.marked);
    let (start, end) = match first {
        Some(start) => (start, cells.iter().rposition(|cell| cell.marked).map_or(start, |last| last + 1)),
        // A mark between two characters stands before the one that follows.
        None => {
            let at = location.excerpt.get(..location.marked.start).map_or(0, |before| before.chars().count());
            (at.min(cells.len()), at.min(cells.len()))
        }
    };
    let window = window(&cells, start);
    let (cut_left, cut_right) =
        (0 < window.start || location.cut.before, window.end < cells.len() || location.cut.after);
    let mut out = Excerpt { text: String::new(), marked: 0..0 };
    if cut_left {
        out.text.push('…');
    }
    for (index, cell) in cells.iter().enumerate().take(window.end).skip(window.start) {
        if index == start {
            out.marked.start = out.text.len();
        }
        out.text.push_str(&cell.text);
        if index < end {
            out.marked.end = out.text.len();
        }
    }
    if window.end <= start {
        out.marked.start = out.text.len();
    }
    out.marked.end = out.marked.end.max(out.marked.start);
    if cut_right {
        out.text.push('…');
    }
    Some(out)
}

/// The line, character by character: masked, made visible, and without the parts of
/// numbers that a cut line may begin or end with.
fn cells(location: &Location) -> Vec<Cell> {
    // Masking keeps the number of characters, so that positions can be counted in them.
    let masked = hide_personal(&location.excerpt);
    let count = |at: usize| location.excerpt.get(..at).map_or(0, |before| before.chars().count());
    let marked = count(location.marked.start)..count(location.marked.end);
    let mut cells: Vec<Cell> = masked
        .chars()
        .enumerate()
        .map(|(index, c)| {
            let mut text = String::new();
            push_visible(&mut text, c);
            let width = text.chars().map(|c| c.width().unwrap_or(1)).sum();
            Cell { text, width, marked: marked.contains(&index) }
        })
        .collect();
    // Half a number of a person would not be known for one.
    if location.cut.before {
        cells.iter_mut().take_while(|cell| is_numeric(&cell.text)).for_each(star);
    }
    if location.cut.after {
        cells.iter_mut().rev().take_while(|cell| is_numeric(&cell.text)).for_each(star);
    }
    cells
}

fn is_numeric(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() && !is_wide(c) || matches!(c, '-' | '*'))
        || text.chars().all(|c| ('０'..='９').contains(&c))
}

fn is_wide(c: char) -> bool {
    c.width().unwrap_or(1) == 2
}

fn star(cell: &mut Cell) {
    cell.text = "*".to_owned();
    cell.width = 1;
}

/// The cells that are shown: all of them, or as many as fit around the first one meant.
fn window(cells: &[Cell], start: usize) -> Range<usize> {
    let all: usize = cells.iter().map(|cell| cell.width).sum();
    if all <= WIDEST {
        return 0..cells.len();
    }
    let mut from = start.min(cells.len());
    let mut before = 0;
    let room = if cells[..from].iter().map(|cell| cell.width).sum::<usize>() < WIDEST / 2 { WIDEST } else { BEFORE };
    while 0 < from && before + cells[from - 1].width <= room {
        from -= 1;
        before += cells[from].width;
    }
    let mut to = from;
    let mut width = 0;
    while to < cells.len() && width + cells[to].width <= WIDEST {
        width += cells[to].width;
        to += 1;
    }
    from..to
}

#[cfg(test)]
mod tests {
    use super::*;

    fn location(excerpt: &str, marked: Range<usize>) -> Location {
        let column = excerpt[..marked.start].chars().count() + 1;
        Location { line: 1, column, excerpt: excerpt.into(), marked, ..Location::default() }
    }

    fn drawn(excerpt: &str, marked: Range<usize>) -> String {
        let Excerpt { text, marked } = super::excerpt(&location(excerpt, marked)).unwrap();
        format!("{}[{}]{}", &text[..marked.start], &text[marked.clone()], &text[marked.end..])
    }

    #[test]
    fn marks_stay_on_what_is_meant() {
        assert_eq!(drawn("name: 示例", 6..12), "name: [示例]");
        assert_eq!(drawn("a: \u{1b}[0m x", 8..9), "a: ␛[0m [x]");
        assert_eq!(drawn("a: \u{202e}b", 6..7), "a: \\u{202e}[b]");
        assert_eq!(drawn("mobile: 13800138000", 8..19), "mobile: [138****8000]");
        assert_eq!(drawn("电话: 13800138000 x", 20..21), "电话: 138****8000 [x]");
        assert_eq!(drawn("a: b", 4..4), "a: b[]");
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let line = format!("key: {}错{}", "字".repeat(60), "尾".repeat(60));
        let at = 5 + 180;
        let drawn = drawn(&line, at..at + 3);
        assert!(drawn.starts_with("…字") && drawn.contains("[错]") && drawn.ends_with("尾…"), "{drawn}");
        assert!(unicode_width::UnicodeWidthStr::width(drawn.as_str()) <= WIDEST + 4, "{drawn}");
    }

    #[test]
    fn half_a_number_at_a_cut_is_hidden() {
        let mut cut = location("0105194912310021 name: x", 17..21);
        cut.cut.before = true;
        assert_eq!(super::excerpt(&cut).unwrap().text, "…**************** name: x");
        let mut cut = location("name: x 110105194912310", 6..7);
        cut.cut.after = true;
        assert_eq!(super::excerpt(&cut).unwrap().text, "name: x ***************…");
    }

    #[test]
    fn a_line_that_is_shown_whole_is_not_starred() {
        // Four hundred bytes are kept whole.
        let line = format!("{}a: b12", "字".repeat(131));
        let marked = line.len() - 3..line.len();
        assert!(400 - 5 <= line.len() && super::excerpt(&location(&line, marked)).unwrap().text.ends_with("a: b12"));
    }

    #[test]
    fn any_range_of_any_line_can_be_drawn() {
        let lines = ["", "x", "示例\t\u{0}\u{9b}", "😀\u{301}a", &"长".repeat(133)];
        for line in lines.iter().filter(|line| !line.is_empty()) {
            let bounds: Vec<usize> = (0..=line.len()).filter(|at| line.is_char_boundary(*at)).collect();
            for (n, from) in bounds.iter().enumerate() {
                for to in &bounds[n..] {
                    let Excerpt { text, marked } = super::excerpt(&location(line, *from..*to)).unwrap();
                    assert!(text.get(marked).is_some());
                }
            }
        }
    }
}
