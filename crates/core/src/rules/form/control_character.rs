//! C103: a file holds a control character.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A file holds a control character.
pub static RULE: Rule = Rule {
    code: "C103",
    name: "control-character",
    severity: Severity::Error,
    title: Words::fixed("文件里有控制字符", "a file holds a control character"),
    demand: Words::fixed(
        "控制字符看不见，却能改变屏幕显示或截断文本，记录里没有它的位置",
        "Control characters are not seen, yet they can change what a screen shows or cut text short; records have no \
         place for them",
    ),
    help: Words::fixed("删去这个字符", "delete the character"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("名称中间夹着响铃字符", "a bell character inside a name"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例",
            new: "supervisor: 张\u{7}示例",
        }],
        finds: &["example/subject"],
    },
    keeps: Example {
        shows: Words::fixed("没有控制字符", "no control character"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "supervisor: 张示例" }],
        finds: &[],
    },
};
