//! S143: what an individual offers sounds like trade.

use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::asked::who;
use crate::rules::in_use::is_judged;
use crate::rules::people::examples::{OF_ZHEJIANG, ZHEJIANG, individual};
use crate::tables::{Who, WordList};
use crate::words;
use crate::words::Words;

/// What an individual offers sounds like trade.
pub static RULE: Rule = Rule {
    code: "S143",
    name: "individual-sells",
    severity: Severity::Note,
    title: Words::fixed("个人备案的内容像是经营", "what an individual offers sounds like trade"),
    demand: Words::fixed(
        "个人备案的服务不能有经营、企业和产品信息，各省多以此退回，有的还要书面声明；要经营的，\
         以企业或个体工商户备案",
        "A person's service holds nothing on trade, enterprises and products; most provinces send such content back \
         and some want a written declaration. Who trades files as an enterprise or a sole trader",
    ),
    help: Words::fixed(
        "改由企业或个体工商户备案；确不经营的，把内容写明白",
        "file as an enterprise or a sole trader; if nothing is sold, say plainly what is offered",
    ),
    sources: &[PROVINCE_PAGES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("个人开网上商店", "a person's shop"),
        given: individual!(
            ZHEJIANG,
            OF_ZHEJIANG,
            Given::Edit {
                file: "example/services.yaml",
                old: "content: 记录读书和旅行的见闻",
                new: "content: 销售旧书的网上商店"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/content: 记录读书和旅行的见闻",
                new: "services/shop/content: 销售旧书的网上商店"
            }
        ),
        finds: &["example/services/shop/content"],
    },
    keeps: Example {
        shows: Words::fixed("个人手记", "a person's notes"),
        given: individual!(ZHEJIANG, OF_ZHEJIANG),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    if who(case) != Some(Who::Individual) || !is_judged(case, service) {
        return;
    }
    let Some(content) = service.content.placed() else { return };
    let text = &*content.value;
    let is_meant = |word: &&str| text.find(*word).is_some_and(|at| !is_denied(text, at));
    let Some(word) = case.tables.words.of(WordList::Trade, case.today).find(is_meant) else { return };
    let key = named.key;
    report.at(
        content.place,
        words!(
            "{key} 由个人开办，内容里有“{word}”，像是经营",
            "`{key}` is a person's, and its content holds {word}, which sounds like trade"
        ),
    );
}

/// Whether the words right before deny it: `不销售`, `不涉及产品`, `没有网店`.
fn is_denied(text: &str, at: usize) -> bool {
    let before: Vec<char> = text.get(..at).unwrap_or_default().chars().rev().take(4).collect();
    before.iter().any(|c| ['不', '非', '无', '没', '未'].contains(c))
}
