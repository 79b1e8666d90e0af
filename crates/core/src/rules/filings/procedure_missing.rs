//! F101: an order does not say what it asks.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::lacks;
use crate::words;
use crate::words::Words;

/// An order does not say what it asks.
pub static RULE: Rule = Rule {
    code: "F101",
    name: "procedure-missing",
    severity: Severity::Error,
    title: Words::fixed("订单没有写流程类型", "an order does not say what it asks"),
    demand: Words::fixed(
        "每个订单写明流程类型；它决定材料、短信核验人和时限",
        "Each order names its procedure; papers, codes and deadlines follow from it",
    ),
    help: Words::fixed("补写 procedure", "add `procedure`"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("没有流程类型", "no procedure"),
        given: &[Given::File {
            file: "example/filings/2026-11-20-draft.yaml",
            text: yaml! {"
                through: 阿里云
                covers:
                  - subject
            "},
        }],
        finds: &["example/filings/2026-11-20-draft/procedure"],
    },
    keeps: Example {
        shows: Words::fixed("写明首次备案", "a first filing"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "procedure: 首次备案" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    if named.record.procedure.is_absent() {
        let stem = named.key;
        lacks(
            case,
            report,
            named.place,
            "procedure",
            words!("订单 {stem} 没有写流程类型", "the order `{stem}` names no procedure"),
        );
    }
}
