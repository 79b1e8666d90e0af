//! F121: a change from a value to the same value.

use super::on_file::is_same;
use crate::filed::state;
use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::record::FactChange;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{facts, tell};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// A change from a value to the same value.
pub static RULE: Rule = Rule {
    code: "F121",
    name: "changes-nothing",
    severity: Severity::Error,
    title: Words::fixed("变更的原值与新值相同", "a change from a value to the same value"),
    demand: Words::fixed(
        "变更要改变什么；原值是现在备案的值",
        "A change changes something; `from` is what is on file now",
    ),
    help: Words::fixed("改正 from 或 to，或删去这一项", "correct `from` or `to`, or drop the fact"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("新值与原值一样", "the same twice"),
        given: &[Given::File {
            file: "example/filings/2026-07-06-address.yaml",
            text: yaml! {r#"
                procedure: 变更主体
                through: 阿里云
                order: "20260706000017"
                covers:
                  - subject
                facts:
                  subject/address:
                    from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                    to: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                effective: 2026-08-20
                events:
                  - at: 2026-07-06T10:00:00+08:00
                    event: 提交订单
                  - at: 2026-07-07T09:40:00+08:00
                    event: 初审通过
                  - at: 2026-07-07T09:41:00+08:00
                    event: 发送短信
                  - at: 2026-07-07T10:05:00+08:00
                    event: 短信核验
                    who: zhang
                  - at: 2026-07-07T10:06:00+08:00
                    event: 提交管局
                  - at: 2026-07-24T15:30:00+08:00
                    event: 管局通过
            "#},
        }],
        finds: &["example/filings/2026-07-06-address/facts/subject/address/to"],
    },
    keeps: Example {
        shows: Words::fixed("地址变了", "another address"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_FILED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    for (fact, change) in facts(named.record) {
        if let FactChange::Changed { from, to } = &change.value
            && let (Some(from), Some(to)) = (from.placed(), to.placed())
            && is_same(case, fact, &from.value, &to.value)
        {
            let literally = from.value == to.value;
            // An order that changed the spelling alone was filed in vain, and that is past.
            if !literally && !state(named.record).is_pending() {
                continue;
            }
            let message = if literally {
                words!("{fact} 的新值与原值相同", "`{fact}` becomes what it was")
            } else {
                words!(
                    "{fact} 的新值与原值只是写法不同（空格、全半角等），备案事项没有变",
                    "`{fact}` only gets another spelling, such as spacing or width: no fact changes"
                )
            };
            tell(case, report, to.place, message).related(from.place, Words::fixed("原值", "the value before"));
        }
    }
}
