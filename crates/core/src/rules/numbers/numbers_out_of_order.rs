//! N122: numbers do not stand in their order.

use crate::law::RECORD_FORMAT;
use crate::model::NumberHeld;
use crate::record::{Items, Placed};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Numbers do not stand in their order.
pub static RULE: Rule = Rule {
    code: "N122",
    name: "numbers-out-of-order",
    severity: Severity::Error,
    title: Words::fixed("号码没有按时间排列", "numbers do not stand in their order"),
    demand: Words::fixed(
        "numbers 按启用先后排列，最新的在最后",
        "`numbers` stand in the order in which they were granted, the latest last",
    ),
    help: Words::fixed("把先启用的号码移到前面，或改正日期", "move the older number up, or correct the days"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("旧号码排在新号码之后", "the old number after the new one"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "      filing: 2021-02-20-first\n",
            new: yaml! {r#"
                      filing: 2021-02-20-first
                    - number: "浙ICP备2021000017号-9"
                      from: 2021-01-18
                      until: 2021-03-17
                      filing: 2021-02-20-first
            "#},
        }],
        finds: &["example/services/shop/numbers/1/from"],
    },
    keeps: Example {
        shows: Words::fixed("只有一个号码", "one number"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    judge(case.subject.particulars.value.numbers.items(), report);
    for (_, service) in case.subject.services.iter() {
        judge(service.value.numbers.items(), report);
    }
}

fn judge(numbers: Items<'_, Placed<NumberHeld>>, report: &mut Report<'_>) {
    // Whatever stands between two items that are known, the later one comes later.
    for pair in numbers.known().windows(2) {
        let [earlier, later] = pair else { continue };
        let (Some(first), Some(second)) = (earlier.value.from.placed(), later.value.from.placed()) else { continue };
        if second.value < first.value {
            let (day, before) = (second.value, first.value);
            report
                .at(
                    second.place,
                    words!(
                        "这个号码 {day} 启用，却排在 {before} 启用的号码之后",
                        "this number began on {day}, but stands after one that began on {before}"
                    ),
                )
                .related(first.place, Words::fixed("后启用的号码在这里", "the younger number stands here"));
        }
    }
}
