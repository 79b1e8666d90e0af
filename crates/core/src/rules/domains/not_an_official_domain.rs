//! D122: the website of an authority or institution is under another suffix.

use super::common::is_special;
use crate::day::Day;
use crate::law::{Article, GOVERNMENT_APPLICATIONS, GOVERNMENT_DOMAINS, HUAWEI_GUIDE};
use crate::model::{Domain, Service};
use crate::names::ReservedFor;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::{is_left, users};
use crate::rules::parts;
use crate::vocabulary::{Nature, ServiceKind};
use crate::words;
use crate::words::Words;

/// The website of an authority or institution is under another suffix.
pub static RULE: Rule = Rule {
    code: "D122",
    name: "not-an-official-domain",
    severity: Severity::Warning,
    title: Words::fixed(
        "党政机关或事业单位的网站用了其他后缀",
        "the website of an authority or institution is under another suffix",
    ),
    demand: Words::fixed(
        "政府网站用 .gov.cn 或 .政务，不用其他后缀；事业单位的网站自 2024-07-01 起用 .cn 或 .公益",
        "Government websites stand under .gov.cn or .政务 and no other suffix; institutions use .cn or .公益 since \
         2024-07-01",
    ),
    help: Words::fixed("换用规定后缀的域名，按新域名备案", "file a name under the suffix that is kept for it"),
    sources: &[GOVERNMENT_DOMAINS.at(Article::Part(2)), GOVERNMENT_APPLICATIONS.article(5), HUAWEI_GUIDE.whole()],
    since: Some(Day::of(2018, 9, 6)),
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("事业单位用 .com", "an institution under .com"),
        given: &[
            parts::INSTITUTION,
            parts::INSTITUTION_HOLDS,
            parts::INSTITUTION_FILED,
            Given::Edit { file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 示例研究" },
            Given::Edit {
                file: "example/services.yaml",
                old: yaml! {"
                      content: 销售本公司的示例商品
                      category: 网络购物
                "},
                new: yaml! {"
                      content: 介绍本所的示例研究
                      category: 单位门户
                "},
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 示例好物铺",
                new: "services/shop/name: 示例研究",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/content: 销售本公司的示例商品",
                new: "services/shop/content: 介绍本所的示例研究",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "  - kind: 营业执照\n",
                new: "  - kind: 事业单位法人证书\n",
            },
            Given::Edit { file: "example/domains.yaml", old: "shop.example:", new: "shili-yanjiusuo.com:" },
            Given::Edit {
                file: "example/services.yaml",
                old: yaml! {"
                        - shop.example
                      home: www.shop.example
                "},
                new: yaml! {"
                        - shili-yanjiusuo.com
                      home: www.shili-yanjiusuo.com
                "},
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {"
                        - shop.example
                      services/shop/home: www.shop.example
                "},
                new: yaml! {"
                        - shili-yanjiusuo.com
                      services/shop/home: www.shili-yanjiusuo.com
                "},
            },
        ],
        finds: &["example/domains/shili-yanjiusuo.com"],
    },
    keeps: Example {
        shows: Words::fixed("事业单位用 .cn", "an institution under .cn"),
        given: &[
            parts::INSTITUTION,
            parts::INSTITUTION_HOLDS,
            parts::INSTITUTION_FILED,
            Given::Edit { file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 示例研究" },
            Given::Edit {
                file: "example/services.yaml",
                old: yaml! {"
                      content: 销售本公司的示例商品
                      category: 网络购物
                "},
                new: yaml! {"
                      content: 介绍本所的示例研究
                      category: 单位门户
                "},
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 示例好物铺",
                new: "services/shop/name: 示例研究",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/content: 销售本公司的示例商品",
                new: "services/shop/content: 介绍本所的示例研究",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "  - kind: 营业执照\n",
                new: "  - kind: 事业单位法人证书\n",
            },
            Given::Edit { file: "example/domains.yaml", old: "shop.example:", new: "shili-yanjiusuo.cn:" },
            Given::Edit {
                file: "example/services.yaml",
                old: yaml! {"
                        - shop.example
                      home: www.shop.example
                "},
                new: yaml! {"
                        - shili-yanjiusuo.cn
                      home: www.shili-yanjiusuo.cn
                "},
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {"
                        - shop.example
                      services/shop/home: www.shop.example
                "},
                new: yaml! {"
                        - shili-yanjiusuo.cn
                      services/shop/home: www.shili-yanjiusuo.cn
                "},
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let Some(nature) = case.subject.particulars.value.nature.placed() else { return };
    let government = match nature.value {
        Nature::Government => true,
        // The notice of 2018 is on government alone; institutions came with the provisions of 2024.
        Nature::Institution if Day::of(2024, 7, 1) <= case.today => false,
        _ => return,
    };
    let Some(domain) = case.domain(named.key) else { return };
    let tld = domain.tld();
    let reserved = case.tables.suffixes.lookup(domain, case.today).row().and_then(|row| row.reserved);
    let official = if government {
        reserved == Some(ReservedFor::Government)
    } else {
        reserved.is_some() || matches!(tld.ascii(), "cn" | "xn--fiqs8s")
    };
    if official || is_special(domain) || is_left(case, named.record) {
        return;
    }
    let website = |service: &Service| service.kind.known() == Some(&ServiceKind::Website);
    let Some((service, place)) = users(case, named.key).find(|(service, _)| website(service.record)) else { return };
    let (kind, service) = (nature.value, service.key);
    let (ought_zh, ought_en) =
        if government { (".gov.cn 或 .政务", ".gov.cn or .政务") } else { (".cn 或 .公益", ".cn or .公益") };
    report
        .at(
            named.place,
            words!(
                "{kind}的网站应使用 {ought_zh} 的域名，{domain} 不是",
                "a website of this kind of body ({kind}) belongs under {ought_en}, not `{domain}`"
            ),
        )
        .at_most(case.most())
        .related(place, words!("网站 {service} 用它", "used by the website `{service}`"));
}
