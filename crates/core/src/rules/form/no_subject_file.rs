//! C123: a folder has no subject.yaml.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A folder has no subject.yaml.
pub static RULE: Rule = Rule {
    code: "C123",
    name: "no-subject-file",
    severity: Severity::Error,
    title: Words::fixed("文件夹里没有 subject.yaml", "a folder has no subject.yaml"),
    demand: Words::fixed(
        "一个文件夹是一个主体，靠其中的 subject.yaml 认出来",
        "A folder is a subject by the subject.yaml in it",
    ),
    help: Words::fixed(
        "补上 subject.yaml，或把这些文件移到主体的文件夹里",
        "add subject.yaml, or move the files into the subject they belong to",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("只有 domains.yaml 等文件", "a folder with other records only"),
        given: &[Given::Without { file: "example/subject.yaml" }],
        finds: &["example"],
    },
    keeps: Example {
        shows: Words::fixed("有 subject.yaml", "with subject.yaml"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "format: 1" }],
        finds: &[],
    },
};
