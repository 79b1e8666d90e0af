//! F117: an order does not say what it covers.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{lacks, procedure};
use crate::rules::parts;
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// An order does not say what it covers.
pub static RULE: Rule = Rule {
    code: "F117",
    name: "covers-missing",
    severity: Severity::Error,
    title: Words::fixed("订单没有写范围", "an order does not say what it covers"),
    demand: Words::fixed(
        "covers 列出订单涉及的主体和服务；状态、短信核验人和核发号码都看它",
        "`covers` lists the subject and the services an order is about; status, codes and numbers depend on it",
    ),
    help: Words::fixed("补写 covers", "add `covers`"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("没有范围", "no scope"),
        given: &[
            Given::File {
                file: "example/filings/2026-07-06-address.yaml",
                text: yaml! {r#"
                    procedure: 变更主体
                    through: 阿里云
                    order: "20260706000017"
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
        shows: Words::fixed("写明范围", "its scope is said"),
        given: &[Given::Stands {
            file: "example/filings/2021-02-20-first.yaml",
            text: yaml! {"
                covers:
                  - subject
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let given = !named.record.covers.is_absent() && (named.record.covers.known().is_none_or(|list| !list.is_empty()));
    let elsewhere = procedure(named.record).is_none_or(Procedure::covers_nothing);
    if !given && !elsewhere {
        let stem = named.key;
        lacks(
            case,
            report,
            named.place,
            "covers",
            words!("订单 {stem} 没有写涉及主体还是哪些服务", "the order `{stem}` does not say what it covers"),
        );
    }
}
