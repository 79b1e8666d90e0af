//! D123: a suffix kept for authorities or non-profit bodies is used by another.

use super::common::is_left;
use super::examples::renamed;
use crate::law::{Article, GOVERNMENT_DOMAINS, TENCENT_DOMAINS};
use crate::model::Domain;
use crate::names::ReservedFor;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Rule, Severity};
use crate::vocabulary::Nature;
use crate::words;
use crate::words::Words;

/// A suffix kept for authorities or non-profit bodies is used by another.
pub static RULE: Rule = Rule {
    code: "D123",
    name: "reserved-suffix",
    severity: Severity::Warning,
    title: Words::fixed(
        "用了留给党政机关或公益机构的后缀",
        "a suffix kept for authorities or non-profit bodies is used by another",
    ),
    demand: Words::fixed(
        ".gov.cn、.政务 只给党政机关，.公益 只给非营利机构；别的主体用它们备案，持有者核对不会通过",
        "Only authorities hold names under .gov.cn and .政务, only non-profit bodies under .公益; another subject \
         fails the check of the holder",
    ),
    help: Words::fixed(
        "核对主办单位性质和域名；后缀确属误用的换一个域名",
        "check the nature of the subject and the domain; if the suffix is wrong, take another name",
    ),
    sources: &[GOVERNMENT_DOMAINS.articles(&[Article::Part(1), Article::Part(2)]), TENCENT_DOMAINS.whole()],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("企业用 .政务", "an enterprise under .政务"),
        given: renamed!("示例好物铺.政务"),
        finds: &["example/domains/示例好物铺.政务"],
    },
    keeps: Example {
        shows: Words::fixed("企业用 .公司", "an enterprise under .公司"),
        given: renamed!("示例好物铺.公司"),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let Some(nature) = case.subject.particulars.value.nature.placed() else { return };
    if named.key.is_ascii() && !named.key.ends_with("gov.cn") && !named.key.contains("xn--") {
        return;
    }
    let Some(domain) = case.domain(named.key) else { return };
    let Some(row) = case.tables.suffixes.lookup(domain, case.today).row() else { return };
    let (entitled, whom_zh, whom_en) = match row.reserved {
        None => return,
        Some(ReservedFor::Government) => (
            matches!(nature.value, Nature::Government | Nature::Institution | Nature::MassOrganisation),
            "党政机关",
            "authorities",
        ),
        Some(ReservedFor::NonProfit) => {
            (!matches!(nature.value, Nature::Enterprise | Nature::Individual), "非营利机构", "non-profit bodies")
        }
    };
    if entitled || is_left(case, named.record) {
        return;
    }
    let (suffix, kind) = (&row.readable, nature.value);
    report
        .at(
            named.place,
            words!(
                "后缀 .{suffix} 留给{whom_zh}，主办单位性质却是{kind}",
                "`.{suffix}` is kept for {whom_en}, but the subject's nature is {kind}"
            ),
        )
        .at_most(case.most())
        .related(nature.place, Words::fixed("主办单位性质", "nature of the subject"));
}
