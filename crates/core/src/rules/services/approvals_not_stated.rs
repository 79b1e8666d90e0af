//! S105: whether prior approvals are needed is not stated.

use crate::law::{Article, MII_33, SC_292};
use crate::model::Approvals;
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::words;
use crate::words::Words;

/// Whether prior approvals are needed is not stated.
pub static RULE: Rule = Rule {
    code: "S105",
    name: "approvals-not-stated",
    severity: Severity::Warning,
    title: Words::fixed("没有说明是否涉及前置审批", "whether prior approvals are needed is not stated"),
    demand: Words::fixed(
        "新闻、出版等依法须经其他主管部门同意的内容，备案时要交批准文件；备案表有这一栏。记录里写明“不涉及”，\
         才分得清是不涉及，还是没有问过",
        "Content that by law needs the consent of another authority, such as news and publishing, is filed with that \
         consent, and the form has a column for it. That none is needed is stated in the records, so that it is told \
         from a question that nobody asked",
    ),
    help: Words::fixed("写 approvals: 不涉及，或列出批准文件", "write `approvals: 不涉及`, or list the approvals"),
    sources: &[SC_292.articles(&[Article::new(5), Article::new(8).item(3)]), MII_33.article(11)],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("没有写", "nothing is said"),
        given: &[
            Given::Edit { file: "example/services.yaml", old: "  approvals: 不涉及\n", new: "" },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "  services/shop/approvals: 不涉及\n",
                new: "",
            },
        ],
        finds: &["example/services/shop/approvals"],
    },
    keeps: Example {
        shows: Words::fixed("明说不涉及", "none is needed, and that is said"),
        given: &[Given::Stands { file: "example/services.yaml", text: "approvals: 不涉及" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let empty = matches!(service.approvals.known(), Some(Approvals::Given(list)) if list.is_empty());
    if !(empty || service.approvals.is_absent()) || !is_judged(case, service) {
        return;
    }
    let key = named.key;
    let said = words!(
        "服务 {key} 没有说明是否涉及前置审批",
        "the service `{key}` does not state whether it needs prior approvals"
    );
    match service.approvals.place() {
        Some(place) => report.at(place, said),
        None => report.missing(named.place, "approvals", said),
    }
    .at_most(case.missing_of_service(named.key));
}
