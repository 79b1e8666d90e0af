//! L107: one number is held by two services.

use super::common::number_key;
use crate::law::{MIIT_633, REGISTRY};
use crate::record::{Place, Slot};
use crate::rule::{Case, Check, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::domains::common::most;
use crate::rules::parts;
use crate::words;
use crate::words::Words;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One number is held by two services.
pub static RULE: Rule = Rule {
    code: "L107",
    name: "number-held-twice",
    severity: Severity::Error,
    title: Words::fixed("一个备案号给了两个服务", "one number is held by two services"),
    demand: Words::fixed(
        "一个域名（一个服务）对应一个备案号，备案号不重复发放",
        "One domain, one service has one number, and numbers are never given twice",
    ),
    help: Words::fixed("对照管局的核发结果改正其中一个", "correct one of them by what the authority granted"),
    sources: &[MIIT_633.whole(), REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("两个网站都是 -1", "two websites with -1"),
        given: &[
            parts::BLOG_DOMAIN,
            Given::Edit {
                file: "example/services.yaml",
                old: "shop:\n  kind",
                new: "blog:\n  kind: 网站\n  name: 示例手记\n  numbers:\n    - number: \"浙ICP备2021000017号-1\"\n      from: 2026-11-20\n      filing: 2026-10-19-blog\n  domains:\n    - blog.example\n  home: www.blog.example\n  access:\n    - provider: 阿里云\n      servers:\n        - web-1\n      since: 2026-11-20\n  content: 介绍本公司的示例商品\n  category: 企业门户\n  commercial: false\n  approvals: 不涉及\n  languages:\n    - 中文\n  principal: li\nshop:\n  kind",
            },
            Given::File {
                file: "example/filings/2026-10-19-blog.yaml",
                text: "procedure: 新增互联网信息服务\nthrough: 阿里云\norder: \"20261119000018\"\ncovers:\n  - services/blog\nfacts:\n  services/blog/kind: 网站\n  services/blog/name: 示例手记\n  services/blog/domains:\n    - blog.example\n  services/blog/home: www.blog.example\n  services/blog/content: 介绍本公司的示例商品\n  services/blog/approvals: 不涉及\n  services/blog/languages:\n    - 中文\n  services/blog/principal: li\nevents:\n  - at: 2026-10-19T10:12:00+08:00\n    event: 提交订单\n  - at: 2026-10-20T09:00:00+08:00\n    event: 初审通过\n  - at: 2026-10-20T09:01:00+08:00\n    event: 发送短信\n  - at: 2026-10-20T09:30:00+08:00\n    event: 短信核验\n    who: li\n  - at: 2026-10-20T09:31:00+08:00\n    event: 提交管局\n  - at: 2026-11-20T16:40:00+08:00\n    event: 管局通过\ngranted:\n  - of: services/blog\n    number: \"浙ICP备2021000017号-1\"\n",
            },
        ],
        finds: &["example/services/shop/numbers/0/number"],
    },
    keeps: Example {
        shows: Words::fixed("-1 和 -2", "-1 and -2"),
        given: &[
            parts::BLOG_DOMAIN,
            Given::Edit {
                file: "example/services.yaml",
                old: "shop:\n  kind",
                new: "blog:\n  kind: 网站\n  name: 示例手记\n  numbers:\n    - number: \"浙ICP备2021000017号-2\"\n      from: 2026-11-20\n      filing: 2026-10-19-blog\n  domains:\n    - blog.example\n  home: www.blog.example\n  access:\n    - provider: 阿里云\n      servers:\n        - web-1\n      since: 2026-11-20\n  content: 介绍本公司的示例商品\n  category: 企业门户\n  commercial: false\n  approvals: 不涉及\n  languages:\n    - 中文\n  principal: li\nshop:\n  kind",
            },
            Given::File {
                file: "example/filings/2026-10-19-blog.yaml",
                text: "procedure: 新增互联网信息服务\nthrough: 阿里云\norder: \"20261119000018\"\ncovers:\n  - services/blog\nfacts:\n  services/blog/kind: 网站\n  services/blog/name: 示例手记\n  services/blog/domains:\n    - blog.example\n  services/blog/home: www.blog.example\n  services/blog/content: 介绍本公司的示例商品\n  services/blog/approvals: 不涉及\n  services/blog/languages:\n    - 中文\n  services/blog/principal: li\nevents:\n  - at: 2026-10-19T10:12:00+08:00\n    event: 提交订单\n  - at: 2026-10-20T09:00:00+08:00\n    event: 初审通过\n  - at: 2026-10-20T09:01:00+08:00\n    event: 发送短信\n  - at: 2026-10-20T09:30:00+08:00\n    event: 短信核验\n    who: li\n  - at: 2026-10-20T09:31:00+08:00\n    event: 提交管局\n  - at: 2026-11-20T16:40:00+08:00\n    event: 管局通过\ngranted:\n  - of: services/blog\n    number: \"浙ICP备2021000017号-2\"\n",
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if case.subject.services.len() < 2 {
        return;
    }
    let mut seen: BTreeMap<Cow<'_, str>, (&str, Place)> = BTreeMap::new();
    for (key, service) in case.subject.services.iter() {
        for held in service.value.numbers.items() {
            let Slot::Given(number) = &held.value.number else { continue };
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
                    .at_most(most(case))
                    .related(place, words!("服务 {first} 的备案号", "the number of `{first}`"));
            }
        }
    }
}
