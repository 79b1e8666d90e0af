//! Writes a corpus of clean subjects: `cargo run --release --example corpus -- FOLDER SIZE`.
//! With `-` for the folder it writes a stream for `git fast-import` to standard output; `papers`
//! after the size lays two papers of 100 KB into the evidence of each subject.

#[path = "../benches/corpus/mod.rs"]
mod corpus;
#[path = "../benches/corpus/papers.rs"]
mod papers;
#[path = "../benches/corpus/stream.rs"]
mod stream;

use std::io::BufWriter;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (folder, size, with_papers) = match arguments.as_slice() {
        [folder, size] => (folder, size, false),
        [folder, size, last] if last == "papers" => (folder, size, true),
        _ => return ExitCode::from(2),
    };
    let Ok(size) = size.parse() else {
        return ExitCode::from(2);
    };
    let written = match folder.as_str() {
        "-" => stream::write(&mut BufWriter::new(std::io::stdout().lock()), size),
        folder if with_papers => papers::write(Path::new(folder), size),
        folder => corpus::write(Path::new(folder), size),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}
