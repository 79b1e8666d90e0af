//! F108: the authority decided on what it never got.

use super::order::{Misstep, missteps};
use crate::law::{HUAWEI_GUIDE, MII_33};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{is_reviewed, tell};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// The authority decided on what it never got.
pub static RULE: Rule = Rule {
    code: "F108",
    name: "decided-before-handed-over",
    severity: Severity::Warning,
    title: Words::fixed("没有提交管局，就有管局的决定", "the authority decided on what it never got"),
    demand: Words::fixed(
        "管局只对提交给它的订单作决定；提交之日起算 {authority-decision}",
        "The authority decides on what was handed over to it, and its {authority-decision} run from then",
    ),
    help: Words::fixed("补记“提交管局”及其时间", "add the event 提交管局 with its time"),
    sources: &[MII_33.article(12), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("直接通过", "approved at once"),
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
                      - at: 2026-07-07T10:05:00+08:00
                        event: 短信核验
                        who: zhang
                      - at: 2026-07-24T15:30:00+08:00
                        event: 管局通过
                "#},
            },
        ],
        finds: &["example/filings/2026-07-06-address/events/4"],
    },
    keeps: Example {
        shows: Words::fixed("先提交管局", "handed over first"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "    event: 提交管局" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    if !is_reviewed(named.record) {
        return;
    }
    for wrong in missteps(named.record).iter().filter(|wrong| wrong.misstep == Misstep::NotHandedOver) {
        let event = wrong.event;
        tell(case, report, wrong.at.place, words!("“{event}”之前没有“提交管局”", "{event} without 提交管局 before it"));
    }
}
