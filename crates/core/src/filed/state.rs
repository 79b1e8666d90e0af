//! Where a filing stands, by its events.

use crate::model::Filing;
use crate::vocabulary::{Event, Procedure};

/// Where a filing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is written, but not sent.
    Draft,
    /// It is an order at the provider: it can still be changed or withdrawn.
    WithProvider,
    /// The authority reviews it: nothing can be changed or withdrawn.
    UnderReview,
    /// The authority approved it.
    Approved,
    /// It came to nothing: refused, withdrawn or lapsed.
    Ended,
}

/// Where a filing stands, by its last event that tells. What the records begin with needs no
/// events: it was on file before them.
#[must_use]
pub fn state(filing: &Filing) -> State {
    if filing.procedure.known() == Some(&Procedure::Existing) {
        return State::Approved;
    }
    let events = filing.events.items().iter().filter_map(|event| event.value.event.known());
    events.fold(State::Draft, |_, event| match event {
        Event::Submitted
        | Event::FirstReviewRejected
        | Event::FirstReviewPassed
        | Event::Supplemented
        | Event::SmsSent
        | Event::SmsVerified => State::WithProvider,
        Event::HandedOver => State::UnderReview,
        Event::Approved => State::Approved,
        Event::Rejected | Event::Withdrawn | Event::Lapsed => State::Ended,
    })
}
