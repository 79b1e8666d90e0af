//! C210: a waiver is of no use.

use crate::policy::SettingsCase;
use crate::rule::{Check, Example, Report, Rule, Severity};
use crate::rules;
use crate::rules::parts;
use crate::rules::sources::RECORD_FORMAT;
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
    // Where only a part was judged, what a waiver is for may lie in the rest.
    let Some(used) = case.used else { return };
    for (index, waiver) in case.settings.waivers.items().iter().enumerate() {
        let judged = waiver
            .value
            .rule
            .known()
            .and_then(|word| rules::find(word))
            .is_some_and(|rule| rule.in_force(case.today) && case.policy.selection().takes(rule));
        if !judged || used.contains(&index) || !case.policy.is_granted(index) {
            continue;
        }
        let fact = waiver.value.fact.known().map_or("", |fact| &**fact);
        report.at(waiver.place, words!("{fact} 上没有这样的问题", "there is no such finding at `{fact}`"));
    }
}
