//! C206: nobody answers for a waiver.

use super::COMPLETE_WAIVER;
use crate::law::RECORD_FORMAT;
use crate::rule::SettingsCase;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::words::Words;

/// Nobody answers for a waiver.
pub static RULE: Rule = Rule {
    code: "C206",
    name: "waiver-without-owner",
    severity: Severity::Error,
    title: Words::fixed("豁免没有负责人", "nobody answers for a waiver"),
    demand: Words::fixed(
        "豁免要有人负责；没有负责人的豁免不起作用",
        "Somebody answers for a waiver; without an owner it waives nothing",
    ),
    help: Words::fixed("在 owner 里写负责人", "name who answers for it in `owner`"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Settings(check),
    breaks: Example {
        shows: Words::fixed("没有负责人", "no owner"),
        given: &[Given::File {
            file: "../beian.yaml",
            text: yaml! {"
                sample: true
                waivers:
                  - rule: alias-term
                    fact: example/subject/nature
                    reason: 旧系统还在用这个词，年底前换完
                    until: 2026-12-31
            "},
        }],
        finds: &["beian/waivers/0/owner"],
    },
    keeps: COMPLETE_WAIVER,
};

fn check(case: &SettingsCase<'_>, report: &mut Report<'_>) {
    for waiver in case.settings.waivers.items() {
        if waiver.value.owner.is_absent() {
            report.missing(
                waiver.place,
                "owner",
                Words::fixed("这条豁免没有负责人，不起作用", "this waiver has no owner and waives nothing"),
            );
        }
    }
}
