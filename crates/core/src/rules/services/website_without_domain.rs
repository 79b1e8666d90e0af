//! S102: a website has no domain.

use crate::law::{MII_33, UCLOUD_NOTICES};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::{is_judged, is_reached_by_address};
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;

/// A website has no domain.
pub static RULE: Rule = Rule {
    code: "S102",
    name: "website-without-domain",
    severity: Severity::Warning,
    title: Words::fixed("网站没有域名", "a website has no domain"),
    demand: Words::fixed(
        "接入商受理的是有域名的网站。只能用 IP 访问的网站，办法第五条同样要备案，但接入商多不受理；\
         确属这种情形的（home 写 IP，或在 remark 里写明），先问接入商，不作问题",
        "Providers take websites that have a domain. One that is reached by its address alone has to be filed as well, \
         by article 5 of the measures, but providers mostly do not take it: ask yours. Where `home` is an address or \
         `remark` says so, that is no fault",
    ),
    help: Words::fixed(
        "在 domains 里写备案的域名；不是网站的，改正 kind；只用 IP 访问的，home 写 IP，或在 remark 里写明",
        "name the domain in `domains`; if it is no website, correct `kind`; if it has an address alone, write \
         that as `home` or say so in `remark`",
    ),
    sources: &[UCLOUD_NOTICES.whole(), MII_33.article(5)],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("新网站没有写域名", "a new website without a domain"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "    shown: 2021-04-10\n",
            new: yaml! {"
                    shown: 2021-04-10
                more:
                  kind: 网站
                  name: 示例好物分铺之一
                  home: www.shop.example
                  access:
                    - provider: 阿里云
                      servers:
                        - web-1
                  content: 销售本公司的示例商品
                  category: 网络购物
                  commercial: false
                  approvals: 不涉及
                  languages:
                    - 中文
                  principal: li
            "},
        }],
        finds: &["example/services/more/domains"],
    },
    keeps: Example {
        shows: Words::fixed("一个域名", "one domain"),
        given: &[Given::Stands { file: "example/services.yaml", text: "    - shop.example\n" }],
        finds: &[],
    },
};

/// Whether a service names no domain.
pub(crate) fn has_no_domain(service: &Service) -> bool {
    service.domains.is_absent() || service.domains.known().is_some_and(Vec::is_empty)
}

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    if !has_no_domain(service) || service.kind.known() != Some(&ServiceKind::Website) || !is_judged(case, service) {
        return;
    }
    // Such a site is lawful, and filed like any other.
    if is_reached_by_address(service) {
        return;
    }
    let key = named.key;
    let said = words!("网站 {key} 没有域名", "the website `{key}` has no domain");
    match service.domains.place() {
        Some(place) => report.at(place, said),
        None => report.missing(named.place, "domains", said),
    }
    .at_most(case.missing_of_service(named.key))
    .help(match service.numbers.items().is_empty() {
        true => Words::fixed("写服务所用的域名", "add the domains that it uses"),
        false => Words::fixed(
            "写服务所用的域名；域名都不用了的，办注销互联网信息服务",
            "add the domains that it uses; if it uses none any more, file 注销互联网信息服务",
        ),
    });
}
