//! Pages that are made from the program and committed for people to read.

use crate::harness::{Case, root};
use std::fs;

/// Compares a committed file with what it is made from, or writes it with `BEIAN_UPDATE`.
pub(crate) fn committed(path: &str, made: &str) {
    let file = root().join(path);
    if std::env::var_os("BEIAN_UPDATE").is_some() {
        fs::create_dir_all(file.parent().expect("a file in a folder")).expect("a folder");
        fs::write(&file, made).expect("a file");
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == made,
        "{path} is stale: run `BEIAN_UPDATE=1 cargo test -p beian --test e2e committed` and review the difference"
    );
}

#[test]
fn the_page_of_rules_is_committed() {
    committed("docs/rules.md", &Case::empty().outcome(["rules", "--format", "markdown"]).out);
}

#[test]
fn the_reference_of_commands_is_committed() {
    committed("docs/cli.md", &Case::empty().outcome(["reference"]).out);
}
