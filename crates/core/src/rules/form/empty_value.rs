//! C118: a key has no value.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A key has no value.
pub static RULE: Rule = Rule {
    code: "C118",
    name: "empty-value",
    severity: Severity::Error,
    title: Words::fixed("键后没有值", "a key has no value"),
    demand: Words::fixed(
        "空着的键说不清是没有、不知道还是漏写；没有的事项不写这个键",
        "An empty key may mean none, unknown or forgotten; what is not there is left out with its key",
    ),
    help: Words::fixed("补上值，或删去这一行", "write the value or delete the line"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("键后什么也没有", "nothing after the key"),
        given: &[Given::Edit { file: "example/subject.yaml", old: "supervisor: 张示例", new: "supervisor:" }],
        finds: &["example/subject/supervisor"],
    },
    keeps: Example {
        shows: Words::fixed("写了值", "a value"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "supervisor: 张示例" }],
        finds: &[],
    },
};
