//! S109: an individual states a prior approval.

use crate::law::{HUAWEI_GUIDE, TENCENT_APPROVALS};
use crate::model::Approvals;
use crate::model::Service;
use crate::rule::{Case, Check, Example, Named, Report, Rule, Severity};
use crate::rules::asked::who;
use crate::rules::in_use::is_judged;
use crate::rules::parts;
use crate::rules::people::examples::{OF_ZHEJIANG, ZHEJIANG, individual};
use crate::tables::Who;
use crate::words;
use crate::words::Words;

/// An individual states a prior approval.
pub static RULE: Rule = Rule {
    code: "S109",
    name: "approval-of-individual",
    severity: Severity::Warning,
    title: Words::fixed("个人备案写了前置审批", "an individual states a prior approval"),
    demand: Words::fixed(
        "须经审批的内容只批给单位，个人取得不了这些批准",
        "Such approvals are given to organisations; an individual cannot obtain one",
    ),
    help: Words::fixed(
        "由取得批准的单位备案；不做这些内容的，写不涉及",
        "file as the organisation that holds the approval; if the content is not offered, write 不涉及",
    ),
    sources: &[TENCENT_APPROVALS.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("个人写了出版审批", "an individual with an approval for publishing"),
        given: individual!(ZHEJIANG, OF_ZHEJIANG, parts::APPROVAL, parts::APPROVAL_FILED),
        finds: &["example/services/shop/approvals"],
    },
    keeps: Example {
        shows: Words::fixed("个人不涉及", "an individual without any"),
        given: individual!(ZHEJIANG, OF_ZHEJIANG),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let Some(approvals) = service.approvals.placed() else { return };
    let given = matches!(&approvals.value, Approvals::Given(list) if !list.is_empty());
    if given && who(case) == Some(Who::Individual) && is_judged(case, service) {
        let key = named.key;
        report.at(
            approvals.place,
            words!(
                "个人开办的 {key} 写了前置审批，个人取得不了这类批准",
                "`{key}` of an individual states an approval that individuals cannot obtain"
            ),
        );
    }
}
