//! `beian rules`: the catalogue.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::catalogue;
use beian_core::policy;
use beian_core::rule::Rule;
use beian_core::rules;
use beian_core::words;
use clap::{Args, ValueEnum};
use std::collections::BTreeSet;
use std::io::Write;

/// List the rules that records are checked by
#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    /// How they are shown
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Only one family: the letter that its codes begin with
    #[arg(long, value_name = "LETTER")]
    family: Option<String>,
    /// Only the version of the rule set: the day on which it was last held against its
    /// sources, and a hash of rules and tables
    #[arg(long = "version", conflicts_with = "family")]
    version_only: bool,
}

/// How rules are shown.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One line a rule
    Text,
    /// For programs, with everything and in both languages
    Json,
    /// The page docs/rules.md
    Markdown,
}

/// Runs it.
pub(crate) fn run(args: &RulesArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    if args.version_only {
        writeln!(out, "{}", policy::version()).map_err(Failure::writing)?;
        return Ok(Outcome::Clean);
    }
    let rules = chosen(args.family.as_deref())?;
    match args.format {
        Format::Text => catalogue::list(&rules, context.lang, out),
        Format::Json => catalogue::json(&rules, out),
        Format::Markdown => catalogue::page(&rules, out),
    }
    .map_err(Failure::writing)?;
    Ok(Outcome::Clean)
}

fn chosen(family: Option<&str>) -> Result<Vec<&'static Rule>, Failure> {
    let Some(family) = family else { return Ok(rules::all().collect()) };
    let rules: Vec<_> = rules::all().filter(|rule| rule.code[..1].eq_ignore_ascii_case(family)).collect();
    if rules.is_empty() {
        let all: BTreeSet<&str> = rules::all().map(|rule| &rule.code[..1]).collect();
        let all = all.into_iter().collect::<Vec<_>>().join(" ");
        return Err(Failure::usage(words!("没有规则族 {family}", "there is no family {family}"))
            .hint(words!("有这些：{all}", "there are: {all}")));
    }
    Ok(rules)
}
