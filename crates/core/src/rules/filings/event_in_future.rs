//! F104: an event lies in the future.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::tell;
use crate::words;
use crate::words::Words;

/// An event lies in the future.
pub static RULE: Rule = Rule {
    code: "F104",
    name: "event-in-future",
    severity: Severity::Warning,
    title: Words::fixed("事件的时间还没有到", "an event lies in the future"),
    demand: Words::fixed(
        "事件记录已经发生的事；还没到的日子不能已经发生",
        "Events record what has happened, which a day to come cannot have",
    ),
    help: Words::fixed(
        "改正日期；打算做的事写在 reason 或 effective",
        "correct the date; what is planned belongs into `reason` or `effective`",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("明年才通过", "approved next year"),
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
                  - at: 2027-07-24T10:00:00+08:00
                    event: 管局通过
            "#},
        }],
        finds: &["example/filings/2026-07-06-address/events/5/at"],
    },
    keeps: Example {
        shows: Words::fixed("都已发生", "all has happened"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "2021-03-18T16:40:00+08:00" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    for event in named.record.events.items() {
        let Some(at) = event.value.at.placed() else { continue };
        let (day, today) = (at.value.day(), case.clock);
        if today < day {
            tell(
                case,
                report,
                at.place,
                words!("{day} 还没有到，今天是 {today}", "{day} is still to come; today is {today}"),
            );
        }
    }
}
