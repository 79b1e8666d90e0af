//! P206: the principal is not the legal representative.

use super::common::{is_foreigner, person};
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES, TENCENT_SUBJECT};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::asked::{ask, asker, who};
use crate::tables::{Demand, ProvinceRow, Who};
use crate::words;
use crate::words::Words;

/// The principal is not the legal representative.
pub static RULE: Rule = Rule {
    code: "P206",
    name: "principal-not-legal-representative",
    severity: Severity::Warning,
    title: Words::fixed("主体负责人不是法定代表人", "the principal is not the legal representative"),
    demand: Words::fixed(
        "多数省要求单位的主体负责人由法定代表人担任，有的省可以授权他人（各省：docs/practice.md 的 `principal`\
         ）。来源说法不一的，按来源写明两边，只作提示；法定代表人是外国人的，有的省可以授权中国公民",
        "Most provinces want the legal representative as principal of an organisation, some take somebody \
         authorised (which ones: `principal` in docs/practice.md). Where sources disagree both sides are told, as \
         a note. A foreign legal representative may authorise a citizen in some",
    ),
    help: Words::fixed(
        "改由法定代表人担任主体负责人，服务负责人可以另授权他人",
        "make the legal representative the principal; the principal of the service may be authorised",
    ),
    sources: &[PROVINCE_PAGES.whole(), TENCENT_SUBJECT.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("浙江的企业由员工任主体负责人", "an employee as principal in Zhejiang"),
        given: &[
            Given::Edit {
                file: "example/subject.yaml",
                old: yaml! {"
                    legal_representative: zhang
                    principal: zhang
                "},
                new: yaml! {"
                    legal_representative: zhang
                    principal: li
                "},
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "subject/principal: zhang",
                new: "subject/principal: li",
            },
        ],
        finds: &["example/subject/principal"],
    },
    keeps: Example {
        shows: Words::fixed("法定代表人任主体负责人", "the legal representative is the principal"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "principal: zhang" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = &case.subject.particulars.value;
    let (Some(legal), Some(principal)) = (facts.legal_representative.placed(), facts.principal.placed()) else {
        return;
    };
    if legal.value == principal.value {
        return;
    }
    // Where a row is kept though others say otherwise, that is told.
    let wants = |row: &&ProvinceRow| row.says("legal-representative") || row.is_denied("legal-representative");
    let Some(row) = ask(case, Demand::Principal).filter(wants) else { return };
    if who(case) != Some(Who::Organisation) || is_same_person(case) {
        return;
    }
    let foreign = person(case, &facts.legal_representative).is_some_and(|(_, person)| is_foreigner(&person.value));
    if foreign && ask(case, Demand::ForeignLegalRepresentative).is_some() {
        return;
    }
    let (Words { zh, en }, key, other) = (asker(case, row), &principal.value, &legal.value);
    let said = if row.says("legal-representative") {
        words!(
            "主体负责人是 {key}，{zh}要求由法定代表人 {other} 担任",
            "the principal is `{key}`, but {en} wants the legal representative, `{other}`"
        )
    } else {
        words!(
            "主体负责人是 {key}，不是法定代表人 {other}；{zh}可以授权他人担任",
            "the principal is `{key}` and not the legal representative, `{other}`; {en} takes somebody authorised"
        )
    };
    let most = if row.says("legal-representative") { case.most() } else { Severity::Note };
    let finding = report.at(principal.place, said);
    finding
        .at_most(most)
        .rests_on(row, case.tables)
        .related(legal.place, Words::fixed("法定代表人在这里", "the legal representative stands here"));
    if !row.says("legal-representative") {
        finding.help(Words::fixed("向接入商确认后再提交", "ask the provider before the order is sent"));
    }
}

/// Whether principal and legal representative are one person under two keys.
fn is_same_person(case: &Case<'_>) -> bool {
    let facts = &case.subject.particulars.value;
    let name = |key| person(case, key).and_then(|(_, person)| person.value.name.known());
    name(&facts.principal).is_some_and(|one| name(&facts.legal_representative) == Some(one))
}
