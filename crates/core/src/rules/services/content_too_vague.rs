//! S104: the content of a service is too vague.

use crate::law::{Article, SC_292, TENCENT_REJECTIONS};
use crate::model::Service;
use crate::record::{Slot, Text};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::tables::WordList;
use crate::words;
use crate::words::Words;

/// The content of a service is too vague.
pub static RULE: Rule = Rule {
    code: "S104",
    name: "content-too-vague",
    severity: Severity::Warning,
    title: Words::fixed("服务内容说得太笼统", "the content of a service is too vague"),
    demand: Words::fixed(
        "服务内容要具体写明提供什么，实际内容不得超出备案的范围；只写“网站”“信息服务”或重复名称等于没写",
        "The content says what is offered, and what is offered stays within it; “website”, “information service” or \
         the name again say nothing",
    ),
    help: Words::fixed(
        "写一句话：给谁、提供什么，例如“展示并销售本公司经营的日用商品”",
        "write one sentence: what for whom, as in “shows and sells our household goods”",
    ),
    sources: &[SC_292.articles(&[Article::new(8), Article::new(11)]), TENCENT_REJECTIONS.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("只写信息服务", "an information service"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "content: 销售本公司的示例商品",
                new: "content: 信息服务",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/content: 销售本公司的示例商品",
                new: "services/shop/content: 信息服务",
            },
        ],
        finds: &["example/services/shop/content"],
    },
    keeps: Example {
        shows: Words::fixed("写明卖什么", "it says what is sold"),
        given: &[Given::Stands { file: "example/services.yaml", text: "content: 销售本公司的示例商品" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let Some(content) = service.content.placed() else { return };
    let text = content.value.trim();
    let again = |slot: &Slot<Text>| slot.known().is_some_and(|other| other.trim() == text);
    let empty = || case.tables.words.any(WordList::VagueContents, case.today, |word| word == text) == Some(true);
    let vague = text.chars().count() < 4 || empty() || again(&service.name) || again(&service.category);
    if vague && is_judged(case, service) {
        let key = named.key;
        report.at(
            content.place,
            words!(
                "服务 {key} 的内容只写了“{text}”，看不出提供什么",
                "the content of `{key}` is only `{text}`, which does not say what it offers"
            ),
        );
    }
}
