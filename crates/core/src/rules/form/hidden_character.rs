//! C130: a character that nobody sees.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A character that nobody sees.
pub static RULE: Rule = Rule {
    code: "C130",
    name: "hidden-character",
    severity: Severity::Error,
    title: Words::fixed("有看不见的字符", "a character that nobody sees"),
    demand: Words::fixed(
        "改变书写方向、没有宽度、看不见或私用区的字符，会让人看到的和记下的不是一回事；记录里没有它们的位置，\
         写成转义也一样。含有这种字符的值不采用",
        "Characters that turn the direction of writing, have no width, cannot be seen or are for private use make what \
         is read another thing than what is recorded; records have no place for them, escaped or not, and a value with \
         one is not taken",
    ),
    help: Words::fixed("删去这个字符，按证件重新录入", "delete the character and type the value again from the paper"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("名称里写着改变方向的字符", "an override of direction in a name"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例",
            new: "supervisor: \"张\\u202e示例\"",
        }],
        finds: &["example/subject/supervisor"],
    },
    keeps: Example {
        shows: Words::fixed("没有这种字符", "no such character"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "supervisor: 张示例" }],
        finds: &[],
    },
};
