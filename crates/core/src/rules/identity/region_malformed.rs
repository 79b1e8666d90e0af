//! I112: a region code is wrong.

use super::held::certificate;
use crate::law::{GB_2260, RECORD_FORMAT};
use crate::names::Region;
use crate::record::{Placed, Text};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A region code is wrong.
pub static RULE: Rule = Rule {
    code: "I112",
    name: "region-malformed",
    severity: Severity::Error,
    title: Words::fixed("行政区划代码不对", "a region code is wrong"),
    demand: Words::fixed(
        "所在地写 GB/T 2260 的六位行政区划代码，前两位是省",
        "A region is written as the six digits of GB/T 2260, the first two being the province",
    ),
    help: Words::fixed(
        "查到县（市、区）的六位代码，加引号写入",
        "look up the six digits of the county or district and write them in quotes",
    ),
    sources: &[GB_2260.whole(), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("没有 99 开头的省", "no province has 99"),
        given: &[Given::Edit {
            file: "example/people.yaml",
            old: "  mobile: \"138****0001\"\n",
            new: yaml! {r#"
                  home: "990106"
                  mobile: "138****0001"
            "#},
        }],
        finds: &["example/people/zhang/home"],
    },
    keeps: Example {
        shows: Words::fixed("杭州市西湖区", "Xihu District of Hangzhou"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "region: \"330106\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = &case.subject.particulars.value;
    judge(facts.region.placed(), report);
    judge(certificate(case).and_then(|it| it.region.placed()), report);
    for (_, person) in case.subject.people.iter() {
        judge(person.value.home.placed(), report);
        judge(person.value.residence.known().and_then(|it| it.region.placed()), report);
    }
}

fn judge(region: Option<&Placed<Text>>, report: &mut Report<'_>) {
    let Some(region) = region else { return };
    if let Err(fault) = Region::parse(&region.value) {
        let text = &region.value;
        let Words { zh, en } = fault.words();
        report.at(region.place, words!("“{text}”：{zh}", "`{text}`: {en}"));
    }
}
