//! D107: the suffix of a domain is not approved.

use super::common::{is_special, suffixes_are_approved};
use super::examples::renamed;
use crate::law::{MIIT_43, TENCENT_DOMAINS};
use crate::model::Domain;
use crate::names::Approval;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Rule, Severity};
use crate::rules::in_use::{is_left, users};
use crate::words;
use crate::words::Words;

/// The suffix of a domain is not approved.
pub static RULE: Rule = Rule {
    code: "D107",
    name: "suffix-not-approved",
    severity: Severity::Warning,
    title: Words::fixed("域名后缀未经批准", "the suffix of a domain is not approved"),
    demand: Words::fixed(
        "只有工业和信息化部批准的顶级域之下的域名能备案；最新名单以 domain.miit.gov.cn 为准",
        "Only names under suffixes that MIIT approved can be filed; the present list stands at domain.miit.gov.cn",
    ),
    help: Words::fixed(
        "在 domain.miit.gov.cn 查这个后缀；未获批准的，换用 .cn、.com 等后缀的域名",
        "look the suffix up at domain.miit.gov.cn; if it is not there, take a name under .cn, .com or another approved \
         one",
    ),
    sources: &[TENCENT_DOMAINS.whole(), MIIT_43.whole()],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed(".io 域名", "a name under .io"),
        given: renamed!("shili-haowupu.io"),
        finds: &["example/domains/shili-haowupu.io"],
    },
    keeps: Example {
        shows: Words::fixed(".cn 域名", "a name under .cn"),
        given: renamed!("shili-haowupu.cn"),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    if suffixes_are_approved(case) || is_left(case, named.record) {
        return;
    }
    let Some(domain) = case.domain(named.key) else { return };
    let Some(row) = case.tables.suffixes.lookup(domain, case.today).row() else { return };
    if row.approval != Approval::NotApproved || is_special(domain) {
        return;
    }
    let suffix = &row.readable;
    // What is on file was taken, whatever the pages say of new ones.
    let filed = users(case, named.key).any(|(service, _)| !service.record.numbers.items().is_empty());
    let founded = if filed { Severity::Note } else { row.provenance.weight() };
    report
        .at(
            named.place,
            words!(
                "{domain} 的后缀 .{suffix} 不在批准之列，不能备案",
                "`{domain}` is under `.{suffix}`, which is not approved, and cannot be filed"
            ),
        )
        .at_most(founded.min(case.most()));
}
