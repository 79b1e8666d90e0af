//! R102: a closed filing was deleted.

use super::turn::{Turn, by_stem};
use crate::change::plain;
use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A closed filing was deleted.
pub static RULE: Rule = Rule {
    code: "R102",
    name: "closed-filing-deleted",
    severity: Severity::Error,
    title: Words::fixed("删除了已办结的订单", "a closed filing was deleted"),
    demand: Words::fixed(
        "管局那里有什么，由已通过的订单逐一推出；少一个，就推不出来了",
        "What is on file follows from the approved filings one by one; without one of them it does not",
    ),
    help: Words::fixed(
        "恢复这个文件；写错的，另写一个订单，用 corrects 指明它更正哪个",
        "restore the file; what was wrong is corrected by another filing that names this one in `corrects`",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Review,
    breaks: Example {
        shows: Words::fixed("首次备案的文件没有了", "the first filing's file is gone"),
        given: &[Given::Without { file: "example/filings/2021-02-20-first.yaml" }],
        finds: &["example/filings/2021-02-20-first"],
    },
    keeps: Example {
        shows: Words::fixed("文件还在", "the file is there"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "procedure: 首次备案" }],
        finds: &[],
    },
};

pub(super) fn check(turn: &Turn<'_>, report: &mut Report<'_>) {
    let Some((old, new)) = turn.both() else { return };
    for (filing, _) in turn.closed().into_iter().filter(|(_, now)| now.is_none()) {
        let stem = &filing.stem;
        let record = plain(&filing.record.value);
        let renamed = new
            .filings
            .iter()
            .find(|other| by_stem(old, &other.stem).is_none() && plain(&other.record.value) == record);
        match renamed {
            Some(now) => {
                let other = &now.stem;
                let message =
                    words!("已办结的订单 {stem} 改名为 {other}", "{stem} is closed, but is now called {other}");
                report.at(now.record.place, message).help(words!(
                    "改回 {stem}：别的记录按这个名字引用它",
                    "call it {stem} again: other records refer to it by that name"
                ));
            }
            None => {
                let message = words!("已办结的订单 {stem} 不见了", "{stem} is closed, but is gone");
                report.gone(filing.record.place, message);
            }
        }
    }
}
