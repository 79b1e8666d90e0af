//! Rules as people and programs read them.

use super::example::{Part, parts};
use super::json::{Source, TOOL, VERSION, sources};
use super::machine::pretty;
use beian_core::day::Day;
use beian_core::policy;
use beian_core::rule::{Check, Example, Given, Rule};
use beian_core::tables::{Consequence, Tables};
use beian_core::words;
use beian_core::words::{Lang, Words};
use serde::Serialize;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// One line a rule.
pub(crate) fn list(rules: &[&Rule], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let widest = |text: fn(&Rule, Lang) -> &str| rules.iter().map(|rule| text(rule, lang).width()).max().unwrap_or(0);
    let severity: fn(&Rule, Lang) -> &str = |rule, lang| match (rule.severity.name(), lang) {
        (name, Lang::En) => name,
        ("error", Lang::Zh) => "错误",
        ("warning", Lang::Zh) => "警告",
        (_, Lang::Zh) => "提示",
    };
    let name: fn(&Rule, Lang) -> &str = |rule, _| rule.name;
    let (severities, names) = (widest(severity), widest(name));
    for rule in rules {
        let severity = padded(severity(rule, lang), severities);
        let name = padded(rule.name, names);
        writeln!(out, "{}  {severity}  {name}  {}", rule.code, rule.title.get(lang))?;
    }
    Ok(())
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Everything about one rule.
pub(crate) fn explain(rule: &Rule, tables: &Tables, day: Day, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let say = |zh: &'static str, en: &'static str| Words::fixed(zh, en).get(lang).to_owned();
    writeln!(out, "{} {} ({})", rule.code, rule.name, rule.severity.words().get(lang))?;
    writeln!(out, "{}\n", rule.title.get(lang))?;
    writeln!(out, "{}{}", say("要求：", "demand: "), rule.demanded(&tables.periods, day).get(lang))?;
    writeln!(out, "{}{}", say("办法：", "help: "), rule.help.get(lang))?;
    writeln!(out, "{}{}", say("施行：", "in force: "), rule.validity().get(lang))?;
    writeln!(out, "{}", say("依据：", "sources:"))?;
    for citation in rule.sources {
        let checked = citation.source().checked;
        let checked = words!("（{checked} 核对）", " (checked {checked})");
        writeln!(out, "  - {}{}", citation.ever().get(lang), checked.get(lang))?;
    }
    for (at, words) in consequences(rule, tables, day).iter().enumerate() {
        if at == 0 {
            writeln!(out, "{}", say("法律后果：", "what the law says follows:"))?;
        }
        writeln!(out, "  - {}", words.get(lang))?;
    }
    for (said, example) in [(say("违反：", "breaks it: "), &rule.breaks), (say("遵守：", "keeps it: "), &rule.keeps)]
    {
        writeln!(out, "\n{said}{}", example.shows.get(lang))?;
        for Part { title, lines } in parts(example, lang) {
            writeln!(out, "  {title}")?;
            for line in lines {
                writeln!(out, "    {line}")?;
            }
        }
    }
    Ok(())
}

/// What follows from a breach of a rule by the law of a day, with what holds of all that follows.
pub(super) fn consequences(rule: &Rule, tables: &Tables, day: Day) -> Vec<Words> {
    let mut all: Vec<Words> = tables.consequences.of(rule.code, day).map(|row| row.words(day)).collect();
    if !all.is_empty() {
        all.push(Consequence::caveat(day));
    }
    all
}

#[derive(Serialize)]
struct Catalogue<'a> {
    version: u32,
    tool: &'static str,
    rule_set: &'static str,
    rules: Vec<RuleEntry<'a>>,
}

#[derive(Serialize)]
struct RuleEntry<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'static str,
    /// How much of the records the rule sees.
    scope: &'static str,
    title: Both<'a>,
    demand: Both<'a>,
    help: Both<'a>,
    since: Option<String>,
    until: Option<String>,
    sources: Vec<Source>,
    /// What the law of the day says follows from a breach.
    consequences: Vec<Said>,
    breaks: ExampleEntry<'a>,
    keeps: ExampleEntry<'a>,
}

