//! C207: a waiver has no end.

use super::COMPLETE_WAIVER;
use crate::law::RECORD_FORMAT;
use crate::rule::SettingsCase;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::rules::{find, is_past_mending};
use crate::words::Words;

/// A waiver has no end.
pub static RULE: Rule = Rule {
    code: "C207",
    name: "waiver-without-end",
    severity: Severity::Error,
    title: Words::fixed("豁免没有写到哪天为止", "a waiver has no end"),
    demand: Words::fixed(
        "豁免只管一段时间；没有截止日的豁免不起作用",
        "A waiver holds for a time; without a last day it waives nothing",
    ),
    help: Words::fixed("在 until 里写最后一天", "write its last day in `until`"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Settings(check),
    breaks: Example {
        shows: Words::fixed("没有截止日", "no last day"),
        given: &[Given::File {
            file: "../beian.yaml",
            text: yaml! {"
                sample: true
                waivers:
                  - rule: alias-term
                    fact: example/subject/nature
                    reason: 旧系统还在用这个词，年底前换完
                    owner: 李示例
            "},
        }],
        finds: &["beian/waivers/0/until"],
    },
    keeps: COMPLETE_WAIVER,
};

fn check(case: &SettingsCase<'_>, report: &mut Report<'_>) {
    for waiver in case.settings.waivers.items() {
        let past = waiver.value.rule.known().and_then(|code| find(code)).is_some_and(is_past_mending);
        if waiver.value.until.is_absent() && !past {
            report.missing(
                waiver.place,
                "until",
                Words::fixed("这条豁免没有截止日，不起作用", "this waiver has no last day and waives nothing"),
            );
        }
    }
}
