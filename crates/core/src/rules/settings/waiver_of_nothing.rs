//! C208: a waiver does not say what it waives.

use crate::law::RECORD_FORMAT;
use crate::rule::SettingsCase;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// A waiver does not say what it waives.
pub static RULE: Rule = Rule {
    code: "C208",
    name: "waiver-of-nothing",
    severity: Severity::Error,
    title: Words::fixed("豁免没有写规则或事项", "a waiver does not say what it waives"),
    demand: Words::fixed(
        "豁免绑定一条规则和一个事项，不按文件或行号；缺一样就不起作用",
        "A waiver is bound to one rule and one fact, never to a file or line; without either it waives nothing",
    ),
    help: Words::fixed(
        "写上 rule 和 fact，beian validate --format json 里有每处问题的事项",
        "write `rule` and `fact`; `beian validate --format json` tells the fact of each finding",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Settings(check),
    breaks: Example {
        shows: Words::fixed("没有事项", "no fact"),
        given: &[Given::File {
            file: "../beian.yaml",
            text: yaml! {"
                sample: true
                waivers:
                  - rule: alias-term
                    reason: 旧系统还在用这个词，年底前换完
                    owner: 李示例
                    until: 2026-12-31
            "},
        }],
        finds: &["beian/waivers/0/fact"],
    },
    keeps: Example {
        shows: Words::fixed("完整的豁免", "a complete waiver"),
        given: &[parts::WAIVER, parts::NATURE_BY_ALIAS],
        finds: &[],
    },
};

fn check(case: &SettingsCase<'_>, report: &mut Report<'_>) {
    for waiver in case.settings.waivers.items() {
        for (field, absent) in [("rule", waiver.value.rule.is_absent()), ("fact", waiver.value.fact.is_absent())] {
            if absent {
                report.missing(waiver.place, field, words!("这条豁免没有写 {field}", "this waiver lacks `{field}`"));
            }
        }
    }
}
