//! C223: an overlay names a table that does not exist.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::parts;
use crate::words::Words;

/// An overlay names a table that does not exist.
pub static RULE: Rule = Rule {
    code: "C223",
    name: "overlay-of-unknown-table",
    severity: Severity::Error,
    title: Words::fixed("覆盖的数据表不存在", "an overlay names a table that does not exist"),
    demand: Words::fixed(
        "覆盖数据按名称指明要盖住哪张内置表",
        "An overlay says by name which built-in table its rows are laid over",
    ),
    help: Words::fixed("换成有的表名", "take the name of a table that exists"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("写错的表名", "a misspelt name"),
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
                      registrar:
                        - name: 示例域名
                          standing: approved
                "},
            },
        ],
        finds: &["overlays/registrars/tables/registrar"],
    },
    keeps: Example {
        shows: Words::fixed("来源和行都完整", "a source and whole rows"),
        given: &[parts::OVERLAYS_SET, parts::REGISTRAR_OVERLAY],
        finds: &[],
    },
};
