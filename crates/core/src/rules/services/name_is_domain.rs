//! S114: the name of a website is a domain.

use super::common::{Name, weight};
use crate::law::{MIIT_2009, NAME_PAGES};
use crate::model::Service;
use crate::names::DomainName;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::tables::{Fault, Match};
use crate::words;
use crate::words::Words;

/// The name of a website is a domain.
pub static RULE: Rule = Rule {
    code: "S114",
    name: "name-is-domain",
    severity: Severity::Warning,
    title: Words::fixed("网站名称就是域名", "the name of a website is a domain"),
    demand: Words::fixed("网站名称不能是域名或网址", "The name of a website is neither a domain nor an address"),
    help: Words::fixed("用中文写网站的名称", "give the website a name in Chinese"),
    sources: &[NAME_PAGES.whole(), MIIT_2009.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("名称是域名", "the name is a domain"),
        given: &[
            Given::Edit { file: "example/services.yaml", old: "name: 示例好物铺", new: "name: shop.example" },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 示例好物铺",
                new: "services/shop/name: shop.example",
            },
        ],
        finds: &["example/services/shop/name"],
    },
    keeps: Example {
        shows: Words::fixed("名称不是域名", "the name is none"),
        given: &[Given::Stands { file: "example/services.yaml", text: "name: 示例好物铺" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some(name) = Name::of(case, named.record) else { return };
    let text = &*name.text.value;
    if !looks_like_domain(text) {
        return;
    }
    if let Some(row) = name.row(case, Fault::Domain, Match::Domain) {
        let said = words!("名称“{text}”是域名或网址", "the name {text} is a domain or an address");
        report.at(name.text.place, said).at_most(weight(named.record, &row.provenance)).rests_on(row, case.tables);
    }
}

/// Whether a text is a domain or an address.
pub(super) fn looks_like_domain(text: &str) -> bool {
    let named = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    named.is_some() || (text.contains('.') && DomainName::parse(text).is_ok_and(|domain| 1 < domain.depth()))
}
