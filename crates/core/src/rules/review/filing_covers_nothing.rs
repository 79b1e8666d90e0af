//! R108: a new filing that covers nothing.

use super::turn::{Turn, by_stem};
use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// A new filing that covers nothing.
pub static RULE: Rule = Rule {
    code: "R108",
    name: "filing-covers-nothing",
    severity: Severity::Warning,
    title: Words::fixed("新订单没有对应的改动", "a new filing covers no change"),
    demand: Words::fixed(
        "记录写的是要成为的样子，订单说明为此报了什么；订单报的内容，记录里要有",
        "The records say what shall be, and a filing what was asked for it; what it asks for stands in the records",
    ),
    help: Words::fixed(
        "改记录，或改正订单的 covers 和 facts",
        "change the records, or correct `covers` and `facts` of the filing",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Review,
    breaks: Example {
        shows: Words::fixed("报了新地址，记录还是旧的", "a new address is filed, the records keep the old one"),
        given: &[parts::MOVE_JUST_FILED],
        finds: &["example/filings/2026-11-20-address"],
    },
    keeps: Example {
        shows: Words::fixed("没有新订单", "no new filing"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "procedure: 首次备案" }],
        finds: &[],
    },
};

pub(super) fn check(turn: &Turn<'_>, report: &mut Report<'_>) {
    let Some(new) = turn.new else { return };
    for stem in &turn.coverage.idle {
        let place = by_stem(new, stem).map_or_else(|| turn.place("filings"), |filing| filing.record.place);
        report.at(
            place,
            words!("订单 {stem} 报的内容，这次没有一项改动与它对上", "{stem} fits no change of this review"),
        );
    }
}
