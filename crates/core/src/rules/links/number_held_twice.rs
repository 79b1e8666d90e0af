//! L107: one number is held by two services.

use super::compared::number_key;
use crate::law::{MII_33, REGISTRY};
use crate::record::Place;
use crate::rule::{Case, Check, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::parts;
use crate::words;
use crate::words::Words;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A second website that was granted a number.
macro_rules! blog {
    ($number:literal) => {
        &[
            parts::BLOG_DOMAIN,
            Given::Edit {
                file: "example/services.yaml",
                old: yaml! {"
                    shop:
                      kind: 网站
                "},
                new: yaml! {r#"
                    blog:
                      kind: 网站
                      name: 示例手记
                      numbers:
                        - number: "{number}"
                          from: 2026-11-20
                          filing: 2026-10-19-blog
                      domains:
                        - blog.example
                      home: www.blog.example
                      access:
                        - provider: 阿里云
                          servers:
                            - web-1
                          since: 2026-11-20
                      content: 介绍本公司的示例商品
                      category: 企业门户
                      commercial: false
                      approvals: 不涉及
                      languages:
                        - 中文
                      principal: li
                    shop:
                      kind: 网站
                "#, number = $number},
            },
            Given::File {
                file: "example/filings/2026-10-19-blog.yaml",
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
                        - blog.example
                      services/blog/home: www.blog.example
                      services/blog/content: 介绍本公司的示例商品
                      services/blog/approvals: 不涉及
                      services/blog/languages:
                        - 中文
                      services/blog/principal: li
                    events:
                      - at: 2026-10-19T10:12:00+08:00
                        event: 提交订单
                      - at: 2026-10-20T09:00:00+08:00
                        event: 初审通过
                      - at: 2026-10-20T09:01:00+08:00
                        event: 发送短信
                      - at: 2026-10-20T09:30:00+08:00
                        event: 短信核验
                        who: li
                      - at: 2026-10-20T09:31:00+08:00
                        event: 提交管局
                      - at: 2026-11-20T16:40:00+08:00
                        event: 管局通过
                    granted:
                      - of: services/blog
                        number: "{number}"
                "#, number = $number},
            },
        ]
    };
}

/// One number is held by two services.
pub static RULE: Rule = Rule {
    code: "L107",
    name: "number-held-twice",
    severity: Severity::Error,
    title: Words::fixed("一个备案号给了两个服务", "one number is held by two services"),
    demand: Words::fixed(
        "管局给每个备案的服务核发各自的备案号，公共查询里一个号码只对应一个服务",
        "The authority grants each filed service a number of its own; in the registry one number leads to one service",
    ),
    help: Words::fixed("对照管局的核发结果改正其中一个", "correct one of them by what the authority granted"),
    sources: &[MII_33.article(12), REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("两个网站都是 -1", "two websites with -1"),
        given: blog!("浙ICP备2021000017号-1"),
        finds: &["example/services/shop/numbers/0/number"],
    },
    keeps: Example {
        shows: Words::fixed("-1 和 -2", "-1 and -2"), given: blog!("浙ICP备2021000017号-2"), finds: &[]
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if case.subject.services.known().nth(1).is_none() {
        return;
    }
    let mut seen: BTreeMap<Cow<'_, str>, (&str, Place)> = BTreeMap::new();
    for (key, service) in case.subject.services.iter() {
        for held in service.value.numbers.items() {
            let Some(number) = held.value.number.placed() else { continue };
            let (first, place) = *seen.entry(number_key(&number.value)).or_insert((key, number.place));
            if first != key {
                let text = &number.value;
                report
                    .at(
                        number.place,
                        words!(
                            "{text} 既是服务 {first} 的备案号，又是 {key} 的",
                            "`{text}` is the number of both `{first}` and `{key}`"
                        ),
                    )
                    .at_most(case.most())
                    .related(place, words!("服务 {first} 的备案号", "the number of `{first}`"));
            }
        }
    }
}
