//! D108: whether the suffix of a domain is approved is not known.

use super::common::{is_special, suffixes_are_approved};
use super::examples::renamed;
use crate::law::{MIIT_43, TENCENT_DOMAINS};
use crate::model::Domain;
use crate::names::Approval;
use crate::rows::Said;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Rule, Severity};
use crate::rules::in_use::is_left;
use crate::words;
use crate::words::Words;

/// Whether the suffix of a domain is approved is not known.
pub static RULE: Rule = Rule {
    code: "D108",
    name: "suffix-unknown",
    severity: Severity::Note,
    title: Words::fixed("不知道域名后缀是否获批", "whether the suffix of a domain is approved is not known"),
    demand: Words::fixed(
        "程序内的后缀名单抄自 2020 年的公开副本，此后批准的后缀里面没有；查不到不等于未批准",
        "The built-in list is a public copy of 2020 and lacks what was approved since; not listed does not mean \
         refused",
    ),
    help: Words::fixed("在 domain.miit.gov.cn 查一下这个后缀", "look the suffix up at domain.miit.gov.cn"),
    sources: &[TENCENT_DOMAINS.whole(), MIIT_43.whole()],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("名单里没有的后缀", "a suffix that the list lacks"),
        given: renamed!("shili-haowupu.museum"),
        finds: &["example/domains/shili-haowupu.museum"],
    },
    keeps: Example {
        shows: Words::fixed(".com 域名", "a name under .com"),
        given: renamed!("shili-haowupu.com"),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    if suffixes_are_approved(case) || is_left(case, named.record) {
        return;
    }
    let Some(domain) = case.domain(named.key) else { return };
    // A row of other days says that the suffix is known, and not what held on this one.
    let is_unknown = match case.tables.suffixes.lookup(domain, case.today) {
        Said::Row(row) => row.approval == Approval::Unknown,
        Said::OtherDays => false,
        Said::Nothing => true,
    };
    if is_unknown && !is_special(domain) {
        let suffix = domain.tld();
        report.at(
            named.place,
            words!(
                "不知道 {domain} 的后缀 .{suffix} 是否获批",
                "whether `.{suffix}`, the suffix of `{domain}`, is approved is not known"
            ),
        );
    }
}
