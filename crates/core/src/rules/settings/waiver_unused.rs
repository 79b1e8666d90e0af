//! C210: a waiver is of no use.

use crate::law::RECORD_FORMAT;
use crate::rule::SettingsCase;
use crate::rule::{Check, Example, Report, Rule, Severity};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// A waiver is of no use.
pub static RULE: Rule = Rule {
    code: "C210",
    name: "waiver-unused",
    severity: Severity::Warning,
    title: Words::fixed("豁免没有用到", "a waiver is of no use"),
    demand: Words::fixed(
        "问题已经解决的豁免要删去，不然它会不声不响地盖住以后的同类问题",
        "A waiver whose finding is gone is deleted, or it would silently cover the next fault of its kind",
    ),
    help: Words::fixed(
        "删去这条豁免；如果事项写错了，改成问题报告里的事项",
        "delete the waiver; or if its fact is misspelt, write the one that the report tells",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Settings(check),
    breaks: Example {
        shows: Words::fixed("事项上没有问题", "nothing is wrong with the fact"),
        given: &[parts::WAIVER],
        finds: &["beian/waivers/0"],
    },
    keeps: Example {
        shows: Words::fixed("完整的豁免", "a complete waiver"),
        given: &[parts::WAIVER, parts::NATURE_BY_ALIAS],
        finds: &[],
    },
};

fn check(case: &SettingsCase<'_>, report: &mut Report<'_>) {
    for (_, waiver) in case.settings.waivers.items().iter().enumerate().filter(|(at, _)| case.unused.contains(at)) {
        let fact = waiver.value.fact.known().map_or("", |fact| &**fact);
        report.at(waiver.place, words!("{fact} 上没有这样的问题", "there is no such finding at `{fact}`"));
    }
}
