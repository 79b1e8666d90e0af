//! F105: an event follows the end of an order.

use super::order::{Misstep, missteps};
use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{events, is_final, tell};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// An event follows the end of an order.
pub static RULE: Rule = Rule {
    code: "F105",
    name: "event-after-the-end",
    severity: Severity::Error,
    title: Words::fixed("订单已经终结，后面还有事件", "an event follows the end of an order"),
    demand: Words::fixed(
        "管局通过、撤回和订单失效终结订单；再办理要新建订单",
        "Approval, withdrawal and lapse end an order; whatever comes next is a new one",
    ),
    help: Words::fixed(
        "另立订单文件，或改正误记的终结事件",
        "make a new filing of it, or correct the event that ends this one",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("通过之后又提交", "submitted after the approval"),
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
                      - at: 2026-07-25T10:00:00+08:00
                        event: 提交订单
                "#},
            },
        ],
        finds: &["example/filings/2026-07-06-address/events/6"],
    },
    keeps: Example {
        shows: Words::fixed("管局通过是最后一个事件", "the approval is the last event"),
        given: &[Given::Stands {
            file: "example/filings/2021-02-20-first.yaml",
            text: yaml! {"
                    event: 管局通过
                granted:
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    for wrong in missteps(named.record).iter().filter(|wrong| wrong.misstep == Misstep::AfterEnd) {
        let event = wrong.event;
        let finding =
            tell(case, report, wrong.at.place, words!("订单终结后又有“{event}”", "{event} after the end of the order"));
        if let Some(end) = events(named.record).find(|(_, event)| is_final(*event)) {
            finding.related(end.0.place, Words::fixed("订单在此终结", "the order ends here"));
        }
    }
}
