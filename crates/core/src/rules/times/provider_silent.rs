//! T112: an order has not gone on for long at its provider.

use crate::day::Day;
use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::Filing;
use crate::record::Place;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{day, events, is_at_authority, is_open};
use crate::rules::parts;
use crate::vocabulary::{Event, PeriodKind};
use crate::words;
use crate::words::Words;

/// An order has not gone on for long at its provider.
pub static RULE: Rule = Rule {
    code: "T112",
    name: "provider-silent",
    severity: Severity::Note,
    title: Words::fixed("订单在服务商处久无进展", "an order has not gone on for long at its provider"),
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
    if !is_open(named.record) || is_at_authority(named.record) {
        return;
    }
    let Some((event, kind)) = events(named.record).next_back() else { return };
    let Some(since) = day(event) else { return };
    // An order that lies for so long lapses, which is another rule's matter.
    if LAPSING <= since.days_until(case.today) {
        return;
    }
    let stem = named.key;
    match kind {
        Event::Submitted | Event::Supplemented
            if case.tables.calendar.working_days_from(since, DAYS).is_ok_and(|due| due < case.today) =>
        {
            report.at(
                event.place,
                words!("订单 {stem} 从 {since} 起没有新进展", "nothing happened to `{stem}` since {since}"),
            );
        }
        Event::FirstReviewPassed | Event::SmsVerified => waits(case, named, (event.place, kind, since), report),
        _ => {}
    }
}

/// An order that passed and has no code, or whose code was entered, and which was not handed over.
fn waits(case: &Case<'_>, named: &Named<'_, Filing>, last: (Place, Event, Day), report: &mut Report<'_>) {
    let (place, kind, since) = last;
    let through = named.record.through.known().map_or("", |name| &**name);
    let Some(counted) = case.tables.count(PeriodKind::ProviderHandover, through, since) else { return };
    if !counted.is_over(case.today) {
        return;
    }
    let (stem, Words { zh, en }) = (named.key, counted.length());
    let asked = named.record.procedure.known().is_some_and(|asked| asked.is_checked_by_message());
    let said = match kind {
        Event::FirstReviewPassed if asked => words!(
            "订单 {stem} 于 {since} 初审通过，一般 {zh}内就发短信、报管局，还没有发送短信的记录",
            "`{stem}` passed the first review on {since}; the code mostly comes within {en}, and none is recorded"
        ),
        _ => words!(
            "订单 {stem} 于 {since} 已可提交管局，一般 {zh}内提交，还没有提交管局的记录",
            "`{stem}` was ready on {since}; it is mostly handed over within {en}, and no 提交管局 is recorded"
        ),
    };
    report.at(place, said).counted_by(counted.period);
}

/// After how many working days silence is told.
const DAYS: i64 = 10;

/// After so many days an order is near to lapsing.
const LAPSING: i64 = 35;
