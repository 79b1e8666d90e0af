//! F137: an order corrects what is not there, itself, or a later one.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{by_stem, in_force_at, tell};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// An order corrects what is not there, itself, or a later one.
pub static RULE: Rule = Rule {
    code: "F137",
    name: "corrects-nothing",
    severity: Severity::Error,
    title: Words::fixed(
        "更正所指的订单不存在、是它自己或比它晚",
        "an order corrects what is not there, itself, or a later one",
    ),
    demand: Words::fixed(
        "已办结的订单不改，写错了由后来的订单以 corrects 更正",
        "Closed orders are not edited; a later one `corrects` what is wrong",
    ),
    help: Words::fixed(
        "写被更正订单的文件名（不带 .yaml）",
        "name the file of the order that is corrected, without .yaml",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("更正自己", "itself"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
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
                        to: 浙江省杭州市滨江区江南大道 588 号 1206 室
                    effective: 2026-08-20
                    corrects: 2026-07-06-address
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
        finds: &["example/filings/2026-07-06-address/corrects"],
    },
    keeps: Example {
        shows: Words::fixed("更正先前的订单", "an earlier one"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
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
                        to: 浙江省杭州市滨江区江南大道 588 号 1206 室
                    effective: 2026-08-20
                    corrects: 2021-02-20-first
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
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let Some(corrects) = named.record.corrects.placed() else { return };
    let stem = &corrects.value;
    let message = match by_stem(case, stem) {
        None => words!("没有订单 {stem}", "there is no order `{stem}`"),
        Some(other) if other.key == named.key => Words::fixed("订单不能更正自己", "an order cannot correct itself"),
        Some(other) if in_force_at(case, named) < in_force_at(case, &other) => {
            words!("{stem} 比这个订单晚", "`{stem}` is later than this order")
        }
        Some(_) => return,
    };
    tell(case, report, corrects.place, message);
}
