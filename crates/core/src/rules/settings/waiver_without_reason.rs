//! C205: a waiver does not say why.

use super::COMPLETE_WAIVER;
use crate::law::RECORD_FORMAT;
use crate::rule::SettingsCase;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::words::Words;

/// A waiver does not say why.
pub static RULE: Rule = Rule {
    code: "C205",
    name: "waiver-without-reason",
    severity: Severity::Error,
    title: Words::fixed("豁免没有写理由", "a waiver does not say why"),
    demand: Words::fixed(
        "豁免要写清为什么接受这个问题，后来的人和检查的人才看得懂；没有理由的豁免不起作用",
        "A waiver says why the finding is accepted, for those who come later; without a reason it waives nothing",
    ),
    help: Words::fixed("在 reason 里写理由", "say why in `reason`"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Settings(check),
    breaks: Example {
        shows: Words::fixed("没有理由", "no reason"),
        given: &[Given::File {
            file: "../beian.yaml",
            text: yaml! {"
                sample: true
                waivers:
                  - rule: alias-term
                    fact: example/subject/nature
                    owner: 李示例
                    until: 2026-12-31
            "},
        }],
        finds: &["beian/waivers/0/reason"],
    },
    keeps: COMPLETE_WAIVER,
};

fn check(case: &SettingsCase<'_>, report: &mut Report<'_>) {
    for waiver in case.settings.waivers.items() {
        if waiver.value.reason.is_absent() {
            report.missing(
                waiver.place,
                "reason",
                Words::fixed("这条豁免没有理由，不起作用", "this waiver has no reason and waives nothing"),
            );
        }
    }
}
