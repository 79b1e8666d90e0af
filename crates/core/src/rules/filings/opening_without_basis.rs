//! F139: an opening balance does not say what it rests on.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{lacks, procedure};
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// An opening balance does not say what it rests on.
pub static RULE: Rule = Rule {
    code: "F139",
    name: "opening-without-basis",
    severity: Severity::Note,
    title: Words::fixed("既有备案没有写依据", "an opening balance does not say what it rests on"),
    demand: Words::fixed(
        "记录开始以前就有的备案，以一次观察（如公共查询）为依据写成“既有备案”",
        "What was on file before the records begin opens with 既有备案, resting on something seen, such as the public \
         query",
    ),
    help: Words::fixed("补写 basis，并保存查询结果", "add `basis`, and keep what the query showed"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("没有依据", "no basis"),
        given: &[Given::File {
            file: "example/filings/2021-01-01-open.yaml",
            text: yaml! {"
                procedure: 既有备案
                covers:
                  - subject
            "},
        }],
        finds: &["example/filings/2021-01-01-open/basis"],
    },
    keeps: Example {
        shows: Words::fixed("有依据", "with one"),
        given: &[Given::File {
            file: "example/filings/2021-01-01-open.yaml",
            text: yaml! {"
                procedure: 既有备案
                covers:
                  - subject
                basis:
                  document: 公共查询
                  date: 2021-01-01
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    if procedure(named.record) == Some(Procedure::Existing) && named.record.basis.is_absent() {
        let stem = named.key;
        lacks(
            case,
            report,
            named.place,
            "basis",
            words!("既有备案 {stem} 没有依据", "the opening balance `{stem}` rests on nothing"),
        )
        .at_most(Severity::Note);
    }
}
