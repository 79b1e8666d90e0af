//! `beian explain`: one rule, with all it rests on.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::catalogue;
use crate::repository::Repository;
use beian_core::rules;
use beian_core::words;
use beian_core::words::{Words, nearest};
use clap::Args;
use std::io::Write;

/// Explain a rule: what it demands, what that rests on, an example that breaks it and one that keeps it
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// Code or name of the rule, as in C117 or unquoted-text
    #[arg(value_name = "RULE")]
    rule: String,
}

/// Runs it.
pub(crate) fn run(args: &ExplainArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let rule = rules::find(&args.rule).ok_or_else(|| unknown(&args.rule))?;
    let grounds = Repository::grounds_here(context);
    catalogue::explain(rule, grounds.tables(), context.today, context.lang, out).map_err(Failure::writing)?;
    Ok(Outcome::Clean)
}

fn unknown(word: &str) -> Failure {
    let failure = Failure::usage(words!("没有规则 {word}", "there is no rule {word}"));
    match nearest(word, rules::all().flat_map(|rule| [rule.code, rule.name])) {
        Some(near) => failure.hint(words!("是不是 {near}？", "did you mean {near}?")),
        None => failure.hint(Words::fixed("beian rules 列出所有规则", "`beian rules` lists them all")),
    }
}
