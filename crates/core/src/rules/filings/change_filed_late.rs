//! F125: a change was filed too shortly before it takes effect.

use crate::filed::{State, state};
use crate::law::{MII_33, SC_292};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{day, first, is_change, tell};
use crate::rules::parts;
use crate::vocabulary::{Event, PeriodKind};
use crate::words;
use crate::words::Words;

/// A change was filed too shortly before it takes effect.
pub static RULE: Rule = Rule {
    code: "F125",
    name: "change-filed-late",
    severity: Severity::Warning,
    title: Words::fixed("变更备案提前的时间不够", "a change was filed too shortly before it takes effect"),
    demand: Words::fixed(
        "备案信息变更应当提前 {change-ahead}办理（不是变更以后才办）；所依据的文件事后才有的，拿到即办",
        "A change is filed {change-ahead} before it takes effect (not within a time after it); where it rests on a \
         document that exists only afterwards, it is filed at once",
    ),
    help: Words::fixed(
        "已经晚了的补不回来，如实记录即可，不要改日期；若依据的是事后才有的文件，在 basis 写明文件和日期。\
         可在 beian.yaml 豁免，不必写 until",
        "what is late stays so: leave the days as they are; if it rests on a later document, name that and its date in \
         `basis`. A waiver for it needs no `until`",
    ),
    sources: &[MII_33.article(14), SC_292.article(11)],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("生效前两周才提交", "two weeks ahead"),
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
                    effective: 2026-07-20
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
        shows: Words::fixed("依据的文件事后才有", "the document came later"),
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
                      number: "330106202600017"
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
    let filing = named.record;
    let Some(effective) = filing.effective.placed().filter(|_| is_change(filing)) else { return };
    let Some(submitted) = first(filing, Event::Submitted) else { return };
    // What came to nothing was filed neither early nor late.
    let Some(day) = day(submitted).filter(|_| state(filing) != State::Ended) else { return };
    let Some(counted) = case.tables.count(PeriodKind::ChangeAhead, "", effective.value) else { return };
    let Some(due) = counted.day() else { return };
    // A document of later than the due day is why it could not be filed sooner.
    let excused = filing.basis.known().and_then(|basis| basis.date.known()).is_some_and(|date| due < *date);
    if due < day && !excused {
        let (at, late) = (effective.value, due.days_until(day));
        let state = if at < day { ("，提交时已经生效", ", and it had taken effect by then") } else { ("", "") };
        let (zh, en) = state;
        tell(
            case,
            report,
            submitted.place,
            words!(
                "{day} 才提交，{at} 生效的变更最迟应在 {due} 提交，晚了 {late} 天{zh}",
                "submitted on {day}; a change that takes effect on {at} was due on {due}, {late} days before{en}"
            ),
        )
        .counted_by(counted.period)
        .related(effective.place, Words::fixed("生效日期", "it takes effect here"));
    }
}
