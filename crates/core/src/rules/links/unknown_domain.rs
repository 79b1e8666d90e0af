//! L103: a service uses a domain that is not in domains.yaml.

use super::suggest::suggest;
use crate::change::ascii;
use crate::filed::{Aspect, either_way};
use crate::law::{MIIT_264, RECORD_FORMAT};
use crate::model::Service;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::{domains_of, same, was_filed_before_2018};
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;

/// A service uses a domain that is not in domains.yaml.
pub static RULE: Rule = Rule {
    code: "L103",
    name: "unknown-domain",
    severity: Severity::Error,
    title: Words::fixed("服务用的域名没有记录", "a service uses a domain that is not in domains.yaml"),
    demand: Words::fixed(
        "备案要核对每个域名的持有者、实名认证和到期日；没有记录就核对不了",
        "The filing is checked against holder, verification and term of each domain; without a record there is nothing \
         to check",
    ),
    help: Words::fixed("在 domains.yaml 里加上这个域名，或改正写法", "add the domain to domains.yaml, or correct it"),
    sources: &[RECORD_FORMAT.whole(), MIIT_264.article(5)],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("网站的域名没有记录", "the domain of the website has no record"),
        given: &[
            Given::Edit { file: "example/services.yaml", old: "    - shop.example\n", new: "    - sho.example\n" },
            Given::Edit { file: "example/services.yaml", old: "home: www.shop.example", new: "home: www.sho.example" },
            Given::Edit {
                file: "example/domains.yaml",
                old: "  expires: 2029-11-02\n",
                new: yaml! {"
                      expires: 2029-11-02
                      left: 2026-06-30
                "},
            },
        ],
        finds: &["example/services/shop/domains/0"],
    },
    keeps: Example {
        shows: Words::fixed("域名有记录", "the domain has a record"),
        given: &[Given::Stands { file: "example/services.yaml", text: "    - shop.example\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let domains = &case.subject.domains;
    if !named.record.is_live(case.today) || case.subject.is_unread("domains") {
        return;
    }
    // What is handed over, or ends, may have let its domain go already.
    if either_way(case.subject, &format!("services/{}", named.key), Aspect::Domains) {
        return;
    }
    // The notice leaves alone what was on file before it took effect.
    let old = was_filed_before_2018(named.record);
    let most = if old { case.missing().min(Severity::Note) } else { case.missing() };
    for domain in domains_of(named.record) {
        let key = &*domain.value;
        // The very text is nearly always the key.
        if domains.get(key).is_some() || domains.iter().any(|(known, _)| same(known, key)) {
            continue;
        }
        // An App names the host that serves it, below a domain that is recorded.
        let app = named.record.kind.known().is_some_and(|kind| *kind != ServiceKind::Website);
        if app && domains.iter().any(|(known, _)| is_below(key, known)) {
            continue;
        }
        let finding = report
            .at(domain.place, words!("域名 {key} 不在 domains.yaml 里", "the domain `{key}` is not in domains.yaml"));
        suggest(finding.at_most(most), key, domains, "domains.yaml");
    }
}

/// Whether a host stands below a domain.
pub(super) fn is_below(host: &str, domain: &str) -> bool {
    let (host, domain) = (ascii(host), ascii(domain));
    host.strip_suffix(&domain).is_some_and(|rest| rest.ends_with('.'))
}
