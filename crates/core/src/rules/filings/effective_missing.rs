//! F124: a change does not say when it takes effect.

use crate::law::{MII_33, SC_292};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{is_change, lacks};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// A change does not say when it takes effect.
pub static RULE: Rule = Rule {
    code: "F124",
    name: "effective-missing",
    severity: Severity::Warning,
    title: Words::fixed("变更没有写生效日期", "a change does not say when it takes effect"),
    demand: Words::fixed(
        "变更提前 {change-ahead}备案，从生效日期倒数；依据的文件事后才有的，写 basis 及其日期",
        "A change is filed {change-ahead} ahead, counted back from the day on which it takes effect; where it rests on \
         a document that exists only afterwards, `basis` has its date",
    ),
    help: Words::fixed("补写 effective，或 basis 的 date", "add `effective`, or the `date` of `basis`"),
    sources: &[MII_33.article(14), SC_292.article(11)],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("没有生效日期", "no day of effect"),
        given: &[
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
        finds: &["example/filings/2026-07-06-address/effective"],
    },
    keeps: Example {
        shows: Words::fixed("写明生效日期", "the day is said"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_FILED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let has_basis = named.record.basis.known().is_some_and(|basis| !basis.date.is_absent());
    if is_change(named.record) && named.record.effective.is_absent() && !has_basis {
        let stem = named.key;
        lacks(
            case,
            report,
            named.place,
            "effective",
            words!(
                "变更 {stem} 没有写何时生效，算不出提前办理的期限",
                "the change `{stem}` does not say when it takes effect, so that its last day cannot be counted"
            ),
        )
        .at_most(Severity::Warning);
    }
}
