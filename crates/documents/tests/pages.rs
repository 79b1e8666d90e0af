//! The pages made from declarations are up to date.

#![expect(clippy::expect_used, reason = "tests")]

use beian_documents::{format_page, templates_page};
use std::path::Path;

fn is_kept(name: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
    if std::env::var_os("BEIAN_UPDATE").is_some() {
        std::fs::write(&path, made).expect("a page to write");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "docs/{name} is stale: run `just docs` and review the diff");
}

#[test]
fn the_page_of_the_format_is_up_to_date() {
    is_kept("record-format.md", &format_page().expect("a page"));
}

#[test]
fn the_page_of_the_templates_is_up_to_date() {
    is_kept("templates.md", &templates_page().expect("a page"));
}
