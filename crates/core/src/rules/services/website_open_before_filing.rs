//! S125: a website opened before it was filed.

use super::common::has_passed;
use crate::day::Day;
use crate::filed::{Aspect, either_way};
use crate::law::{Article, MII_33, SC_292};
use crate::model::Service;
use crate::record::Placed;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::granted;
use crate::rules::orders::{by_stem, procedure};
use crate::vocabulary::{Procedure, ServiceKind};
use crate::words;
use crate::words::Words;

/// A website opened before it was filed.
pub static RULE: Rule = Rule {
    code: "S125",
    name: "website-open-before-filing",
    severity: Severity::Error,
    title: Words::fixed("网站先开通后备案", "a website opened before it was filed"),
    demand: Words::fixed(
        "未经备案不得提供非经营性互联网信息服务；新域名在核发备案号之前不得解析、开通",
        "No service may be offered before it is filed: a new domain neither resolves nor opens before its number is \
         granted",
    ),
    help: Words::fixed(
        "还没有号码的先关停；日期抄错的，改正 opened",
        "close it until the number is granted; if the day was copied wrongly, correct `opened`",
    ),
    sources: &[SC_292.articles(&[Article::new(4), Article::new(8)]), MII_33.article(5)],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("核发前一周开通", "it opened a week before the grant"),
        given: &[Given::Edit { file: "example/services.yaml", old: "opened: 2021-03-20", new: "opened: 2021-03-11" }],
        finds: &["example/services/shop/opened"],
    },
    keeps: Example {
        shows: Words::fixed("核发后开通", "it opened after the grant"),
        given: &[Given::Stands { file: "example/services.yaml", text: "opened: 2021-03-20" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let website = service.kind.known() == Some(&ServiceKind::Website);
    let Some(opened) = service.opened.placed().filter(|day| website && day.value <= case.today) else { return };
    let granted = granted(service);
    let early = match granted {
        Some(day) => opened.value < day,
        None => service.numbers.items().is_empty() && !service.numbers.is_faulty(),
    };
    if !early || !service.is_live(case.today) || (granted.is_none() && has_passed(case, named.key)) {
        return;
    }
    if took_another_number(case, service) {
        return;
    }
    // Until a migration is approved the site runs on under the giver's number.
    if either_way(case.subject, &format!("services/{}", named.key), Aspect::Opening) {
        return;
    }
    let (key, open) = (named.key, opened.value);
    if let Some(day) = granted.filter(|_| is_of_opening(case, service)) {
        return once(case, named, (opened, day), report);
    }
    let said = match granted {
        Some(day) => words!(
            "{key} 于 {open} 开通，{day} 才核发备案号",
            "`{key}` opened on {open}, but was granted its number on {day}"
        ),
        None => words!(
            "{key} 于 {open} 开通，记录里没有它的备案号",
            "`{key}` opened on {open}, and the records hold no number of it"
        ),
    };
    // What is long on file was put right by its filing.
    let most = if granted.is_some() { case.most().min(Severity::Warning) } else { case.most() };
    let finding = report.at(opened.place, said);
    finding.at_most(most);
    // Providers say that the police asks for the number of the ministry first: this one may have a number
    // that is not recorded, or come from another subject. That proves no filing.
    let known = service.police.known().is_some_and(|police| police.number.known().is_some());
    if granted.is_none() && known {
        finding.at_most(Severity::Warning).help(Words::fixed(
            "已有备案号的，写进 numbers；从别的主体迁入的，立迁移订单，通过之前沿用原号；没有备案的先关停",
            "if it has a number, add it to `numbers`; if it comes from another subject, write the order 迁移, and it \
             runs on under the old number until that is approved; if it was never filed, close it",
        ));
    }
}

/// Whether its number came with a migration or a move to another province: it ran under another one before.
fn took_another_number(case: &Case<'_>, service: &Service) -> bool {
    let mut orders = service.numbers.items().iter().filter_map(|held| by_stem(case, held.value.filing.known()?));
    orders.any(|order| procedure(order.record).is_some_and(Procedure::replaces_number))
}

/// Whether the numbers of a service stand as an opening balance gives them: its day is mostly that of an export.
fn is_of_opening(case: &Case<'_>, service: &Service) -> bool {
    let mut filings = service.numbers.items().iter().map(|held| held.value.filing.known());
    filings.all(|stem| stem.and_then(|stem| by_stem(case, stem)).is_some_and(|filing| filing.record.is_opening()))
}

/// Tells of a subject once that its websites opened before the day that the opening balance gives for their numbers.
fn once(case: &Case<'_>, named: &Named<'_, Service>, (opened, day): (&Placed<Day>, Day), report: &mut Report<'_>) {
    let early = |service: &Service| {
        let website = service.kind.known() == Some(&ServiceKind::Website) && service.is_live(case.today);
        let open = website.then(|| service.opened.known().copied()).flatten();
        open.zip(granted(service)).is_some_and(|(open, day)| open < day) && is_of_opening(case, service)
    };
    let mut all = case.subject.services.iter().filter(|(_, service)| early(&service.value));
    if all.next().is_none_or(|(first, _)| first != named.key) {
        return;
    }
    let (key, open, more) = (named.key, opened.value, all.count());
    let (others, others_en) = match more {
        0 => (String::new(), String::new()),
        more => (format!("等 {} 个网站", more + 1), format!(" and {more} more")),
    };
    let said = words!(
        "{key} {others}的开通日期（{open}）早于既有备案写的启用日期（{day}）",
        "`{key}`{others_en} opened ({open}) before the day that the opening balance gives for its number ({day})"
    );
    report.at(opened.place, said).at_most(Severity::Note).help(Words::fixed(
        "启用日期写核发的日子；只知道导出那天的，可以不写 from",
        "let `from` be the day of the grant; where only the day of an export is known, it may be left out",
    ));
}
