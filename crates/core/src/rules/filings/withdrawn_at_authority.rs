//! F107: an order was withdrawn while the authority had it.

use super::order::{Misstep, missteps};
use crate::law::{TENCENT_GUIDE, WECHAT_FILING};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::tell;
use crate::words::Words;

/// An order was withdrawn while the authority had it.
pub static RULE: Rule = Rule {
    code: "F107",
    name: "withdrawn-at-authority",
    severity: Severity::Warning,
    title: Words::fixed("管局审核期间撤回了订单", "an order was withdrawn while the authority had it"),
    demand: Words::fixed(
        "提交管局以后不能撤回或改动，只能等管局通过或驳回",
        "What the authority reviews can be neither withdrawn nor changed; one waits for its decision",
    ),
    help: Words::fixed(
        "改记管局的决定；若在提交管局之前撤回，改正时间",
        "record what the authority decided, or correct the times if it was withdrawn before",
    ),
    sources: &[TENCENT_GUIDE.whole(), WECHAT_FILING.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("提交管局后撤回", "withdrawn after it was handed over"),
        given: &[Given::File {
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
                  - at: 2026-07-08T10:00:00+08:00
                    event: 撤回
            "#},
        }],
        finds: &["example/filings/2026-07-06-address/events/5"],
    },
    keeps: Example {
        shows: Words::fixed("提交管局前撤回", "withdrawn before"),
        given: &[Given::File {
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
                  - at: 2026-07-08T10:00:00+08:00
                    event: 撤回
            "#},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    for wrong in missteps(named.record).iter().filter(|wrong| wrong.misstep == Misstep::WithdrawnAtAuthority) {
        let finding = tell(
            case,
            report,
            wrong.at.place,
            Words::fixed("管局审核期间不能撤回", "nothing can be withdrawn while the authority reviews"),
        );
        if let Some((before, _)) = wrong.before {
            finding.related(before.place, Words::fixed("此时已在管局", "the authority has it since here"));
        }
    }
}
