//! N115: a licence has expired.

use crate::law::{Article, SC_292};
use crate::model::{Licence, Stage};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// A licence has expired.
pub static RULE: Rule = Rule {
    code: "N115",
    name: "licence-expired",
    severity: Severity::Warning,
    title: Words::fixed("经营许可证已过期", "a licence has expired"),
    demand: Words::fixed(
        "经营性互联网信息服务要有有效的经营许可证",
        "Paid information services need a licence that is in force",
    ),
    help: Words::fixed(
        "换发后写入新的有效期；不再持证的，改用备案号",
        "enter the term of the renewed licence; who has none any more goes back to a filing number",
    ),
    sources: &[SC_292.articles(&[Article::new(4), Article::new(7), Article::new(19)])],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("去年到期", "it ended last year"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例\n",
            new: yaml! {r#"
                supervisor: 张示例
                licences:
                  - kind: 增值电信业务经营许可证
                    number: "浙B2-20200017"
                    valid:
                      from: 2020-05-01
                      until: 2025-05-01
            "#},
        }],
        finds: &["example/subject/licences/0/valid/until"],
    },
    keeps: Example {
        shows: Words::fixed("仍在有效期内", "still in force"), given: &[parts::LICENCE], finds: &[]
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let licences = case.subject.particulars.value.licences.items();
    if case.stage == Stage::Ended {
        return;
    }
    let until = |licence: &Licence| licence.valid.known().and_then(|valid| valid.until.known().copied());
    let in_force =
        |licence: &Licence| until(licence).is_none_or(|until| until.day().is_none_or(|day| case.today <= day));
    for licence in licences.iter().filter(|licence| !in_force(&licence.value)) {
        let Some(valid) = licence.value.valid.known().and_then(|valid| valid.until.placed()) else { continue };
        // A licence that another one of its kind has followed is history.
        let followed = licences
            .iter()
            .any(|other| other.value.kind.known() == licence.value.kind.known() && in_force(&other.value));
        if followed {
            continue;
        }
        let day = valid.value;
        report.at(
            valid.place,
            words!("经营许可证有效期到 {day}，已经过期", "the licence was valid until {day} and has expired"),
        );
    }
}
