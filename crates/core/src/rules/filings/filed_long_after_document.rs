//! F126: a change was filed long after the document it rests on.

use crate::day::Day;
use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{day, first, is_change, tell};
use crate::rules::parts;
use crate::vocabulary::{Event, PeriodKind};
use crate::words;
use crate::words::Words;

/// A change was filed long after the document it rests on.
pub static RULE: Rule = Rule {
    code: "F126",
    name: "filed-long-after-document",
    severity: Severity::Warning,
    title: Words::fixed("拿到依据文件后迟迟没有提交变更", "a change was filed long after the document it rests on"),
    demand: Words::fixed(
        "依据的文件事后才有的，拿到后立即办理；服务商按 {after-document}要求",
        "What rests on a document that exists only afterwards is filed at once; providers ask for {after-document}",
    ),
    help: Words::fixed("尽早提交", "submit as soon as you can"),
    sources: &[HUAWEI_GUIDE.whole(), TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("一个多月后才提交", "more than a month later"),
        given: &[
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
                    effective: 2026-05-20
                    basis:
                      document: 准予变更登记通知书
                      date: 2026-05-20
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
            parts::OFFICE_MOVED,
        ],
        finds: &["example/filings/2026-07-06-address/events/0"],
    },
    keeps: Example {
        shows: Words::fixed("几天后就提交", "some days later"),
        given: &[
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
                    effective: 2026-07-02
                    basis:
                      document: 准予变更登记通知书
                      date: 2026-07-02
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
            parts::OFFICE_MOVED,
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let Some(basis) = named.record.basis.known().filter(|_| is_change(named.record)) else { return };
    let (Some(date), Some(submitted)) = (basis.date.placed(), first(named.record, Event::Submitted)) else { return };
    // What was filed ahead as the law asks is in time, however old its document is.
    let ahead = |effective: &Day| {
        let due = case.tables.count(PeriodKind::ChangeAhead, "", *effective).and_then(|counted| counted.day());
        due.zip(day(submitted)).is_some_and(|(due, day)| day <= due)
    };
    if named.record.effective.known().is_some_and(ahead) {
        return;
    }
    let Some(counted) = case.tables.count(PeriodKind::AfterDocument, "", date.value) else { return };
    // Without a calendar of the year working days cannot be counted, and nothing is said.
    let (Some(day), Some(due)) = (day(submitted), counted.day()) else { return };
    if due < day {
        let (from, Words { zh, en }) = (date.value, counted.length());
        tell(
            case,
            report,
            submitted.place,
            words!(
                "文件日期 {from}，{day} 才提交，超过 {zh}（{due}）",
                "the document is of {from} and this was submitted on {day}, after {en} ({due})"
            ),
        )
        .counted_by(counted.period)
        .related(date.place, Words::fixed("依据文件", "the document"));
    }
}
