//! N121: several numbers are current at once.

use super::held::goes_on;
use crate::day::Day;
use crate::law::REGISTRY;
use crate::model::NumberHeld;
use crate::record::{Items, Placed};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Several numbers are current at once.
pub static RULE: Rule = Rule {
    code: "N121",
    name: "several-current-numbers",
    severity: Severity::Warning,
    title: Words::fixed("同时有几个现用备案号", "several numbers are current at once"),
    demand: Words::fixed(
        "一个主体只有一个现用的主体号，一个服务只有一个现用的服务号；换下来的要写停用日期",
        "A subject has one current number and so has a service; one that was replaced has a last day",
    ),
    help: Words::fixed(
        "给换下来的号码写上 until；别的主体号写在 other_numbers",
        "enter `until` at the number that was replaced; numbers of other records belong to `other_numbers`",
    ),
    sources: &[REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("旧的服务号没有停用", "the old number of a service has no last day"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "    - number: \"浙ICP备2021000017号-1\"\n",
            new: yaml! {r#"
                    - number: "浙ICP备2021000017号-9"
                      from: 2021-03-18
                      filing: 2021-02-20-first
                    - number: "浙ICP备2021000017号-1"
            "#},
        }],
        finds: &["example/services/shop/numbers/1/number"],
    },
    keeps: Example {
        shows: Words::fixed("只有一个现用的", "one current number"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    judge(case.subject.particulars.value.numbers.items(), case.today, report);
    for (_, service) in case.subject.services.iter() {
        judge(service.value.numbers.items(), case.today, report);
    }
}

fn judge(numbers: Items<'_, Placed<NumberHeld>>, today: Day, report: &mut Report<'_>) {
    let mut current = numbers.iter().filter(|held| goes_on(&held.value, today));
    let Some(first) = current.next().and_then(|held| held.value.number.placed()) else { return };
    for held in current {
        let Some(number) = held.value.number.placed() else { continue };
        let (text, old) = (&number.value, &first.value);
        report
            .at(
                number.place,
                words!(
                    "“{text}”和“{old}”都没有停用，只能有一个现用",
                    "neither `{text}` nor `{old}` has ended, but only one can be current"
                ),
            )
            .related(first.place, Words::fixed("另一个现用号码在这里", "the other current number stands here"));
    }
}
