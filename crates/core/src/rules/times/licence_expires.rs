//! T105: a telecommunications licence is due for renewal.

use crate::law::{MIIT_42, SC_292};
use crate::model::Stage;
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::vocabulary::PeriodKind;
use crate::words;
use crate::words::Words;

/// A telecommunications licence is due for renewal.
pub static RULE: Rule = Rule {
    code: "T105",
    name: "licence-expires",
    severity: Severity::Warning,
    title: Words::fixed("电信业务经营许可证要续期", "a telecommunications licence is due for renewal"),
    demand: Words::fixed(
        "经营许可证期满前 {licence-renewal}申请续期；过期继续经营即无证经营",
        "The renewal of a licence is asked for {licence-renewal} before it ends; to go on without it is to run a \
         licensed business unlicensed",
    ),
    help: Words::fixed("向发证机关申请续期，并更新 valid", "apply for the renewal and update `valid`"),
    sources: &[MIIT_42.article(27), SC_292.article(19)],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("两个月后到期", "two months to go"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例\n",
            new: yaml! {r#"
                supervisor: 张示例
                licences:
                  - kind: 增值电信业务经营许可证
                    number: "浙B2-20220017"
                    valid:
                      from: 2022-01-20
                      until: 2027-01-19

            "#},
        }],
        finds: &["example/subject/licences/0/valid/until"],
    },
    keeps: Example {
        shows: Words::fixed("还有一年", "a year to go"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例\n",
            new: yaml! {r#"
                supervisor: 张示例
                licences:
                  - kind: 增值电信业务经营许可证
                    number: "浙B2-20220017"
                    valid:
                      from: 2022-01-20
                      until: 2027-12-19

            "#},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if case.stage == Stage::Ended {
        return;
    }
    for licence in case.subject.particulars.value.licences.items() {
        let Some(until) = licence.value.valid.known().and_then(|valid| valid.until.placed()) else { continue };
        let Some(day) = until.value.day() else { continue };
        let Some(counted) = case.tables.count(PeriodKind::LicenceRenewal, "", day) else { continue };
        let (left, Words { zh, en }) = (case.today.days_until(day), counted.length());
        // One that has expired is told by the rules on numbers.
        if 0 <= left && counted.is_over(case.today) {
            report
                .at(
                    until.place,
                    words!(
                        "许可证 {day} 到期，应提前 {zh}申请续期，只剩 {left} 天",
                        "the licence ends on {day}; its renewal is asked for {en} ahead, and {left} days are left"
                    ),
                )
                .counted_by(counted.period);
        }
    }
}
