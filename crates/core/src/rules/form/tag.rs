//! C110: a YAML tag is used.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A YAML tag is used.
pub static RULE: Rule = Rule {
    code: "C110",
    name: "tag",
    severity: Severity::Error,
    title: Words::fixed("用了 YAML 标签", "a YAML tag is used"),
    demand: Words::fixed(
        "每个字段该是什么由格式规定，标签会让不同程序读出不同的东西",
        "The format says what each field holds; a tag makes programs read different things",
    ),
    help: Words::fixed("删去 ! 开头的标签", "delete the tag that begins with !"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("值前有标签", "a value with a tag"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例",
            new: "supervisor: !str 张示例",
        }],
        finds: &["example/subject"],
    },
    keeps: Example {
        shows: Words::fixed("没有标签", "no tag"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "supervisor: 张示例" }],
        finds: &[],
    },
};
