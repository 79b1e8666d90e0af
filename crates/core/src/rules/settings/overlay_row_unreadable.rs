//! C222: a row of an overlay cannot be used.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::parts;
use crate::words::Words;

/// A row of an overlay cannot be used.
pub static RULE: Rule = Rule {
    code: "C222",
    name: "overlay-row-unreadable",
    severity: Severity::Error,
    title: Words::fixed("覆盖数据的一行用不了", "a row of an overlay cannot be used"),
    demand: Words::fixed(
        "每一行要有那张表要求的列和值；用不了的行被略过",
        "Each row has the columns and values of its table; one that cannot be used is left out",
    ),
    help: Words::fixed(
        "按 crates/core/data 里同名表的列来写",
        "write the columns of the table of that name in crates/core/data",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("不认识的状态", "a standing that does not exist"),
        given: &[
            parts::OVERLAYS_SET,
            Given::File {
                file: "../overlays/registrars.yaml",
                text: yaml! {"
                    source:
                      title: 新批复
                      publisher: 工业和信息化部
                      date: 2026-11-01
                    tables:
                      registrars:
                        - name: 示例域名
                          standing: good
                "},
            },
        ],
        finds: &["overlays/registrars/tables/registrars/0/standing"],
    },
    keeps: Example {
        shows: Words::fixed("来源和行都完整", "a source and whole rows"),
        given: &[parts::OVERLAYS_SET, parts::REGISTRAR_OVERLAY],
        finds: &[],
    },
};
