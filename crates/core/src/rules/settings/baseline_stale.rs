//! C230: a finding of the baseline changed or is gone.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A finding of the baseline changed or is gone.
pub static RULE: Rule = Rule {
    code: "C230",
    name: "baseline-stale",
    severity: Severity::Note,
    title: Words::fixed("基线里的问题已经变了或没有了", "a finding of the baseline changed or is gone"),
    demand: Words::fixed(
        "基线里的一项只盖住写入时的那个问题；问题变了或解决了，这一项就作废",
        "An entry of the baseline hides only the finding it was written for; when that changes or goes, the entry is \
         dead",
    ),
    help: Words::fixed(
        "用 beian validate --write-baseline 重写基线，或删去这一项",
        "write the baseline anew with `beian validate --write-baseline`, or delete the entry",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("问题已经解决", "the fault was mended"),
        given: &[
            Given::File { file: "../beian.yaml", text: "sample: true\n" },
            Given::File {
                file: "../beian-baseline.yaml",
                text: yaml! {r#"
                    format: 1
                    written: 2026-11-01
                    findings:
                      C120:
                        example/subject/nature: "0000000000000000"
                "#},
            },
        ],
        finds: &["beian-baseline/findings/C120/example/subject/nature"],
    },
    keeps: Example {
        shows: Words::fixed("没有作废的项", "nothing stale"),
        given: &[
            Given::File { file: "../beian.yaml", text: "sample: true\n" },
            Given::File {
                file: "../beian-baseline.yaml",
                text: yaml! {"
                    format: 1
                    written: 2026-11-01
                "},
            },
        ],
        finds: &[],
    },
};
