//! C209: a waiver has expired.

use crate::law::RECORD_FORMAT;
use crate::rule::SettingsCase;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// A waiver has expired.
pub static RULE: Rule = Rule {
    code: "C209",
    name: "waiver-expired",
    severity: Severity::Error,
    title: Words::fixed("豁免已经过期", "a waiver has expired"),
    demand: Words::fixed(
        "豁免到 until 那天为止；过期以后不再起作用，要么解决问题，要么写明理由延期",
        "A waiver holds until its last day; after that the finding is back, to be mended or waived anew with a reason",
    ),
    help: Words::fixed(
        "解决问题并删去豁免，或重新约定日期",
        "mend the fault and delete the waiver, or agree on a new day",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Settings(check),
    breaks: Example {
        shows: Words::fixed("上个月到期", "it ended last month"),
        given: &[Given::File {
            file: "../beian.yaml",
            text: yaml! {"
                sample: true
                waivers:
                  - rule: alias-term
                    fact: example/subject/nature
                    reason: 旧系统还在用这个词，年底前换完
                    owner: 李示例
                    until: 2026-10-31
            "},
        }],
        finds: &["beian/waivers/0/until"],
    },
    keeps: Example {
        shows: Words::fixed("完整的豁免", "a complete waiver"),
        given: &[parts::WAIVER, parts::NATURE_BY_ALIAS],
        finds: &[],
    },
};

fn check(case: &SettingsCase<'_>, report: &mut Report<'_>) {
    for waiver in case.settings.waivers.items() {
        let Some(until) = waiver.value.until.placed() else { continue };
        if until.value < case.today {
            let day = until.value;
            report.at(until.place, words!("这条豁免到 {day} 为止，已经过期", "this waiver ended on {day}"));
        }
    }
}
