//! I124: the legal representative is missing.

use super::held::nature;
use crate::law::{HUAWEI_GUIDE, WECHAT_FILING};
use crate::model::Stage;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::Nature;
use crate::words::Words;

/// The legal representative is missing.
pub static RULE: Rule = Rule {
    code: "I124",
    name: "legal-representative-missing",
    severity: Severity::Warning,
    title: Words::fixed("没有写法定代表人", "the legal representative is missing"),
    demand: Words::fixed(
        "单位备案要核对法定代表人：许多省要求由他担任主体负责人，否则要授权书",
        "For organisations the legal representative is checked: many provinces want that person as principal, or else \
         a letter of authority",
    ),
    help: Words::fixed(
        "在 people.yaml 里写这个人，再在 subject.yaml 的 legal_representative 里引用",
        "enter the person in people.yaml and name the key in `legal_representative` of subject.yaml",
    ),
    sources: &[WECHAT_FILING.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("企业没有法定代表人", "an enterprise without one"),
        given: &[Given::Edit { file: "example/subject.yaml", old: "legal_representative: zhang\n", new: "" }],
        finds: &["example/subject/legal_representative"],
    },
    keeps: Example {
        shows: Words::fixed("写明法定代表人", "the legal representative is named"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "legal_representative: zhang\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let placed = &case.subject.particulars;
    if !placed.value.legal_representative.is_absent() || case.stage == Stage::Ended {
        return;
    }
    if nature(case).is_some_and(|nature| nature != Nature::Individual) {
        report
            .missing(
                placed.place,
                "legal_representative",
                Words::fixed("单位备案没有写法定代表人", "the organisation names no legal representative"),
            )
            .at_most(case.missing());
    }
}
