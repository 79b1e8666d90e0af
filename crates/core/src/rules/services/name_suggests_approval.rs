//! S117: the name of a service suggests a prior approval that is not stated.

use super::suggested::{Looked, suggested};
use crate::law::{MII_33, MIIT_2009, NAME_PAGES, NMPA_2025_123, SC_292};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
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
        "没有新闻、出版、视听等审批，或者药品和医疗器械的备案，名称不用这些词，以被判断的那一天为准。\
         论坛、社区一类的电子公告审批已由国务院取消，而多家手册仍说名称里有这些词要审批；金融是否算前置审批，\
         手册说法不一：都只作提示。单位登记名称里的词不算",
        "Without the approval for news, publishing, programmes and the like, or the filing of drugs and devices, a \
         name does not use such words, as it is on the day that is judged. The approval of bulletin boards (论坛, \
         社区) was abolished by the State Council, while manuals still ask for it, and whether finance needs an \
         approval first, manuals disagree: these are notes. Words of the registered name are excepted",
    ),
    help: Words::fixed(
        "确实涉及的，把批准或者该项备案写进 approvals；不涉及的，换一个名称",
        "if it is meant, enter the approval or that filing in `approvals`; if not, take another name",
    ),
    sources: &[SC_292.article(5), MII_33.article(11), NMPA_2025_123.whole(), MIIT_2009.whole(), NAME_PAGES.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("企业网站叫时报", "a company's website called a newspaper"),
        given: &[
            Given::Edit { file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 示例时报网" },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 示例好物铺",
                new: "services/shop/name: 示例时报网",
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
    let Some(text) = service.name.placed() else { return };
    let begins = |text: &str, word: &str| words!("名称“{text}”里有“{word}”", "the name {text} holds {word}");
    suggested(case, &Looked { service, text, counts: |row| row.in_name, begins }, report);
}
