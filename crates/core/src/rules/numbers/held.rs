//! The numbers that a subject and its services hold, with the time in which they do.

use crate::day::Day;
use crate::model::NumberHeld;
use crate::rule::Case;

/// Visits every number held, of the subject and of its services.
pub(super) fn each<'a>(case: &Case<'a>, visit: &mut impl FnMut(&'a NumberHeld)) {
    let subject = case.subject;
    let services = subject.services.iter().flat_map(|(_, service)| service.value.numbers.items());
    subject.particulars.value.numbers.items().iter().chain(services).for_each(|held| visit(&held.value));
}

/// Whether a number is in use beyond that day. On its last day another one may have taken its place.
pub(super) fn goes_on(held: &NumberHeld, today: Day) -> bool {
    is_current(held, today) && held.until.known().is_none_or(|until| today < *until)
}

/// Whether a number has not ended by that day.
pub(super) fn is_current(held: &NumberHeld, today: Day) -> bool {
    match held.until.known() {
        Some(until) => today <= *until,
        // An end that cannot be read is an end.
        None => held.until.is_absent(),
    }
}
