//! Sources and templates are read without scrolling far, in a terminal as well.

use crate::harness::root;
use std::fs;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

/// The most columns of a line; a Chinese character takes two.
const WIDEST: usize = 120;

/// The most lines of a file.
const LONGEST: usize = 400;

/// How files end whose lines are written by hand.
const ENDINGS: [&str; 3] = ["css", "j2", "rs"];

#[test]
fn files_and_their_lines_are_short() {
    let (mut seen, mut faults) = (0, Vec::new());
    for folder in ["benches", "crates", "templates", "tests"] {
        each(&root().join(folder), &mut |path, text| {
            seen += 1;
            faults.extend(told(path, text));
        });
    }
    assert!(500 < seen, "the sources were not found");
    assert!(faults.is_empty(), "at most {LONGEST} lines of {WIDEST} columns:\n{}", faults.join("\n"));
}

#[test]
fn what_is_too_long_is_told() {
    let wide = format!("a\n{}\n", "案".repeat(61));
    assert_eq!(told(Path::new("wide.rs"), &wide), ["wide.rs:2: 122 columns"]);
    assert_eq!(told(Path::new("long.j2"), &"a\n".repeat(401)), ["long.j2: 401 lines"]);
    assert!(told(Path::new("short.css"), &format!("{}\n", "a".repeat(120)).repeat(400)).is_empty());
}

fn told(path: &Path, text: &str) -> Vec<String> {
    let path = path.display();
    let lines = text.lines().count();
    let long = (LONGEST < lines).then(|| format!("{path}: {lines} lines"));
    let wide = text.lines().enumerate().filter(|(_, line)| WIDEST < line.width());
    long.into_iter().chain(wide.map(|(at, line)| format!("{path}:{}: {} columns", at + 1, line.width()))).collect()
}

/// Visits every file below a folder that is written by hand.
fn each(folder: &Path, visit: &mut dyn FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            each(&path, visit);
        } else if path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known)) {
            visit(&path, &fs::read_to_string(&path).expect("a text"));
        }
    }
}
