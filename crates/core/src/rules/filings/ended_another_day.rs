//! F169: what was deregistered ended on another day than that was approved.

use crate::law::{MII_33, RECORD_FORMAT};
use crate::model::Ended;
use crate::record::Slot;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::orders::{by_stem, is_own, procedure, tell};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// What was deregistered ended on another day than that was approved.
pub static RULE: Rule = Rule {
    code: "F169",
    name: "ended-on-another-day",
    severity: Severity::Note,
    title: Words::fixed(
        "终止日期与注销通过的日期不同",
        "what was deregistered ended on another day than that was approved",
    ),
    demand: Words::fixed(
        "管局通过注销的那天，号码就没有了；ended 写的日期和它依据的订单不同，有一处写错",
        "On the day on which a deregistration is approved the number is gone; where `ended` and the order on which it \
         rests name different days, one of them is wrong",
    ),
    help: Words::fixed(
        "改正 ended 的 on，或改正订单通过的日期",
        "correct `on` under `ended`, or the day of the approval",
    ),
    sources: &[MII_33.article(15), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("年份写错了", "the year is wrong"),
        given: &[
            parts::OLD_SITE_CLOSED,
            parts::OLD_SITE_ENDED,
            Given::Edit { file: "example/services.yaml", old: "    on: 2026-07-24", new: "    on: 2026-07-14" },
        ],
        finds: &["example/services/old/ended/on"],
    },
    keeps: Example {
        shows: Words::fixed("通过的那天", "the day of the approval"),
        given: &[parts::OLD_SITE_CLOSED, parts::OLD_SITE_ENDED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    judge(case, &case.subject.particulars.value.ended, report);
    for (_, service) in case.subject.services.iter() {
        judge(case, &service.value.ended, report);
    }
}

fn judge(case: &Case<'_>, slot: &Slot<Ended>, report: &mut Report<'_>) {
    let Some(ended) = slot.known() else { return };
    let (Some(on), Some(stem)) = (ended.on.placed(), ended.filing.known()) else { return };
    let Some(named) = by_stem(case, stem) else { return };
    let filing = named.record;
    let ends = procedure(filing).is_some_and(|asked| asked.ends_services() || asked.ends_subject());
    let Some(approved) = filing.approved().filter(|_| ends && is_own(filing)) else { return };
    let day = on.value;
    if day != approved {
        let said = words!("{approved} 通过注销，终止日期却是 {day}", "approved on {approved}, and ended on {day}");
        tell(case, report, on.place, said);
    }
}
