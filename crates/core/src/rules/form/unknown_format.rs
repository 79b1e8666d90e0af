//! C122: the version of the record format is unknown.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// The version of the record format is unknown.
pub static RULE: Rule = Rule {
    code: "C122",
    name: "unknown-format",
    severity: Severity::Error,
    title: Words::fixed("记录格式版本不认识", "the version of the record format is unknown"),
    demand: Words::fixed(
        "记录格式有版本号；这个版本的程序只会读写格式 1",
        "The record format has a version; this program reads and writes format 1",
    ),
    help: Words::fixed("写 format: 1，或换用更新的 beian", "write format: 1, or use a newer beian"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("未来的版本", "a version of the future"),
        given: &[Given::Edit { file: "example/subject.yaml", old: "format: 1", new: "format: 2" }],
        finds: &["example/subject/format"],
    },
    keeps: Example {
        shows: Words::fixed("格式 1", "format 1"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "format: 1" }],
        finds: &[],
    },
};
