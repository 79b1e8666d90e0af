//! F103: events do not stand in the order of time.

use crate::day::When;
use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::record::Placed;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{is_before, tell};
use crate::words;
use crate::words::Words;

/// Events do not stand in the order of time.
pub static RULE: Rule = Rule {
    code: "F103",
    name: "events-not-in-order",
    severity: Severity::Error,
    title: Words::fixed("事件没有按时间先后排列", "events do not stand in the order of time"),
    demand: Words::fixed(
        "events 按发生先后写；后写的不早于先写的",
        "Events stand in the order in which they happened; none is earlier than the one above it",
    ),
    help: Words::fixed("核对时间，或把事件移到应在的位置", "check the times, or move the event to where it belongs"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("初审通过写成了提交之前", "the review before the submission"),
        given: &[Given::Edit {
            file: "example/filings/2021-02-20-first.yaml",
            old: "2021-02-22T09:30:00+08:00",
            new: "2021-02-19T09:30:00+08:00",
        }],
        finds: &["example/filings/2021-02-20-first/events/1/at"],
    },
    keeps: Example {
        shows: Words::fixed("先后有序", "in order"),
        given: &[Given::Stands {
            file: "example/filings/2021-02-20-first.yaml",
            text: yaml! {"
                  - at: 2021-02-22T09:30:00+08:00
                    event: 初审通过
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let events = named.record.events.items();
    let timed: Vec<&Placed<When>> = events.iter().filter_map(|event| event.value.at.placed()).collect();
    let kept = in_order(&timed);
    for (index, at) in timed.iter().enumerate().filter(|(index, _)| !kept.contains(index)) {
        let this = at.value;
        let above = kept.iter().rev().filter(|other| **other < index).filter_map(|other| timed.get(*other));
        let below = kept.iter().filter(|other| index < **other).filter_map(|other| timed.get(*other));
        if let Some(other) = above.clone().find(|other| is_before(this, other.value)) {
            let that = other.value;
            let said = words!("{this} 早于上面的 {that}", "{this} is earlier than {that} above it");
            tell(case, report, at.place, said)
                .related(other.place, Words::fixed("上面较晚的事件", "the later event above"));
        } else if let Some(other) = below.clone().find(|other| is_before(other.value, this)) {
            let that = other.value;
            let said = words!("{this} 晚于下面的 {that}", "{this} is later than {that} below it");
            tell(case, report, at.place, said)
                .related(other.place, Words::fixed("下面较早的事件", "the earlier event below"));
        }
    }
}

/// The positions of the most events that stand in the order of time: what is left stands where
/// the slip is. Of two slips as likely the later event is blamed.
fn in_order(timed: &[&Placed<When>]) -> Vec<usize> {
    if timed.iter().is_sorted_by(|one, next| !is_before(next.value, one.value)) {
        return (0..timed.len()).collect();
    }
    let mut best: Vec<Vec<usize>> = Vec::with_capacity(timed.len());
    for (index, at) in timed.iter().enumerate().take(MOST) {
        let follows = |chain: &&Vec<usize>| {
            chain.last().and_then(|last| timed.get(*last)).is_some_and(|last| !is_before(at.value, last.value))
        };
        let longest =
            best.iter().filter(follows).reduce(|one, other| if one.len() < other.len() { other } else { one });
        let mut chain = longest.cloned().unwrap_or_default();
        chain.push(index);
        best.push(chain);
    }
    let longest = best.into_iter().reduce(|one, other| if one.len() < other.len() { other } else { one });
    // Of more events than any order has, those that follow are not looked at.
    longest.unwrap_or_default().into_iter().chain(MOST..timed.len()).collect()
}

/// So many events of one order are held against each other.
const MOST: usize = 200;
