//! F160: an opening balance contradicts what a filing stated.

use super::on_file::on_file;
use crate::change::{Apart, apart};
use crate::law::RECORD_FORMAT;
use crate::record::FactChange;
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::tell;
use crate::words::Words;

/// An opening balance contradicts what a filing stated.
pub static RULE: Rule = Rule {
    code: "F160",
    name: "opening-contradicts-filing",
    severity: Severity::Error,
    title: Words::fixed(
        "既有备案写的与先前的订单不同",
        "an opening balance states something else than a filing before it",
    ),
    demand: Words::fixed(
        "既有备案只说明记录开始以前在案的内容，可以补写没有写过的事项；已有订单写明的，只能由变更订单改，既有备案\
         改不了，也不能用来说明变更",
        "An opening balance tells what was on file before the records begin, and may add what no filing has told. What \
         a filing states changes by an order of its own, never by another opening",
    ),
    help: Words::fixed(
        "改成先前订单写的值；内容真的变了，办理变更并立订单；先前的订单写错了，另写一份，用 corrects 指明更正哪个",
        "write what the filing before it states; if the fact did change, file the change; if the former filing is \
         wrong, another one names it in `corrects`",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed(
            "首次备案之后又用既有备案写另一个地址",
            "an opening with another address after the first filing",
        ),
        given: &[Given::File {
            file: "example/filings/2026-11-01-existing.yaml",
            text: yaml! {"
                procedure: 既有备案
                covers:
                  - subject
                facts:
                  subject/address: 浙江省杭州市滨江区江南大道 588 号 1206 室
                basis:
                  document: 公共查询
                  date: 2026-11-01
            "},
        }],
        finds: &["example/filings/2026-11-01-existing/facts/subject/address"],
    },
    keeps: Example {
        shows: Words::fixed("补写没有写过的事项", "it adds what no filing has told"),
        given: &[Given::File {
            file: "example/filings/2026-11-01-existing.yaml",
            text: yaml! {"
                procedure: 既有备案
                covers:
                  - subject
                facts:
                  subject/supervisor: 张示例
                basis:
                  document: 公共查询
                  date: 2026-11-01
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    // Without a second filing there is nothing to contradict.
    if case.subject.filings.len() < 2 || !case.subject.filings.iter().any(|dated| dated.record.value.is_opening()) {
        return;
    }
    for found in on_file(case).contradicted {
        let new = match &found.change.value {
            FactChange::Filed(value) => Some(value),
            FactChange::Changed { to, .. } => to.known(),
        };
        let fact = found.fact;
        let Apart { one: before, other: now } = apart(&case.tables.clouds, fact, found.held.value(), new);
        let message = Words {
            zh: format!("{fact} 先前的订单写的是“{}”，既有备案写“{}”", before.zh, now.zh).into(),
            en: format!("`{fact}` is {} by a filing before, the opening states {}", before.en, now.en).into(),
        };
        tell(case, report, found.change.place, message)
            .related(found.held.place, Words::fixed("先前写的值", "what was stated before"));
    }
}
