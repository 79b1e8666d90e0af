//! C129: a character is not what it seems.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A character is not what it seems.
pub static RULE: Rule = Rule {
    code: "C129",
    name: "odd-character",
    severity: Severity::Note,
    title: Words::fixed("有一个字不是看上去的那个字", "a character is not what it seems"),
    demand: Words::fixed(
        "从 PDF 复制的文字里常混进部首或兼容汉字：看上去一样，在接入商的系统和公共查询里却查不到。比较时当作\
         同一个字",
        "Text copied from a PDF often holds radicals or compatibility characters: they look the same, but neither a \
         provider's system nor the public query finds them. Here each is compared as the character that it is like",
    ),
    help: Words::fixed("换成常用的那个字", "write the usual character"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("“示”是部首 U+2F70", "a radical, U+2F70, in the place of 示"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例",
            new: "supervisor: 张\u{2f70}例",
        }],
        finds: &["example/subject/supervisor"],
    },
    keeps: Example {
        shows: Words::fixed("常用的字", "the usual character"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "supervisor: 张示例" }],
        finds: &[],
    },
};
