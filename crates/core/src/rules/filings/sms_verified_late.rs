//! F109: a code was entered too late after it was sent.

use crate::day::When;
use crate::law::{ALIYUN_GUIDE, HUAWEI_GUIDE};
use crate::model::Filing;
use crate::record::Placed;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{events, tell};
use crate::rules::parts;
use crate::tables::{Counted, Unit};
use crate::vocabulary::{Event, PeriodKind};
use crate::words;
use crate::words::Words;

/// A code was entered too late after it was sent.
pub static RULE: Rule = Rule {
    code: "F109",
    name: "sms-verified-late",
    severity: Severity::Warning,
    title: Words::fixed("短信过了时限才核验", "a code was entered too late after it was sent"),
    demand: Words::fixed(
        "各省都要短信核验，收到短信 {sms-code}内在管局网站核验，过时订单退回（全国实行以前的试点另有时限，不作判断）",
        "All provinces check by SMS: a code is entered within {sms-code} at the site of the ministry, or the order \
         goes back (pilots before that had another time and are not judged)",
    ),
    help: Words::fixed(
        "核对两个时间；重新发送的短信也要记",
        "check both times; a code that was sent again is an event too",
    ),
    sources: &[HUAWEI_GUIDE.whole(), ALIYUN_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("两天后才核验", "two days later"),
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
                      - at: 2026-07-09T10:05:00+08:00
                        event: 短信核验
                        who: zhang
                      - at: 2026-07-09T10:06:00+08:00
                        event: 提交管局
                      - at: 2026-07-24T15:30:00+08:00
                        event: 管局通过
                "#},
            },
        ],
        finds: &["example/filings/2026-07-06-address/events/3/at"],
    },
    keeps: Example {
        shows: Words::fixed("当日核验", "the same day"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "2021-02-22T11:02:00+08:00" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let mut sent: Option<&Placed<When>> = None;
    for (event, kind) in events(named.record) {
        let Some(at) = event.value.at.placed() else { continue };
        match (kind, sent) {
            (Event::SmsSent, _) => sent = Some(at),
            // Nearly every one is entered on the day on which it is sent.
            (Event::SmsVerified, Some(code)) if code.value.day() < at.value.day() => {
                let counted = case.tables.count(PeriodKind::SmsCode, "", code.value.day());
                let Some(counted) = counted.filter(|counted| is_late(counted, code.value, at.value)) else { continue };
                let (from, to, Words { zh, en }) = (code.value, at.value, counted.length());
                tell(
                    case,
                    report,
                    at.place,
                    words!(
                        "短信于 {from} 发出，{to} 才核验，超过 {zh}",
                        "the code was sent at {from} and entered at {to}, more than {en} later"
                    ),
                )
                .counted_by(counted.period)
                .related(code.place, Words::fixed("发送短信", "sent here"));
            }
            _ => {}
        }
    }
}

/// Whether more than the period lies between, beyond doubt.
fn is_late(counted: &Counted<'_>, sent: When, entered: When) -> bool {
    match (sent, entered) {
        (When::Moment(sent), When::Moment(entered)) if counted.period.unit == Unit::Hours => {
            i64::from(counted.period.length) * 3600 < entered.unix_seconds() - sent.unix_seconds()
        }
        _ => counted.is_over(entered.day()),
    }
}
