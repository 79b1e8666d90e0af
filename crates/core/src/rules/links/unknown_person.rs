//! L101: a person is named who is not in people.yaml.

use super::suggest::suggest;
use crate::filed::state;
use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::record::{FactChange, Slot, Text};
use crate::rule::{Case, Check, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::live;
use crate::vocabulary::Event;
use crate::words;
use crate::words::Words;
use std::cell::OnceCell;
use std::collections::BTreeSet;

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
    closed(case, report);
}

/// Whoever got a code was a principal, and so stands in an order, if not in people.yaml; of whoever
/// else a closed order names nobody can tell who it was.
fn closed(case: &Case<'_>, report: &mut Report<'_>) {
    let subject = case.subject;
    if subject.is_unread("people") || subject.filings.iter().any(|filing| filing.record.value.is_opening()) {
        return;
    }
    let orders = || subject.filings.iter().map(|filing| &filing.record.value);
    // Nearly everybody is recorded, and only of whoever is not the orders are asked.
    let filed: OnceCell<BTreeSet<&str>> = OnceCell::new();
    let is_filed = |key: &str| filed.get_or_init(|| orders().flat_map(named_by).collect()).contains(key);
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for filing in orders().filter(|filing| !state(filing).is_pending()) {
        let who = filing.events.items().iter().filter_map(|event| event.value.who.placed());
        let of = filing.papers.items().iter().filter_map(|paper| paper.value.of.placed());
        let of = of.filter_map(|of| Some((of.value.strip_prefix("people/")?.split('/').next()?, of.place)));
        let contact = filing.contact.placed().into_iter().chain(who).map(|key| (&*key.value.0, key.place));
        for (key, place) in contact.chain(of) {
            if subject.people.get(key).is_some() || is_filed(key) || !told.insert(key) {
                continue;
            }
            let finding = report.at(
                place,
                words!(
                    "{key} 不在 people.yaml 里，也没有订单写过，看不出是谁",
                    "`{key}` is not in people.yaml and no order says who it is"
                ),
            );
            suggest(finding.at_most(Severity::Note), key, &subject.people, "people.yaml");
        }
    }
}

/// The people whom the facts of an order name.
fn named_by(filing: &Filing) -> Vec<&str> {
    let mut found = Vec::new();
    for (fact, change) in filing.facts.known().into_iter().flat_map(|facts| facts.iter()) {
        found.extend(fact.strip_prefix("people/").and_then(|rest| rest.split('/').next()));
        if fact.ends_with("/principal") {
            match &change.value {
                FactChange::Filed(value) => found.extend(value.as_text()),
                FactChange::Changed { from, to } => {
                    let both = from.known().into_iter().chain(to.known());
                    found.extend(both.filter_map(|value| value.as_text()));
                }
            }
        }
    }
    found
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
