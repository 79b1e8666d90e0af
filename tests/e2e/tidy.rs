//! Promises about the code: sizes, first lines, homes of packages.

use std::fs;
use std::path::{Path, PathBuf};

const LONGEST: usize = 400;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for folder in ["crates", "tests"] {
        collect(&root().join(folder), &mut found);
    }
    assert!(100 < found.len(), "the sources were not found");
    found
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a source");
            found.push((path, text));
        }
    }
}

#[test]
fn files_are_short() {
    let long: Vec<_> = sources()
        .iter()
        .map(|(path, text)| (path.display().to_string(), text.lines().count()))
        .filter(|(_, lines)| LONGEST < *lines)
        .collect();
    assert!(long.is_empty(), "these hold two things: {long:?}");
}

#[test]
fn files_say_what_they_are() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{} does not say what it is", path.display());
    }
}

#[test]
fn packages_have_one_home() {
    // Where a package is a real dependency of the library; tests may use others.
    let homes = [
        ("git2", &["records"][..]),
        ("minijinja", &["documents"]),
        ("clap", &["cli"]),
        ("annotate-snippets", &["cli"]),
        ("serde_yaml", &["records"]),
        ("chrono", &["core"]),
        ("rayon", &["records"]),
    ];
    for name in ["core", "records", "documents", "cli"] {
        let manifest = fs::read_to_string(root().join(format!("crates/{name}/Cargo.toml"))).expect("a manifest");
        let real = manifest.split("[dev-dependencies]").next().expect("a first part");
        for (package, at) in homes {
            let used = real
                .lines()
                .any(|line| line.starts_with(&format!("{package}.")) || line.starts_with(&format!("{package} ")));
            assert!(!used || at.contains(&name), "{package} is at home in {at:?}, not in {name}");
        }
    }
}

#[test]
fn yaml_and_dates_are_named_in_few_places() {
    for (path, text) in sources() {
        let path = path.display().to_string();
        let inside = path.contains("/src/");
        if inside && text.contains("chrono::") {
            assert!(
                ["core/src/day.rs", "core/src/numbers/", "core/src/names/table"].iter().any(|home| path.contains(home)),
                "{path} names chrono; days have one home"
            );
        }
        if inside && text.contains("serde_yaml::") {
            assert!(path.contains("records/src/"), "{path} names serde_yaml");
        }
    }
}

#[test]
fn records_and_documents_do_not_know_each_other() {
    for (one, other) in [("records", "beian-documents"), ("documents", "beian-records")] {
        let manifest = fs::read_to_string(root().join(format!("crates/{one}/Cargo.toml"))).expect("a manifest");
        assert!(!manifest.contains(other), "{one} uses {other}");
    }
}

#[test]
fn every_test_file_is_listed() {
    let main = fs::read_to_string(root().join("tests/e2e/main.rs")).expect("the list");
    for entry in fs::read_dir(root().join("tests/e2e")).expect("the tests").flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
            assert!(stem == "main" || main.contains(&format!("mod {stem};")), "{stem} is forgotten");
        }
    }
}
