//! C101: a file is too large.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A file is too large.
pub static RULE: Rule = Rule {
    code: "C101",
    name: "file-too-large",
    severity: Severity::Error,
    title: Words::fixed("文件过大", "a file is too large"),
    demand: Words::fixed(
        "一个记录文件最多 1 MiB：几十条事项用不了这么多，超大的文件多半是放错了地方或有意拖垮程序",
        "A record file holds at most 1 MiB: records need far less, and a larger file is in the wrong place or meant to \
         exhaust the reader",
    ),
    help: Words::fixed(
        "材料、图片等放到 evidence/，记录文件只写事项",
        "put papers and pictures into evidence/ and keep only facts in records",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("一个观察文件超过 1 MiB", "an observation is larger than 1 MiB"),
        given: &[Given::Repeat {
            file: "example/observations/2026-11-01-page.yaml",
            text: "# padding padding padding padding\n",
            times: 40000,
        }],
        finds: &["example/observations/2026-11-01-page"],
    },
    keeps: Example {
        shows: Words::fixed("通常大小的文件", "a file of ordinary size"),
        given: &[Given::Stands { file: "example/people.yaml", text: "zhang:\n" }],
        finds: &[],
    },
};
