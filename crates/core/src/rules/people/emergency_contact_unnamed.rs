//! P214: whose emergency number it is, is not said.

use super::common::{heads, manages};
use super::examples::{TIANJIN, organisation};
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::model::Person;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::asked::{ask, asker};
use crate::tables::Demand;
use crate::words;
use crate::words::Words;

/// Whose emergency number it is, is not said.
pub static RULE: Rule = Rule {
    code: "P214",
    name: "emergency-contact-unnamed",
    severity: Severity::Warning,
    title: Words::fixed("没有写应急电话的机主和关系", "whose emergency number it is, is not said"),
    demand: Words::fixed(
        "有的省要在备注里写明应急电话是谁的、是什么关系（各省：docs/practice.md 的 `emergency-named`）",
        "Some provinces ask whose the emergency number is, and what that person is to the principal (which ones: \
         `emergency-named` in docs/practice.md)",
    ),
    help: Words::fixed("补上 whose 和 relation", "add `whose` and `relation`"),
    sources: &[PROVINCE_PAGES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Person(check),
    breaks: Example {
        shows: Words::fixed("天津的企业没有写机主", "in Tianjin, without the name"),
        given: organisation!(
            TIANJIN,
            "91120101MA0EXAMP18",
            Given::Edit {
                file: "example/people.yaml",
                old: yaml! {r#"
                        phone: "138****0001"
                        whose: 张示例
                        relation: 同事
                "#},
                new: "    phone: \"138****0001\"\n",
            }
        ),
        finds: &["example/people/li/emergency"],
    },
    keeps: Example {
        shows: Words::fixed("写明机主和关系", "both are said"),
        given: organisation!(TIANJIN, "91120101MA0EXAMP18"),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Person>, report: &mut Report<'_>) {
    let Some(emergency) = named.record.emergency.placed() else { return };
    if !emergency.value.whose.is_absent() && !emergency.value.relation.is_absent() {
        return;
    }
    let Some(row) = ask(case, Demand::EmergencyNamed) else { return };
    if !heads(case, named.key) && !manages(case, named.key) {
        return;
    }
    let (Words { zh, en }, key) = (asker(case, row), named.key);
    let said = words!(
        "{key} 的应急电话没有写明机主和关系，{zh}要求写",
        "whose the emergency number of `{key}` is, is not said, but {en} asks for it"
    );
    report.at(emergency.place, said).rests_on(row, case.tables);
}
