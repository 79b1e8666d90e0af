//! N104: a placeholder stands for a number.

use super::class::{Class, each_with};
use crate::law::RECORD_FORMAT;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A placeholder stands for a number.
pub static RULE: Rule = Rule {
    code: "N104",
    name: "placeholder-number",
    severity: Severity::Error,
    title: Words::fixed("这是占位号码", "a placeholder stands for a number"),
    demand: Words::fixed(
        "没有核发号码时不写号码，不要用 00000000、12345678 或星号占位",
        "Where no number was granted none is written, and neither 00000000 nor 12345678 nor stars stand for it",
    ),
    help: Words::fixed(
        "写核发的号码；还没有的，删掉这一条",
        "write the number granted; if there is none yet, remove the entry",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("12345678", "12345678"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例\n",
            new: yaml! {r#"
                supervisor: 张示例
                other_numbers:
                  - "浙ICP备12345678号"
            "#},
        }],
        finds: &["example/subject/other_numbers/0"],
    },
    keeps: Example {
        shows: Words::fixed("核发的号码", "a number granted"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    each_with(case, Class::Placeholder, &mut |written, _| {
        let text = written.text;
        report.at(written.place, words!("“{text}”是占位号码", "`{text}` is a placeholder"));
    });
}
