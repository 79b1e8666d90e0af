//! Filings: a table of orders, what became of each, and those that are open.

use super::facts::{DASH, Facts};
use super::services::name;
use beian_core::change::Fact;
use beian_core::day::When;
use beian_core::filed::{State, state};
use beian_core::model::{Dated, Filing, FilingEvent};
use beian_core::record::{FactChange, Vocabulary};
use beian_core::vocabulary::{Event, Procedure};
use beian_core::words;
use beian_core::words::Words;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct FilingView {
    stem: String,
    procedure: String,
    through: String,
    covers: String,
    submitted: String,
    outcome: String,
    day: String,
    granted: String,
    notes: Vec<String>,
    events: Vec<EventView>,
    changes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct EventView {
    at: String,
    event: String,
    who: String,
    note: String,
}

pub(super) fn filings(facts: Facts<'_>) -> Vec<FilingView> {
    facts.input.subject.filings.iter().map(|filing| view(facts, filing)).collect()
}

/// The orders that run: what they ask is neither on file nor given up.
pub(super) fn open(facts: Facts<'_>) -> Vec<FilingView> {
    let runs = |filing: &&Dated<Filing>| {
        matches!(state(&filing.record.value), State::Draft | State::WithProvider | State::UnderReview)
            && filing.record.value.corrects.is_absent()
    };
    facts.input.subject.filings.iter().filter(runs).map(|filing| view(facts, filing)).collect()
}

fn view(facts: Facts<'_>, dated: &Dated<Filing>) -> FilingView {
    let filing = &dated.record.value;
    let first = filing.events.items().iter().find(|event| event.value.event.known() == Some(&Event::Submitted));
    let text = |text: Option<String>| text.filter(|text| !text.is_empty()).unwrap_or_else(|| DASH.to_owned());
    let at = |event: &FilingEvent| event.at.known().map(|at| at.day().to_string());
    let covers: Vec<String> = filing.covers.items().iter().map(|covered| scope(facts, &covered.value)).collect();
    let granted = filing.granted.items().iter().filter_map(|grant| {
        let number = facts.mask.numbers(grant.value.number.known()?);
        Some(match grant.value.of.known() {
            Some(of) => format!("{} {number}", scope(facts, of)),
            None => number,
        })
    });
    let (outcome, day) = outcome(facts, dated);
    FilingView {
        stem: dated.stem.to_string(),
        procedure: procedure(facts, filing),
        through: text(filing.through.known().map(|through| facts.mask.text(through))),
        covers: text(Some(covers.join("、"))),
        submitted: text(first.and_then(|event| at(&event.value))),
        outcome,
        day: text(day),
        granted: text(Some(granted.collect::<Vec<_>>().join("、"))),
        notes: notes(facts, filing),
        events: filing.events.items().iter().map(|placed| event(facts, &placed.value)).collect(),
        changes: changes(facts, filing),
    }
}

pub(super) fn procedure(facts: Facts<'_>, filing: &Filing) -> String {
    let unknown = || facts.say(&Words::fixed("流程没有写明", "procedure not recorded"));
    filing.procedure.known().map_or_else(unknown, |procedure| procedure.term().to_owned())
}

/// What an order covers, by name.
fn scope(facts: Facts<'_>, of: &str) -> String {
    match of.strip_prefix("services/") {
        Some(key) => name(facts, key),
        None if of == "subject" => facts.say(&Words::fixed("主体", "the subject")),
        None => facts.mask.text(of),
    }
}

/// Where an order stands, and since which day.
pub(super) fn outcome(facts: Facts<'_>, dated: &Dated<Filing>) -> (String, Option<String>) {
    let filing = &dated.record.value;
    if let Some(stem) = filing.corrects.known().filter(|_| state(filing) == State::Draft) {
        let named = dated.stem.get(..10).map(str::to_owned);
        return (facts.say(&words!("更正 {stem}", "corrects {stem}")), named);
    }
    let last = filing.events.items().last().and_then(|event| event.value.at.known()).map(|at| at.day().to_string());
    if filing.procedure.known() == Some(&Procedure::Existing) {
        let basis = filing.basis.known().and_then(|basis| basis.date.known()).map(ToString::to_string);
        return (facts.say(&Words::fixed("记录以前已在档", "on file before the records")), basis.or(last));
    }
    let said = filing.events.items().iter().rev().find_map(|event| event.value.event.known());
    match state(filing) {
        State::Draft => (facts.say(&Words::fixed("尚未提交", "not submitted")), None),
        State::Approved => {
            (facts.say(&Words::fixed("管局通过", "approved")), filing.approved().map(|day| day.to_string()))
        }
        State::UnderReview => (facts.say(&Words::fixed("管局审核中", "under review by the authority")), last),
        State::WithProvider => (facts.say(&Words::fixed("接入商办理中", "with the provider")), last),
        State::Ended => (said.map_or_else(|| DASH.to_owned(), |event| event.term().to_owned()), last),
    }
}

fn notes(facts: Facts<'_>, filing: &Filing) -> Vec<String> {
    let mut notes = Vec::new();
    let mut add = |words: Words| notes.push(facts.say(&words));
    if let Some(order) = filing.order.known() {
        let order = facts.mask.text(order);
        add(words!("订单号 {order}", "order {order}"));
    }
    if let Some(reason) = filing.reason.known() {
        let reason = facts.mask.text(reason);
        add(words!("原因：{reason}", "reason: {reason}"));
    }
    if let Some(basis) = filing.basis.known() {
        let parts = [
            basis.document.known().map(|text| facts.mask.text(text)),
            basis.number.known().map(|text| facts.mask.text(text)),
            basis.date.known().map(ToString::to_string),
        ];
        let basis = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        add(words!("依据：{basis}", "basis: {basis}"));
    }
    if let Some(effective) = filing.effective.known() {
        add(words!("生效日期 {effective}", "takes effect on {effective}"));
    }
    if let Some(party) = filing.counterparty.known() {
        let parts =
            [party.name.known(), party.number.known()].into_iter().flatten().map(|text| facts.mask.numbers(text));
        let party = parts.collect::<Vec<_>>().join(" ");
        add(words!("对方主体 {party}", "the other party is {party}"));
    }
    if let Some(contact) = filing.contact.known() {
        let contact = facts.person(contact);
        add(words!("经办人 {contact}", "handled by {contact}"));
    }
    if let Some(stem) = filing.corrects.known() {
        add(words!("更正订单 {stem}", "corrects the filing {stem}"));
    }
    notes
}

/// A moment to the minute, by the clock of Beijing.
fn moment(at: When) -> String {
    let told = at.to_string();
    match (told.get(..10), told.get(11..16)) {
        (Some(day), Some(clock)) => format!("{day} {clock}"),
        _ => told,
    }
}

fn event(facts: Facts<'_>, event: &FilingEvent) -> EventView {
    let dash = || DASH.to_owned();
    EventView {
        at: event.at.known().map_or_else(dash, |at| moment(*at)),
        event: event.event.known().map_or_else(dash, |event| event.term().to_owned()),
        who: event.who.known().map_or_else(dash, |who| facts.person(who)),
        note: event.note.known().map_or_else(dash, |note| facts.mask.text(note)),
    }
}

/// What an order changes; what a first filing holds stands in the dossier already.
fn changes(facts: Facts<'_>, filing: &Filing) -> Vec<String> {
    let Some(all) = filing.facts.known() else { return Vec::new() };
    let one = |(spelled, change): (&str, &beian_core::record::Placed<FactChange>)| {
        let FactChange::Changed { from, to } = &change.value else { return None };
        let fact = Fact::parse(spelled)?;
        let label = facts.say(&fact.words());
        let side = |slot: Option<&beian_core::record::Plain>| {
            slot.map_or_else(|| facts.say(&Words::fixed("（无）", "(nothing)")), |value| facts.value(&fact, value))
        };
        let (from, to) = (side(from.known()), side(to.known()));
        Some(facts.say(&words!("{label}：{from} → {to}", "{label}: {from} → {to}")))
    };
    all.iter().filter_map(one).collect()
}
