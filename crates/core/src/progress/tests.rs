//! Every stage once, and what holds of all of them.

use super::*;
use crate::day::{Day, When};
use crate::deadline::{Actor, Matter, deadlines};
use crate::model::{Access, Dated, Domain, FilingEvent, Police, Subject};
use crate::record::{Keyed, Placed, Slot, Text, Vocabulary as _};
use crate::tables::Tables;
use crate::vocabulary::{Event, Procedure};

const DAY: Day = Day::of(2026, 3, 2);

fn filing(procedure: Procedure, covers: &[&str], events: &[(i64, Event)]) -> Dated<Filing> {
    let event = |(after, event): &(i64, Event)| {
        let at = Slot::new(When::Day(DAY.plus_days(*after)));
        Placed::new(FilingEvent { at, event: Slot::new(*event), ..FilingEvent::default() })
    };
    let filing = Filing {
        procedure: Slot::new(procedure),
        through: Slot::new(Text::from("阿里云")),
        covers: Slot::new(covers.iter().map(|path| Placed::new(Text::from(*path))).collect()),
        events: Slot::new(events.iter().map(event).collect()),
        ..Filing::default()
    };
    Dated { stem: "2026-03-02-first".into(), record: Placed::new(filing) }
}

fn first(events: &[(i64, Event)]) -> Dated<Filing> {
    filing(Procedure::First, &["subject", "services/shop"], events)
}

/// A subject with a shop, whose domain was verified on a day.
fn subject(filings: Vec<Dated<Filing>>, change: impl FnOnce(&mut Service)) -> Subject {
    let mut service = Service {
        domains: Slot::new(vec![Placed::new(Text::from("shop.example"))]),
        access: Slot::new(vec![Placed::new(Access {
            provider: Slot::new(Text::from("阿里云")), ..Access::default()
        })]),
        ..Service::default()
    };
    change(&mut service);
    let (mut services, mut domains) = (Keyed::default(), Keyed::default());
    services.insert("shop".into(), Placed::new(service));
    domains.insert("shop.example".into(), Placed::new(Domain { verified: Slot::new(DAY), ..Domain::default() }));
    Subject { services, domains, filings, ..Subject::default() }
}

/// How far the shop has come on a day, who acts, not before when and by when.
fn seen(subject: &Subject, day: Day) -> (Phase, Option<Actor>, Option<Day>, Option<Day>) {
    let tables = Tables::builtin();
    let case = Case::new(subject, tables, day, true);
    let all = progress(&case, &deadlines(&case), &[]);
    let shop = all.iter().find(|one| one.service == Some("shop")).expect("the shop");
    let act = shop.act.as_ref();
    let day = |by: Option<&By>| by.and_then(|by| by.day);
    let not_before = act.and_then(|act| day(act.not_before.as_ref()));
    (shop.phase, act.map(|act| act.actor), not_before, act.and_then(|act| day(act.by.as_ref())))
}

#[test]
fn a_first_filing_goes_through_every_stage() {
    use Event::{Approved, FirstReviewPassed, HandedOver, SmsSent, SmsVerified, Submitted};
    let draft = |day: i64| seen(&subject(vec![first(&[])], |_| ()), DAY.plus_days(day));
    // A domain is known to the filing system three days after it was verified, and not before.
    assert_eq!(draft(2), (Phase::Waiting, Some(Actor::House), Some(DAY.plus_days(3)), None));
    assert_eq!(draft(3).0, Phase::Ready);
    let course = [
        (3, Submitted, Phase::AtProvider, Actor::Provider),
        (4, FirstReviewPassed, Phase::BeforeMessage, Actor::Provider),
        (4, SmsSent, Phase::Message, Actor::House),
        (5, SmsVerified, Phase::BeforeHandover, Actor::Provider),
        (5, HandedOver, Phase::AtAdministration, Actor::Administration),
    ];
    for until in 1..=course.len() {
        let events: Vec<_> = course.iter().take(until).map(|(day, event, ..)| (*day, *event)).collect();
        let (day, _, phase, actor) = course[until - 1];
        let (found, acts, _, by) = seen(&subject(vec![first(&events)], |_| ()), DAY.plus_days(day));
        assert_eq!((found, acts), (phase, Some(actor)));
        assert!(by.is_some_and(|by| DAY.plus_days(day) <= by), "{phase:?} {by:?}");
    }
    let mut events: Vec<_> = course.iter().map(|(day, event, ..)| (*day, *event)).collect();
    // Twenty working days from a Saturday on.
    let review = seen(&subject(vec![first(&events)], |_| ()), DAY.plus_days(6));
    assert_eq!(review.3, Some(Day::of(2026, 4, 3)));
    events.push((20, Approved));
    let approved = |change: &dyn Fn(&mut Service), day: i64| {
        let held = crate::model::NumberHeld {
            number: Slot::new(Text::from("浙ICP备2026000017号-1")),
            from: Slot::new(DAY.plus_days(20)),
            ..crate::model::NumberHeld::default()
        };
        let it = subject(vec![first(&events)], |service| {
            service.numbers = Slot::new(vec![Placed::new(held)]);
            change(service);
        });
        seen(&it, DAY.plus_days(day))
    };
    assert_eq!(approved(&|_| (), 21).0, Phase::Approved);
    let open = |service: &mut Service| service.opened = Slot::new(DAY.plus_days(22));
    let (phase, actor, _, by) = approved(&open, 23);
    assert_eq!((phase, actor), (Phase::ToFilePolice, Some(Actor::House)));
    assert_eq!(by, Some(Day::of(2026, 4, 23)));
    let police = |police: Police| {
        move |service: &mut Service| {
            open(service);
            service.police = Slot::new(police.clone());
        }
    };
    let applied = Police { applied: Slot::new(DAY.plus_days(24)), ..Police::default() };
    assert_eq!(approved(&police(applied.clone()), 25).0, Phase::AtPolice);
    let granted = Police { approved: Slot::new(DAY.plus_days(30)), ..applied };
    assert_eq!(approved(&police(granted.clone()), 31).0, Phase::ToShowPolice);
    let shown = Police { shown: Slot::new(crate::record::Shown::Flag(true)), ..granted };
    assert_eq!(approved(&police(shown), 32).0, Phase::InOrder);
}

