//! P207: an authorised principal is not the principal of the service as well.

use super::examples::{JIANGSU, organisation};
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::asked::{ask, asker};
use crate::tables::Demand;
use crate::words;
use crate::words::Words;

/// An authorised principal is not the principal of the service as well.
pub static RULE: Rule = Rule {
    code: "P207",
    name: "authorised-principal-not-manager",
    severity: Severity::Warning,
    title: Words::fixed(
        "被授权的主体负责人没有同时担任服务负责人",
        "an authorised principal is not the principal of the service as well",
    ),
    demand: Words::fixed(
        "有的省里，主体负责人不是法定代表人的，要与服务负责人为同一人（各省：docs/practice.md 的 `manager-is-principal`\
         ）",
        "In some provinces a principal who is not the legal representative answers for the services as well \
         (which ones: `manager-is-principal` in docs/practice.md)",
    ),
    help: Words::fixed(
        "两级写同一人，或改由法定代表人任主体负责人",
        "name one person at both levels, or make the legal representative the principal",
    ),
    sources: &[PROVINCE_PAGES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("江苏的企业，两级是两个被授权的人", "two people at the two levels in Jiangsu"),
        given: organisation!(
            JIANGSU,
            "91320102MA0EXAMP14",
            Given::Edit {
                file: "example/subject.yaml",
                old: yaml! {"
                    legal_representative: zhang
                    principal: zhang
                "},
                new: yaml! {"
                    legal_representative: wang
                    principal: zhang
                "},
            },
            Given::Edit {
                file: "example/people.yaml",
                old: "zhang:\n",
                new: yaml! {r#"
                    wang:
                      name: 王示例
                      certificate:
                        kind: 居民身份证
                        number: "320***********0055"
                        valid:
                          from: 2016-02-01
                          until: 2036-02-01
                      mobile: "137****0005"
                      email: wang@shop.example
                    zhang:
                "#},
            }
        ),
        finds: &["example/services/shop/principal"],
    },
    keeps: Example {
        shows: Words::fixed("法定代表人任主体负责人", "the legal representative is the principal"),
        given: organisation!(JIANGSU, "91320102MA0EXAMP14"),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let facts = &case.subject.particulars.value;
    let (Some(legal), Some(principal)) = (facts.legal_representative.known(), facts.principal.placed()) else { return };
    let Some(manager) = named.record.principal.placed() else { return };
    if *legal == principal.value || manager.value == principal.value || !named.record.is_live(case.today) {
        return;
    }
    let Some(row) = ask(case, Demand::ManagerIsPrincipal) else { return };
    let (Words { zh, en }, key, other, service) = (asker(case, row), &manager.value, &principal.value, named.key);
    let said = words!(
        "服务 {service} 的负责人是 {key}；{zh}要求不是法定代表人的主体负责人 {other} 同时担任",
        "the principal of `{service}` is `{key}`; {en} wants `{other}`, who is not the legal representative, at both \
         levels"
    );
    report
        .at(manager.place, said)
        .rests_on(row, case.tables)
        .related(principal.place, Words::fixed("主体负责人在这里", "the principal of the subject stands here"));
}
