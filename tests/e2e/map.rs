//! What `ARCHITECTURE.md` says of the code, as far as it can be seen: what crates know, what there is not, and that
//! the tests which it names are there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect(path)
}

/// The sources of a folder, with their paths.
fn sources(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a source");
            found.push((path, text));
        }
    }
}

/// The packages on which a crate stands, tests aside.
fn packages(manifest: &str) -> BTreeSet<String> {
    let text = text(manifest);
    let list = text.split_once("\n[dependencies]\n").map_or("", |(_, list)| list);
    let names = list.lines().take_while(|line| !line.starts_with('['));
    names
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn crates_know_what_the_table_says() {
    let own = |manifest: &str| -> Vec<String> {
        packages(manifest).into_iter().filter(|name| name.starts_with("beian")).collect()
    };
    assert!(packages("templates/Cargo.toml").is_empty(), "templates are texts");
    assert!(own("crates/core/Cargo.toml").is_empty());
    assert_eq!(own("crates/records/Cargo.toml"), ["beian-core"]);
    assert_eq!(own("crates/documents/Cargo.toml"), ["beian-core", "beian-templates"]);
    assert_eq!(own("crates/cli/Cargo.toml"), ["beian-core", "beian-documents", "beian-records"]);
}

#[test]
fn core_stands_on_packages_of_names_numbers_and_days_alone() {
    let known = ["chrono", "idna", "psl", "strsim", "unicode-normalization"].map(str::to_owned);
    assert_eq!(packages("crates/core/Cargo.toml"), BTreeSet::from(known));
}

#[test]
fn no_record_is_read_by_a_derived_reader() {
    let mut found = Vec::new();
    for name in ["core", "records", "documents"] {
        sources(&root().join(format!("crates/{name}/src")), &mut found);
    }
    for (path, text) in found {
        let mut derived = text.split("derive(").skip(1).filter_map(|rest| rest.split(')').next());
        assert!(!derived.any(|list| list.contains("Deserialize")), "{} derives a reader", path.display());
    }
}

#[test]
fn what_the_map_names_is_there() {
    let map = text("ARCHITECTURE.md");
    let spans: Vec<&str> = map.split('`').skip(1).step_by(2).collect();
    let mut tests = 0;
    for span in &spans {
        let Some((file, test)) = span.split_once(".rs::") else { continue };
        let code = text(&format!("{file}.rs"));
        assert!(code.contains(&format!("fn {test}()")), "there is no test {span}");
        tests += 1;
    }
    assert!(10 < tests, "the map names no tests");
    let paths = spans.iter().filter(|span| span.contains('/') && !span.contains(['<', ' ', '*', '…', ':', '(']));
    for path in
        paths.filter(|path| path.starts_with("crates/") || path.starts_with("tests/") || path.starts_with("docs/"))
    {
        assert!(root().join(path).exists(), "there is no {path}");
    }
}
