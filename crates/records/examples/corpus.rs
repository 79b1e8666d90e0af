//! Writes a corpus of clean subjects: `cargo run --release --example corpus -- FOLDER SIZE`.

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, size] = arguments.as_slice() else {
        return ExitCode::from(2);
    };
    let Ok(size) = size.parse() else {
        return ExitCode::from(2);
    };
    match corpus::write(Path::new(folder), size) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}
