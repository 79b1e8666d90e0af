//! D125: the home page is not on a domain of the service.

use crate::law::{HUAWEI_GUIDE, SC_292};
use crate::model::Service;
use crate::names::DomainName;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::{domains_of, same};
use crate::words;
use crate::words::Words;

/// The home page is not on a domain of the service.
pub static RULE: Rule = Rule {
    code: "D125",
    name: "home-off-domain",
    severity: Severity::Warning,
    title: Words::fixed("首页网址不在服务的域名之下", "the home page is not on a domain of the service"),
    demand: Words::fixed(
        "首页网址由备案的域名而来；网址不在备案域名之下，访问者看到的就是没有备案的网站",
        "The home page belongs to the domain on file; an address elsewhere leads visitors to a site that is not filed",
    ),
    help: Words::fixed(
        "改正 home，或把首页所在的域名另行备案",
        "correct `home`, or file the domain on which the home page stands",
    ),
    sources: &[HUAWEI_GUIDE.whole(), SC_292.article(11)],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("首页在另一个域名", "the home page on another domain"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "home: www.shop.example",
                new: "home: www.sample.example",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/home: www.shop.example",
                new: "services/shop/home: www.sample.example",
            },
        ],
        finds: &["example/services/shop/home"],
    },
    keeps: Example {
        shows: Words::fixed("首页在备案域名之下", "the home page below the domain on file"),
        given: &[Given::Stands { file: "example/services.yaml", text: "home: www.shop.example" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let Some(home) = service.home.placed() else { return };
    let domains = domains_of(service);
    let on = |domain: &str| home.value.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    // Home pages are mostly `www.` and the domain, which needs no parsing.
    if domains.is_empty() || domains.iter().any(|domain| on(&domain.value)) || !service.is_live(case.today) {
        return;
    }
    let (text, key) = (&home.value, named.key);
    let Some(host) = DomainName::guess(text) else {
        report
            .at(home.place, words!("从首页网址“{text}”读不出域名", "no domain can be read from the home page `{text}`"))
            .at_most(case.most());
        return;
    };
    // Where the home page is on a domain of the records that the service misspells, that is the fault.
    let records = &case.subject.domains;
    let is_recorded = |text: &str| records.iter().any(|(known, _)| same(known, text));
    let knows = |key: &str| case.domain(key).is_some_and(|known| host == *known || host.is_below(known));
    if domains.iter().any(|domain| !is_recorded(&domain.value)) && records.iter().any(|(known, _)| knows(known)) {
        return;
    }
    // A domain that cannot be read is the fault, not the home page.
    let read: Result<Vec<DomainName>, _> = domains.iter().map(|domain| DomainName::parse(&domain.value)).collect();
    if read.is_ok_and(|read| !read.iter().any(|domain| host == *domain || host.is_below(domain))) {
        let finding = report.at(
            home.place,
            words!(
                "首页 {host} 不在服务 {key} 的域名之下",
                "the home page `{host}` is not on a domain of the service `{key}`"
            ),
        );
        finding.at_most(case.most());
        if let Some(first) = domains.first() {
            finding.related(first.place, Words::fixed("服务的域名", "the domain of the service"));
        }
    }
}
