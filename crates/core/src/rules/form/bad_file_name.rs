//! C126: a file name is not of the form.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A file name is not of the form.
pub static RULE: Rule = Rule {
    code: "C126",
    name: "bad-file-name",
    severity: Severity::Error,
    title: Words::fixed("文件名不合规定", "a file name is not of the form"),
    demand: Words::fixed(
        "订单、观察、来函的文件名是“日期-简称.yaml”，简称用小写字母、数字和短横",
        "Filings, observations and letters are named <date>-<slug>.yaml, the slug of a-z, 0-9 and dashes",
    ),
    help: Words::fixed("改名，例如 2026-10-20-address.yaml", "rename it, as in 2026-10-20-address.yaml"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("没有日期的文件名", "a name without its date"),
        given: &[Given::File { file: "example/official/letter.yaml", text: "kind: 其他\n" }],
        finds: &["example/official/letter"],
    },
    keeps: Example {
        shows: Words::fixed("日期加简称", "a date and a slug"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "procedure: 首次备案\n" }],
        finds: &[],
    },
};
