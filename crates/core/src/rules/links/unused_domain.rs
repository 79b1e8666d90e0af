//! L111: a domain is recorded that no service uses.

use super::unknown_domain::is_below;
use crate::law::RECORD_FORMAT;
use crate::model::{Domain, Service};
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::{domains_of, is_left, same};
use crate::rules::parts;
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;

/// A domain is recorded that no service uses.
pub static RULE: Rule = Rule {
    code: "L111",
    name: "unused-domain",
    severity: Severity::Note,
    title: Words::fixed("记着没有服务使用的域名", "a domain is recorded that no service uses"),
    demand: Words::fixed(
        "域名可以只注册不使用；但漏写在服务里的域名就是没有备案的域名",
        "A domain may be held without use; but one forgotten in a service is one that is not filed",
    ),
    help: Words::fixed(
        "在用的写进服务的 domains（新的域名要新增备案）；不再持有的写 left",
        "if it is in use, list it in the service (a new domain needs a filing of its own); if it is no longer held, \
         write `left`",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("没有服务使用的域名", "a domain without a service"),
        given: &[parts::BLOG_DOMAIN],
        finds: &["example/domains/blog.example"],
    },
    keeps: Example {
        shows: Words::fixed("网站的域名", "the domain of the website"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "shop.example:\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    if is_left(case, named.record) || case.subject.is_unread("services") {
        return;
    }
    let key = named.key;
    // An App uses the domain above the host that serves it.
    let uses = |service: &Service| {
        let app = service.kind.known().is_some_and(|kind| *kind != ServiceKind::Website);
        let is_it = |host: &str| same(host, key) || (app && is_below(host, key));
        domains_of(service).iter().any(|domain| is_it(&domain.value))
    };
    let twin = |other: &str| other != key && same(other, key);
    // Of two keys of one domain another rule says that one must go.
    if !case.subject.services.iter().any(|(_, service)| uses(&service.value))
        && !case.subject.domains.iter().any(|(other, _)| twin(other))
    {
        report.at(named.place, words!("没有服务使用域名 {key}", "no service uses the domain `{key}`"));
    }
}
