//! A saved answer of the registry.

use beian_core::words::Lang;
use beian_records::import::{InputFile, json, lay_down, miit, plan, text};
use std::path::Path;

/// The bytes of a file. It is planned and told, and nothing is written.
pub(super) fn import(data: &[u8]) -> String {
    let answer = miit(&InputFile::new("answer.json", data.to_vec()), None);
    let done = lay_down(plan(vec![answer]), Path::new("/nonexistent/beian"), true).expect("nothing is written");
    let files = done.plan.subjects.iter().flat_map(|subject| &subject.files);
    let files: Vec<String> = files.map(|(name, text)| format!("# {name}\n{text}")).collect();
    format!("{}\n{}\n{}", text(&done, Lang::Zh).join("\n"), json(&done, Lang::En), files.join("\n"))
}
