//! Sources and templates are read without scrolling, in a terminal as well.

use crate::harness::root;
use std::fs;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

/// The most columns of a line; a Chinese character takes two.
const WIDEST: usize = 120;

/// How files end whose lines are written by hand.
const ENDINGS: [&str; 3] = ["css", "j2", "rs"];

#[test]
fn lines_are_short() {
    let mut wide = Vec::new();
    for folder in ["benches", "crates", "templates", "tests"] {
        collect(&root().join(folder), &mut wide);
    }
    assert!(wide.is_empty(), "these lines are wider than {WIDEST} columns:\n{}", wide.join("\n"));
}

fn collect(folder: &Path, wide: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, wide);
        } else if path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known)) {
            let text = fs::read_to_string(&path).expect("a source");
            let lines = text.lines().enumerate().filter(|(_, line)| WIDEST < line.width());
            wide.extend(lines.map(|(at, line)| format!("{}:{}: {} columns", path.display(), at + 1, line.width())));
        }
    }
}
