//! N112: a number begins before the year it names.

use super::held::each;
use super::written::seen;
use crate::law::REGISTRY;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A number begins before the year it names.
pub static RULE: Rule = Rule {
    code: "N112",
    name: "number-older-than-its-year",
    severity: Severity::Note,
    title: Words::fixed("启用日期早于号码里的年份", "a number begins before the year it names"),
    demand: Words::fixed(
        "号码里的年份据说是主体首次通过备案的年份，号码不会在那之前启用",
        "The year in a number is said to be that of the subject's first approval, so that none is held before it",
    ),
    help: Words::fixed("核对号码和启用日期", "check the number and the day"),
    sources: &[REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("2021 年的号码启用于 2019 年", "a number of 2021 held since 2019"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "    from: 2021-03-18",
            new: "    from: 2019-03-18",
        }],
        finds: &["example/subject/numbers/0/from"],
    },
    keeps: Example {
        shows: Words::fixed("当年启用", "it begins in that year"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    each(case, &mut |held| {
        let (Some(from), Some(number)) = (held.from.placed(), held.number.placed()) else { return };
        // A licence's number is older or younger than the filing whose place it takes.
        let Some(year) = seen(&number.value).filter(|seen| !seen.licence).and_then(|seen| seen.year) else { return };
        if from.value.year() < i32::from(year) {
            let day = from.value;
            report
                .at(
                    from.place,
                    words!("号码是 {year} 年的，启用日期却是 {day}", "the number is of {year}, but held since {day}"),
                )
                .related(number.place, Words::fixed("号码在这里", "the number stands here"));
        }
    });
}
