//! C108: a file holds several YAML documents.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A file holds several YAML documents.
pub static RULE: Rule = Rule {
    code: "C108",
    name: "several-documents",
    severity: Severity::Error,
    title: Words::fixed("一个文件里有几个 YAML 文档", "a file holds several YAML documents"),
    demand: Words::fixed(
        "一个记录文件就是一个文档；后面的文档有的程序会悄悄略过",
        "A record file is one document; some programs silently skip the others",
    ),
    help: Words::fixed("拆成几个文件，或删去 ---、... 和 % 行", "split the file, or delete the lines ---, ... and %"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("--- 之后又是一个文档", "a second document after ---"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "    filing: 2021-02-20-first\n",
            new: yaml! {"
                    filing: 2021-02-20-first
                ---
                remark: 第二个文档
            "},
        }],
        finds: &["example/subject"],
    },
    keeps: Example {
        shows: Words::fixed("只有一个文档", "one document"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "supervisor: 张示例\n" }],
        finds: &[],
    },
};
