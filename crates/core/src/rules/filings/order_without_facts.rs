//! F120: an order does not say what it files.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::record::Keyed;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{is_change, lacks, procedure};
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// An order does not say what it files.
pub static RULE: Rule = Rule {
    code: "F120",
    name: "order-without-facts",
    severity: Severity::Error,
    title: Words::fixed("订单没有写填报的事项", "an order does not say what it files"),
    demand: Words::fixed(
        "首次备案、新增服务的 facts 写全所填的值，变更写改动的事项；注销和接入可以不写",
        "`facts` of first filings and new services hold all values filed, those of changes what changes; \
         deregistrations and accesses may have none",
    ),
    help: Words::fixed("补写 facts", "add `facts`"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("没有事项的变更", "a change of nothing"),
        given: &[Given::File {
            file: "example/filings/2026-07-06-address.yaml",
            text: yaml! {r#"
                procedure: 变更主体
                through: 阿里云
                order: "20260706000017"
                covers:
                  - subject
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
        finds: &["example/filings/2026-07-06-address/facts"],
    },
    keeps: Example {
        shows: Words::fixed("写明事项", "the facts are said"),
        given: &[Given::Stands {
            file: "example/filings/2021-02-20-first.yaml",
            text: yaml! {"
                facts:
                  subject/name: 杭州示例网络科技有限公司
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let files = is_change(named.record) && procedure(named.record) != Some(Procedure::ChangeAccess)
        || procedure(named.record).is_some_and(Procedure::files_service);
    let none = named.record.facts.is_absent() || named.record.facts.known().is_some_and(Keyed::is_empty);
    if files && none {
        let stem = named.key;
        lacks(
            case,
            report,
            named.place,
            "facts",
            words!("订单 {stem} 没有写填报了什么", "the order `{stem}` does not say what it files"),
        );
    }
}
