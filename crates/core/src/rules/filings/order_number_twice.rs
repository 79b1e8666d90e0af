//! F149: two orders have one number.

use crate::law::RECORD_FORMAT;
use crate::record::Place;
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{all, tell};
use crate::rules::parts;
use crate::words;
use crate::words::Words;
use std::collections::BTreeMap;

/// Two orders have one number.
pub static RULE: Rule = Rule {
    code: "F149",
    name: "order-number-twice",
    severity: Severity::Warning,
    title: Words::fixed("两个订单用了同一个订单号", "two orders have one number"),
    demand: Words::fixed(
        "同一接入商的订单号各不相同；重号多半是复制文件后没有改",
        "No two orders of a provider have the same number; a number that stands twice mostly comes from a copied file",
    ),
    help: Words::fixed("对照服务商的订单改正", "compare with the orders at the provider and correct one"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("复制后没有改", "copied and not changed"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
                file: "example/filings/2026-07-06-address.yaml",
                text: yaml! {r#"
                    procedure: 变更主体
                    through: 阿里云
                    order: "20210220000017"
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
                "#},
            },
        ],
        finds: &["example/filings/2026-07-06-address/order"],
    },
    keeps: Example {
        shows: Words::fixed("各有各的", "each its own"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_FILED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let mut seen: BTreeMap<(&str, &str), Place> = BTreeMap::new();
    for filing in all(case) {
        let Some(order) = filing.record.order.placed() else { continue };
        let through = filing.record.through.known().map_or("", |through| through);
        let Some(before) = seen.insert((through, &order.value), order.place) else { continue };
        let number = &order.value;
        tell(
            case,
            report,
            order.place,
            words!("订单号 {number} 另一个订单已经用了", "another order has the number {number} already"),
        )
        .related(before, Words::fixed("另一个订单", "the other order"));
    }
}
