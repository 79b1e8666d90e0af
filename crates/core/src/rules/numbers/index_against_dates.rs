//! N124: the running indexes of a subject's services run against the days of their grants.

use super::app_filed::app_filed;
use super::written::{Counted, counted};
use crate::day::Day;
use crate::law::REGISTRY;
use crate::record::Place;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The running indexes of a subject's services run against the days of their grants.
pub static RULE: Rule = Rule {
    code: "N124",
    name: "index-against-dates",
    severity: Severity::Note,
    title: Words::fixed("后核发的服务序号反而小", "a later service has a smaller running index"),
    demand: Words::fixed(
        "同一主体的服务按核发先后编序号，注销的序号不再给别的服务；后核发的序号应当更大",
        "The services of a subject are counted as they are granted, and no index is given again; a later one is larger",
    ),
    help: Words::fixed(
        "核对两个号码和启用日期，改正抄错的；都没有抄错的，可以豁免",
        "check both numbers and their days and correct what was copied wrongly; if nothing was, waive this",
    ),
    sources: &[REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed(
            "2021 年的网站是 -5，2023 年的 App 是 -3A",
            "-5 for a website of 2021, -3A for an App of 2023",
        ),
        given: &[
            Given::Edit { file: "example/services.yaml", old: "2021000017号-1\"", new: "2021000017号-5\"" },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "2021000017号-1\"",
                new: "2021000017号-5\"",
            },
            app_filed!("浙ICP备2021000017号-3A"),
            app_filed!(granted "浙ICP备2021000017号-3A"),
        ],
        finds: &["example/services/shop-app/numbers/0/number"],
    },
    keeps: Example {
        shows: Words::fixed(
            "2021 年的网站是 -1，2023 年的 App 是 -3A",
            "-1 for a website of 2021, -3A for an App of 2023",
        ),
        given: &[app_filed!("浙ICP备2021000017号-3A"), app_filed!(granted "浙ICP备2021000017号-3A")],
        finds: &[],
    },
};

/// A number of a service with the day of its grant.
struct Granted<'a> {
    counted: Counted<'a>,
    day: Day,
    text: &'a str,
    place: Place,
}

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let services = &case.subject.services;
    if services.known().nth(1).is_none() {
        return;
    }
    let mut all: Vec<Granted<'_>> = Vec::new();
    for (_, service) in services.known() {
        for held in service.value.numbers.items() {
            let (Some(number), Some(from)) = (held.value.number.placed(), held.value.from.known()) else { continue };
            let Some(counted) = counted(&number.value) else { continue };
            all.push(Granted { counted, day: *from, text: &number.value, place: number.place });
        }
    }
    all.sort_by(|one, other| (&one.counted.under, one.day).cmp(&(&other.counted.under, other.day)));
    // One wrong index puts many in a wrong order, so that the first pair alone is told.
    let mut largest: Option<&Granted<'_>> = None;
    for one in &all {
        let before = largest.filter(|other| other.counted.under == one.counted.under);
        if let Some(other) = before.filter(|other| one.counted.index < other.counted.index && other.day < one.day) {
            tell(one, other, report);
            return;
        }
        if before.is_none_or(|other| other.counted.index < one.counted.index) {
            largest = Some(one);
        }
    }
}

fn tell(one: &Granted<'_>, other: &Granted<'_>, report: &mut Report<'_>) {
    let (text, day, larger, earlier) = (one.text, one.day, other.text, other.day);
    report
        .at(
            one.place,
            words!(
                "{text} 启用于 {day}，序号却小于 {earlier} 启用的 {larger}",
                "`{text}` began on {day}, but its index is smaller than that of `{larger}`, which began on {earlier}"
            ),
        )
        .related(other.place, Words::fixed("先核发而序号更大的号码", "granted earlier, with a larger index"));
}
