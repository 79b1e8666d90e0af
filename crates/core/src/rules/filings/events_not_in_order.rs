//! F103: events do not stand in the order of time.

use super::common::{is_before, tell};
use crate::day::When;
use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::model::FilingEvent;
use crate::record::Placed;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
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
    let mut latest: Option<(&Placed<FilingEvent>, When)> = None;
    for event in named.record.events.items() {
        let Some(at) = event.value.at.placed() else { continue };
        if let Some((before, time)) = latest
            && is_before(at.value, time)
        {
            let (this, that) = (at.value, time);
            tell(case, report, at.place, words!("{this} 早于上面的 {that}", "{this} is earlier than {that} above it"))
                .related(before.place, Words::fixed("上面较晚的事件", "the later event above"));
        } else {
            latest = Some((event, at.value));
        }
    }
}
