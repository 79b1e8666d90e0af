//! C202: one rule has two levels.

use crate::law::RECORD_FORMAT;
use crate::rule::SettingsCase;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::rules;
use crate::words;
use crate::words::Words;
use std::collections::BTreeMap;

/// One rule has two levels.
pub static RULE: Rule = Rule {
    code: "C202",
    name: "rule-levelled-twice",
    severity: Severity::Error,
    title: Words::fixed("同一条规则设了两个级别", "one rule has two levels"),
    demand: Words::fixed(
        "一条规则可以按代码或名称设级别，但只能设一次，否则看不出哪个算数",
        "A rule takes its level by code or by name, but once, or nobody can tell which counts",
    ),
    help: Words::fixed("留下一个", "keep one of them"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Settings(check),
    breaks: Example {
        shows: Words::fixed("代码和名称各设一次", "once by code and once by name"),
        given: &[Given::File {
            file: "../beian.yaml",
            text: yaml! {"
                sample: true
                rules:
                  C120: allow
                  alias-term: deny
            "},
        }],
        finds: &["beian/rules/alias-term"],
    },
    keeps: Example {
        shows: Words::fixed("只设一次", "set once"),
        given: &[Given::File {
            file: "../beian.yaml",
            text: yaml! {"
                sample: true
                rules:
                  alias-term: deny
            "},
        }],
        finds: &[],
    },
};

fn check(case: &SettingsCase<'_>, report: &mut Report<'_>) {
    let mut seen = BTreeMap::new();
    for (word, level) in case.settings.rules.known().into_iter().flat_map(|levels| levels.iter()) {
        let Some(rule) = rules::find(word) else { continue };
        let Some((first, place)) = seen.insert(rule.code, (word, level.place)) else { continue };
        report
            .at(level.place, words!("{word} 和 {first} 是同一条规则", "`{word}` and `{first}` are one rule"))
            .related(place, Words::fixed("第一次写在这里", "it stands here first"));
    }
}
