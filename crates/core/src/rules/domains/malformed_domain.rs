//! D101: what stands there is no domain name.

use super::examples::renamed;
use crate::law::{Article, RECORD_FORMAT, RFC_5890};
use crate::model::Domain;
use crate::names::{DomainFault, DomainName};
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;

/// What stands there is no domain name.
pub static RULE: Rule = Rule {
    code: "D101",
    name: "malformed-domain",
    severity: Severity::Error,
    title: Words::fixed("写的不是域名", "what stands there is no domain name"),
    demand: Words::fixed(
        "备案系统按域名逐字核对，网址、邮箱、IP 地址、带端口或通配符的写法都对不上任何域名",
        "The registry compares domain names letter by letter; a URL, a mail address, an IP address, a port or a \
         wildcard matches none",
    ),
    help: Words::fixed("只写域名本身，例如 example.cn", "write the domain name alone, as in example.cn"),
    sources: &[RFC_5890.at(Article::Section("2.3")), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("把端口写进了域名", "a port in the domain name"),
        given: renamed!("\"shop.example:8443\"", "www.shop.example"),
        finds: &["example/domains/shop.example:8443"],
    },
    keeps: Example {
        shows: Words::fixed("可读的小写域名", "a readable domain in small letters"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "shop.example:" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let key = named.key;
    if DomainName::is_plain(key) {
        return;
    }
    match DomainName::read(key) {
        Ok(reading) if reading.faults.contains(&DomainFault::ReservedHyphens) => {
            let why = DomainFault::ReservedHyphens.words();
            let (zh, en) = (&why.zh, &why.en);
            report
                .at(named.place, words!("“{key}”：{zh}", "`{key}`: {en}"))
                .at_most(Severity::Warning.min(case.most()));
        }
        Ok(_) => {}
        Err(fault) => {
            let why = fault.words();
            let (zh, en) = (&why.zh, &why.en);
            let finding = report.at(named.place, words!("“{key}”不是域名：{zh}", "`{key}` is no domain name: {en}"));
            finding.at_most(case.most());
            if let Some(meant) = DomainName::guess(key) {
                finding.help(words!("写成 {meant}", "write `{meant}`"));
            }
        }
    }
}
