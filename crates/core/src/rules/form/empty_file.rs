//! C128: a file holds nothing.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A file holds nothing.
pub static RULE: Rule = Rule {
    code: "C128",
    name: "empty-file",
    severity: Severity::Error,
    title: Words::fixed("文件里什么也没有", "a file holds nothing"),
    demand: Words::fixed(
        "空文件说不清是没有这类记录，还是内容丢了；没有就写 {}，或不要这个文件",
        "An empty file may mean no such records or lost ones; where there are none it says {}, or is not there",
    ),
    help: Words::fixed(
        "找回内容；确实没有就写 {}，或删去文件",
        "bring its content back; where there is none write {} or delete the file",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("只剩注释的网站文件", "a file of servers with a comment only"),
        given: &[Given::Bytes { file: "example/servers.yaml", bytes: b"# servers\n" }],
        finds: &["example/servers"],
    },
    keeps: Example {
        shows: Words::fixed("写明没有", "a file that says there is none"),
        given: &[Given::Bytes { file: "example/observations/2026-11-01-page.yaml", bytes: b"{}\n" }],
        finds: &[],
    },
};
