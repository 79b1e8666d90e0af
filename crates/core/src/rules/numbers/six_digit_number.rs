//! N106: an old number of 6 digits.

use super::class::{Class, each_with};
use crate::law::REGISTRY;
use crate::numbers::RecordNumber;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// An old number of 6 digits.
pub static RULE: Rule = Rule {
    code: "N106",
    name: "six-digit-number",
    severity: Severity::Note,
    title: Words::fixed("6 位数字的老备案号", "an old number of 6 digits"),
    demand: Words::fixed(
        "最早的备案号据说只有 6 位数字，现在的查询系统显示 8 位或 10 位",
        "The very first numbers are said to have had 6 digits; the registry shows 8 or 10 today",
    ),
    help: Words::fixed(
        "在备案系统查询，改成现在显示的号码",
        "look it up in the registry and write the number shown there",
    ),
    sources: &[REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("6 位数字", "6 digits"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例\n",
            new: yaml! {r#"
                supervisor: 张示例
                other_numbers:
                  - "浙ICP备050088号"
            "#},
        }],
        finds: &["example/subject/other_numbers/0"],
    },
    keeps: Example {
        shows: Words::fixed("10 位数字", "10 digits"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    each_with(case, Class::Digits, &mut |written, reading| {
        if let Some(RecordNumber::Filing(number)) = reading.number
            && number.serial().count() == 6
        {
            let text = written.text;
            report.at(
                written.place,
                words!(
                    "备案号“{text}”只有 6 位数字，请核对是不是老号码",
                    "`{text}` has 6 digits only; check whether it is a number of old"
                ),
            );
        }
    });
}
