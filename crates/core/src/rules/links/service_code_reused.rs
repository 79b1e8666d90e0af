//! L114: a service code is used twice.

use super::compared::code_key;
use crate::law::{ALIYUN_GUIDE, HUAWEI_GUIDE};
use crate::record::Place;
use crate::rule::{Case, Check, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::parts;
use crate::words;
use crate::words::Words;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// The website under one code and a second one under another.
macro_rules! blog {
    ($code:literal) => {
        &[
            parts::BLOG_DOMAIN,
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
                        - blog.example
                      home: www.blog.example
                      access:
                        - provider: 阿里云
                          servers:
                            - web-1
                          code: {code}
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
                ", code = $code},
            },
            Given::Edit {
                file: "example/services.yaml",
                old: "      since: 2021-03-18\n",
                new: yaml! {"
                          code: example-0001
                          since: 2021-03-18
                "},
            },
            parts::BLOG_FILED,
        ]
    };
}

/// A service code is used twice.
pub static RULE: Rule = Rule {
    code: "L114",
    name: "service-code-reused",
    severity: Severity::Warning,
    title: Words::fixed("一个备案服务码用了两次", "a service code is used twice"),
    demand: Words::fixed(
        "接入商按实例发放备案服务码，一码只能用于一个服务的一次备案",
        "Providers issue service codes by instance, and each serves one filing of one service",
    ),
    help: Words::fixed("在接入商控制台另取一个服务码", "get another code in the provider's console"),
    sources: &[ALIYUN_GUIDE.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("两个服务用同一个码", "two services with one code"),
        given: blog!("example-0001"),
        finds: &["example/services/shop/access/0/code"],
    },
    keeps: Example {
        shows: Words::fixed("各用各的码", "each with its own"), given: blog!("example-0002"), finds: &[]
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let mut seen: BTreeMap<Box<str>, (&str, Place)> = BTreeMap::new();
    for (key, service) in case.subject.services.iter() {
        for access in service.value.access.items() {
            let Some(code) = access.value.code.placed() else { continue };
            match seen.entry(code_key(access.value.provider.known(), &code.value)) {
                Entry::Vacant(entry) => {
                    entry.insert((key, code.place));
                }
                Entry::Occupied(entry) => {
                    let ((first, place), text) = (*entry.get(), &code.value);
                    report
                        .at(
                            code.place,
                            words!("服务码 {text} 已用于 {first}", "the code `{text}` was used for `{first}`"),
                        )
                        .at_most(case.most())
                        .related(place, Words::fixed("先用在这里", "first used here"));
                }
            }
        }
    }
}
