//! F119: a change does not say from what to what.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::record::FactChange;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{facts, is_change, tell};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// A change does not say from what to what.
pub static RULE: Rule = Rule {
    code: "F119",
    name: "change-without-from-to",
    severity: Severity::Error,
    title: Words::fixed("变更事项没有写原值和新值", "a change does not say from what to what"),
    demand: Words::fixed(
        "变更的每个事项都写 from 和 to（原来没有的省 from，去掉的省 to）；这样才能从订单推出任何一天的备案信息",
        "Each fact of a change has `from` and `to` (no `from` if there was nothing, no `to` if it goes); what was on \
         file on any day follows from them",
    ),
    help: Words::fixed("写成 from 和 to", "write `from` and `to`"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("只写了新值", "the new value only"),
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
                      subject/address: 浙江省杭州市滨江区江南大道 588 号 1206 室
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
        finds: &["example/filings/2026-07-06-address/facts/subject/address"],
    },
    keeps: Example {
        shows: Words::fixed("原值和新值", "both values"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_FILED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    if !is_change(named.record) {
        return;
    }
    let is_empty = |change: &FactChange| match change {
        FactChange::Filed(_) => true,
        FactChange::Changed { from, to } => from.is_absent() && to.is_absent(),
    };
    // Who takes one fact for filed does so with all of them.
    let mut empty = facts(named.record).filter(|(_, change)| is_empty(&change.value));
    let Some((fact, change)) = empty.next() else { return };
    let finding =
        tell(case, report, change.place, words!("{fact} 没有写原值和新值", "`{fact}` has no `from` and `to`"));
    for (fact, change) in empty.take(MOST) {
        finding.related(change.place, words!("{fact} 也没有", "nor has `{fact}`"));
    }
}

/// So many facts are shown beside the first one.
const MOST: usize = 20;
