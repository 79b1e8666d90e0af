//! R106: an event was committed before it happened.

use super::turn::{Turn, by_stem};
use crate::law::RECORD_FORMAT;
use crate::record::Items;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// An event was committed before it happened.
pub static RULE: Rule = Rule {
    code: "R106",
    name: "event-before-it-happened",
    severity: Severity::Error,
    title: Words::fixed("经过的日期晚于提交的日期", "an event was committed before it happened"),
    demand: Words::fixed(
        "经过记已经发生的事；提交那天还没到的日子，不可能已经发生",
        "Events say what has happened, which a day after the commit cannot have",
    ),
    help: Words::fixed(
        "改正日期，或等事情发生了再记；打算何时生效写在 effective",
        "correct the day, or record it when it has happened; what is planned is said in `effective`",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Review,
    breaks: Example {
        shows: Words::fixed("明天才提交", "submitted tomorrow"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
                file: "example/filings/2026-11-20-address.yaml",
                text: yaml! {"
                    procedure: 变更主体
                    through: 阿里云
                    covers:
                      - subject
                    facts:
                      subject/address:
                        from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                        to: 浙江省杭州市滨江区江南大道 588 号 1206 室
                    effective: 2026-12-25
                    events:
                      - at: 2026-11-22T10:00:00+08:00
                        event: 提交订单
                "},
            },
        ],
        finds: &["example/filings/2026-11-20-address/events/0/at"],
    },
    keeps: Example {
        shows: Words::fixed("都已发生", "all has happened"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "2021-03-18T16:40:00+08:00" }],
        finds: &[],
    },
};

pub(super) fn check(turn: &Turn<'_>, report: &mut Report<'_>) {
    let Some(new) = turn.new else { return };
    let committed = turn.committed;
    for filing in &new.filings {
        let before = turn.old.and_then(|old| by_stem(old, &filing.stem));
        let known = before.map_or(Items::all(&[]), |filing| filing.record.value.events.items());
        for event in filing.record.value.events.items().iter().filter(|event| !known.contains(event)) {
            let Some(at) = event.value.at.placed() else { continue };
            let day = at.value.day();
            if committed < day {
                let message =
                    words!("{day} 晚于提交之日 {committed}", "{day} is after {committed}, the day of the commit");
                report.at(at.place, message);
            }
        }
    }
}
