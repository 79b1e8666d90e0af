//! L101: a person is named who is not in people.yaml.

use super::suggest::suggest;
use crate::filed::state;
use crate::law::RECORD_FORMAT;
use crate::record::{Slot, Text};
use crate::rule::{Case, Check, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::live;
use crate::vocabulary::Event;
use crate::words;
use crate::words::Words;

/// A person is named who is not in people.yaml.
pub static RULE: Rule = Rule {
    code: "L101",
    name: "unknown-person",
    severity: Severity::Error,
    title: Words::fixed("指称的人员不存在", "a person is named who is not in people.yaml"),
    demand: Words::fixed(
        "记录之间用键互相指称；指向不存在的记录，负责人是谁、服务器在哪就没有着落",
        "Records name each other by key; a key without a record leaves open who answers and where a service runs",
    ),
    help: Words::fixed("在 people.yaml 里加上这个人，或改正键", "add the person to people.yaml, or correct the key"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("服务负责人的键写错", "a misspelt key of the principal"),
        given: &[Given::Edit { file: "example/services.yaml", old: "principal: li", new: "principal: lii" }],
        finds: &["example/services/shop/principal"],
    },
    keeps: Example {
        shows: Words::fixed("负责人在 people.yaml 里", "the principal is in people.yaml"),
        given: &[Given::Stands { file: "example/services.yaml", text: "principal: li" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let particulars = &case.subject.particulars.value;
    judge(case, &particulars.legal_representative, ("法定代表人", "the legal representative"), report);
    judge(case, &particulars.principal, ("主体负责人", "the principal of the subject"), report);
    for service in live(case) {
        judge(case, &service.record.principal, ("服务负责人", "the principal of the service"), report);
    }
    // People leave, and their data are deleted; what a closed order says of them stays.
    for filing in
        case.subject.filings.iter().map(|filing| &filing.record.value).filter(|filing| state(filing).is_pending())
    {
        judge(case, &filing.contact, ("经办人", "the contact of the order"), report);
        for event in filing.events.items() {
            if matches!(event.value.event.known(), Some(Event::SmsSent | Event::SmsVerified)) {
                judge(case, &event.value.who, ("收短信的人", "who got the message"), report);
            }
        }
    }
}

fn judge(case: &Case<'_>, slot: &Slot<Text>, (zh, en): (&str, &str), report: &mut Report<'_>) {
    let Some(person) = slot.placed() else { return };
    let key = &*person.value;
    if case.subject.people.get(key).is_none() && !case.subject.is_unread("people") {
        let finding =
            report.at(person.place, words!("{zh} {key} 不在 people.yaml 里", "{en}, `{key}`, is not in people.yaml"));
        suggest(finding.at_most(case.most()), key, &case.subject.people, "people.yaml");
    }
}
