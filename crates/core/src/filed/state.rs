//! Where a filing stands, by its events: the one reading of them.
//!
//! What the provider's first review sends back is still an order at the provider, to be put
//! right. What the authority rejects has come to nothing: it asks for nothing until it is
//! submitted again, be it in the same order or another one.

use crate::day::Day;
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

impl State {
    /// Whether it is an order on its way: begun, and not decided.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::WithProvider | Self::UnderReview)
    }

    /// Whether it asks for something and is not decided, be it sent or not.
    #[must_use]
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::Draft | Self::WithProvider | Self::UnderReview)
    }
}

/// Where a filing stands, by all of its events. What the records begin with needs no events:
/// it was on file before them.
#[must_use]
pub fn state(filing: &Filing) -> State {
    by_events(filing, |_| true)
}

/// Where a filing stood on a day. An event without a day that could be read has happened.
#[must_use]
pub fn state_on(filing: &Filing, day: Day) -> State {
    by_events(filing, |at| at <= day)
}

fn by_events(filing: &Filing, has_come: impl Fn(Day) -> bool) -> State {
    if filing.procedure.known() == Some(&Procedure::Existing) {
        return State::Approved;
    }
    let mut state = State::Draft;
    for event in filing.events.items().iter().map(|event| &event.value) {
        if event.at.known().is_some_and(|at| !has_come(at.day())) {
            continue;
        }
        let Some(event) = event.event.known() else { continue };
        state = match event {
            Event::HandedOver => State::UnderReview,
            // The authority may ask for more while it reviews.
            Event::Supplemented | Event::FirstReviewPassed | Event::SmsSent | Event::SmsVerified
                if state == State::UnderReview =>
            {
                State::UnderReview
            }
            Event::Submitted
            | Event::FirstReviewRejected
            | Event::FirstReviewPassed
            | Event::Supplemented
            | Event::SmsSent
            | Event::SmsVerified => State::WithProvider,
            Event::Rejected => State::Ended,
            // What is closed stays so; events that follow are a fault of their own.
            Event::Approved => return State::Approved,
            Event::Withdrawn | Event::Lapsed => return State::Ended,
        };
    }
    state
}

#[cfg(test)]
mod tests {
    use super::{State, state, state_on};
    use crate::day::{Day, When};
    use crate::model::{Filing, FilingEvent};
    use crate::record::{Placed, Slot};
    use crate::vocabulary::Event::{
        self, Approved, FirstReviewRejected, HandedOver, Rejected, Submitted, Supplemented, Withdrawn,
    };

    /// A filing with an event on each day of a month.
    fn filing(events: &[Event]) -> Filing {
        let one = |(day, event): (u32, &Event)| {
            let at = When::Day(Day::of(2026, 11, day));
            Placed::new(FilingEvent { at: Slot::new(at), event: Slot::new(*event), ..FilingEvent::default() })
        };
        Filing { events: Slot::new((1..).zip(events).map(one).collect()), ..Filing::default() }
    }

    #[test]
    fn what_the_provider_sends_back_is_still_an_order() {
        let it = state(&filing(&[Submitted, FirstReviewRejected]));
        assert_eq!((it, it.is_open(), it.is_pending()), (State::WithProvider, true, true));
    }

    #[test]
    fn what_the_authority_rejects_is_none_until_it_is_submitted_again() {
        let rejected = state(&filing(&[Submitted, HandedOver, Rejected]));
        assert_eq!((rejected, rejected.is_open(), rejected.is_pending()), (State::Ended, false, false));
        assert_eq!(state(&filing(&[Submitted, HandedOver, Rejected, Submitted])), State::WithProvider);
    }

    #[test]
    fn what_is_closed_stays_closed() {
        assert_eq!(state(&filing(&[Submitted, HandedOver, Approved, Submitted])), State::Approved);
        assert_eq!(state(&filing(&[Submitted, Withdrawn, Submitted])), State::Ended);
    }

    #[test]
    fn the_authority_keeps_what_is_supplemented() {
        assert_eq!(state(&filing(&[Submitted, HandedOver, Supplemented])), State::UnderReview);
    }

    #[test]
    fn a_day_knows_the_events_up_to_it() {
        let it = filing(&[Submitted, HandedOver, Approved]);
        let on = |day| state_on(&it, Day::of(2026, 11, day));
        assert_eq!(on(1), State::WithProvider);
        assert_eq!(on(2), State::UnderReview);
        assert_eq!(on(3), State::Approved);
        assert_eq!(state_on(&it, Day::of(2026, 10, 31)), State::Draft);
    }
}
