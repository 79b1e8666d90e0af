//! C111: full-width punctuation stands where ASCII is meant.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// Full-width punctuation stands where ASCII is meant.
pub static RULE: Rule = Rule {
    code: "C111",
    name: "full-width-punctuation",
    severity: Severity::Error,
    title: Words::fixed("该用半角标点的地方用了全角", "full-width punctuation stands where ASCII is meant"),
    demand: Words::fixed(
        "键后的冒号、列表的短横、引号都要用半角，全角的 YAML 不认",
        "The colon after a key, the dash of a list and quotes are ASCII; YAML does not know their full-width forms",
    ),
    help: Words::fixed("切换到半角再输入这个符号", "type the character in half width"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("键后是全角冒号", "a full-width colon after a key"),
        given: &[Given::Edit {
            file: "example/subject.yaml", old: "supervisor: 张示例", new: "supervisor：张示例"
        }],
        finds: &["example/subject"],
    },
    keeps: Example {
        shows: Words::fixed("半角冒号加空格", "an ASCII colon and a space"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "supervisor: 张示例" }],
        finds: &[],
    },
};
