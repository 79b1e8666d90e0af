//! N114: the number of a licence is not of the form.

use super::class::Class;
use crate::law::REGISTRY;
use crate::numbers::{Fault, Reading as RecordReading, RecordNumber};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::parts;
use crate::vocabulary::LicenceKind;
use crate::words;
use crate::words::Words;

/// The number of a licence is not of the form.
pub static RULE: Rule = Rule {
    code: "N114",
    name: "licence-number-malformed",
    severity: Severity::Warning,
    title: Words::fixed("许可证编号写得不对", "the number of a licence is not of the form"),
    demand: Words::fixed(
        "许可证编号如“粤B2-20090059”（年份加 4 位序号，不带“号”）或“京ICP证030173号”",
        "Licences are numbered like 粤B2-20090059, with a year and four digits and without 号, or like 京ICP证030173号",
    ),
    help: Words::fixed("照许可证正本抄写编号", "copy the number from the licence"),
    sources: &[REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("位数不够", "digits are missing"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例\n",
            new: yaml! {r#"
                supervisor: 张示例
                licences:
                  - kind: 增值电信业务经营许可证
                    number: "浙B2-2021001"
                    valid:
                      from: 2024-05-01
                      until: 2029-05-01
            "#},
        }],
        finds: &["example/subject/licences/0/number"],
    },
    keeps: Example {
        shows: Words::fixed("年份加 4 位序号", "a year and four digits"),
        given: &[parts::LICENCE],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    for licence in case.subject.particulars.value.licences.items() {
        let Some(number) = licence.value.number.placed() else { continue };
        let text = &number.value;
        let RecordReading { number: read, faults } = RecordNumber::parse(text);
        let message = match read {
            Some(RecordNumber::LicenceIcp(_) | RecordNumber::LicenceB2(_)) if faults.is_empty() => continue,
            Some(RecordNumber::Filing(_)) => {
                words!("“{text}”是备案号，不是许可证编号", "`{text}` is a filing number, not a licence's")
            }
            Some(read) if faults.iter().all(|fault| Class::of(*fault) == Class::Style) => {
                words!("许可证编号“{text}”应写成“{read}”", "the licence number `{text}` is written `{read}`")
            }
            _ => {
                let words = faults.first().map_or(Fault::NotRecognised, |fault| *fault).words();
                let Words { zh, en } = words;
                words!("许可证编号“{text}”：{zh}", "the licence number `{text}`: {en}")
            }
        };
        // The forms of basic carriers' licences are recalled only.
        let unsure = licence.value.kind.known() == Some(&LicenceKind::Basic);
        report.at(number.place, message).at_most(if unsure { Severity::Note } else { Severity::Warning });
    }
}
