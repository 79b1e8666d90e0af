//! Where the answers come from.

use beian_records::import::{Answer, InputFile, miit};
use std::path::{Path, PathBuf};

pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/import")
}

pub(crate) fn of(text: &str) -> Answer {
    miit(&InputFile::new("answer.json", text.as_bytes().to_vec()), None)
}
