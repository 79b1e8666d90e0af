//! T112: a provider has been silent for ten working days.

use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::filings::common::{day, events, is_open};
use crate::rules::parts;
use crate::vocabulary::Event;
use crate::words;
use crate::words::Words;

/// A provider has been silent for ten working days.
pub static RULE: Rule = Rule {
    code: "T112",
    name: "provider-silent",
    severity: Severity::Note,
    title: Words::fixed("服务商收到订单十个工作日没有动静", "a provider has been silent for ten working days"),
    demand: Words::fixed(
        "服务商初审通常 {provider-review}，提交管局 {provider-handover}；过久没有动静，多半是漏接了核实电话",
        "A provider reviews within {provider-review} and hands over within {provider-handover}; a long silence mostly \
         means a missed call",
    ),
    help: Words::fixed(
        "登录服务商查看订单，接听核实电话，补记事件",
        "look at the order at the provider, take its call, and add what happened",
    ),
    sources: &[HUAWEI_GUIDE.whole(), TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("三周没有进展", "three weeks"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
                file: "example/filings/2026-10-30-address.yaml",
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
                      - at: 2026-10-30T10:00:00+08:00
                        event: 提交订单
                "#},
            },
        ],
        finds: &["example/filings/2026-10-30-address/events/0"],
    },
    keeps: Example {
        shows: Words::fixed("昨天才提交", "yesterday"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_SUBMITTED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    if !is_open(named.record) {
        return;
    }
    let Some((event, Event::Submitted | Event::FirstReviewPassed | Event::Supplemented)) =
        events(named.record).next_back()
    else {
        return;
    };
    let Some(since) = day(event) else { return };
    // An order that lies for so long lapses, which is another rule's matter.
    let calendar = &case.tables.calendar;
    if calendar.working_days_from(since, DAYS).is_ok_and(|due| due < case.today) && since.days_until(case.today) < 35 {
        let stem = named.key;
        report.at(
            event.place,
            words!("订单 {stem} 从 {since} 起没有新进展", "nothing happened to `{stem}` since {since}"),
        );
    }
}

/// After how many working days silence is told.
const DAYS: i64 = 10;
