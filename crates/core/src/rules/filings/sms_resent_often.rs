//! F112: a code was sent more than five times.

use crate::law::HUAWEI_GUIDE;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{events, tell};
use crate::rules::parts;
use crate::vocabulary::Event;
use crate::words;
use crate::words::Words;

/// A code was sent more than five times.
pub static RULE: Rule = Rule {
    code: "F112",
    name: "sms-resent-often",
    severity: Severity::Note,
    title: Words::fixed("短信发了六次以上", "a code was sent more than five times"),
    demand: Words::fixed(
        "验证码可以重发，输错五次后第六次订单退回；一再重发多半是号码不对",
        "A code can be sent again, and the sixth wrong entry sends the order back; many codes mostly mean a wrong \
         number",
    ),
    help: Words::fixed("核对负责人的手机号码", "check the mobile numbers of the principals"),
    sources: &[HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("发了六次", "six times"),
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
                      - at: 2026-07-07T09:42:00+08:00
                        event: 发送短信
                      - at: 2026-07-07T09:43:00+08:00
                        event: 发送短信
                      - at: 2026-07-07T09:44:00+08:00
                        event: 发送短信
                      - at: 2026-07-07T09:45:00+08:00
                        event: 发送短信
                      - at: 2026-07-07T09:46:00+08:00
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
        ],
        finds: &["example/filings/2026-07-06-address/events/7"],
    },
    keeps: Example {
        shows: Words::fixed("一次", "once"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "    event: 发送短信" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let mut sent = 0_usize;
    for (event, kind) in events(named.record) {
        match kind {
            Event::SmsSent => sent += 1,
            Event::SmsVerified | Event::Submitted => sent = 0,
            _ => {}
        }
        if sent == MOST + 1 && kind == Event::SmsSent {
            tell(
                case,
                report,
                event.place,
                words!("连续第 {sent} 次发送短信，一直没有核验", "sent for the {sent}th time, and never entered"),
            );
        }
    }
}

/// How many wrong entries a code bears.
const MOST: usize = 5;
