//! S106: facts about a prior approval are missing.

use super::common::lacking;
use crate::law::{Article, SC_292};
use crate::model::Approvals;
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// Facts about a prior approval are missing.
pub static RULE: Rule = Rule {
    code: "S106",
    name: "approval-facts-missing",
    severity: Severity::Error,
    title: Words::fixed("前置审批缺少文号等事项", "facts about a prior approval are missing"),
    demand: Words::fixed(
        "批准文件要写明类型、审批机关和文号，管局据此核对",
        "An approval is named by its kind, authority and number, which the administration looks up",
    ),
    help: Words::fixed("照批准文件补上", "copy them from the approval"),
    sources: &[SC_292.articles(&[Article::new(5), Article::new(8)])],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("没有文号", "without its number"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "  approvals: 不涉及\n",
                new: yaml! {"
                      approvals:
                        - kind: 出版
                          authority: 浙江省新闻出版局
                          valid:
                            from: 2026-01-01
                            until: 2030-12-31
                "},
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "  services/shop/approvals: 不涉及\n",
                new: yaml! {"
                      services/shop/approvals:
                          - kind: 出版
                            authority: 浙江省新闻出版局
                            valid:
                              from: 2026-01-01
                              until: 2030-12-31
                "},
            },
        ],
        finds: &["example/services/shop/approvals/0"],
    },
    keeps: Example {
        shows: Words::fixed("文号齐全", "with its number"),
        given: &[parts::APPROVAL, parts::APPROVAL_FILED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some(Approvals::Given(list)) = named.record.approvals.known() else { return };
    for approval in list {
        let one = &approval.value;
        let lacks = [
            (one.kind.is_absent(), "kind"),
            (one.authority.is_absent(), "authority"),
            (one.number.is_absent(), "number"),
        ];
        if lacks.iter().any(|(lacks, _)| *lacks) && is_judged(case, named.record) {
            lacking(
                (case, named.key),
                approval.place,
                &lacks,
                |zh, en| words!("这项审批缺少 {zh}", "this approval lacks {en}"),
                report,
            );
        }
    }
}
