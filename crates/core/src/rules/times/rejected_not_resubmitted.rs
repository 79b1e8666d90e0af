//! T109: an order was sent back thirty days ago and not submitted again.

use crate::law::TENCENT_GUIDE;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{day, events, is_own};
use crate::rules::parts;
use crate::vocabulary::Event;
use crate::words;
use crate::words::Words;

/// An order was sent back thirty days ago and not submitted again.
pub static RULE: Rule = Rule {
    code: "T109",
    name: "rejected-not-resubmitted",
    severity: Severity::Note,
    title: Words::fixed("订单驳回三十天了没有再提交", "an order was sent back thirty days ago and not submitted again"),
    demand: Words::fixed(
        "驳回的订单改好再提交；不办了就撤回，免得占着名额",
        "What was sent back is put right and submitted again, or withdrawn, so that it does not block others",
    ),
    help: Words::fixed("重新提交，或记撤回", "submit it again, or record 撤回"),
    sources: &[TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("驳回四十天", "forty days ago"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
                file: "example/filings/2026-10-10-address.yaml",
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
                      - at: 2026-10-10T10:00:00+08:00
                        event: 提交订单
                      - at: 2026-10-12T10:00:00+08:00
                        event: 初审驳回
                        note: 营业执照照片不清晰
                "#},
            },
        ],
        finds: &["example/filings/2026-10-10-address/events/1"],
    },
    keeps: Example {
        shows: Words::fixed("刚驳回", "sent back just now"),
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
                      - at: 2026-11-17T10:00:00+08:00
                        event: 提交订单
                      - at: 2026-11-18T10:00:00+08:00
                        event: 初审驳回
                        note: 营业执照照片不清晰
                "#},
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    if !is_own(named.record) {
        return;
    }
    let Some((event, Event::Rejected | Event::FirstReviewRejected)) = events(named.record).next_back() else { return };
    let Some(since) = day(event) else { return };
    let days = since.days_until(case.today);
    if DAYS < days {
        let stem = named.key;
        report.at(
            event.place,
            words!(
                "订单 {stem} 于 {since} 被驳回，{days} 天没有再提交",
                "`{stem}` was sent back on {since}, {days} days ago, and not submitted again"
            ),
        );
    }
}

/// How long it may lie.
const DAYS: i64 = 30;
