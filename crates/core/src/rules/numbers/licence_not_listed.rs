//! N113: the subject's number is a licence's, but no licence is listed.

use super::held::is_current;
use super::written::seen;
use crate::law::{Article, REGISTRY, SC_292};
use crate::model::Stage;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The subject's number is a licence's, but no licence is listed.
pub static RULE: Rule = Rule {
    code: "N113",
    name: "licence-not-listed",
    severity: Severity::Note,
    title: Words::fixed(
        "主体号是许可证号，却没有写许可证",
        "the subject's number is a licence's, but no licence is listed",
    ),
    demand: Words::fixed(
        "持有经营许可证的单位，备案系统以许可证号作主体号；许可证有期限，要记下来",
        "The registry shows a licence holder under the number of its licence; a licence has a term, which the records \
         should hold",
    ),
    help: Words::fixed(
        "在 licences 里写许可证的类型、编号和有效期",
        "enter kind, number and term of the licence in `licences`",
    ),
    sources: &[REGISTRY.whole(), SC_292.articles(&[Article::new(7), Article::new(12)])],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("号码是增值电信许可证", "the number of a value-added licence"),
        given: &[
            Given::Edit { file: "example/subject.yaml", old: "浙ICP备2021000017号", new: "浙B2-20210017" },
            Given::Edit { file: "example/services.yaml", old: "浙ICP备2021000017号-1", new: "浙B2-20210017-1" },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "number: \"浙ICP备2021000017号\"",
                new: "number: \"浙B2-20210017\"",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "浙ICP备2021000017号-1",
                new: "浙B2-20210017-1",
            },
        ],
        finds: &["example/subject/numbers/0/number"],
    },
    keeps: Example {
        shows: Words::fixed("不是许可证号", "not a licence's number"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = &case.subject.particulars.value;
    if !facts.licences.is_absent() || case.stage == Stage::Ended {
        return;
    }
    for held in facts.numbers.items().iter().filter(|held| is_current(&held.value, case.today)) {
        let Some(number) = held.value.number.placed() else { continue };
        if seen(&number.value).is_some_and(|seen| seen.licence) {
            let text = &number.value;
            report.at(
                number.place,
                words!(
                    "“{text}”是许可证号，licences 里却没有许可证",
                    "`{text}` is the number of a licence, but `licences` lists none"
                ),
            );
        }
    }
}
