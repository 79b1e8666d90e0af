//! The rules as pages in Markdown: an index, and a page a family.

use super::example::{Part, parts};
use beian_core::day::Day;
use beian_core::rule::Rule;
use beian_core::rules::{CATALOGUE, Family};
use beian_core::tables::Periods;
use beian_core::words::{Lang, Words};
use std::io::{self, Write};

/// The page on which everything begins: the families, and every rule in a line.
pub(crate) fn index(out: &mut dyn Write) -> io::Result<()> {
    let rules: usize = CATALOGUE.iter().map(|family| family.rules.len()).sum();
    writeln!(out, "# 规则 · Rules\n")?;
    writeln!(out, "本页由 `beian rules --format markdown` 从规则目录生成，请勿手改。共 {rules} 条。\n")?;
    writeln!(out, "Made from the catalogue by `beian rules --format markdown`; {rules} rules.\n")?;
    writeln!(out, "| 规则族 | Family | 代码 | 条数 |\n| --- | --- | --- | --- |")?;
    for family in CATALOGUE {
        let (Family { name, title, rules }, codes) = (family, codes(family));
        writeln!(out, "| [{}](rules/{name}.md) | {} | {codes} | {} |", title.zh, title.en, rules.len())?;
    }
    writeln!(out)?;
    for family in CATALOGUE {
        writeln!(out, "## {} · {}\n", family.title.zh, family.title.en)?;
        table(family, &format!("rules/{}.md", family.name), out)?;
        writeln!(out)?;
    }
    Ok(())
}

/// The page of one family: both languages, Chinese first.
pub(crate) fn page(family: &Family, periods: &Periods, day: Day, out: &mut dyn Write) -> io::Result<()> {
    let Family { name, title, rules } = family;
    writeln!(out, "# {} · {}\n", title.zh, title.en)?;
    writeln!(out, "本页由 `beian rules --family {name} --format markdown` 从规则目录生成，请勿手改。\n")?;
    writeln!(out, "Made from the catalogue; [all rules](../rules.md).\n")?;
    table(family, "", out)?;
    rules.iter().try_for_each(|rule| section(rule, periods, day, out))
}

fn codes(family: &Family) -> String {
    match family.rules {
        [first, .., last] => format!("{}–{}", first.code, last.code),
        [only] => only.code.to_owned(),
        [] => String::new(),
    }
}

fn table(family: &Family, page: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| 代码 | 名称 | 级别 | 问题 | Fault |\n| --- | --- | --- | --- | --- |")?;
    for rule in family.rules {
        let (zh, en) = (cell(&rule.title.zh), cell(&rule.title.en));
        let severity = rule.severity.words().zh;
        writeln!(out, "| [{0}]({page}#{1}) | `{2}` | {severity} | {zh} | {en} |", rule.code, anchor(rule), rule.name)?;
    }
    Ok(())
}

fn cell(text: &str) -> String {
    prose(text).replace('|', "\\|")
}

/// Text that means what it says in Markdown: `<date>` is no tag and a mask no emphasis.
fn prose(text: &str) -> String {
    text.replace('<', "&lt;").replace('*', "\\*")
}

/// The anchor that renderers of Markdown make of a section's heading.
fn anchor(rule: &Rule) -> String {
    format!("{}-{}", rule.code.to_lowercase(), rule.name)
}

fn section(rule: &Rule, periods: &Periods, day: Day, out: &mut dyn Write) -> io::Result<()> {
    let demanded = rule.demanded(periods, day);
    let Words { zh, en } = rule.severity.words();
    writeln!(out, "\n## {} {}\n", rule.code, rule.name)?;
    let [title, demand, help] = [&rule.title, &demanded, &rule.help].map(|words| prose(&words.zh));
    writeln!(out, "**{zh}**：{title}\n\n要求：{demand}\n\n办法：{help}\n")?;
    let [title, demand, help] = [&rule.title, &demanded, &rule.help].map(|words| prose(&words.en));
    writeln!(out, "**{en}**: {title}\n\nDemand: {demand}\n\nHelp: {help}\n")?;
    let Words { zh, en } = rule.validity();
    writeln!(out, "施行 In force: {zh} ({en})\n")?;
    writeln!(out, "依据 Sources:\n")?;
    for citation in rule.sources {
        let (Words { zh, en }, checked) = (citation.ever(), citation.source().checked);
        writeln!(out, "- {zh} · {en}（{checked} 核对 read）")?;
    }
    for (said, example) in [("违反 Breaks it", &rule.breaks), ("遵守 Keeps it", &rule.keeps)] {
        writeln!(out, "\n{said}: {} · {}\n\n```diff", prose(&example.shows.zh), prose(&example.shows.en))?;
        for Part { title, lines } in parts(example, Lang::Zh) {
            writeln!(out, "# {title}")?;
            for line in lines {
                writeln!(out, "{line}")?;
            }
        }
        writeln!(out, "```")?;
    }
    Ok(())
}
