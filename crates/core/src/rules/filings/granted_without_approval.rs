//! F127: an order that was not approved has granted numbers.

use crate::law::{MII_33, RECORD_FORMAT};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{is_own, last, tell};
use crate::rules::parts;
use crate::vocabulary::Event;
use crate::words::Words;

/// An order that was not approved has granted numbers.
pub static RULE: Rule = Rule {
    code: "F127",
    name: "granted-without-approval",
    severity: Severity::Error,
    title: Words::fixed("没有通过的订单写了核发号码", "an order that was not approved has granted numbers"),
    demand: Words::fixed("备案号随管局通过核发", "Numbers are granted with the authority's approval"),
    help: Words::fixed("补记“管局通过”，或删去号码", "add the event 管局通过, or drop the numbers"),
    sources: &[MII_33.article(12), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("还在审核就有号码", "numbers during the review"),
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
                    granted:
                      - of: subject
                        number: "浙ICP备2021000017号"
                    effective: 2027-01-20
                "#},
            },
        ],
        finds: &["example/filings/2026-07-06-address/granted/0"],
    },
    keeps: Example {
        shows: Words::fixed("通过后核发", "granted with the approval"),
        given: &[Given::Stands {
            file: "example/filings/2021-02-20-first.yaml",
            text: yaml! {"
                    event: 管局通过
                granted:
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let granted = named.record.granted.items();
    if let (Some(first), true) = (granted.first(), is_own(named.record))
        && last(named.record, Event::Approved).is_none()
    {
        tell(
            case,
            report,
            first.place,
            Words::fixed("还没有管局通过，却写了核发的号码", "numbers stand here, but no 管局通过"),
        );
    }
}
