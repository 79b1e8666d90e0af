//! S108: the content suggests a prior approval that is not stated.

use super::suggested::{Looked, suggested};
use crate::law::{MII_33, NMPA_2025_123, SC_292, TENCENT_APPROVALS, UCLOUD_APPROVALS};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The content suggests a prior approval that is not stated.
pub static RULE: Rule = Rule {
    code: "S108",
    name: "content-suggests-approval",
    severity: Severity::Warning,
    title: Words::fixed("内容像是要前置审批，却没有写", "the content suggests a prior approval that is not stated"),
    demand: Words::fixed(
        "新闻、出版、视听节目、宗教、网约车等内容要先经主管部门批准，药品和医疗器械要先在药监部门备案，\
         以被判断的那一天为准。看的是词，不是判断：说明不做这些的分句不算，单位登记名称里的词不算",
        "News, publishing, audiovisual programmes, religion, ride hailing and the like need an approval first, drugs \
         and medical devices a filing with the drug administration, as it is on the day that is judged. It looks at \
         words and is no judgement: a clause that denies them does not count, nor does a word of the registered name",
    ),
    help: Words::fixed(
        "确实涉及的，先取得批准或者办好该项备案，并写进 approvals；不涉及的，把内容写清楚，备好不涉及的承诺书",
        "if it is meant, obtain the approval or file it with that authority, and enter it in `approvals`; if not, word \
         the content more exactly and have the pledge at hand",
    ),
    sources: &[
        SC_292.article(5),
        MII_33.article(11),
        NMPA_2025_123.whole(),
        TENCENT_APPROVALS.whole(),
        UCLOUD_APPROVALS.whole(),
    ],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("发布行业新闻", "news are published"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "content: 销售本公司的示例商品",
                new: "content: 发布行业新闻和评论",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/content: 销售本公司的示例商品",
                new: "services/shop/content: 发布行业新闻和评论",
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
    let Some(text) = service.content.placed() else { return };
    let begins = |_: &str, word: &str| words!("内容里有“{word}”", "the content holds {word}");
    suggested(case, &Looked { service, text, counts: |row| row.in_content, begins }, report);
}
