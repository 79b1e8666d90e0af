//! The committed page of the format is the one that the program makes.

use std::path::Path;
use std::{env, fs};

#[test]
fn the_committed_page_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/record-format.md");
    let made = beian_documents::format_page().unwrap();
    if env::var_os("BEIAN_UPDATE").is_some() {
        fs::write(&path, &made).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "docs/record-format.md is stale: run `just docs` and review the diff");
}
