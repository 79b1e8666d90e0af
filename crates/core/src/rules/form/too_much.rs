//! C112: a file nests too deep or holds too much.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A file nests too deep or holds too much.
pub static RULE: Rule = Rule {
    code: "C112",
    name: "too-much",
    severity: Severity::Error,
    title: Words::fixed("嵌套太深或内容太多", "a file nests too deep or holds too much"),
    demand: Words::fixed(
        "记录最多嵌套 32 层、十万个值；超过的不是记录，读到此为止",
        "Records nest at most 32 levels and hold at most 100,000 values; reading stops beyond",
    ),
    help: Words::fixed("检查文件是不是放错了地方", "see whether the file is in the wrong place"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("四十层方括号", "forty levels of brackets"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例",
            new: "remark: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        }],
        finds: &["example/subject"],
    },
    keeps: Example {
        shows: Words::fixed("平铺的字段", "a flat field"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "supervisor: 张示例" }],
        finds: &[],
    },
};
