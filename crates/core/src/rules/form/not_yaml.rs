//! C113: the text is not YAML.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// The text is not YAML.
pub static RULE: Rule = Rule {
    code: "C113",
    name: "not-yaml",
    severity: Severity::Error,
    title: Words::fixed("这里不合 YAML 写法", "the text is not YAML"),
    demand: Words::fixed(
        "记录是 YAML：键、半角冒号、空格、值，缩进对齐",
        "Records are YAML: key, colon, space, value, with aligned indentation",
    ),
    help: Words::fixed("按提示改这一行", "mend the line as the message says"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("键后没有冒号", "no colon after the key"),
        given: &[Given::Edit {
            file: "example/subject.yaml", old: "supervisor: 张示例", new: "supervisor 张示例"
        }],
        finds: &["example/subject"],
    },
    keeps: Example {
        shows: Words::fixed("键、冒号、空格、值", "key, colon, space, value"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "supervisor: 张示例" }],
        finds: &[],
    },
};
