//! P204: a proof of residence is not one that the province takes.

use super::common::{outsider, surely};
use super::examples::{OF_SICHUAN, SHANGHAI, individual};
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::names::Province;
use crate::record::Vocabulary;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::asked::{ask, asker, region};
use crate::tables::{Demand, ProvinceRow};
use crate::words;
use crate::words::Words;

/// A proof of residence is not one that the province takes.
pub static RULE: Rule = Rule {
    code: "P204",
    name: "residence-proof-unfit",
    severity: Severity::Warning,
    title: Words::fixed("居住证明不合本省要求", "a proof of residence is not one that the province takes"),
    demand: Words::fixed(
        "居住证明要是本省的，并且是本省收的一种（各省：docs/practice.md 的 `residence-proofs` 和 `refused-proofs`\
         ）",
        "A proof of residence is of the province and of a kind that it takes (which ones: `residence-proofs` and \
         `refused-proofs` in docs/practice.md)",
    ),
    help: Words::fixed("换成本省收的证明", "take one that the province accepts"),
    sources: &[PROVINCE_PAGES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("在上海用学生证", "a student card in Shanghai"),
        given: individual!(
            SHANGHAI,
            OF_SICHUAN,
            Given::Edit {
                file: "example/people.yaml",
                old: "  name: 张示例\n",
                new: yaml! {r#"
                      name: 张示例
                      home: "510107"
                      residence:
                        kind: 学生证
                        region: "310101"
                "#},
            }
        ),
        finds: &["example/people/zhang/residence/kind"],
    },
    keeps: Example {
        shows: Words::fixed("在上海用居住证", "a permit in Shanghai"),
        given: individual!(
            SHANGHAI,
            OF_SICHUAN,
            Given::Edit {
                file: "example/people.yaml",
                old: "  name: 张示例\n",
                new: yaml! {r#"
                      name: 张示例
                      home: "510107"
                      residence:
                        kind: 居住证
                        region: "310101"
                        valid: 2027-12-31
                "#},
            }
        ),
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some((_, person, home)) = outsider(case) else { return };
    let Some(proof) = person.value.residence.known() else { return };
    let Some(asked) = ask(case, Demand::NonLocal).filter(|row| row.says("proof")) else { return };
    let Words { zh, en } = asker(case, asked);
    if let Some(at) = proof.region.placed()
        && let Some(province) = Province::of_code(&at.value)
        && !region(case).starts_with(province.code)
    {
        let (other, other_en) = (province.short_zh, province.name_en);
        let said = words!(
            "这是{other}的居住证明，主体在{zh}",
            "this proves a residence in {other_en}, but the subject is in {en}"
        );
        report.at(at.place, said).at_most(surely(&home)).rests_on(asked, case.tables);
    }
    let Some(kind) = proof.kind.placed() else { return };
    let term = kind.value.term();
    let refused = ask(case, Demand::RefusedProofs).filter(|row| row.terms().any(|one| one == term));
    let listed = |row: &&ProvinceRow| row.is_closed() && row.terms().all(|one| one != term);
    let (row, most) = match (refused, ask(case, Demand::ResidenceProofs).filter(listed)) {
        (Some(row), _) => (row, row.provenance.weight()),
        // What a list merely does not name may count all the same.
        (None, Some(row)) => (row, Severity::Note),
        (None, None) => return,
    };
    let said = words!("{zh}不收{term}作居住证明", "{en} does not take {term} as a proof of residence");
    let finding = report.at(kind.place, said);
    finding.at_most(most.min(surely(&home))).rests_on(asked, case.tables);
    let list: Vec<&str> =
        ask(case, Demand::ResidenceProofs).unwrap_or(row).terms().filter(|one| *one != term).collect();
    if !list.is_empty() {
        let list = list.join("、");
        finding.help(words!("{zh}收的有：{list}", "{en} takes: {list}"));
    }
}
