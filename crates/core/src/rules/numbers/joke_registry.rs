//! N103: no authority issues such numbers.

use super::class::{Class, each_with};
use crate::law::{RECORD_FORMAT, REGISTRY};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// No authority issues such numbers.
pub static RULE: Rule = Rule {
    code: "N103",
    name: "joke-registry",
    severity: Severity::Error,
    title: Words::fixed("没有这样的备案机关", "no authority issues such numbers"),
    demand: Words::fixed(
        "“萌ICP备”“茶ICP备”一类是网友的玩笑，不是备案",
        "萌ICP备, 茶ICP备 and their like are jokes of the net and no filings",
    ),
    help: Words::fixed("删掉它，写管局核发的号码", "remove it and write the number that the authority granted"),
    sources: &[RECORD_FORMAT.whole(), REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("萌备号", "a joke number"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例\n",
            new: yaml! {r#"
                supervisor: 张示例
                other_numbers:
                  - "萌ICP备20210017号"
            "#},
        }],
        finds: &["example/subject/other_numbers/0"],
    },
    keeps: Example {
        shows: Words::fixed("管局核发的号码", "a number of an authority"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    each_with(case, Class::Joke, &mut |written, _| {
        let text = written.text;
        report.at(written.place, words!("“{text}”不是备案机关核发的号码", "`{text}` was granted by no authority"));
    });
}
