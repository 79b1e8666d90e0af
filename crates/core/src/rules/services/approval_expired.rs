//! S107: a prior approval has expired.

use super::common::is_judged;
use crate::law::{Article, SC_292};
use crate::model::Approvals;
use crate::model::Service;
use crate::record::Vocabulary;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// A prior approval has expired.
pub static RULE: Rule = Rule {
    code: "S107",
    name: "approval-expired",
    severity: Severity::Error,
    title: Words::fixed("前置审批已过期", "a prior approval has expired"),
    demand: Words::fixed(
        "须经审批的内容，没有有效的批准不得提供",
        "What needs an approval must not be offered without a valid one",
    ),
    help: Words::fixed(
        "换领后更新；内容已停止的，改 content 和 approvals 并办理变更",
        "renew it; if the content has ended, change `content` and `approvals` and file the change",
    ),
    sources: &[SC_292.articles(&[Article::new(5), Article::new(11)])],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("去年到期", "it ended last year"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "  approvals: 不涉及\n",
                new: yaml! {r#"
                      approvals:
                        - kind: 药品和医疗器械
                          authority: 浙江省药品监督管理局
                          number: "（浙）-经营性-2026-0001"
                          valid:
                            from: 2020-01-01
                            until: 2025-12-31
                "#},
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "  services/shop/approvals: 不涉及\n",
                new: yaml! {r#"
                      services/shop/approvals:
                          - kind: 药品和医疗器械
                            authority: 浙江省药品监督管理局
                            number: "（浙）-经营性-2026-0001"
                            valid:
                              from: 2020-01-01
                              until: 2025-12-31
                "#},
            },
        ],
        finds: &["example/services/shop/approvals/0/valid/until"],
    },
    keeps: Example {
        shows: Words::fixed("在有效期内", "still valid"),
        given: &[parts::APPROVAL, parts::APPROVAL_FILED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some(Approvals::Given(list)) = named.record.approvals.known() else { return };
    for approval in list {
        let until = approval.value.valid.known().and_then(|valid| valid.until.placed());
        let Some((until, day)) = until.and_then(|until| Some((until, until.value.day()?))) else { continue };
        if day < case.today && is_judged(case, named.record) {
            let kind = approval.value.kind.known().map_or("", |kind| kind.term());
            report.at(
                until.place,
                words!(
                    "{kind}审批有效期到 {day}，已经过期",
                    "the approval {kind} was valid until {day} and has expired"
                ),
            );
        }
    }
}
