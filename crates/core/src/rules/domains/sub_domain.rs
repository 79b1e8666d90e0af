//! D105: a sub-domain stands where the registered domain is meant.

use super::examples::renamed;
use crate::law::{HUAWEI_GUIDE, TENCENT_DOMAINS};
use crate::model::{Domain, Service};
use crate::names::ReservedFor;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::users;
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;

/// A sub-domain stands where the registered domain is meant.
pub static RULE: Rule = Rule {
    code: "D105",
    name: "sub-domain",
    severity: Severity::Warning,
    title: Words::fixed("为网站写的是子域名", "a sub-domain stands where the registered domain is meant"),
    demand: Words::fixed(
        "网站按注册的域名备案，下级名称随之有效、不另备案（gov.cn 之下的除外）；APP 才按实际使用的级别填写",
        "Websites are filed by the registered domain, which covers every name below it (names below gov.cn excepted); \
         only Apps are filed at the level they use",
    ),
    help: Words::fixed(
        "改写注册的域名；www 等下级名称写在 home 里",
        "write the registered domain; put `www` and the like into `home`",
    ),
    sources: &[TENCENT_DOMAINS.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("用 www 开头的名称备案", "a name with `www`"),
        given: renamed!("www.shop.example", "www.shop.example"),
        finds: &["example/domains/www.shop.example"],
    },
    keeps: Example {
        shows: Words::fixed("可读的小写域名", "a readable domain in small letters"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "shop.example:" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    if named.key.bytes().filter(|byte| *byte == b'.').count() < 2 {
        return;
    }
    let Some(domain) = case.domain(named.key) else { return };
    let Some(registered) = domain.registrable().filter(|registered| registered != domain) else { return };
    if case
        .tables
        .suffixes
        .lookup(domain, case.today)
        .row()
        .is_some_and(|row| row.reserved == Some(ReservedFor::Government))
    {
        return;
    }
    let website = |service: &Service| service.kind.known() == Some(&ServiceKind::Website);
    if let Some((service, place)) = users(case, named.key).find(|(service, _)| website(service.record)) {
        let key = service.key;
        report
            .at(
                named.place,
                words!(
                    "{domain} 是 {registered} 的子域名，网站备案写 {registered}",
                    "`{domain}` is below `{registered}`, which is the name to file for a website"
                ),
            )
            .at_most(case.most())
            .related(place, words!("网站 {key} 用它", "used by the website `{key}`"));
    }
}
