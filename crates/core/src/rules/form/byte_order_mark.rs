//! C104: a file holds a byte order mark.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A file holds a byte order mark.
pub static RULE: Rule = Rule {
    code: "C104",
    name: "byte-order-mark",
    severity: Severity::Error,
    title: Words::fixed("文件里有字节顺序标记", "a file holds a byte order mark"),
    demand: Words::fixed(
        "有的程序会把开头的字节顺序标记读成第一个键的一部分，事项就丢了",
        "Some readers take a byte order mark for a part of the first key, and the fact is lost",
    ),
    help: Words::fixed("另存为“UTF-8 无 BOM”", "save the file as UTF-8 without BOM"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("文件以 BOM 开头", "a file that begins with a byte order mark"),
        given: &[Given::Edit { file: "example/subject.yaml", old: "format: 1\n", new: "\u{feff}format: 1\n" }],
        finds: &["example/subject"],
    },
    keeps: Example {
        shows: Words::fixed("没有 BOM", "none"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "format: 1\n" }],
        finds: &[],
    },
};
