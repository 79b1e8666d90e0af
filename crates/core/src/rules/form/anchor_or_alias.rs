//! C109: an anchor, alias or merge key is used.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// An anchor, alias or merge key is used.
pub static RULE: Rule = Rule {
    code: "C109",
    name: "anchor-or-alias",
    severity: Severity::Error,
    title: Words::fixed("用了锚点、别名或合并键", "an anchor, alias or merge key is used"),
    demand: Words::fixed(
        "记录一行写一件事，改一处只动一行；锚点和别名让一行牵动多处，还能被用来撑爆内存",
        "A record states one fact a line; anchors and aliases let one line change many places and can be used to \
         exhaust memory",
    ),
    help: Words::fixed("把值直接写出来", "write the value out"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("给值起了锚点", "a value with an anchor"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例",
            new: "supervisor: &boss 张示例",
        }],
        finds: &["example/subject"],
    },
    keeps: Example {
        shows: Words::fixed("直接写值", "the value alone"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "supervisor: 张示例" }],
        finds: &[],
    },
};
