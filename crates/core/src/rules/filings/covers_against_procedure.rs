//! F118: what an order covers does not fit what it asks.

use crate::law::{RECORD_FORMAT, TENCENT_GUIDE};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{covers, procedure, tell};
use crate::rules::parts;
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// What an order covers does not fit what it asks.
pub static RULE: Rule = Rule {
    code: "F118",
    name: "covers-against-procedure",
    severity: Severity::Error,
    title: Words::fixed("范围与流程类型不符", "what an order covers does not fit what it asks"),
    demand: Words::fixed(
        "首次备案涉及主体和至少一项服务；新增、接入和服务变更只涉及服务；主体变更和注销涉及主体；注销服务一次一项",
        "A first filing covers the subject and a service; new services, accesses and changes of services cover \
         services only; what concerns the subject covers it; services are deregistered one by one",
    ),
    help: Words::fixed("改正 covers 或 procedure", "correct `covers` or `procedure`"),
    sources: &[RECORD_FORMAT.whole(), TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("变更主体却列了服务", "a change of the subject with a service"),
        given: &[
            Given::File {
                file: "example/filings/2026-07-06-address.yaml",
                text: yaml! {r#"
                    procedure: 变更主体
                    through: 阿里云
                    order: "20260706000017"
                    covers:
                      - subject
                      - services/shop
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
                      - at: 2026-07-24T15:30:00+08:00
                        event: 管局通过
                "#},
            },
            parts::OFFICE_MOVED,
        ],
        finds: &["example/filings/2026-07-06-address/covers"],
    },
    keeps: Example {
        shows: Words::fixed("主体和一项服务", "the subject and a service"),
        given: &[Given::Stands {
            file: "example/filings/2021-02-20-first.yaml",
            text: yaml! {"
                  - subject
                  - services/shop
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    use Procedure as P;
    let list = named.record.covers.items();
    let (Some(procedure), Some(place)) = (procedure(named.record), named.record.covers.place()) else { return };
    if list.is_empty() {
        return;
    }
    let subject = covers(named.record, "subject");
    let services = list.iter().filter(|covered| covered.value.starts_with("services/")).count();
    let (fits, zh, en) = match procedure {
        P::First => (subject && services != 0, "要涉及主体和至少一项服务", "takes the subject and a service at least"),
        P::ChangeBoth => (subject && services != 0, "要涉及主体和服务", "takes the subject and services"),
        P::AddService | P::AddAccess | P::ChangeService | P::ChangeAccess | P::CancelAccess | P::Migration => {
            (!subject && services != 0, "只涉及服务，至少一项", "takes services only, and one at least")
        }
        P::ChangeSubject => (subject && services == 0, "只涉及主体", "takes the subject only"),
        P::DeregisterSubject | P::DeregisterEmptyShell | P::ChangeProvince => {
            (subject, "要涉及主体", "takes the subject")
        }
        P::DeregisterService => (!subject && services == 1, "一次只注销一项服务", "takes one service at a time"),
        P::DeregisterOther | P::Transfer | P::Claim | P::Existing => return,
    };
    if !fits {
        tell(case, report, place, words!("{procedure}{zh}", "{procedure} {en}"));
    }
}
