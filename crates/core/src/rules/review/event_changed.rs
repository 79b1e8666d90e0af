//! R105: an event of an order was changed or removed.

use super::common::stays;
use super::turn::{Turn, by_stem, is_closed};
use crate::law::RECORD_FORMAT;
use crate::model::{Dated, Filing, FilingEvent};
use crate::record::{Items, Placed, Vocabulary};
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// An event of an order was changed or removed.
pub static RULE: Rule = Rule {
    code: "R105",
    name: "event-changed",
    severity: Severity::Error,
    title: Words::fixed("改动或去掉了订单的经过", "an event of an order was changed or removed"),
    demand: Words::fixed(
        "经过记的是发生过的事，只能往后加：期限和在案内容都由它推出",
        "Events say what happened and are only ever added: days that count and what is on file follow from them",
    ),
    help: Words::fixed(
        "恢复这一条；记错的，在后面加一条，用 note 说明",
        "restore it; what was wrong is put right by a further event with a `note`",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Review,
    breaks: Example {
        shows: Words::fixed("通过的日子改早了", "an earlier day of approval"),
        given: &[Given::Edit {
            file: "example/filings/2021-02-20-first.yaml",
            old: "  - at: 2021-03-18T16:40:00+08:00",
            new: "  - at: 2021-03-17T16:40:00+08:00",
        }],
        finds: &["example/filings/2021-02-20-first/events/6/at"],
    },
    keeps: Example {
        shows: Words::fixed("经过还是原样", "the events stand as they were"),
        given: &[Given::Stands {
            file: "example/filings/2021-02-20-first.yaml",
            text: "at: 2021-03-18T16:40:00+08:00",
        }],
        finds: &[],
    },
};

pub(super) fn check(turn: &Turn<'_>, report: &mut Report<'_>) {
    let Some((old, new)) = turn.both() else { return };
    for filing in &old.filings {
        match by_stem(new, &filing.stem) {
            Some(now) => compare(turn, report, filing, now),
            None => vanished(report, filing),
        }
    }
}

/// An open order whose file is gone; that of a closed one is another rule's.
fn vanished(report: &mut Report<'_>, filing: &Dated<Filing>) {
    let record = &filing.record.value;
    let stem = &filing.stem;
    let count = record.events.items().len();
    if 0 < count && !is_closed(record) {
        let message = words!(
            "办理中的订单 {stem} 连同 {count} 条经过一起不见了",
            "{stem} is on its way and is gone, with {count} events"
        );
        report.gone(filing.record.place, message).help(Words::fixed(
            "恢复这个文件；不办了的，记一条“撤回”或“订单失效”",
            "restore the file; an order that was given up gets an event 撤回 or 订单失效",
        ));
    }
}

fn compare(turn: &Turn<'_>, report: &mut Report<'_>, old: &Dated<Filing>, new: &Dated<Filing>) {
    let (before, after) = (old.record.value.events.items(), new.record.value.events.items());
    let mut left: Vec<&Placed<FilingEvent>> = after.iter().collect();
    let mut lost = Vec::new();
    for event in before {
        match left.iter().position(|now| is_kept(turn, &event.value, &now.value)) {
            Some(at) => drop(left.remove(at)),
            None => lost.push(event),
        }
    }
    for event in lost {
        let kind = event.value.event.known();
        let now =
            left.iter().position(|now| kind.is_some() && now.value.event.known() == kind).map(|at| left.remove(at));
        tell(turn, report, &old.stem, event, now);
    }
    if is_closed(&old.record.value) {
        left.retain(|event| is_before_the_end(before, event));
        left.into_iter().for_each(|event| put_in(report, &old.stem, event));
    }
}

/// Whether an event still says what it said; a note may be added to it.
fn is_kept(turn: &Turn<'_>, old: &FilingEvent, new: &FilingEvent) -> bool {
    let who = |event: &FilingEvent| event.who.known().map(|who| who.to_string());
    // A key is the user's own: the event may keep the one of its day.
    let (was, is) = (who(old), who(new));
    let same_who = was == is || was.map(|who| turn.person(&who).to_owned()) == is;
    let same_note = match (old.note.known(), new.note.known()) {
        (None, _) => true,
        (Some(old), Some(new)) => stays(old, new),
        (Some(_), None) => false,
    };
    let unread = old.at.is_absent() != new.at.is_absent();
    old.event.known() == new.event.known() && old.at.known() == new.at.known() && same_who && same_note && !unread
}

fn is_before_the_end(before: Items<'_, Placed<FilingEvent>>, event: &Placed<FilingEvent>) -> bool {
    let end = before.last().and_then(|last| last.value.at.known()).map(|at| at.day());
    event.value.at.known().map(|at| at.day()).zip(end).is_some_and(|(day, end)| day < end)
}

fn tell(
    turn: &Turn<'_>,
    report: &mut Report<'_>,
    stem: &str,
    old: &Placed<FilingEvent>,
    new: Option<&Placed<FilingEvent>>,
) {
    let kind = old.value.event.known().map_or("", |event| event.term());
    let at = |event: &FilingEvent| event.at.known().map(ToString::to_string).unwrap_or_default();
    let then = at(&old.value);
    match new {
        Some(now) if at(&now.value) != then => {
            let place = now.value.at.place().unwrap_or(now.place);
            let later = at(&now.value);
            let message = words!(
                "订单 {stem} 的“{kind}”由 {then} 改成 {later}",
                "{stem}: {kind} was moved from {then} to {later}"
            );
            report.at(place, message);
        }
        Some(now) => {
            let message =
                words!("订单 {stem} {then} 的“{kind}”改了内容", "{stem}: what is said of {kind} of {then} was changed");
            report.at(now.place, message);
        }
        None => {
            let message = words!("订单 {stem} {then} 的“{kind}”不见了", "{stem}: {kind} of {then} is gone");
            report.at(turn.place(&format!("filings/{stem}/events")), message);
        }
    }
}

fn put_in(report: &mut Report<'_>, stem: &str, event: &Placed<FilingEvent>) {
    let kind = event.value.event.known().map_or("", |event| event.term());
    let message = words!(
        "订单 {stem} 已办结，却在办结之前补了一条“{kind}”",
        "{stem} is closed, but {kind} was put in before its end"
    );
    report.at(event.place, message);
}
