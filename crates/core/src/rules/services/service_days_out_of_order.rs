//! S129: the days of a service are out of order.

use crate::day::Day;
use crate::law::RECORD_FORMAT;
use crate::model::Service;
use crate::record::Slot;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The days of a service are out of order.
pub static RULE: Rule = Rule {
    code: "S129",
    name: "service-days-out-of-order",
    severity: Severity::Error,
    title: Words::fixed("服务的日期先后颠倒", "the days of a service are out of order"),
    demand: Words::fixed(
        "开通在关停和终止之前，公安备案申请在通过之前，通过在展示之前",
        "A service opens before it closes and ends; a filing with the police is applied for, then approved, then shown",
    ),
    help: Words::fixed("核对日期", "check the days"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("公安备案先通过后申请", "approved by the police before it was applied for"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "    applied: 2021-03-25",
            new: "    applied: 2021-04-09",
        }],
        finds: &["example/services/shop/police/approved"],
    },
    keeps: Example {
        shows: Words::fixed("先后合理", "in order"),
        given: &[Given::Stands {
            file: "example/services.yaml",
            text: yaml! {"
                    applied: 2021-03-25
                    approved: 2021-04-08
            "},
        }],
        finds: &[],
    },
};

fn check(_: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    judge(&service.opened, &service.closed, ("开通", "the opening"), report);
    if let Some(ended) = service.ended.known() {
        judge(&service.opened, &ended.on, ("开通", "the opening"), report);
    }
    if let Some(police) = service.police.known() {
        judge(&police.applied, &police.approved, ("申请", "the application"), report);
    }
}

fn judge(first: &Slot<Day>, then: &Slot<Day>, (zh, en): (&str, &str), report: &mut Report<'_>) {
    let (Some(first), Some(then)) = (first.placed(), then.placed()) else { return };
    if then.value < first.value {
        let (day, from) = (then.value, first.value);
        report
            .at(then.place, words!("{day} 早于{zh}的 {from}", "{day} lies before {en}, {from}"))
            .related(first.place, Words::fixed("较早的一项在这里", "what comes first stands here"));
    }
}