#[derive(Serialize)]
struct Both<'a> {
    zh: &'a str,
    en: &'a str,
}

#[derive(Serialize)]
struct Said {
    zh: String,
    en: String,
}

#[derive(Serialize)]
struct ExampleEntry<'a> {
    shows: Both<'a>,
    given: Vec<GivenEntry>,
    finds: &'a [&'a str],
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum GivenEntry {
    Stands { file: &'static str, text: &'static str },
    Edit { file: &'static str, old: &'static str, new: &'static str },
    File { file: &'static str, text: &'static str },
    Bytes { file: &'static str, escaped: String },
    Repeat { file: &'static str, text: &'static str, times: usize },
    Link { file: &'static str, target: &'static str },
    Without { file: &'static str },
    Untracked { file: &'static str, text: &'static str },
    Other,
}

/// Every rule with all that is known of it, in both languages.
pub(crate) fn json(rules: &[&Rule], tables: &Tables, day: Day, out: &mut dyn Write) -> io::Result<()> {
    let demands: Vec<_> = rules.iter().map(|rule| rule.demanded(&tables.periods, day)).collect();
    let said = |words: Words| Said { zh: words.zh.into_owned(), en: words.en.into_owned() };
    let follows = |rule| consequences(rule, tables, day).into_iter().map(said).collect();
    let rules = rules.iter().zip(&demands).map(|(rule, demand)| entry(rule, demand, follows(rule))).collect();
    pretty(&Catalogue { version: VERSION, tool: TOOL, rule_set: policy::version(), rules }, out)
}

fn entry<'r>(rule: &'r Rule, demand: &'r Words, consequences: Vec<Said>) -> RuleEntry<'r> {
    RuleEntry {
        code: rule.code,
        name: rule.name,
        severity: rule.severity.name(),
        scope: scope(rule),
        title: both(&rule.title),
        demand: both(demand),
        help: both(&rule.help),
        since: rule.begins().map(|day| day.to_string()),
        until: rule.until.map(|day| day.to_string()),
        sources: sources(rule, None),
        consequences,
        breaks: example(&rule.breaks),
        keeps: example(&rule.keeps),
    }
}

const fn scope(rule: &Rule) -> &'static str {
    match rule.check {
        Check::Form => "form",
        Check::Subject(_) => "subject",
        Check::Person(_) => "person",
        Check::Domain(_) => "domain",
        Check::Server(_) => "server",
        Check::Service(_) => "service",
        Check::Filing(_) => "filing",
        Check::Evidence(_) => "evidence",
        Check::Shared(..) => "across-subjects",
        Check::Settings(_) => "settings",
        Check::Review => "review",
    }
}

fn both(words: &Words) -> Both<'_> {
    Both { zh: &words.zh, en: &words.en }
}

fn example(example: &Example) -> ExampleEntry<'_> {
    ExampleEntry { shows: both(&example.shows), given: example.given.iter().map(given).collect(), finds: example.finds }
}

fn given(given: &Given) -> GivenEntry {
    match *given {
        Given::Stands { file, text } => GivenEntry::Stands { file, text },
        Given::Edit { file, old, new } => GivenEntry::Edit { file, old, new },
        Given::File { file, text } => GivenEntry::File { file, text },
        Given::Bytes { file, bytes } => GivenEntry::Bytes { file, escaped: bytes.escape_ascii().to_string() },
        Given::Repeat { file, text, times } => GivenEntry::Repeat { file, text, times },
        Given::Link { file, target } => GivenEntry::Link { file, target },
        Given::Without { file } => GivenEntry::Without { file },
        Given::Untracked { file, text } => GivenEntry::Untracked { file, text },
        Given::Other => GivenEntry::Other,
    }
}
