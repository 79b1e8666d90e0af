//! F110: an order was handed over without a code.

use crate::day::Day;
use crate::law::{ALIYUN_GUIDE, HUAWEI_GUIDE};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{day, is_reviewed, last, procedure, tell};
use crate::rules::parts;
use crate::vocabulary::{Event, Procedure};
use crate::words::Words;

/// An order was handed over without a code.
pub static RULE: Rule = Rule {
    code: "F110",
    name: "sms-missing",
    severity: Severity::Warning,
    title: Words::fixed("没有短信核验就提交了管局", "an order was handed over without a code"),
    demand: Words::fixed(
        "2020-08-17 起首次备案、新增、变更和注销都要短信核验；取消接入不用",
        "Since 2020-08-17 first filings, new services, changes and deregistrations are checked by SMS; cancelling an \
         access is not",
    ),
    help: Words::fixed("补记发送短信和短信核验", "add the events 发送短信 and 短信核验"),
    sources: &[HUAWEI_GUIDE.whole(), ALIYUN_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("没有核验", "no code"),
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
                      - at: 2026-07-07T10:06:00+08:00
                        event: 提交管局
                      - at: 2026-07-24T15:30:00+08:00
                        event: 管局通过
                "#},
            },
        ],
        finds: &["example/filings/2026-07-06-address/events/2"],
    },
    keeps: Example {
        shows: Words::fixed("两人都核验了", "both entered theirs"),
        given: &[Given::Stands {
            file: "example/filings/2021-02-20-first.yaml",
            text: yaml! {"
                    event: 短信核验
                    who: zhang
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let asks = is_reviewed(named.record) && procedure(named.record) != Some(Procedure::CancelAccess);
    let Some(over) = last(named.record, Event::HandedOver).filter(|_| asks) else { return };
    if day(over).is_some_and(|day| SINCE <= day) && last(named.record, Event::SmsVerified).is_none() {
        tell(
            case,
            report,
            over.place,
            Words::fixed("提交管局之前没有记短信核验", "no 短信核验 stands before 提交管局"),
        );
    }
}

/// The day from which every province checks by SMS.
const SINCE: Day = Day::of(2020, 8, 17);
