//! `beian schema`: the JSON Schema of a kind of file.

use crate::failure::{Failure, Outcome};
use beian_core::model::{KINDS, kind};
use beian_core::words;
use beian_records::schema::schema;
use clap::Args;
use std::io::Write;

/// Print the JSON Schema of a kind of record file, for editors
///
/// Put `# yaml-language-server: $schema=PATH` into the first line of a record, and an editor
/// completes keys and terms.
#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// subject, people, domains, servers, services, filing, observation, official or beian
    kind: String,
}

/// Runs it.
pub(crate) fn run(args: &SchemaArgs, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let name = &args.kind;
    let Some(kind) = kind(name) else {
        let all: Vec<_> = KINDS.iter().map(|kind| kind.name).collect();
        let all = all.join(", ");
        return Err(Failure::usage(words!("没有“{name}”这种记录文件", "there is no kind of file `{name}`"))
            .hint(words!("可选：{all}", "the kinds are: {all}")));
    };
    out.write_all(schema(kind).as_bytes()).map_err(Failure::writing)?;
    Ok(Outcome::Clean)
}
