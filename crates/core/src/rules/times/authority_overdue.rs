//! T103: the authority has had an order for longer than it may take.

use crate::calendar::UnknownYear;
use crate::day::Day;
use crate::law::{Article, LICENSING_LAW, MII_33};
use crate::model::{Filing, FilingEvent};
use crate::record::Placed;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{day, is_at_authority, last};
use crate::rules::parts;
use crate::tables::{Counted, Tables};
use crate::vocabulary::{Event, PeriodKind};
use crate::words;
use crate::words::Words;

/// The authority has had an order for longer than it may take.
pub static RULE: Rule = Rule {
    code: "T103",
    name: "authority-overdue",
    severity: Severity::Warning,
    title: Words::fixed("管局审核超过期限", "the authority has had an order for longer than it may take"),
    demand: Words::fixed(
        "管局在收到材料之日起 {authority-decision}内决定，告知理由的可以再延长 {authority-extension}；工作日按\
         国务院放假安排计算，没有日历的年份不推算",
        "The authority decides within {authority-decision}, or says why it takes {authority-extension} more; working \
         days are counted by the calendar of the State Council, and a year without one is not guessed",
    ),
    help: Words::fixed("请服务商或管局查询进度", "ask the provider or the authority how it stands"),
    sources: &[MII_33.article(12), LICENSING_LAW.articles(&[Article::new(42), Article::new(82)])],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("四个多月没有结果", "four months without a decision"),
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
                "#},
            },
        ],
        finds: &["example/filings/2026-07-06-address/events/4"],
    },
    keeps: Example {
        shows: Words::fixed("还在期限以内", "still in time"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_UNDER_REVIEW],
        finds: &[],
    },
};

/// The event by which the authority has an order that it has not decided, and its day.
pub(crate) fn handed_over(filing: &Filing) -> Option<(&Placed<FilingEvent>, Day)> {
    if !is_at_authority(filing) {
        return None;
    }
    let over = last(filing, Event::HandedOver)?;
    Some((over, day(over)?))
}

/// The time that the authority has for what it was handed on a day.
pub(crate) fn due(handed_over: Day, tables: &Tables) -> Option<Counted<'_>> {
    tables.count(PeriodKind::AuthorityDecision, "", handed_over)
}

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let Some((over, since)) = handed_over(named.record) else { return };
    let Some(counted) = due(since, case.tables) else { return };
    let stem = named.key;
    let Words { zh, en } = counted.length();
    match counted.end {
        Ok(end) if end.is_over(case.today) => {
            let due = end.day;
            report
                .at(
                    over.place,
                    words!(
                        "订单 {stem} 于 {since} 提交管局，{zh}到 {due} 已满",
                        "`{stem}` was handed over on {since}; the {en} ended on {due}"
                    ),
                )
                .counted_by(counted.period);
        }
        // No day on which it ends comes sooner, whatever the calendar says.
        Err(UnknownYear(year)) if since.plus_days(i64::from(counted.period.length)) < case.today => {
            report
                .at(
                    over.place,
                    words!(
                        "没有 {year} 年的放假安排，算不出订单 {stem} 的 {zh}（{since} 起）",
                        "there is no calendar of {year}, so the {en} of `{stem}` (from {since}) cannot be counted"
                    ),
                )
                .counted_by(counted.period)
                .at_most(Severity::Note);
        }
        _ => {}
    }
}
