//! F132: a closed order lacks its number or its provider.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{is_own, lacks, last, procedure};
use crate::rules::parts;
use crate::vocabulary::{Channel, Event};
use crate::words;
use crate::words::Words;

/// A closed order lacks its number or its provider.
pub static RULE: Rule = Rule {
    code: "F132",
    name: "closed-order-incomplete",
    severity: Severity::Note,
    title: Words::fixed("办结的订单缺订单号或接入商", "a closed order lacks its number or its provider"),
    demand: Words::fixed(
        "订单号和接入商是日后查询、申诉和交接的凭据",
        "The number of the order and the provider are what later questions refer to",
    ),
    help: Words::fixed("补写 order 和 through", "add `order` and `through`"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("没有订单号", "no number"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
                file: "example/filings/2026-07-06-address.yaml",
                text: yaml! {"
                    procedure: 变更主体
                    through: 阿里云
                    covers:
                      - subject
                    facts:
                      subject/address:
                        from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                        to: 浙江省杭州市滨江区江南大道 588 号 1206 室
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
                "},
            },
        ],
        finds: &["example/filings/2026-07-06-address/order"],
    },
    keeps: Example {
        shows: Words::fixed("有订单号", "it has one"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "order: \"20210220000017\"" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let paper = procedure(named.record).is_some_and(|asked| asked.channel() == Channel::Paper);
    if !is_own(named.record) || paper || last(named.record, Event::Approved).is_none() {
        return;
    }
    let stem = named.key;
    if named.record.through.is_absent() {
        lacks(
            case,
            report,
            named.place,
            "through",
            words!("订单 {stem} 没有写通过哪家接入商办理", "the order `{stem}` does not name its provider"),
        )
        .at_most(Severity::Note);
    }
    if named.record.order.is_absent() {
        lacks(
            case,
            report,
            named.place,
            "order",
            words!("订单 {stem} 没有写订单号", "the order `{stem}` has no number"),
        )
        .at_most(Severity::Note);
    }
}
