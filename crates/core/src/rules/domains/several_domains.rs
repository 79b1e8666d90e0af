//! D124: a website filed since 2019-04-22 has several domains.

use crate::day::Day;
use crate::law::MIIT_633;
use crate::model::Service;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::{domains_of, granted, may_be_licensed, same};
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;

/// A website filed since 2019-04-22 has several domains.
pub static RULE: Rule = Rule {
    code: "D124",
    name: "several-domains",
    severity: Severity::Error,
    title: Words::fixed("2019-04-22 以后备案的网站有几个域名", "a website filed since 2019-04-22 has several domains"),
    demand: Words::fixed(
        "自 2019-04-22 起一个域名对应一个备案号，首次备案和新增网站时一个网站只能填一个域名；\
         此前的多域名网站只能减少域名；通知只讲非经营性备案，持经营许可证的照此办理是实践，作警告",
        "Since 2019-04-22 one domain has one number: a new website takes exactly one domain, and older ones with \
         several may only lose some; the notice speaks of non-commercial filings, and for holders of a licence it \
         is practice and a warning",
    ),
    help: Words::fixed(
        "每个域名各立一个网站、各备各的；或者只留已备案的那一个",
        "make a website of its own for each further domain, or keep only the one on file",
    ),
    sources: &[MIIT_633.whole()],
    since: Some(Day::of(2019, 4, 22)),
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("新网站列了两个域名", "a new website with two domains"),
        given: &[
            Given::Edit {
                file: "example/domains.yaml",
                old: "shop.example:\n",
                new: yaml! {r#"
                    blog.example:
                      registrar: 阿里云
                      registered: 2020-11-02
                      holder:
                        name: 杭州示例网络科技有限公司
                        certificate:
                          kind: 营业执照
                          number: "91330106MA0EXAMP12"
                        relation: 主办单位
                      verified: 2020-11-10
                      expires: 2029-11-02
                    shop.example:
                "#},
            },
            Given::Edit {
                file: "example/services.yaml",
                old: "    - shop.example\n",
                new: yaml! {"
                        - shop.example
                        - blog.example
                "},
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {"
                      services/shop/domains:
                        - shop.example
                "},
                new: yaml! {"
                      services/shop/domains:
                        - shop.example
                        - blog.example
                "},
            },
        ],
        finds: &["example/services/shop/domains/1"],
    },
    keeps: Example {
        shows: Words::fixed("一个域名", "one domain"),
        given: &[Given::Stands {
            file: "example/services.yaml",
            text: yaml! {"
                  domains:
                    - shop.example
                  home: www.shop.example
            "},
        }],
        finds: &[],
    },
};

/// The day on which the rule of one domain, one number came.
const SINCE: Day = Day::of(2019, 4, 22);

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    // Two that are known are two, whatever others there are.
    let domains = domains_of(service).known();
    if domains.len() < 2 || service.kind.known() != Some(&ServiceKind::Website) || !service.is_live(case.today) {
        return;
    }
    // A website without any number is still to be filed, and falls under the rule of today. One
    // whose grant has no day may be an old one.
    let since = granted(service);
    if !service.numbers.items().is_empty() && since.is_none_or(|day| day < SINCE) {
        return;
    }
    let key = named.key;
    for (index, domain) in domains.iter().enumerate().skip(1) {
        let before = domains.get(..index).unwrap_or_default();
        // The same domain again, or a name below it, is no second domain.
        if before.iter().any(|one| {
            same(&one.value, &domain.value)
                || is_below(&one.value, &domain.value)
                || is_below(&domain.value, &one.value)
        }) {
            continue;
        }
        let text = &domain.value;
        let finding = match since {
            Some(day) => report.at(
                domain.place,
                words!(
                    "网站 {key} 于 {day} 核发备案号，只能有一个域名，{text} 是多出来的",
                    "the website `{key}` was granted its number on {day} and may have one domain; `{text}` is one more"
                ),
            ),
            None => report.at(
                domain.place,
                words!(
                    "网站 {key} 还没有备案，只能填一个域名，{text} 是多出来的",
                    "the website `{key}` is still to be filed and takes one domain; `{text}` is one more"
                ),
            ),
        };
        finding.at_most(case.most());
        if may_be_licensed(case, service) {
            finding.at_most(Severity::Warning);
        }
        if let Some(first) = domains.first() {
            finding.related(first.place, Words::fixed("第一个域名", "the first domain"));
        }
    }
}

/// Whether a name stands below another one, as texts.
fn is_below(name: &str, other: &str) -> bool {
    name.strip_suffix(other).is_some_and(|rest| rest.ends_with('.'))
}
