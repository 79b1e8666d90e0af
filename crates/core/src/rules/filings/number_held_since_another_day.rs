//! F131: a number is held since another day than that of its approval.

use crate::day::Day;
use crate::law::RECORD_FORMAT;
use crate::model::NumberHeld;
use crate::numbers::RecordNumber;
use crate::record::{Items, Placed};
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{by_stem, day, is_own, last, tell};
use crate::vocabulary::Event;
use crate::words;
use crate::words::Words;

/// A number is held since another day than that of its approval.
pub static RULE: Rule = Rule {
    code: "F131",
    name: "number-held-since-another-day",
    severity: Severity::Warning,
    title: Words::fixed("号码的启用日不是订单通过之日", "a number is held since another day than that of its approval"),
    demand: Words::fixed("备案号从管局通过之日起持有", "A number is held from the day of the approval"),
    help: Words::fixed("改正 from 或管局通过的时间", "correct `from` or the time of the approval"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("差一天", "one day off"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "      from: 2021-03-18",
            new: "      from: 2021-03-19",
        }],
        finds: &["example/services/shop/numbers/0/from"],
    },
    keeps: Example {
        shows: Words::fixed("同一天", "the same day"),
        given: &[Given::Stands { file: "example/services.yaml", text: "      from: 2021-03-18" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let subject = case.subject;
    let own = subject.particulars.value.numbers.items();
    in_order(own).for_each(|held| judge(case, "subject", held, report));
    for (key, service) in subject.services.iter() {
        let path = format!("services/{key}");
        in_order(service.value.numbers.items()).for_each(|held| judge(case, &path, held, report));
    }
}

/// The numbers that do not begin before the one above them, which is another rule's matter.
fn in_order<'a>(numbers: Items<'a, Placed<NumberHeld>>) -> impl Iterator<Item = &'a Placed<NumberHeld>> {
    let from = move |index: usize| numbers.known().get(index)?.value.from.known().copied();
    let earlier = move |index: usize| index.checked_sub(1).and_then(from);
    numbers.iter().enumerate().filter(move |(index, held)| {
        !matches!((earlier(*index), held.value.from.known()), (Some(before), Some(this)) if *this < before)
    }).map(|(_, held)| held)
}

fn judge(case: &Case<'_>, path: &str, held: &Placed<NumberHeld>, report: &mut Report<'_>) {
    let (Some(stem), Some(from)) = (held.value.filing.known(), held.value.from.placed()) else { return };
    let Some(filing) = by_stem(case, stem).filter(|filing| is_own(filing.record)) else { return };
    // An order that granted it nothing is another rule's matter.
    let grants =
        filing.record.granted.items().iter().any(|grant| grant.value.of.known().is_some_and(|of| &**of == path));
    let Some(approved) = last(filing.record, Event::Approved).filter(|_| grants) else { return };
    let since = from.value;
    if let Some(day) = day(approved).filter(|day| *day != since && !is_older_than_its_year(held, since)) {
        tell(
            case,
            report,
            from.place,
            words!(
                "从 {since} 启用，订单 {stem} 却在 {day} 通过",
                "held since {since}, while `{stem}` was approved on {day}"
            ),
        )
        .related(approved.place, Words::fixed("管局在此通过", "approved here"));
    }
}

/// Whether a number begins before its own year, which is another rule's matter.
fn is_older_than_its_year(held: &Placed<NumberHeld>, since: Day) -> bool {
    let year = held.value.number.known().and_then(|text| RecordNumber::parse(text).number).and_then(|it| it.year());
    year.is_some_and(|year| since.year() < i32::from(year))
}
