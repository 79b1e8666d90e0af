//! `beian explain`: one rule with all it rests on, or what rules and rows say about a word.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::about::About;
use crate::output::catalogue;
use crate::repository::Repository;
use beian_core::rules;
use beian_core::words;
use beian_core::words::{Words, nearest};
use clap::Args;
use std::io::Write;

/// Explain a rule: what it demands, what that rests on, an example that breaks it and one that keeps it; of any other
/// word, such as 博客, what rules, names, papers and provinces say about it
///
/// Exit status: 0 shown, 2 nothing is known of that name.
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// Code or name of the rule, as in C117 or unquoted-text, or a word of the field, as in 博客 or 幕布
    #[arg(value_name = "RULE")]
    rule: String,
}

/// Runs it.
pub(crate) fn run(args: &ExplainArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let grounds = Repository::grounds_here(context);
    let (tables, today, lang, word) = (grounds.tables(), context.today, context.lang, args.rule.trim());
    if let Some(rule) = rules::find(word) {
        catalogue::explain(rule, tables, today, lang, out).map_err(Failure::writing)?;
        return Ok(Outcome::Clean);
    }
    // A misspelt name of a rule is no word of the field.
    let is_word = !word.is_empty() && (!word.is_ascii() || near(word).is_none());
    let about = About::of(word, tables, today);
    if !is_word || about.is_empty() {
        return Err(unknown(word));
    }
    about.write(tables, &grounds.rules(), (today, lang), out).map_err(Failure::writing)?;
    Ok(Outcome::Clean)
}

fn near(word: &str) -> Option<&'static str> {
    nearest(word, rules::all().flat_map(|rule| [rule.code, rule.name]))
}

fn unknown(word: &str) -> Failure {
    let failure = Failure::usage(words!("没有规则 {word}", "there is no rule {word}"));
    match near(word) {
        Some(near) => failure.hint(words!("是不是 {near}？", "did you mean {near}?")),
        None => failure.hint(Words::fixed("beian rules 列出所有规则", "`beian rules` lists them all")),
    }
}
