//! N107: a number is not written as it was granted.

use super::class::{Class, each_with};
use crate::law::RECORD_FORMAT;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::spelling::folded;
use crate::words;
use crate::words::Words;

/// A number is not written as it was granted.
pub static RULE: Rule = Rule {
    code: "N107",
    name: "number-not-as-granted",
    severity: Severity::Error,
    title: Words::fixed("备案号的写法与核发的不一致", "a number is not written as it was granted"),
    demand: Words::fixed(
        "记录里的号码与备案系统一字不差：带“号”，用简体、半角，没有空格",
        "Numbers stand as the registry writes them: with 号, in simplified characters, half-width and without blanks",
    ),
    help: Words::fixed("改成规范写法", "write it in the form that the message shows"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("没有“号”字", "号 is missing"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例\n",
            new: yaml! {r#"
                supervisor: 张示例
                other_numbers:
                  - "浙ICP备2021000019"
            "#},
        }],
        finds: &["example/subject/other_numbers/0"],
    },
    keeps: Example {
        shows: Words::fixed("与核发的一致", "as it was granted"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    each_with(case, Class::Style, &mut |written, reading| {
        let text = written.text;
        let (message, same) = match reading.number {
            Some(number) => {
                // Blanks, wide letters and letter case make no other number of it.
                let same = folded(&number.to_string()) == folded(text);
                (words!("“{text}”应写成“{number}”", "`{text}` is written `{number}`"), same)
            }
            None => (words!("“{text}”的写法不规范", "`{text}` is not written as numbers are"), false),
        };
        report.at(written.place, message).at_most(if same { Severity::Warning } else { Severity::Error });
    });
}
