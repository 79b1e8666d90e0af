//! C204: a level lacks its rules, subjects or level.

use crate::law::RECORD_FORMAT;
use crate::rule::SettingsCase;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A level lacks its rules, subjects or level.
pub static RULE: Rule = Rule {
    code: "C204",
    name: "level-incomplete",
    severity: Severity::Error,
    title: Words::fixed("级别缺少规则、主体或级别", "a level lacks its rules, subjects or level"),
    demand: Words::fixed(
        "levels 里的每一项要写 rules、subjects 和 level，缺一项就不起作用",
        "Each item of levels says rules, subjects and level; without one of them it does nothing",
    ),
    help: Words::fixed("补上缺少的一项", "add what is missing"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Settings(check),
    breaks: Example {
        shows: Words::fixed("没有写主体", "no subjects"),
        given: &[Given::File {
            file: "../beian.yaml",
            text: yaml! {"
                sample: true
                levels:
                  - rules: alias-term
                    level: allow
            "},
        }],
        finds: &["beian/levels/0/subjects"],
    },
    keeps: Example {
        shows: Words::fixed("三项都有", "all three"),
        given: &[Given::File {
            file: "../beian.yaml",
            text: yaml! {"
                sample: true
                levels:
                  - rules: [alias-term, C103]
                    subjects: [old-*, exam*]
                    level: note
            "},
        }],
        finds: &[],
    },
};

fn check(case: &SettingsCase<'_>, report: &mut Report<'_>) {
    for row in case.settings.levels.items() {
        let level = &row.value;
        let parts = [
            ("rules", level.rules.is_absent()),
            ("subjects", level.subjects.is_absent()),
            ("level", level.level.is_absent()),
        ];
        for (field, _) in parts.into_iter().filter(|(_, absent)| *absent) {
            report.missing(row.place, field, words!("这一项没有写 {field}", "this item lacks `{field}`"));
        }
    }
}
