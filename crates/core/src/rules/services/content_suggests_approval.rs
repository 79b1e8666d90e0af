//! S108: the content suggests a prior approval that is not stated.

use super::common::{is_approved, is_judged, is_registered, weight};
use crate::law::{SC_292, TENCENT_APPROVALS};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::people::common::{region, who};
use crate::tables::ApprovalRow;
use crate::words;
use crate::words::Words;

/// The content suggests a prior approval that is not stated.
pub static RULE: Rule = Rule {
    code: "S108",
    name: "content-suggests-approval",
    severity: Severity::Warning,
    title: Words::fixed("内容像是要前置审批，却没有写", "the content suggests a prior approval that is not stated"),
    demand: Words::fixed(
        "新闻、出版、药品、视听节目、宗教、网约车、金融等内容要先经主管部门批准。看的是词，不是判断：\
         说明不做这些的分句不算，单位登记名称里的词不算",
        "News, publishing, drugs, audiovisual programmes, religion, ride hailing, finance and the like need an \
         approval first. It looks at words and is no judgement: a clause that denies them does not count, nor does a \
         word of the registered name",
    ),
    help: Words::fixed(
        "确实涉及的，先取得批准并写进 approvals；不涉及的，把内容写清楚，备好不涉及的承诺书",
        "if it is meant, obtain the approval and enter it in `approvals`; if not, word the content more exactly and \
         have the pledge at hand",
    ),
    sources: &[SC_292.article(5), TENCENT_APPROVALS.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("在线销售药品", "drugs are sold"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "content: 销售本公司的示例商品",
                new: "content: 销售家庭常备药品",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/content: 销售本公司的示例商品",
                new: "services/shop/content: 销售家庭常备药品",
            },
        ],
        finds: &["example/services/shop/content"],
    },
    keeps: Example {
        shows: Words::fixed("说明不做", "it is denied"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "content: 销售本公司的示例商品",
                new: "content: 销售日用商品，不提供新闻和药品",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/content: 销售本公司的示例商品",
                new: "services/shop/content: 销售日用商品，不提供新闻和药品",
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    // Whoever has not stated anything is asked for the statement first.
    if service.approvals.known().is_none() {
        return;
    }
    let (Some(content), Some(who)) = (service.content.placed(), who(case)) else { return };
    let meant = |(word, row): &(&str, &ApprovalRow)| {
        row.in_content && !is_approved(service, row.approval) && !is_registered(case, word)
    };
    let Some((word, row)) = case.tables.approvals.hits(&content.value, who, region(case), case.today).find(meant)
    else {
        return;
    };
    if !is_judged(case, service) {
        return;
    }
    let (kind, by) = (row.approval, &row.authority);
    let said = words!(
        "内容里有“{word}”，可能涉及{kind}，要先经{by}批准",
        "the content holds {word}, which suggests {kind}: {by} approves that first"
    );
    let finding = report.at(content.place, said);
    finding.at_most(weight(service, &row.provenance));
    if let Some(place) = service.approvals.place() {
        finding.related(place, Words::fixed("这里没有这一项审批", "no such approval is stated here"));
    }
}
