//! C127: the identity of a subject is not of the form.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// The identity of a subject is not of the form.
pub static RULE: Rule = Rule {
    code: "C127",
    name: "bad-id",
    severity: Severity::Error,
    title: Words::fixed("主体标识不合规定", "the identity of a subject is not of the form"),
    demand: Words::fixed(
        "标识用小写字母、数字和短横，1 到 64 个字符，一经使用不再更改；它会成为文件名和引用",
        "An identity is 1 to 64 of a-z, 0-9 and dash and never changes; it becomes file names and references",
    ),
    help: Words::fixed(
        "在 subject.yaml 里写合规的 id，或把文件夹改名",
        "write a good `id` in subject.yaml, or rename the folder",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("有大写字母和空格", "capitals and a space"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "format: 1\n",
            new: yaml! {"
                format: 1
                id: Example Co
            "},
        }],
        finds: &["example/subject/id"],
    },
    keeps: Example {
        shows: Words::fixed("小写字母", "lower-case letters"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "format: 1\n",
            new: yaml! {"
                format: 1
                id: example
            "},
        }],
        finds: &[],
    },
};
