//! C124: a file has no part in the format.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A file has no part in the format.
pub static RULE: Rule = Rule {
    code: "C124",
    name: "unknown-file",
    severity: Severity::Warning,
    title: Words::fixed("不认识的文件", "a file has no part in the format"),
    demand: Words::fixed(
        "主体文件夹里的 YAML 文件各有固定名称；名称写错的文件没有人读",
        "The YAML files of a subject have fixed names; a file with another name is read by nobody",
    ),
    help: Words::fixed(
        "改成规定的文件名，或移出主体文件夹（材料放 evidence/）",
        "give it a name of the format, or move it away; papers belong in evidence/",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("domains.yaml 少了 s", "domains.yaml without its s"),
        given: &[Given::File { file: "example/domain.yaml", text: "shop.example: {}\n" }],
        finds: &["example/domain"],
    },
    keeps: Example {
        shows: Words::fixed("规定的文件名", "a name of the format"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "shop.example:\n" }],
        finds: &[],
    },
};
