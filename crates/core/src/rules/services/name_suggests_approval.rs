//! S117: the name of a service suggests a prior approval that is not stated.

use super::common::{Name, is_approved, is_registered, weight};
use crate::law::{MIIT_2009, NAME_PAGES, SC_292};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::tables::ApprovalRow;
use crate::words;
use crate::words::Words;

/// The name of a service suggests a prior approval that is not stated.
pub static RULE: Rule = Rule {
    code: "S117",
    name: "name-suggests-approval",
    severity: Severity::Warning,
    title: Words::fixed(
        "服务名称像是要前置审批，却没有写",
        "the name of a service suggests a prior approval that is not stated",
    ),
    demand: Words::fixed(
        "没有新闻、出版、药品、视听、金融等审批，名称不用这些词。论坛、社区一类的电子公告审批已由国务院取消，\
         而多家手册仍说名称里有这些词要审批，说法相反，只作提示。单位登记名称里的词不算",
        "Without the approval for news, publishing, drugs, programmes, finance and the like a name does not use such \
         words; The approval of bulletin boards (论坛, 社区) was abolished by the State Council, while manuals still \
         ask for it: that disagrees, so that it is a note. Words of the registered name are excepted",
    ),
    help: Words::fixed(
        "确实涉及的，把批准写进 approvals；不涉及的，换一个名称",
        "if it is meant, enter the approval in `approvals`; if not, take another name",
    ),
    sources: &[SC_292.article(5), MIIT_2009.whole(), NAME_PAGES.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("企业网站叫医药", "a company's website on medicine"),
        given: &[
            Given::Edit {
                file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 示例医药资讯网"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 示例好物铺",
                new: "services/shop/name: 示例医药资讯网",
            },
        ],
        finds: &["example/services/shop/name"],
    },
    keeps: Example {
        shows: Words::fixed("名称不涉及", "a name that suggests none"),
        given: &[Given::Stands { file: "example/services.yaml", text: "name: 示例好物铺" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    if service.approvals.known().is_none() {
        return;
    }
    let Some(name) = Name::of(case, service) else { return };
    let text = &name.text.value;
    let meant = |(word, row): &(&str, &ApprovalRow)| {
        row.in_name && !is_approved(service, row.approval) && !is_registered(case, word)
    };
    let Some((word, row)) = case.tables.approvals.hits(text, name.who, name.region, case.today).find(meant) else {
        return;
    };
    let (kind, by) = (row.approval, &row.authority);
    let said = if row.cancelled {
        words!(
            "名称“{text}”里有“{word}”；{kind}的审批已经取消，但有的管局仍不接受",
            "the name {text} holds {word}; the approval for {kind} was abolished, but some administrations still \
             refuse it"
        )
    } else {
        words!(
            "名称“{text}”里有“{word}”，可能涉及{kind}，由{by}批准",
            "the name {text} holds {word}, which suggests {kind}: {by} approves that"
        )
    };
    let finding = report.at(name.text.place, said);
    finding.at_most(weight(service, &row.provenance));
    if let Some(place) = service.approvals.place() {
        finding.related(place, Words::fixed("这里没有这一项审批", "no such approval is stated here"));
    }
}
