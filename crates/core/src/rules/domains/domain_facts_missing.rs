//! D112: a domain lacks facts that the filing is checked against.

use crate::day::Day;
use crate::law::{MIIT_43, MIIT_264, TENCENT_DOMAINS};
use crate::model::Domain;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::{is_left, users, was_filed_before_2018};
use crate::words;
use crate::words::Words;

/// A domain lacks facts that the filing is checked against.
pub static RULE: Rule = Rule {
    code: "D112",
    name: "domain-facts-missing",
    severity: Severity::Error,
    title: Words::fixed("域名缺少备案要核对的事项", "a domain lacks facts that the filing is checked against"),
    demand: Words::fixed(
        "接入商要通过备案系统核对域名持有者的真实身份；没有持有者、实名认证、注册服务机构和到期日期，\
         无从判断域名能否备案。2018 年前已在备案系统里的域名不受此限，只作提示",
        "The access provider checks the true identity of a domain's holder through the registry; without holder, \
         verification, registrar and end of term nobody can tell whether the name can be filed. Domains that were on \
         file before 2018 are excepted, so that it is a note",
    ),
    help: Words::fixed(
        "从注册服务机构的域名证书或控制台抄入这些事项",
        "copy these facts from the domain certificate or the registrar's console",
    ),
    sources: &[MIIT_264.article(5), MIIT_43.article(30), TENCENT_DOMAINS.whole()],
    since: Some(Day::of(2018, 1, 1)),
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("没有实名认证日期和到期日期", "neither day of verification nor end of term"),
        given: &[Given::Edit {
            file: "example/domains.yaml",
            old: yaml! {"
                  verified: 2020-11-10
                  expires: 2029-11-02
            "},
            new: "",
        }],
        finds: &["example/domains/shop.example"],
    },
    keeps: Example {
        shows: Words::fixed("事项齐全", "nothing is missing"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "  verified: 2020-11-10\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let domain = named.record;
    let lacks = [
        (domain.registrar.is_absent(), "registrar"),
        (domain.holder.is_absent(), "holder"),
        (domain.holder.known().is_some_and(|holder| holder.name.is_absent()), "holder/name"),
        (domain.holder.known().is_some_and(|holder| holder.relation.is_absent()), "holder/relation"),
        (domain.verified.is_absent(), "verified"),
        (domain.expires.is_absent(), "expires"),
    ];
    if lacks.iter().all(|(lacks, _)| !lacks) || is_left(case, domain) {
        return;
    }
    let Some((service, place)) = users(case, named.key).next() else { return };
    let old = users(case, named.key).all(|(service, _)| was_filed_before_2018(service.record));
    let most = if old { case.missing().min(Severity::Note) } else { case.missing() };
    let fields: Vec<&str> = lacks.iter().filter(|(lacks, _)| *lacks).map(|(_, field)| *field).collect();
    let (fields_zh, fields_en, key) = (fields.join("、"), fields.join(", "), named.key);
    let service = service.key;
    report
        .at(named.place, words!("{key} 缺少 {fields_zh}", "`{key}` lacks {fields_en}"))
        .at_most(most)
        .related(place, words!("服务 {service} 用它", "used by the service `{service}`"));
}
