//! D123: a suffix kept for authorities, non-profit bodies or education is used by another.

use super::examples::renamed;
use crate::law::{Article, Citation, DOMAIN_SYSTEM, GOVERNMENT_DOMAINS, TENCENT_DOMAINS};
use crate::model::Domain;
use crate::names::ReservedFor;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Rule, Severity};
use crate::rules::in_use::is_left;
use crate::tables::WordList;
use crate::vocabulary::Nature;
use crate::words;
use crate::words::Words;

/// A suffix kept for authorities, non-profit bodies or education is used by another.
pub static RULE: Rule = Rule {
    code: "D123",
    name: "reserved-suffix",
    severity: Severity::Warning,
    title: Words::fixed(
        "用了留给党政机关、公益机构或教育机构的后缀",
        "a suffix kept for authorities, non-profit bodies or education is used by another",
    ),
    demand: Words::fixed(
        ".gov.cn、.政务 只给党政机关，.公益 只给非营利机构，.edu.cn 只给教育机构；别的主体用它们备案，持有者核对不会\
         通过。不承担行政职能的事业单位不应使用 .gov.cn，是否承担，记录里看不出，作提示",
        "Only authorities hold names under .gov.cn and .政务, only non-profit bodies under .公益, only educational \
         ones under .edu.cn; another subject fails the check of the holder. An institution without administrative \
         tasks should not use .gov.cn: whether it has any the records do not tell, so that is a note",
    ),
    help: Words::fixed(
        "核对主办单位性质和域名；后缀确属误用的换一个域名",
        "check the nature of the subject and the domain; if the suffix is wrong, take another name",
    ),
    sources: &[BY_NOTICE, DOMAIN_SYSTEM.at(Article::Part(3)), TENCENT_DOMAINS.whole()],
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

const BY_NOTICE: Citation = GOVERNMENT_DOMAINS.articles(&[Article::Part(1), Article::Part(2)]);

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let Some(nature) = case.subject.particulars.value.nature.placed() else { return };
    if named.key.is_ascii() && !named.key.ends_with(".cn") && !named.key.contains("xn--") {
        return;
    }
    let Some(domain) = case.domain(named.key) else { return };
    let Some(row) = case.tables.suffixes.lookup(domain, case.today).row() else { return };
    let Some(reserved) = row.reserved else { return };
    if is_left(case, named.record) {
        return;
    }
    let suffix = &row.readable;
    let (most, said) = match entitled(case, nature.value, reserved) {
        Entitled::Yes => return,
        Entitled::Perhaps => (
            Severity::Note,
            words!(
                "事业单位用了 .{suffix}：不承担行政职能的不应使用，请核对",
                "an institution is under `.{suffix}`: without administrative tasks it should not be; check whether it \
                 has any"
            ),
        ),
        Entitled::No => {
            let (Words { zh, en }, kind) = (whom(reserved), nature.value);
            let said = words!(
                "后缀 .{suffix} 留给{zh}，主办单位性质却是{kind}",
                "`.{suffix}` is kept for {en}, but the subject's nature is {kind}"
            );
            (Severity::Warning, said)
        }
    };
    let sources = match reserved {
        ReservedFor::Government => [BY_NOTICE, DOMAIN_SYSTEM.at(Article::Part(3))],
        _ => [DOMAIN_SYSTEM.at(Article::Part(3)), TENCENT_DOMAINS.whole()],
    };
    report
        .at(named.place, said)
        .at_most(case.most())
        .at_most(most)
        .cite(&sources)
        .related(nature.place, Words::fixed("主办单位性质", "nature of the subject"));
}

/// Whether a subject may hold names under a suffix.
enum Entitled {
    Yes,
    Perhaps,
    No,
}

fn entitled(case: &Case<'_>, nature: Nature, reserved: ReservedFor) -> Entitled {
    let of = |entitled: bool| if entitled { Entitled::Yes } else { Entitled::No };
    let private = matches!(nature, Nature::Enterprise | Nature::Individual);
    match reserved {
        ReservedFor::Government if nature == Nature::Institution => {
            let remark = case.subject.particulars.value.remark.known();
            if remark.is_some_and(|remark| remark.contains("行政")) { Entitled::Yes } else { Entitled::Perhaps }
        }
        ReservedFor::Government => of(matches!(nature, Nature::Government | Nature::MassOrganisation)),
        ReservedFor::NonProfit => of(!private),
        ReservedFor::Education if nature == Nature::Enterprise => {
            // A school may be a company; what it is called tells.
            let Some(name) = case.subject.particulars.value.name.known() else { return Entitled::Yes };
            let teaches = |word: &str| name.contains(word);
            of(case.tables.words.any(WordList::Education, case.today, teaches) != Some(false))
        }
        ReservedFor::Education => of(!private),
    }
}

fn whom(reserved: ReservedFor) -> Words {
    match reserved {
        ReservedFor::Government => Words::fixed("党政机关", "authorities"),
        ReservedFor::NonProfit => Words::fixed("非营利机构", "non-profit bodies"),
        ReservedFor::Education => Words::fixed("教育机构", "educational institutions"),
    }
}
