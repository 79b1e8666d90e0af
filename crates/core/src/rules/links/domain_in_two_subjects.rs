//! L205: websites of two subjects use one domain.

use super::common::{apart, clashes};
use crate::day::Day;
use crate::law::{MIIT_264, MIIT_633};
use crate::rule::{Check, Claim, ClaimKind, Clash};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Websites of two subjects use one domain.
pub static RULE: Rule = Rule {
    code: "L205",
    name: "domain-in-two-subjects",
    severity: Severity::Error,
    title: Words::fixed("两个主体的网站用了同一个域名", "websites of two subjects use one domain"),
    demand: Words::fixed(
        "域名应为主办单位自己所有，一个域名对应一个备案号；同一个域名在两个主体名下各有网站，必有一个不实",
        "A domain must be the organiser's own and has one number; of two subjects with websites on it, one is untrue",
    ),
    help: Words::fixed(
        "核对域名持有者；转手的域名先由原主体注销或迁移",
        "check who holds the domain; if it changed hands, the former subject deregisters or migrates first",
    ),
    sources: &[MIIT_633.whole(), MIIT_264.article("第一条")],
    since: Some(Day::of(2019, 4, 22)),
    until: None,
    check: Check::Shared(ClaimKind::Domain, check),
    breaks: Example {
        shows: Words::fixed("两家公司的网站用同一个域名", "websites of two companies on one domain"),
        given: &[
            Given::Other,
            Given::Edit { file: "other/domains.yaml", old: "sample.example:", new: "shop.example:" },
            Given::Edit {
                file: "other/services.yaml",
                old: yaml! {"
                        - sample.example
                      home: www.sample.example
                "},
                new: yaml! {"
                        - shop.example
                      home: www.shop.example
                "},
            },
            Given::Edit {
                file: "other/filings/2021-02-20-first.yaml",
                old: yaml! {"
                        - sample.example
                      services/shop/home: www.sample.example
                "},
                new: yaml! {"
                        - shop.example
                      services/shop/home: www.shop.example
                "},
            },
        ],
        finds: &["other/services/shop/domains/0"],
    },
    keeps: Example { shows: Words::fixed("各有各的", "each its own"), given: &[Given::Other], finds: &[] },
};

fn check(claims: &[Claim]) -> Vec<Clash> {
    clashes(
        claims,
        apart,
        |first, claim| {
            let (domain, other, holder) = (&claim.value, &first.subject, &first.holder);
            words!("{domain} 也是 {other}/{holder} 的域名", "`{domain}` is also a domain of `{other}/{holder}`")
        },
        &Words::fixed("另一个主体的网站", "the website of the other subject"),
    )
}
