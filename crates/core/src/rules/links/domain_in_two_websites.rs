//! L112: one domain stands in two websites.

use super::compared::domain_key;
use crate::day::Day;
use crate::law::MIIT_633;
use crate::record::Place;
use crate::rule::{Case, Check, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::{domains_of, live, may_be_licensed};
use crate::rules::parts;
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One domain stands in two websites.
pub static RULE: Rule = Rule {
    code: "L112",
    name: "domain-in-two-websites",
    severity: Severity::Error,
    title: Words::fixed("一个域名挂在两个网站上", "one domain stands in two websites"),
    demand: Words::fixed(
        "一个域名对应一个网站备案号；网站和 APP 可以共用一个域名，两个网站不可以；通知只讲非经营性备案，\
         持经营许可证的照此办理是实践，作警告",
        "One domain has one website number; a website and an App may share a domain, two websites may not. The notice \
         speaks of non-commercial filings; for holders of a licence it is practice and a warning",
    ),
    help: Words::fixed(
        "从其中一个网站删去它，或把两个网站并成一个",
        "drop it from one of the websites, or make one website of the two",
    ),
    sources: &[MIIT_633.whole()],
    since: Some(Day::of(2019, 4, 22)),
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("两个网站用同一个域名", "two websites on one domain"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: yaml! {"
                    shop:
                      kind: 网站
                "},
                new: yaml! {"
                    blog:
                      kind: 网站
                      name: 示例手记
                      domains:
                        - shop.example
                      home: www.shop.example
                      access:
                        - provider: 阿里云
                          servers:
                            - web-1
                          since: 2026-11-19
                      content: 介绍本公司的示例商品
                      category: 企业门户
                      commercial: false
                      approvals: 不涉及
                      languages:
                        - 中文
                      principal: li
                    shop:
                      kind: 网站
                "},
            },
            Given::File {
                file: "example/filings/2026-11-19-blog.yaml",
                text: yaml! {r#"
                    procedure: 新增互联网信息服务
                    through: 阿里云
                    order: "20261119000018"
                    covers:
                      - services/blog
                    facts:
                      services/blog/kind: 网站
                      services/blog/name: 示例手记
                      services/blog/domains:
                        - shop.example
                      services/blog/home: www.shop.example
                      services/blog/content: 介绍本公司的示例商品
                      services/blog/approvals: 不涉及
                      services/blog/languages:
                        - 中文
                      services/blog/principal: li
                    events:
                      - at: 2026-11-19T10:12:00+08:00
                        event: 提交订单
                "#},
            },
        ],
        finds: &["example/services/shop/domains/0"],
    },
    keeps: Example {
        shows: Words::fixed("各用各的域名", "each on its own domain"),
        given: &[parts::BLOG_DOMAIN, parts::BLOG_ADDED, parts::BLOG_FILED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if case.subject.services.known().nth(1).is_none() {
        return;
    }
    let mut seen: BTreeMap<Cow<'_, str>, (&str, Place)> = BTreeMap::new();
    for service in live(case) {
        if service.record.kind.known() != Some(&ServiceKind::Website) {
            continue;
        }
        for domain in domains_of(service.record) {
            let Some(value) = domain_key(&domain.value) else { continue };
            let (first, place) = *seen.entry(value).or_insert((service.key, domain.place));
            let (text, key) = (&domain.value, service.key);
            if first != key {
                let finding = report
                    .at(
                        domain.place,
                        words!(
                            "{text} 同时是网站 {first} 和 {key} 的域名",
                            "`{text}` is a domain of both `{first}` and `{key}`"
                        ),
                    )
                    .at_most(case.most())
                    .related(place, words!("网站 {first} 的域名", "the domain of `{first}`"));
                if may_be_licensed(case, service.record) {
                    finding.at_most(Severity::Warning);
                }
            }
        }
    }
}
