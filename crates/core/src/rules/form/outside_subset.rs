//! C114: a YAML form is used that records do not take.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A YAML form is used that records do not take.
pub static RULE: Rule = Rule {
    code: "C114",
    name: "outside-subset",
    severity: Severity::Error,
    title: Words::fixed("用了记录不采用的 YAML 写法", "a YAML form is used that records do not take"),
    demand: Words::fixed(
        "记录只用 YAML 里简单的那部分，人人看得懂、合并不出错",
        "Records take only the plain part of YAML, which everybody reads and which merges well",
    ),
    help: Words::fixed("改成“键: 值”的写法", "write it as `key: value`"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("用问号写的复杂键", "a complex key written with a question mark"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例\n",
            new: yaml! {"
                ? supervisor
                : 张示例
            "},
        }],
        finds: &["example/subject"],
    },
    keeps: Example {
        shows: Words::fixed("普通的键", "a plain key"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "supervisor: 张示例" }],
        finds: &[],
    },
};
