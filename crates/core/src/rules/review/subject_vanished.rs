//! R104: a subject vanished without an end.

use super::turn::Turn;
use crate::law::RECORD_FORMAT;
use crate::model::Stage;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A subject vanished without an end.
pub static RULE: Rule = Rule {
    code: "R104",
    name: "subject-vanished",
    severity: Severity::Error,
    title: Words::fixed("主体没有写终止就消失了", "a subject vanished without `ended`"),
    demand: Words::fixed(
        "备案不会因为删了记录而终止；主体的标识也不改，别的地方按它引用",
        "A filing does not end because its records are deleted; and the identity of a subject never changes, because \
         it is referred to",
    ),
    help: Words::fixed(
        "恢复记录，在 subject.yaml 写 ended（日期、原因、订单）；移动文件夹时写上原来的 id",
        "restore the records and write `ended` (day, reason, filing) into subject.yaml; a folder that moves keeps its \
         former `id`",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Review,
    breaks: Example {
        shows: Words::fixed("整个文件夹都没有了", "the whole folder is gone"),
        given: &[
            Given::Without { file: "example/subject.yaml" },
            Given::Without { file: "example/people.yaml" },
            Given::Without { file: "example/domains.yaml" },
            Given::Without { file: "example/servers.yaml" },
            Given::Without { file: "example/services.yaml" },
            Given::Without { file: "example/filings/2021-02-20-first.yaml" },
        ],
        finds: &["example/subject"],
    },
    keeps: Example {
        shows: Words::fixed("主体还在", "the subject is there"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "name: 杭州示例网络科技有限公司" }],
        finds: &[],
    },
};

pub(super) fn check(turn: &Turn<'_>, report: &mut Report<'_>) {
    let Some(old) = turn.old else { return };
    let id = &old.id;
    match turn.new {
        None if old.particulars.value.ended.is_absent() => {
            let finding = report
                .gone(old.particulars.place, words!("主体 {id} 不见了，也没有写终止", "{id} is gone and never ended"));
            // A plan that was dropped leaves nothing on file.
            if old.stage() == Stage::Drafting {
                finding.at_most(Severity::Note);
            }
        }
        Some(new) if new.id != *id => {
            let now = &new.id;
            let place = new.particulars.value.id.place().unwrap_or(new.particulars.place);
            report
                .at(place, words!("主体 {id} 的标识变成 {now}", "the identity of {id} is now {now}"))
                .help(words!("在 subject.yaml 写 id: {id}", "write `id: {id}` into subject.yaml"));
        }
        _ => {}
    }
}
