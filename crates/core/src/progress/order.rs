//! How far an order has come, by its events up to a day.

use super::Phase;
use crate::day::Day;
use crate::filed::{State, state_on};
use crate::model::{Dated, Filing, FilingEvent};
use crate::vocabulary::{Event, Procedure};

/// An order that is under way, to be handed in, or rejected, and how far it has come.
#[derive(Debug, Clone, Copy)]
pub(super) struct Order<'s> {
    pub(super) stem: &'s str,
    pub(super) filing: &'s Filing,
    pub(super) phase: Phase,
    /// The day of its last event; none of a draft.
    pub(super) since: Option<Day>,
    /// What the last event says besides.
    pub(super) note: Option<&'s str>,
}

/// The events of an order that have come by a day.
fn come(filing: &Filing, day: Day) -> impl DoubleEndedIterator<Item = (&FilingEvent, Event)> {
    let events = filing.events.items().iter().map(|event| &event.value);
    let has_come = move |event: &&FilingEvent| event.at.known().is_none_or(|at| at.day() <= day);
    events.filter(has_come).filter_map(|event| Some((event, *event.event.known()?)))
}

/// How far it has come; none of what is approved, withdrawn, lapsed, or never sent to anybody.
fn phase(filing: &Filing, procedure: Procedure, day: Day) -> Option<Phase> {
    let last = come(filing, day).next_back().map(|(_, event)| event);
    let passed = || {
        let checked = procedure.is_checked_by_message();
        if checked { Phase::BeforeMessage } else { Phase::BeforeHandover }
    };
    match state_on(filing, day) {
        State::Draft => Some(Phase::Ready),
        State::WithProvider => Some(match last? {
            Event::FirstReviewRejected => Phase::SentBack,
            Event::FirstReviewPassed => passed(),
            Event::SmsSent => Phase::Message,
            Event::SmsVerified => Phase::BeforeHandover,
            Event::Submitted
            | Event::Supplemented
            | Event::HandedOver
            | Event::Rejected
            | Event::Approved
            | Event::Withdrawn
            | Event::Lapsed => Phase::AtProvider,
        }),
        State::UnderReview => Some(Phase::AtAdministration),
        State::Ended => (last? == Event::Rejected).then_some(Phase::Rejected),
        State::Approved => None,
    }
}

/// The order that decides how far something has come: of several the one that moved last, a draft behind all others.
pub(super) fn of<'s>(filings: &'s [Dated<Filing>], day: Day, concerns: impl Fn(&Filing) -> bool) -> Option<Order<'s>> {
    let concerned = || filings.iter().filter(|filing| concerns(&filing.record.value));
    // What was approved afterwards has settled what was rejected before.
    let settled = concerned().filter_map(|filing| filing.record.value.approved()).filter(|on| *on <= day).max();
    let order = |dated: &'s Dated<Filing>| {
        let filing = &dated.record.value;
        let procedure = *filing.procedure.known().filter(|asked| asked.reaches_authority())?;
        let phase = phase(filing, procedure, day)?;
        let last = come(filing, day).next_back();
        let since = come(filing, day).filter_map(|(event, _)| event.at.known()).map(|at| at.day()).next_back();
        if phase == Phase::Rejected && since <= settled {
            return None;
        }
        let note = last.and_then(|(event, _)| event.note.known()).map(|note| &**note);
        Some(Order { stem: &dated.stem, filing, phase, since, note })
    };
    concerned().filter_map(order).max_by_key(|order| (order.since, order.phase != Phase::Rejected))
}
