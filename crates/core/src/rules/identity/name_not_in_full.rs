//! I121: an enterprise's name is not the full one.

use super::held::{credit_code, nature};
use crate::law::{Article, MII_33, SC_734};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::spelling::{bare, folded};
use crate::tables::WordList;
use crate::vocabulary::Nature;
use crate::words;
use crate::words::Words;

/// An enterprise's name is not the full one.
pub static RULE: Rule = Rule {
    code: "I121",
    name: "name-not-in-full",
    severity: Severity::Warning,
    title: Words::fixed("企业名称不像营业执照上的全称", "an enterprise's name is not the full one"),
    demand: Words::fixed(
        "企业名称由行政区划、字号、行业和组织形式组成，备案要与营业执照一字不差",
        "An enterprise's name is made of region, trade name, line of business and form of organisation; a filing \
         repeats the one on the licence",
    ),
    help: Words::fixed(
        "照营业执照写全称，包括“有限公司”等组织形式；简称写在服务名称里",
        "write the full name from the licence, with its form such as 有限公司; short names belong to services",
    ),
    sources: &[SC_734.articles(&[Article::new(6), Article::new(10)]), MII_33.article(7)],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("只写了字号", "the trade name alone"),
        given: &[
            Given::Edit {
                file: "example/subject.yaml", old: "name: 杭州示例网络科技有限公司", new: "name: 示例科技"
            },
            Given::Edit {
                file: "example/domains.yaml", old: "name: 杭州示例网络科技有限公司", new: "name: 示例科技"
            },
        ],
        finds: &["example/subject/name"],
    },
    keeps: Example {
        shows: Words::fixed("全称", "the full name"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "name: 杭州示例网络科技有限公司" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some(name) = case.subject.particulars.value.name.placed() else { return };
    // An individual business may carry its owner's name or none at all.
    let individual_business = || credit_code(case).is_some_and(|code| folded(&code.value).starts_with("92"));
    let spelled = bare(&name.value);
    if nature(case) != Some(Nature::Enterprise)
        || case.tables.words.any(WordList::FormsOfEnterprises, case.today, |form| spelled.contains(form)) != Some(false)
        || individual_business()
    {
        return;
    }
    let text = &name.value;
    report.at(
        name.place,
        words!(
            "企业名称“{text}”没有组织形式，不像营业执照上的全称",
            "the enterprise's name `{text}` lacks its form and is hardly the one on the licence"
        ),
    );
}
