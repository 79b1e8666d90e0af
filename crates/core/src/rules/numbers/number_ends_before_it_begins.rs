//! N111: a number ends before it begins.

use super::held::each;
use crate::law::RECORD_FORMAT;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A number ends before it begins.
pub static RULE: Rule = Rule {
    code: "N111",
    name: "number-ends-before-it-begins",
    severity: Severity::Error,
    title: Words::fixed("号码的停用早于启用", "a number ends before it begins"),
    demand: Words::fixed("号码先核发、后停用", "A number is granted before it ends"),
    help: Words::fixed("对照订单改正启用和停用日期", "correct both days from the filing"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("停用日期写早了", "the end is too early"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "    - number: \"浙ICP备2021000017号-1\"\n",
            new: yaml! {r#"
                    - number: "浙ICP备2021000017号-9"
                      from: 2021-03-18
                      until: 2021-01-02
                      filing: 2021-02-20-first
                    - number: "浙ICP备2021000017号-1"
            "#},
        }],
        finds: &["example/services/shop/numbers/0/until"],
    },
    keeps: Example {
        shows: Words::fixed("没有停用", "it has not ended"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    each(case, &mut |held| {
        let (Some(from), Some(until)) = (held.from.placed(), held.until.placed()) else { return };
        if until.value < from.value {
            let (first, last) = (from.value, until.value);
            report
                .at(
                    until.place,
                    words!(
                        "停用日期 {last} 早于启用日期 {first}",
                        "the number ends on {last}, before it begins on {first}"
                    ),
                )
                .related(from.place, Words::fixed("启用日期在这里", "it begins here"));
        }
    });
}
