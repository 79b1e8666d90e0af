//! N101: this is no filing number, or a part of one.

use super::class::{Class, each_with};
use crate::law::{RECORD_FORMAT, REGISTRY};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// This is no filing number, or a part of one.
pub static RULE: Rule = Rule {
    code: "N101",
    name: "not-a-filing-number",
    severity: Severity::Error,
    title: Words::fixed("不是备案号，或写得不完整", "this is no filing number, or a part of one"),
    demand: Words::fixed(
        "备案号是省份简称、“ICP备”、8 或 10 位数字和“号”，服务号再加“-1”“-2A”“-3X”“-4K”；持证单位写许可证号",
        "A filing number is a province letter, ICP备, 8 or 10 digits and 号, with -1, -2A, -3X or -4K for a service; a \
         licence holder has its licence number",
    ),
    help: Words::fixed(
        "照备案系统查询结果或核发短信抄写全号",
        "copy the whole number from the registry or the message that granted it",
    ),
    sources: &[RECORD_FORMAT.whole(), REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("没有省份简称", "the province letter is missing"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例\n",
            new: yaml! {r#"
                supervisor: 张示例
                other_numbers:
                  - "ICP备2021000017号"
            "#},
        }],
        finds: &["example/subject/other_numbers/0"],
    },
    keeps: Example {
        shows: Words::fixed("完整的主体号", "a whole number"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    each_with(case, Class::Form, &mut |written, reading| {
        let Some(fault) = reading.faults.iter().find(|fault| Class::of(**fault) == Class::Form) else { return };
        let (text, Words { zh, en }) = (written.text, fault.words());
        report.at(written.place, words!("“{text}”：{zh}", "`{text}`: {en}"));
    });
}
