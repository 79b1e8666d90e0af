//! I121: an enterprise's name is not the full one.

use super::held::{credit_code, nature};
use crate::law::{Article, MII_33, SC_734};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
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
        finds: &["example/subject/name", "F146 example/subject/name"],
    },
    keeps: Example {
        shows: Words::fixed("全称", "the full name"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "name: 杭州示例网络科技有限公司" }],
        finds: &[],
    },
};

/// What the name of an enterprise ends with, or holds before the name of a branch. The list
/// is long so that it finds nicknames and trade marks, not unusual trades.
const FORMS: &[&str] = &[
    "公司",
    "企业",
    "合伙",
    "集团",
    "中心",
    "厂",
    "店",
    "社",
    "部",
    "行",
    "铺",
    "馆",
    "所",
    "院",
    "场",
    "坊",
    "吧",
    "城",
    "会",
    "站",
    "堂",
    "屋",
    "室",
    "园",
    "处",
    "楼",
    "庄",
    "局",
    "矿",
    "队",
    "段",
    "库",
    "港",
    "号",
    "居",
    "阁",
    "轩",
    "斋",
    "档",
    "摊",
    "超市",
    "酒家",
    "农家乐",
    "工作室",
    "办事处",
    "代表机构",
    "农庄",
    "学校",
    "幼儿园",
    "诊所",
];

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some(name) = case.subject.particulars.value.name.placed() else { return };
    // An individual business may carry its owner's name or none at all.
    let individual_business = || credit_code(case).is_some_and(|code| code.value.starts_with("92"));
    if nature(case) != Some(Nature::Enterprise)
        || FORMS.iter().any(|form| name.value.contains(form))
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
