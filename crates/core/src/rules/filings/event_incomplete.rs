//! F102: an event lacks its time or its name.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::lacks;
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// An event lacks its time or its name.
pub static RULE: Rule = Rule {
    code: "F102",
    name: "event-incomplete",
    severity: Severity::Error,
    title: Words::fixed("事件缺少时间或名称", "an event lacks its time or its name"),
    demand: Words::fixed(
        "订单的每个事件都有时间和名称；时限、先后和号码的启用日都从它算起",
        "Each event of an order has a time and a name; deadlines and the order of things are counted from them",
    ),
    help: Words::fixed("补写 at 或 event", "add `at` or `event`"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("提交订单没有时间", "no time"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
                file: "example/filings/2026-11-16-address.yaml",
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
                    effective: 2026-12-28
                    events:
                      - at: 2026-11-16T10:00:00+08:00
                        event: 提交订单
                      - event: 初审通过
                      - at: 2026-11-17T09:41:00+08:00
                        event: 发送短信
                      - at: 2026-11-17T10:05:00+08:00
                        event: 短信核验
                        who: zhang
                      - at: 2026-11-17T10:06:00+08:00
                        event: 提交管局
                "#},
            },
        ],
        finds: &["example/filings/2026-11-16-address/events/1/at"],
    },
    keeps: Example {
        shows: Words::fixed("事件都有时间", "every event has its time"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "    event: 管局通过" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    for event in named.record.events.items() {
        if event.value.event.is_absent() {
            lacks(
                case,
                report,
                event.place,
                "event",
                Words::fixed("这个事件没有写是什么", "this event does not say what happened"),
            );
        } else if event.value.at.is_absent()
            && let Some(kind) = event.value.event.known()
        {
            lacks(case, report, event.place, "at", words!("事件“{kind}”没有时间", "the event {kind} has no time"));
        }
    }
}
