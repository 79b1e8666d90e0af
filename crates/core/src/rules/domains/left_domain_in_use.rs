//! D121: a domain that was given up is still used by a service.

use crate::law::{Article, MII_33, MIIT_264};
use crate::model::Domain;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::users;
use crate::words;
use crate::words::Words;

/// A domain that was given up is still used by a service.
pub static RULE: Rule = Rule {
    code: "D121",
    name: "left-domain-in-use",
    severity: Severity::Error,
    title: Words::fixed("停止使用的域名还挂在服务上", "a domain that was given up is still used by a service"),
    demand: Words::fixed(
        "服务用的域名应为提供者注册所有；域名放弃后别人可以注册，备案不变更就成了替别人的网站背书",
        "The domain of a service must be its provider's own; once given up, anybody may register it, and an unchanged \
         filing then vouches for somebody else's site",
    ),
    help: Words::fixed(
        "单域名网站注销服务；多域名网站变更服务、删去这个域名。域名仍在手里的，删去 left",
        "deregister a website that has no other domain; of several, drop this one by a change of the service. If the \
         domain is still held, delete `left`",
    ),
    sources: &[MIIT_264.article(1), MII_33.articles(&[Article::new(14), Article::new(15)])],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("写了停止使用，网站还列着它", "given up, yet listed by the website"),
        given: &[Given::Edit {
            file: "example/domains.yaml",
            old: "  expires: 2029-11-02\n",
            new: yaml! {"
                  expires: 2029-11-02
                  left: 2026-06-30
            "},
        }],
        finds: &["example/domains/shop.example/left"],
    },
    keeps: Example {
        shows: Words::fixed("还在使用的域名", "a domain in use"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "  expires: 2029-11-02\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let Some(left) = named.record.left.placed() else { return };
    if case.today < left.value {
        return;
    }
    let (key, day) = (named.key, left.value);
    // A giving up before the registration is a wrong day, which another rule reports.
    if named.record.registered.known().is_some_and(|registered| day < *registered) {
        return;
    }
    for (service, place) in users(case, key) {
        let service = service.key;
        report
            .at(
                left.place,
                words!(
                    "{key} 已于 {day} 停止使用，服务 {service} 还列着它",
                    "`{key}` was given up on {day}, but the service `{service}` still lists it"
                ),
            )
            .at_most(case.most())
            .related(place, Words::fixed("列在这里", "listed here"));
    }
}
