//! The floors of core: no folder imports one above it, so that no two can need each other.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders and files of `core/src` from the lowest to the highest. Each may use what stands
/// before it, and nothing else.
const FLOORS: [&str; 29] = [
    "words",
    "visible",
    "markup",
    "spelling",
    "fnv",
    "day",
    "record",
    "vocabulary",
    "rows",
    "law",
    "names",
    "numbers",
    "calendar",
    "model",
    "evidence",
    "tables",
    "change",
    "personal",
    "filed",
    "status",
    "procedure",
    "rule",
    "rules",
    "policy",
    "deadline",
    "progress",
    "plan",
    "letter",
    "drafting",
];

fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The code of a file without comments and tests.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The first names of a path, or of each path of a list in braces.
fn heads(rest: &str) -> Vec<String> {
    let name = |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(list) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in list.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts.iter().map(|part| name(part)).filter(|name| !name.is_empty()).collect()
}

/// What a file at a depth below the root uses of the root: by `crate::`, or by as many `super::`
/// as lead there.
fn uses(code: &str, depth: usize) -> Vec<String> {
    let upward = "super::".repeat(depth);
    let mut found = Vec::new();
    for road in ["crate::", &*upward] {
        for (at, _) in code.match_indices(road) {
            let before = code.get(..at).unwrap_or_default();
            if !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
                found.extend(heads(code.get(at + road.len()..).unwrap_or_default()));
            }
        }
    }
    found
}

/// For each file: its top folder, and the top folders that it uses.
fn imports() -> Vec<(String, String, Vec<String>)> {
    let mut all = Vec::new();
    files(&core(), &mut all);
    assert!(300 < all.len(), "the sources were not found");
    let read = |path: PathBuf| {
        let inside = path.strip_prefix(core()).expect("a path below the root").with_extension("");
        let mut names: Vec<_> = inside.iter().map(|name| name.to_string_lossy().into_owned()).collect();
        if names.last().is_some_and(|name| name == "tests" || name == "lib") {
            return None;
        }
        if names.last().is_some_and(|name| name == "mod") {
            names.pop();
        }
        let text = fs::read_to_string(&path).expect("a source");
        let own = names.first()?.clone();
        Some((inside.display().to_string(), own, uses(&code(&text), names.len())))
    };
    all.into_iter().filter_map(read).collect()
}

#[test]
fn no_folder_of_core_imports_one_above_it() {
    let floor: BTreeMap<&str, usize> = FLOORS.iter().enumerate().map(|(at, name)| (*name, at)).collect();
    let mut seen = 0;
    for (file, own, used) in imports() {
        let here = floor.get(&*own).unwrap_or_else(|| panic!("{own} has no floor: add it to the list"));
        for other in used.iter().filter(|other| **other != own) {
            // What is no folder is a macro or an item of the root.
            let Some(there) = floor.get(&**other) else { continue };
            assert!(there < here, "{file} imports {other}, which stands above {own}");
            seen += 1;
        }
    }
    assert!(1000 < seen, "the imports were not found: {seen}");
}

#[test]
fn every_floor_is_a_folder_or_file() {
    for name in FLOORS {
        assert!(core().join(name).is_dir() || core().join(name).with_extension("rs").is_file(), "{name}");
    }
}

#[test]
fn the_numbers_do_not_need_the_scanner_that_finds_them() {
    let mut all = Vec::new();
    files(&core().join("numbers"), &mut all);
    let outside = |path: &&PathBuf| !path.display().to_string().contains("decode") && !path.ends_with("mod.rs");
    for path in all.iter().filter(outside) {
        let text = code(&fs::read_to_string(path).expect("a source"));
        assert!(!text.contains("decode::"), "{} uses the scanner", path.display());
    }
}

#[test]
fn paths_are_read_as_the_compiler_does() {
    let text = "use crate::law::MII_33;\nuse crate::{day::Day, rows::{a, b}};\nlet x = crate::words!(1);\n\
                // crate::no\n\
                use super::super::rules::sources;\nuse super::own;\n#[cfg(test)]\nmod tests { use crate::never; }";
    assert_eq!(uses(&code(text), 2), ["law", "day", "rows", "words", "rules"]);
}
