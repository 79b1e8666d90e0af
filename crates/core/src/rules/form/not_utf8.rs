//! C102: a file is not UTF-8.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A file is not UTF-8.
pub static RULE: Rule = Rule {
    code: "C102",
    name: "not-utf8",
    severity: Severity::Error,
    title: Words::fixed("文件不是 UTF-8 编码", "a file is not UTF-8"),
    demand: Words::fixed(
        "记录文件一律用 UTF-8 编码，否则同一份文件在不同机器上读出来不一样",
        "Record files are UTF-8, or else the same file reads differently on another machine",
    ),
    help: Words::fixed(
        "用编辑器把文件另存为 UTF-8（GBK 文件常见于从表格导出）",
        "save the file as UTF-8; files exported from spreadsheets are often GBK",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("GBK 编码的来源“阿里云”", "a source written in GBK"),
        given: &[Given::Bytes {
            file: "example/observations/2026-11-01-page.yaml",
            bytes: b"source: \xb0\xa2\xc0\xef\xd4\xc6\n",
        }],
        finds: &["example/observations/2026-11-01-page"],
    },
    keeps: Example {
        shows: Words::fixed("UTF-8 编码", "the same in UTF-8"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "registrar: 阿里云\n" }],
        finds: &[],
    },
};
