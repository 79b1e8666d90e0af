//! Each status once, for a service and for a subject.

use super::*;
use crate::day::When;
use crate::model::{Access, Dated, FilingEvent, Particulars};
use crate::record::{Keyed, Text};
use crate::vocabulary::Event;

fn filing(procedure: Procedure, covers: &[&str], events: &[(Day, Event)]) -> Dated<Filing> {
    let filing = Filing {
        procedure: Slot::new(procedure),
        covers: Slot::new(covers.iter().map(|path| Placed::new(Text::from(*path))).collect()),
        events: Slot::new(
            events
                .iter()
                .map(|(day, event)| {
                    Placed::new(FilingEvent {
                        at: Slot::new(When::Day(*day)),
                        event: Slot::new(*event),
                        ..FilingEvent::default()
                    })
                })
                .collect(),
        ),
        ..Filing::default()
    };
    Dated { stem: "x".into(), record: Placed::new(filing) }
}

fn subject(filings: Vec<Dated<Filing>>) -> Subject {
    let mut services = Keyed::default();
    let access = Access { until: Slot::new(Day::of(2024, 6, 1)), ..Access::default() };
    let service = Service { access: Slot::new(vec![Placed::new(access)]), ..Service::default() };
    services.insert("shop".into(), Placed::new(service));
    Subject { services, filings, particulars: Placed::new(Particulars::default()), ..Subject::default() }
}

const D1: Day = Day::of(2024, 1, 10);
const D2: Day = Day::of(2024, 2, 10);
const D3: Day = Day::of(2024, 3, 10);
const D4: Day = Day::of(2024, 4, 10);

fn first() -> Dated<Filing> {
    filing(Procedure::First, &["subject", "services/shop"], &[(D1, Event::Submitted), (D2, Event::Approved)])
}

fn both(subject: &Subject, day: Day) -> (Status, Status) {
    (of_subject(subject, day), of_service(subject, "shop", day))
}

#[test]
fn a_first_filing_runs_its_course() {
    let it = subject(vec![first()]);
    assert_eq!(both(&it, Day::of(2024, 1, 9)), (Status::Unfiled, Status::Unfiled));
    assert_eq!(both(&it, D1), (Status::Filing, Status::Filing));
    assert_eq!(both(&it, D2), (Status::Filed, Status::Filed));
    // The only access ends in June, and with it the service that carried the subject.
    assert_eq!(both(&it, Day::of(2024, 7, 1)), (Status::EmptyShell, Status::EmptyShell));
}

#[test]
fn a_change_and_a_rejection_leave_it_on_file() {
    let change = |last| {
        let events = [(D3, Event::Submitted), (D4, last)];
        filing(Procedure::ChangeBoth, &["subject", "services/shop"], &events)
    };
    // What the provider sends back is still on its way; what the authority rejects is not.
    let it = subject(vec![first(), change(Event::FirstReviewRejected)]);
    assert_eq!(both(&it, D4), (Status::Changing, Status::Changing));
    for last in [Event::Rejected, Event::Withdrawn] {
        let it = subject(vec![first(), change(last)]);
        assert_eq!(both(&it, D3), (Status::Changing, Status::Changing));
        assert_eq!(both(&it, D4), (Status::Filed, Status::Filed));
    }
}

#[test]
fn the_end_of_the_subject_ends_its_services() {
    let end = filing(Procedure::DeregisterSubject, &["subject"], &[(D3, Event::Submitted), (D4, Event::Approved)]);
    let it = subject(vec![first(), end]);
    assert_eq!(both(&it, D3), (Status::Deregistering, Status::Deregistering));
    assert_eq!(both(&it, D4), (Status::Deregistered, Status::Deregistered));
}

#[test]
fn the_end_of_the_only_service_leaves_an_empty_shell() {
    let end =
        filing(Procedure::DeregisterService, &["services/shop"], &[(D3, Event::Submitted), (D4, Event::Approved)]);
    let it = subject(vec![first(), end]);
    assert_eq!(both(&it, D4), (Status::EmptyShell, Status::Deregistered));
}

#[test]
fn an_opening_balance_is_on_file() {
    let it = subject(vec![filing(Procedure::Existing, &["subject", "services/shop"], &[])]);
    assert_eq!(both(&it, D1), (Status::Filed, Status::Filed));
}
