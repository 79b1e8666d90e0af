//! D102: a domain is spelled in another way than records keep it.

use crate::law::{Article, RECORD_FORMAT, RFC_5890};
use crate::model::Domain;
use crate::names::{DomainName, DomainWeight};
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::same;
use crate::words;
use crate::words::Words;

/// A domain is spelled in another way than records keep it.
pub static RULE: Rule = Rule {
    code: "D102",
    name: "odd-domain-spelling",
    severity: Severity::Warning,
    title: Words::fixed("域名的写法不是记录用的写法", "a domain is spelled in another way than records keep it"),
    demand: Words::fixed(
        "记录里域名写可读的小写形式（中文域名写中文，不写 xn--），这样同一个域名处处一个样，比较和合并才不出错",
        "Records keep the readable form in small letters (no xn--), so that one domain looks the same everywhere and \
         compares rightly",
    ),
    help: Words::fixed("改成可读的小写形式", "write the readable form in small letters"),
    sources: &[RECORD_FORMAT.whole(), RFC_5890.at(Article::Section("2.3.2"))],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("大写字母", "capital letters"),
        given: &[Given::Edit { file: "example/domains.yaml", old: "shop.example:", new: "Shop.example:" }],
        finds: &["example/domains/Shop.example"],
    },
    keeps: Example {
        shows: Words::fixed("可读的小写域名", "a readable domain in small letters"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "shop.example:" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    if DomainName::is_plain(named.key) {
        return;
    }
    let Ok(reading) = DomainName::read(named.key) else { return };
    let mut spelling = reading.faults.iter().filter(|fault| fault.weight() == DomainWeight::Spelling);
    let Some(first) = spelling.next() else { return };
    // A second key of the same domain is a fault of its own, which says what to do.
    if case.subject.domains.iter().any(|(key, _)| key != named.key && same(key, named.key)) {
        return;
    }
    let (key, meant, why) = (named.key, &reading.domain, first.words());
    let (zh, en) = (&why.zh, &why.en);
    report
        .at(named.place, words!("“{key}”：{zh}", "`{key}`: {en}"))
        .at_most(case.most())
        .help(words!("写成 {meant}", "write `{meant}`"));
}
