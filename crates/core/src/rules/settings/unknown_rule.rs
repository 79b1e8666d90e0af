//! C201: settings name a rule that does not exist.

use crate::law::RECORD_FORMAT;
use crate::record::Place;
use crate::rule::SettingsCase;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::rules;
use crate::words;
use crate::words::{Words, nearest};

/// Settings name a rule that does not exist.
pub static RULE: Rule = Rule {
    code: "C201",
    name: "unknown-rule",
    severity: Severity::Error,
    title: Words::fixed("设置提到的规则不存在", "the settings name a rule that does not exist"),
    demand: Words::fixed(
        "级别和豁免按规则的代码或名称写；写错的名称不起作用，看上去却像已经设好",
        "Levels and waivers name rules by code or name; a misspelt one does nothing and looks as if it did",
    ),
    help: Words::fixed("beian rules 列出所有规则", "`beian rules` lists all rules"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Settings(check),
    breaks: Example {
        shows: Words::fixed("名称少了一个字母", "a name that lacks a letter"),
        given: &[Given::File {
            file: "../beian.yaml",
            text: yaml! {"
                sample: true
                rules:
                  alias-trm: allow
            "},
        }],
        finds: &["beian/rules/alias-trm"],
    },
    keeps: Example {
        shows: Words::fixed("按名称和按代码", "by name and by code"),
        given: &[Given::File {
            file: "../beian.yaml",
            text: yaml! {"
                sample: true
                rules:
                  alias-term: warn
                  C103: note
            "},
        }],
        finds: &[],
    },
};

fn check(case: &SettingsCase<'_>, report: &mut Report<'_>) {
    let settings = case.settings;
    for (word, level) in settings.rules.known().into_iter().flat_map(|levels| levels.iter()) {
        known(word, level.place, report);
    }
    for row in settings.levels.items() {
        for word in row.value.rules.known().into_iter().flat_map(|rules| &rules.0) {
            known(&word.value, word.place, report);
        }
    }
    for waiver in settings.waivers.items() {
        if let Some(word) = waiver.value.rule.placed() {
            known(&word.value, word.place, report);
        }
    }
}

fn known(word: &str, place: Place, report: &mut Report<'_>) {
    if rules::find(word).is_some() {
        return;
    }
    let finding = report.at(place, words!("没有规则 {word}", "there is no rule {word}"));
    if let Some(near) = nearest(word, rules::all().flat_map(|rule| [rule.code, rule.name])) {
        finding.help(words!("是不是 {near}？", "did you mean {near}?"));
    }
}
