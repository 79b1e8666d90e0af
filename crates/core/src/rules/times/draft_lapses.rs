//! T102: an order that nobody updates lapses or has lapsed.

use crate::law::ALIYUN_GUIDE;
use crate::model::{Filing, FilingEvent};
use crate::record::Placed;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{day, events, is_at_authority, is_open};
use crate::rules::parts;
use crate::tables::{Counted, Tables};
use crate::vocabulary::{Event, PeriodKind};
use crate::words;
use crate::words::Words;

/// An order that nobody updates lapses or has lapsed.
pub static RULE: Rule = Rule {
    code: "T102",
    name: "draft-lapses",
    severity: Severity::Warning,
    title: Words::fixed("订单久不更新，快要失效或已失效", "an order that nobody updates lapses or has lapsed"),
    demand: Words::fixed(
        "未提交管局的订单，有的接入商过期不更新即删除（阿里云 {draft-lapses}），要从头填报",
        "Some providers delete an order that was not handed over and that nobody updates (Alibaba Cloud after \
         {draft-lapses}), and it has to be filled in anew",
    ),
    help: Words::fixed(
        "尽快补齐并提交；已删除的记“订单失效”，另立订单",
        "complete and submit it; if it was deleted, record 订单失效 and begin a new order",
    ),
    sources: &[ALIYUN_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("两个月没有更新", "two months without an update"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
                file: "example/filings/2026-09-16-address.yaml",
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
                      - at: 2026-09-16T10:00:00+08:00
                        event: 提交订单
                "#},
            },
        ],
        finds: &["example/filings/2026-09-16-address/events/0"],
    },
    keeps: Example {
        shows: Words::fixed("昨天才提交", "submitted yesterday"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_SUBMITTED],
        finds: &[],
    },
};

/// The last event of a draft that lapses at its provider, and the time that it has from then.
pub(crate) fn due<'c>(filing: &'c Filing, tables: &'c Tables) -> Option<(&'c Placed<FilingEvent>, Counted<'c>)> {
    if !is_open(filing) || is_at_authority(filing) {
        return None;
    }
    let (event, day) = events(filing).filter_map(|(event, _)| Some((event, day(event)?))).next_back()?;
    Some((event, tables.count(PeriodKind::DraftLapses, filing.through.known()?, day)?))
}

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let Some((event, counted)) = due(named.record, case.tables) else { return };
    let Some(lapses) = counted.day() else { return };
    let (last, stem) = (counted.event, named.key);
    let left = case.today.days_until(lapses);
    // That it waits to be handed in again is another rule's matter, until it has lapsed.
    let is_sent_back = matches!(events(named.record).next_back(), Some((_, Event::FirstReviewRejected)));
    if left < 0 {
        report
            .at(
                event.place,
                words!(
                    "订单 {stem} 从 {last} 起没有更新，{lapses} 已失效",
                    "`{stem}` had no update since {last} and lapsed on {lapses}"
                ),
            )
            .counted_by(counted.period);
    } else if left <= SOON && !is_sent_back {
        report
            .at(
                event.place,
                words!(
                    "订单 {stem} 从 {last} 起没有更新，{lapses} 失效，还有 {left} 天",
                    "`{stem}` had no update since {last} and lapses on {lapses}, in {left} days"
                ),
            )
            .counted_by(counted.period)
            .at_most(Severity::Note);
    }
}

/// How many days before that it is told.
const SOON: i64 = 10;
