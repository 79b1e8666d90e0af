//! The commands, one file each.

pub(crate) mod completions;
pub(crate) mod decode;
pub(crate) mod dossier;
pub(crate) mod explain;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod notice;
pub(crate) mod reference;
pub(crate) mod review;
pub(crate) mod rules;
pub(crate) mod schema;
pub(crate) mod templates;
pub(crate) mod validate;

use crate::args::Command;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use std::io::Write;

/// Runs a command.
pub(crate) fn run(command: &Command, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    match command {
        Command::Validate(args) => validate::run(args, context, out),
        Command::Review(args) => review::run(args, context, out),
        Command::History(args) => history::run(args, context, out),
        Command::Dossier(args) => dossier::run(args, context, out),
        Command::Rules(args) => rules::run(args, context, out),
        Command::Explain(args) => explain::run(args, context, out),
        Command::Import(args) => import::run(args, context, out),
        Command::Notice(args) => notice::run(args, context, out),
        Command::Decode(args) => decode::run(args, context, out),
        Command::Schema(args) => schema::run(args, out),
        Command::Templates(args) => templates::run(args, context, out),
        Command::Completions(args) => completions::run(args, out),
        Command::Reference => reference::run(out),
    }
}
