//! F109: a code was entered later than 24 hours after it was sent.

use super::common::{events, tell};
use crate::day::{Day, When};
use crate::law::{ALIYUN_GUIDE, HUAWEI_GUIDE};
use crate::model::Filing;
use crate::record::Placed;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::parts;
use crate::vocabulary::Event;
use crate::words;
use crate::words::Words;

/// A code was entered later than 24 hours after it was sent.
pub static RULE: Rule = Rule {
    code: "F109",
    name: "sms-verified-late",
    severity: Severity::Warning,
    title: Words::fixed("短信超过 24 小时才核验", "a code was entered later than 24 hours after it was sent"),
    demand: Words::fixed(
        "2020-08-17 起各省都要短信核验，收到短信 24 小时内在管局网站核验，过时订单退回（此前试点省为 48 小时，\
         不作判断）",
        "Since 2020-08-17 all provinces check by SMS: a code is entered within 24 hours at the site of the ministry, \
         or the order goes back (pilots before had 48 hours and are not judged)",
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
            (Event::SmsVerified, Some(code)) if SINCE <= code.value.day() && is_late(code.value, at.value) => {
                let (from, to) = (code.value, at.value);
                tell(
                    case,
                    report,
                    at.place,
                    words!(
                        "短信于 {from} 发出，{to} 才核验，超过 24 小时",
                        "the code was sent at {from} and entered at {to}, more than 24 hours later"
                    ),
                )
                .related(code.place, Words::fixed("发送短信", "sent here"));
            }
            _ => {}
        }
    }
}

/// The day from which every province checks by SMS within 24 hours.
const SINCE: Day = Day::of(2020, 8, 17);

/// Whether more than 24 hours lie between, beyond doubt.
fn is_late(sent: When, entered: When) -> bool {
    match (sent, entered) {
        (When::Moment(sent), When::Moment(entered)) => 24 * 3600 < entered.unix_seconds() - sent.unix_seconds(),
        _ => 1 < sent.day().days_until(entered.day()),
    }
}
