//! C221: an overlay does not say what it rests on.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::parts;
use crate::words::Words;

/// An overlay does not say what it rests on.
pub static RULE: Rule = Rule {
    code: "C221",
    name: "overlay-without-source",
    severity: Severity::Error,
    title: Words::fixed("覆盖数据没有写来源", "an overlay does not say what it rests on"),
    demand: Words::fixed(
        "覆盖内置数据的行要写明依据：标题、发布者、日期；每份报告都写出来",
        "Rows that replace built-in ones name what they rest on: title, publisher, date; every report tells it",
    ),
    help: Words::fixed("在 source 里写 title、publisher 和 date", "write title, publisher and date in `source`"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("没有日期", "no date"),
        given: &[
            parts::OVERLAYS_SET,
            Given::File {
                file: "../overlays/registrars.yaml",
                text: yaml! {"
                    source:
                      title: 新批复
                      publisher: 工业和信息化部
                    tables:
                      registrars:
                        - name: 示例域名
                          standing: approved
                "},
            },
        ],
        finds: &["overlays/registrars/source/date", "C222 overlays/registrars/tables/registrars/0/checked"],
    },
    keeps: Example {
        shows: Words::fixed("来源和行都完整", "a source and whole rows"),
        given: &[parts::OVERLAYS_SET, parts::REGISTRAR_OVERLAY],
        finds: &[],
    },
};
