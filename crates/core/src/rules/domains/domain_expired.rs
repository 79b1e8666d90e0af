//! D118: a domain in use has expired.

use crate::day::Day;
use crate::law::{Article, HUAWEI_GUIDE, MIIT_264};
use crate::model::Domain;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::{is_left, users};
use crate::words;
use crate::words::Words;

/// A domain in use has expired.
pub static RULE: Rule = Rule {
    code: "D118",
    name: "domain-expired",
    severity: Severity::Error,
    title: Words::fixed("在用的域名已过期", "a domain in use has expired"),
    demand: Words::fixed(
        "服务用的域名应为提供者注册所有；接入商要定期核查域名状态，过期的会被停止接入，备案也可能被注销",
        "The domain of a service must be registered by its provider; access providers check its state from time to \
         time, cut off what has expired, and the filing may be cancelled",
    ),
    help: Words::fixed(
        "马上续费并更新 expires；不再使用的，注销服务或删去这个域名",
        "renew it at once and update `expires`; if it is no longer used, deregister the service or drop the domain",
    ),
    sources: &[MIIT_264.articles(&[Article::new(1), Article::new(5)]), HUAWEI_GUIDE.whole()],
    since: Some(Day::of(2018, 1, 1)),
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("到期日已过", "the last day is past"),
        given: &[Given::Edit { file: "example/domains.yaml", old: "expires: 2029-11-02", new: "expires: 2026-11-02" }],
        finds: &["example/domains/shop.example/expires"],
    },
    keeps: Example {
        shows: Words::fixed("还在注册期内", "within its term"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "expires: 2029-11-02" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let Some(expires) = named.record.expires.placed() else { return };
    if case.today <= expires.value || is_left(case, named.record) {
        return;
    }
    let Some((service, place)) = users(case, named.key).next() else { return };
    let (key, day, service) = (named.key, expires.value, service.key);
    report
        .at(expires.place, words!("{key} 已于 {day} 到期", "`{key}` expired on {day}"))
        .at_most(case.most())
        .related(place, words!("服务 {service} 还在用它", "still used by the service `{service}`"));
}
