//! F138: the day in a file name is not the first day of the order.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders;
use crate::rules::orders::{day, events, named_day, tell};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// The day in a file name is not the first day of the order.
pub static RULE: Rule = Rule {
    code: "F138",
    name: "file-day-differs",
    severity: Severity::Warning,
    title: Words::fixed("文件名的日期不是订单的第一天", "the day in a file name is not the first day of the order"),
    demand: Words::fixed(
        "订单文件以提交之日命名，按名排列就是先后；相差几天的草稿不计较",
        "The file of an order is named by its day, so that the names stand in order; a draft of some days is fine",
    ),
    help: Words::fixed("改文件名，或改正第一个事件的时间", "rename the file, or correct the time of the first event"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("差了一年", "a year off"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
                file: "example/filings/2025-07-06-address.yaml",
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
                "#},
            },
        ],
        finds: &["example/filings/2025-07-06-address/events/0/at"],
    },
    keeps: Example {
        shows: Words::fixed("同一天", "the same day"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_FILED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let begun = events(named.record).find_map(|(event, _)| Some((event.value.at.placed()?.place, day(event)?)));
    let (Some(named_day), Some((place, day))) = (named_day(named.key), begun) else { return };
    // An event that stands before earlier ones is a slip of its own.
    if events(named.record).any(|(event, _)| orders::day(event).is_some_and(|other| other < day)) {
        return;
    }
    // Later than its name is a draft that lay; earlier than its name it cannot be.
    if day < named_day || MOST < named_day.days_until(day) {
        tell(
            case,
            report,
            place,
            words!(
                "文件名写 {named_day}，第一个事件在 {day}",
                "the file is named {named_day}, its first event is of {day}"
            ),
        );
    }
}

/// How long a draft may lie.
const MOST: i64 = 60;
