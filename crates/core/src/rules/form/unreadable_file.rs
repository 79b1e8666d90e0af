//! C125: a file cannot be read.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A file cannot be read.
pub static RULE: Rule = Rule {
    code: "C125",
    name: "unreadable-file",
    severity: Severity::Error,
    title: Words::fixed("文件不能读", "a file cannot be read"),
    demand: Words::fixed(
        "只读普通文件：指向记录目录之外的链接、管道、设备都不打开",
        "Only regular files are read: no link that leaves the records, no pipe, no device",
    ),
    help: Words::fixed("换成普通文件", "put a regular file in its place"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("指向系统文件的符号链接", "a symbolic link to a file of the system"),
        given: &[Given::Link { file: "example/filings/2026-11-01-address.yaml", target: "/etc/hostname" }],
        finds: &["example/filings/2026-11-01-address"],
    },
    keeps: Example {
        shows: Words::fixed("普通文件", "a regular file"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "web-1:\n" }],
        finds: &[],
    },
};
