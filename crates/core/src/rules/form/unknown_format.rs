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
        "记录格式有版本号；这个版本的程序读写格式 1 和 2，更新的格式要用更新的程序来读",
        "The record format has a version; this program reads and writes formats 1 and 2, and later ones are for later \
         programs",
    ),
    help: Words::fixed("换用更新的 beian；记录不用改", "use a newer beian; the records stay as they are"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("未来的版本", "a version of the future"),
        given: &[Given::Edit { file: "example/subject.yaml", old: "format: 1", new: "format: 3" }],
        finds: &["example/subject/format"],
    },
    keeps: Example {
        shows: Words::fixed("认识的格式", "a format that is known"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "format: 1" }],
        finds: &[],
    },
};