#[test]
fn what_goes_another_way_has_its_stage() {
    use Event::{FirstReviewRejected, HandedOver, Rejected, Submitted, Withdrawn};
    let after = |events: &[(i64, Event)]| seen(&subject(vec![first(events)], |_| ()), DAY.plus_days(40)).0;
    assert_eq!(after(&[(3, Submitted), (4, FirstReviewRejected)]), Phase::SentBack);
    assert_eq!(after(&[(3, Submitted), (4, HandedOver), (9, Rejected)]), Phase::Rejected);
    assert_eq!(after(&[(3, Submitted), (4, HandedOver), (9, Rejected), (12, Submitted)]), Phase::AtProvider);
    assert_eq!(after(&[(3, Submitted), (4, Withdrawn)]), Phase::Ready);
    let open = subject(vec![first(&[])], |service| service.opened = Slot::new(DAY));
    assert_eq!(seen(&open, DAY.plus_days(5)).0, Phase::OpenUnfiled);
}

#[test]
fn what_is_wrong_keeps_a_draft() {
    let tables = Tables::builtin();
    let it = subject(vec![first(&[])], |_| ());
    let case = Case::new(&it, tables, DAY.plus_days(9), true);
    let blocker = |fact: &str| Blocker { fact: fact.to_owned(), what: Words::fixed("缺", "lacks"), rule: "I101" };
    let blockers = [blocker("subject/name"), blocker("services/other/name"), blocker("domains/shop.example/holder")];
    let all = progress(&case, &[], &blockers);
    let shop = all.iter().find(|one| one.service == Some("shop")).expect("the shop");
    assert_eq!(shop.phase, Phase::Preparing);
    let facts: Vec<_> = shop.blockers.iter().map(|blocker| &*blocker.fact).collect();
    assert_eq!(facts, ["subject/name", "domains/shop.example/holder"]);
}

/// Numbers without an order, the same on each run.
fn next(seed: &mut u64, below: u64) -> i64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    i64::try_from((*seed >> 33) % below).unwrap_or(0)
}

#[test]
fn whatever_happened_there_is_an_answer_and_one_engine() {
    let tables = Tables::builtin();
    let procedures: Vec<Procedure> = (0..).map_while(Procedure::from_index).collect();
    let all_events: Vec<Event> = (0..).map_while(Event::from_index).collect();
    let pick = |seed: &mut u64, below: usize| usize::try_from(next(seed, below as u64)).unwrap_or(0);
    let mut seed = 3;
    for _ in 0..3_000 {
        let filings = (0..next(&mut seed, 4)).map(|_| {
            let procedure = procedures[pick(&mut seed, procedures.len())];
            let covers: &[&str] =
                [&["subject"][..], &["services/shop"], &["subject", "services/shop"]][pick(&mut seed, 3)];
            let mut day = next(&mut seed, 200);
            let mut events = Vec::new();
            for _ in 0..next(&mut seed, 7) {
                day += next(&mut seed, 12);
                events.push((day, all_events[pick(&mut seed, all_events.len())]));
            }
            filing(procedure, covers, &events)
        });
        let filings = filings.collect();
        let opened = next(&mut seed, 400);
        let closed = next(&mut seed, 900);
        let it = subject(filings, |service| {
            if opened < 200 {
                service.opened = Slot::new(DAY.plus_days(opened));
            }
            if closed < 200 {
                service.closed = Slot::new(DAY.plus_days(closed));
            }
        });
        let mut before: Option<Phase> = None;
        for today in [-400, 0, 1, 2, 3, 30, 100, 250, 280, 300, 1_000].map(|days| DAY.plus_days(days)) {
            let case = Case::new(&it, tables, today, true);
            let days = deadlines(&case);
            for one in progress(&case, &days, &[]) {
                let Some(by) = one.act.as_ref().and_then(|act| act.by.as_ref()).filter(|by| !by.is_usual) else {
                    continue;
                };
                // No day is one that the list of days to keep does not know.
                assert!(days.iter().any(|day| day.due == by.day && day.unknown == by.unknown), "{one:?}");
            }
            // A draft that could be handed in can be handed in later, as long as nothing happens.
            if it.filings.is_empty() && opened >= 200 && closed >= 200 {
                let phase = seen(&it, today).0;
                assert!(before != Some(Phase::Ready) || phase == Phase::Ready, "{phase:?}");
                before = Some(phase);
            }
        }
    }
}

#[test]
fn a_year_without_a_calendar_has_no_day() {
    use Event::{HandedOver, SmsVerified, Submitted};
    let it = subject(vec![first(&[(280, Submitted), (281, SmsVerified), (282, HandedOver)])], |_| ());
    let tables = Tables::builtin();
    let case = Case::new(&it, tables, DAY.plus_days(290), true);
    let days = deadlines(&case);
    let all = progress(&case, &days, &[]);
    let by = all.iter().find(|one| one.service.is_some()).and_then(|one| one.act.clone()).and_then(|act| act.by);
    assert_eq!(by.and_then(|by| Some((by.day, by.unknown?.0))), Some((None, 2027)));
    assert!(days.iter().any(|day| day.matter == Matter::AuthorityDecision && day.due.is_none()));
}
