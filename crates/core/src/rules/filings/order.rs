//! The course of an order: which event may follow which.

use crate::model::{Filing, FilingEvent};
use crate::record::Placed;
use crate::rules::orders::events;
use crate::vocabulary::Event;

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// Nobody has it yet.
    Drafted,
    /// The provider has it.
    Submitted,
    /// The provider or the authority sent it back.
    Returned,
    /// The provider let it pass.
    Passed,
    /// The code was sent.
    CodeSent,
    /// At least one code was entered.
    Verified,
    /// The authority has it.
    AtAuthority,
    /// It has ended.
    Ended,
}

/// Why an event cannot stand where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Misstep {
    /// The order had ended.
    AfterEnd,
    /// What the authority has cannot be withdrawn.
    WithdrawnAtAuthority,
    /// The authority decided on what it never got.
    NotHandedOver,
    /// Something happened to what was never submitted.
    NotSubmitted,
    /// A code was entered that was never sent.
    NotSent,
    /// It was submitted again without having been sent back.
    Again,
    /// It cannot follow the event before it.
    OutOfOrder,
}

/// What an event makes of an order. Every state answers for every event.
pub(crate) const fn next(state: State, event: Event) -> Result<State, Misstep> {
    use Event as E;
    use State as S;
    match (state, event) {
        (S::Ended, _) => Err(Misstep::AfterEnd),

        // A missed code sends the order back to the draft without an event of its own.
        (S::Drafted | S::Returned | S::CodeSent, E::Submitted) => Ok(S::Submitted),
        (S::Submitted | S::Passed | S::Verified, E::Submitted) => Err(Misstep::Again),

        (S::Drafted, E::Lapsed) => Ok(S::Ended),
        (S::Drafted, E::Approved | E::Rejected) => Err(Misstep::NotHandedOver),
        (S::Drafted, _) => Err(Misstep::NotSubmitted),

        (S::Submitted | S::Passed | S::CodeSent | S::Verified, E::FirstReviewRejected) => Ok(S::Returned),
        (S::Submitted, E::FirstReviewPassed) => Ok(S::Passed),
        (S::Submitted | S::Returned, E::Supplemented) => Ok(S::Submitted),
        (S::Passed | S::CodeSent | S::Verified | S::AtAuthority, E::Supplemented) => Ok(state),

        (S::Submitted | S::Passed | S::CodeSent | S::Verified, E::SmsSent) => Ok(S::CodeSent),
        (S::CodeSent | S::Verified, E::SmsVerified) => Ok(S::Verified),
        (_, E::SmsVerified) => Err(Misstep::NotSent),

        (S::Submitted | S::Passed | S::CodeSent | S::Verified, E::HandedOver) => Ok(S::AtAuthority),
        (S::AtAuthority, E::Rejected) => Ok(S::Returned),
        (S::AtAuthority, E::Approved) => Ok(S::Ended),
        (_, E::Rejected | E::Approved) => Err(Misstep::NotHandedOver),

        (S::AtAuthority, E::Withdrawn) => Err(Misstep::WithdrawnAtAuthority),
        (_, E::Withdrawn) => Ok(S::Ended),
        (S::Submitted | S::Returned | S::Passed | S::CodeSent | S::Verified, E::Lapsed) => Ok(S::Ended),

        (
            S::AtAuthority,
            E::Submitted | E::FirstReviewRejected | E::FirstReviewPassed | E::SmsSent | E::HandedOver | E::Lapsed,
        )
        | (S::Returned, E::FirstReviewRejected | E::FirstReviewPassed | E::SmsSent | E::HandedOver)
        | (S::Passed | S::CodeSent | S::Verified, E::FirstReviewPassed) => Err(Misstep::OutOfOrder),
    }
}

/// Where an order stands after an event that should not have come: as if it had come rightly,
/// so that one misstep is told once.
const fn after(event: Event) -> State {
    match event {
        Event::Submitted | Event::Supplemented => State::Submitted,
        Event::FirstReviewRejected | Event::Rejected => State::Returned,
        Event::FirstReviewPassed => State::Passed,
        Event::SmsSent => State::CodeSent,
        Event::SmsVerified => State::Verified,
        Event::HandedOver => State::AtAuthority,
        Event::Approved | Event::Withdrawn | Event::Lapsed => State::Ended,
    }
}

/// Where an order stands after all of its events.
pub(crate) fn standing(filing: &Filing) -> State {
    events(filing).fold(State::Drafted, |state, (_, event)| match next(state, event) {
        Ok(state) => state,
        Err(Misstep::AfterEnd) => State::Ended,
        Err(_) => after(event),
    })
}

/// An event that cannot stand where it stands, and the one before it.
pub(crate) struct Wrong<'a> {
    /// The event.
    pub(crate) at: &'a Placed<FilingEvent>,
    /// What it is.
    pub(crate) event: Event,
    /// What came before it.
    pub(crate) before: Option<(&'a Placed<FilingEvent>, Event)>,
    /// Why it cannot stand there.
    pub(crate) misstep: Misstep,
}

/// Every misstep of an order.
pub(crate) fn missteps(filing: &Filing) -> Vec<Wrong<'_>> {
    let mut wrong = Vec::new();
    let mut state = State::Drafted;
    let mut before = None;
    for (at, event) in events(filing) {
        state = match next(state, event) {
            Ok(state) => state,
            Err(misstep) => {
                wrong.push(Wrong { at, event, before, misstep });
                // What ended stays ended: all that follows is too late.
                if matches!(misstep, Misstep::AfterEnd) { State::Ended } else { after(event) }
            }
        };
        before = Some((at, event));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Vocabulary;

    fn run(events: &[Event]) -> Result<State, Misstep> {
        events.iter().try_fold(State::Drafted, |state, event| next(state, *event))
    }

    #[test]
    fn the_usual_courses_are_lawful() {
        use Event as E;
        let usual = [E::Submitted, E::FirstReviewPassed, E::SmsSent, E::SmsVerified, E::SmsVerified, E::HandedOver];
        assert_eq!(run(&usual), Ok(State::AtAuthority));
        assert_eq!(run(&[&usual[..], &[E::Rejected, E::Submitted]].concat()), Ok(State::Submitted));
        assert_eq!(run(&[E::Submitted, E::FirstReviewPassed, E::HandedOver, E::Approved]), Ok(State::Ended));
        assert_eq!(run(&[&usual[..], &[E::Withdrawn]].concat()), Err(Misstep::WithdrawnAtAuthority));
        assert_eq!(run(&[E::Submitted, E::Approved]), Err(Misstep::NotHandedOver));
    }

    #[test]
    fn nothing_follows_the_end() {
        for index in 0..Event::INFO.terms.len() {
            let event = Event::from_index(index).unwrap();
            assert_eq!(next(State::Ended, event), Err(Misstep::AfterEnd));
        }
    }
}
