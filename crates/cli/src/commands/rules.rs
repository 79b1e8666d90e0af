//! `beian rules`: the catalogue.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::practice::{self, Asked};
use crate::output::{catalogue, rule_pages};
use crate::repository::Repository;
use crate::terms::term;
use beian_core::names::Province;
use beian_core::policy;
use beian_core::rules::{self, Family};
use beian_core::words;
use clap::{Args, ValueEnum};
use std::io::Write;

/// List the rules that records are checked by, or with --province what a province asks
///
/// Exit status: 0 listed, 2 usage.
#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    /// How they are shown
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Only one family: its name, or the letter that its codes begin with
    #[arg(long, value_name = "FAMILY")]
    family: Option<String>,
    /// Only the version of the rule set: the day on which it was last held against its
    /// sources, and a hash of rules and tables
    #[arg(long = "version", conflicts_with = "family")]
    version_only: bool,
    /// What the administration of this province asks, and what papers: every row of the tables with who says so; its
    /// name or letter, as in 广东 or 粤
    #[arg(long, value_name = "NAME", conflicts_with_all = ["family", "version_only"])]
    province: Option<String>,
    /// Only what is asked of such an organiser, as in 个人 or 企业
    #[arg(long, value_name = "NATURE", requires = "province")]
    nature: Option<String>,
    /// Only papers of this procedure, as in 首次备案
    #[arg(long, value_name = "PROCEDURE", requires = "province")]
    procedure: Option<String>,
}

/// How rules are shown.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One line a rule
    Text,
    /// For programs, with everything and in both languages
    Json,
    /// The index docs/rules.md, or with --family the page of a family
    Markdown,
}

/// Runs it.
pub(crate) fn run(args: &RulesArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    if args.version_only {
        writeln!(out, "{}", policy::version()).map_err(Failure::writing)?;
        return Ok(Outcome::Clean);
    }
    if let Some(name) = &args.province {
        return of_province(name, args, context, out);
    }
    let families = chosen(args.family.as_deref())?;
    let rules: Vec<_> = families.iter().flat_map(|family| family.rules.iter().copied()).collect();
    let grounds = Repository::grounds_here(context);
    let (tables, today) = (grounds.tables(), context.today);
    match args.format {
        Format::Text => catalogue::list(&rules, context.lang, out),
        Format::Json => catalogue::json(&rules, tables, today, out),
        Format::Markdown if args.family.is_none() => rule_pages::index(out),
        Format::Markdown => {
            families.iter().try_for_each(|family| rule_pages::page(family, &tables.periods, today, out))
        }
    }
    .map_err(Failure::writing)?;
    Ok(Outcome::Clean)
}

/// What a province asks.
fn of_province(name: &str, args: &RulesArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let province = Province::meant(name).filter(|province| province.can_file());
    let province = province.ok_or_else(|| Failure::usage(words!("没有省份 {name}", "there is no province {name}")))?;
    let asked = Asked {
        province,
        nature: args.nature.as_deref().map(term).transpose()?,
        procedure: args.procedure.as_deref().map(term).transpose()?,
        today: context.today,
    };
    let grounds = Repository::grounds_here(context);
    let (tables, rules) = (grounds.tables(), grounds.rules());
    match args.format {
        Format::Json => practice::json(&asked, tables, &rules, out),
        Format::Text | Format::Markdown => practice::text(&asked, tables, &rules, context.lang, out),
    }
    .map_err(Failure::writing)?;
    Ok(Outcome::Clean)
}

fn chosen(word: Option<&str>) -> Result<Vec<&'static Family>, Failure> {
    let Some(word) = word else { return Ok(rules::CATALOGUE.iter().collect()) };
    let is_meant = |family: &&Family| family.name == word || family.letter().eq_ignore_ascii_case(word);
    let families: Vec<_> = rules::CATALOGUE.iter().filter(is_meant).collect();
    if families.is_empty() {
        let all: Vec<_> =
            rules::CATALOGUE.iter().map(|family| format!("{} ({})", family.name, family.letter())).collect();
        let all = all.join(", ");
        return Err(Failure::usage(words!("没有规则族 {word}", "there is no family {word}"))
            .hint(words!("有这些：{all}", "there are: {all}")));
    }
    Ok(families)
}
