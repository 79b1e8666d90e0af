//! F136: a paper was out of date when the order was submitted, or is dated later.

use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{day, last, tell};
use crate::rules::parts;
use crate::vocabulary::Event;
use crate::words;
use crate::words::Words;

/// A paper was out of date when the order was submitted, or is dated later.
pub static RULE: Rule = Rule {
    code: "F136",
    name: "paper-not-current",
    severity: Severity::Warning,
    title: Words::fixed(
        "提交时材料已过有效期，或材料日期在提交之后",
        "a paper was out of date when the order was submitted, or is dated later",
    ),
    demand: Words::fixed(
        "材料要清晰有效；过期的证件和晚于提交的文件会被退回",
        "Papers are to be current; expired ones and those of a later day are sent back",
    ),
    help: Words::fixed("换成有效的材料，或改正日期", "hand in a current paper, or correct the date"),
    sources: &[HUAWEI_GUIDE.whole(), TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("提交前已过期", "expired before"),
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
                      - at: 2026-07-07T10:06:00+08:00
                        event: 提交管局
                      - at: 2026-07-24T15:30:00+08:00
                        event: 管局通过
                    papers:
                      - kind: 营业执照
                        of: subject
                        where: A-3
                        valid: 2026-06-30
                "#},
            },
        ],
        finds: &["example/filings/2026-07-06-address/papers/0/valid"],
    },
    keeps: Example {
        shows: Words::fixed("仍有效", "still valid"),
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
                      - at: 2026-07-07T10:06:00+08:00
                        event: 提交管局
                      - at: 2026-07-24T15:30:00+08:00
                        event: 管局通过
                    papers:
                      - kind: 营业执照
                        of: subject
                        where: A-3
                        valid: 2027-06-30
                "#},
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    // Papers can be handed in later, until the authority has the order.
    let over = last(named.record, Event::HandedOver).or_else(|| last(named.record, Event::Submitted));
    let Some(handed) = over.and_then(day) else { return };
    for paper in named.record.papers.items() {
        if let Some(dated) = paper.value.dated.placed().filter(|dated| handed < dated.value) {
            let date = dated.value;
            tell(
                case,
                report,
                dated.place,
                words!(
                    "材料日期 {date}，订单 {handed} 就已提交",
                    "the paper is of {date}, while the order was handed in on {handed}"
                ),
            );
        }
        let until = paper.value.valid.known().and_then(|valid| valid.until.placed());
        if let Some(until) = until
            && until.value.day().is_some_and(|day| day < handed)
        {
            let end = until.value;
            tell(
                case,
                report,
                until.place,
                words!(
                    "材料有效期到 {end}，{handed} 提交时已经过期",
                    "the paper was valid until {end} and had expired on {handed}"
                ),
            );
        }
    }
}
