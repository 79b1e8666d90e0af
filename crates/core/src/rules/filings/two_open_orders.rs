//! F113: two orders of one subject are open at once.

use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{all, is_open, procedure, tell};
use crate::rules::parts;
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// Two orders of one subject are open at once.
pub static RULE: Rule = Rule {
    code: "F113",
    name: "two-open-orders",
    severity: Severity::Warning,
    title: Words::fixed("一个主体同时有两个未办结的订单", "two orders of one subject are open at once"),
    demand: Words::fixed(
        "同一主体同一时间只能有一个订单，跨服务商也是如此；新增接入、注销服务和取消接入在有的服务商处可以并行",
        "A subject has one order at a time, across providers; some providers let new accesses, deregistrations of \
         services and cancelled accesses run beside each other",
    ),
    help: Words::fixed(
        "先等前一个办结或撤回；其实已办结的补记结果",
        "wait for the other one or withdraw it; if it has ended, record how",
    ),
    sources: &[HUAWEI_GUIDE.whole(), TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("两个都刚提交", "both just submitted"),
        given: &[
            parts::MOVE_FILED_APART,
            Given::File {
                file: "example/filings/2026-11-17-b.yaml",
                text: yaml! {r#"
                    procedure: 变更主体
                    through: 阿里云
                    order: "20261117000017"
                    covers:
                      - subject
                    facts:
                      subject/remark:
                        from: 无
                        to: 有
                    effective: 2026-12-30
                    events:
                      - at: 2026-11-17T10:00:00+08:00
                        event: 提交订单
                "#},
            },
            parts::OFFICE_MOVED,
            Given::Edit {
                file: "example/subject.yaml",
                old: "supervisor: 张示例\n",
                new: yaml! {"
                    supervisor: 张示例
                    remark: 有
                "},
            },
        ],
        finds: &["example/filings/2026-11-17-b"],
    },
    keeps: Example {
        shows: Words::fixed("只有一个", "one"),
        given: &[parts::MOVE_FILED_APART, parts::OFFICE_MOVED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let mut earlier: Option<Named<'_, Filing>> = None;
    for order in all(case).filter(|order| is_open(order.record)) {
        let may_run_beside = |order: &Filing| procedure(order).is_some_and(Procedure::runs_beside);
        if let Some(before) = &earlier {
            let (this, that) = (order.key, before.key);
            let finding = tell(
                case,
                report,
                order.place,
                words!("订单 {this} 与 {that} 都没有办结", "the orders `{this}` and `{that}` are both open"),
            );
            finding.related(before.place, Words::fixed("前一个订单", "the earlier order"));
            if may_run_beside(order.record) && may_run_beside(before.record) {
                finding.at_most(Severity::Note);
            }
        }
        earlier = Some(order);
    }
}
