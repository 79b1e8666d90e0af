//! D128: a domain is said to expire later than it can be registered for.

use crate::law::ICANN_COM;
use crate::model::Domain;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::is_left;
use crate::words;
use crate::words::Words;

/// A domain is said to expire later than it can be registered for.
pub static RULE: Rule = Rule {
    code: "D128",
    name: "domain-expires-too-far",
    severity: Severity::Warning,
    title: Words::fixed("域名到期日期远得不可能", "a domain expires later than it can be registered for"),
    demand: Words::fixed(
        "域名一次最多注册或续费到十年以后（各后缀见数据表 certificate-terms）；更远的日期多半抄错了年份",
        "A domain is registered or renewed for ten years at most (by suffix in the table certificate-terms); a later \
         day is most often a year that was copied wrongly",
    ),
    help: Words::fixed("对照注册服务机构的到期日期改正 expires", "correct `expires` by what the registrar shows"),
    sources: &[ICANN_COM.whole()],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("到期日期写成 2092 年", "the year 2092"),
        given: &[Given::Edit { file: "example/domains.yaml", old: "expires: 2029-11-02", new: "expires: 2092-11-02" }],
        finds: &["example/domains/shop.example/expires"],
    },
    keeps: Example {
        shows: Words::fixed("还有几年", "years to go"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "expires: 2029-11-02" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let Some(expires) = named.record.expires.placed() else { return };
    if is_left(case, named.record) {
        return;
    }
    let suffix = named.key.rsplit('.').next().unwrap_or_default();
    let Some(row) = case.tables.certificate_terms.of_suffix(suffix, case.clock) else { return };
    // Days of registries are those of another zone.
    let last = case.clock.plus_months(row.longest.saturating_mul(12)).plus_days(1);
    if last < expires.value {
        let (key, day, longest) = (named.key, expires.value, row.longest);
        report
            .at(
                expires.place,
                words!(
                    "{key} 写着 {day} 到期，而域名最多注册到 {longest} 年以后",
                    "`{key}` is said to expire on {day}, but a domain is registered for {longest} years at most"
                ),
            )
            .at_most(case.most())
            .at_most(row.provenance.weight());
    }
}
