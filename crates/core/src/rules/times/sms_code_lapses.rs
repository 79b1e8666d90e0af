//! T101: a code lapses or has lapsed.

use crate::day::When;
use crate::law::{ALIYUN_GUIDE, HUAWEI_GUIDE};
use crate::model::Filing;
use crate::record::Placed;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{events, is_open};
use crate::rules::parts;
use crate::tables::{Counted, Tables};
use crate::vocabulary::{Event, PeriodKind};
use crate::words;
use crate::words::Words;

/// A code lapses or has lapsed.
pub static RULE: Rule = Rule {
    code: "T101",
    name: "sms-code-lapses",
    severity: Severity::Warning,
    title: Words::fixed("短信验证码快过期或已过期", "a code lapses or has lapsed"),
    demand: Words::fixed(
        "收到 12381 的短信后 {sms-code}内，到管局网站用验证码、手机号和证件号后六位核验；过时订单退回",
        "A code from 12381 is entered within {sms-code} at the site of the ministry, with the number of the phone and \
         the last six characters of the certificate; or the order goes back",
    ),
    help: Words::fixed("按时核验，并记短信核验", "enter it in time and record 短信核验"),
    sources: &[HUAWEI_GUIDE.whole(), ALIYUN_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("三天前发的短信", "sent three days ago"),
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
                      - at: 2026-11-16T10:00:00+08:00
                        event: 提交订单
                      - at: 2026-11-17T09:40:00+08:00
                        event: 初审通过
                      - at: 2026-11-17T09:41:00+08:00
                        event: 发送短信
                "#},
            },
        ],
        finds: &["example/filings/2026-11-16-address/events/2/at"],
    },
    keeps: Example {
        shows: Words::fixed("已经核验", "entered"),
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
                      - at: 2026-11-16T10:00:00+08:00
                        event: 提交订单
                      - at: 2026-11-20T09:40:00+08:00
                        event: 初审通过
                      - at: 2026-11-20T09:41:00+08:00
                        event: 发送短信
                      - at: 2026-11-20T10:05:00+08:00
                        event: 短信核验
                        who: zhang
                "#},
            },
        ],
        finds: &[],
    },
};

/// When the code was sent that nobody has entered yet.
pub(crate) fn sent(filing: &Filing) -> Option<&Placed<When>> {
    if !is_open(filing) {
        return None;
    }
    let Some((sent, Event::SmsSent)) = events(filing).next_back() else { return None };
    sent.value.at.placed()
}

/// The time in which a code is entered that was sent then.
pub(crate) fn due(sent: When, tables: &Tables) -> Option<Counted<'_>> {
    tables.count(PeriodKind::SmsCode, "", sent.day())
}

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let Some(at) = sent(named.record) else { return };
    let Some(counted) = due(at.value, case.tables) else { return };
    let (day, stem) = (at.value.day(), named.key);
    let Words { zh, en } = counted.length();
    if case.today < day {
        return;
    }
    // A day is all that is known of now, so the last hours are not told apart.
    if counted.is_over(case.today) {
        report
            .at(
                at.place,
                words!(
                    "订单 {stem} 的短信于 {day} 发出，一直没有核验，已过 {zh}，订单退回",
                    "the code of `{stem}` was sent on {day} and never entered; its {en} are over and \
                     the order goes back"
                ),
            )
            .counted_by(counted.period)
            .help(Words::fixed(
                "验证码已失效：请接入商重新提交，再记一次提交订单，核验新的验证码；其实已经核验的，补记短信核验",
                "it is void: have the provider submit the order again, record 提交订单 once more and enter the new \
                 code; if it was entered after all, record 短信核验",
            ));
    } else {
        let time = at.value;
        report
            .at(
                at.place,
                words!(
                    "订单 {stem} 的短信于 {time} 发出，要在 {zh}内核验",
                    "the code of `{stem}` was sent at {time}; enter it within {en}"
                ),
            )
            .counted_by(counted.period)
            .at_most(Severity::Note);
    }
}
