//! What stands in the records of a past day.

use super::*;
use crate::day::When;
use crate::model::{Dated, Domain, Filing, FilingEvent, Paper};
use crate::record::{FactChange, Slot, Text};
use crate::vocabulary::{Event, Procedure};

const FIRST: Day = Day::of(2021, 3, 1);

fn filing(stem: &str, approved: Day, facts: &[(&str, Plain)]) -> Dated<Filing> {
    let facts = facts.iter().map(|(fact, value)| ((*fact).into(), Placed::new(FactChange::Filed(value.clone()))));
    let event =
        FilingEvent { at: Slot::new(When::Day(approved)), event: Slot::new(Event::Approved), ..FilingEvent::default() };
    let paper = |dated| Placed::new(Paper { dated: Slot::new(dated), ..Paper::default() });
    let record = Filing {
        procedure: Slot::new(Procedure::First),
        covers: Slot::new(vec![Placed::new(Text::from("services/shop"))]),
        facts: Slot::new(facts.collect()),
        events: Slot::new(vec![Placed::new(event)]),
        papers: Slot::new(vec![paper(approved), paper(approved.plus_days(400))]),
        ..Filing::default()
    };
    Dated { stem: stem.into(), record: Placed::new(record) }
}

fn known() -> Subject {
    let mut subject = Subject { id: "acme".into(), ..Subject::default() };
    subject.particulars.value.remark = Slot::new("改过名".into());
    let mut shop = Service { name: Slot::new("乙".into()), ..Service::default() };
    shop.opened = Slot::new(FIRST.plus_days(2));
    shop.closed = Slot::new(FIRST.plus_days(500));
    subject.services.insert("shop".into(), Placed::new(shop));
    let domain = Domain {
        registered: Slot::new(FIRST.plus_days(-90)),
        expires: Slot::new(FIRST.plus_days(3000)),
        ..Domain::default()
    };
    subject.domains.insert("a.example".into(), Placed::new(domain));
    subject.filings = vec![
        filing(
            "2021-03-01-first",
            FIRST,
            &[
                ("services/shop/name", Plain::text("甲")),
                ("services/shop/domains", Plain::List(vec![Plain::text("a.example")])),
            ],
        ),
        filing("2022-03-01-change", FIRST.plus_days(365), &[("services/shop/name", Plain::text("乙"))]),
    ];
    subject
}

#[test]
fn a_past_day_holds_nothing_that_came_later() {
    let past = past(&known(), FIRST.plus_days(10));
    let shop = &past.subject.services.get("shop").unwrap().value;
    assert_eq!(shop.name.known().map(|name| &**name), Some("甲"));
    assert_eq!(shop.opened.known(), Some(&FIRST.plus_days(2)));
    assert!(shop.closed.is_absent() && shop.content.is_unknown());
    assert_eq!(past.subject.filings.len(), 1);
    assert_eq!(past.subject.filings[0].record.value.papers.items().len(), 1);
    let domain = &past.subject.domains.get("a.example").unwrap().value;
    assert!(domain.registered.known().is_some() && domain.expires.is_unknown());
    // Named is what nobody can tell, and not what came later.
    let left: Vec<&str> = past.left_out.iter().map(String::as_str).collect();
    assert_eq!(left, ["domains/a.example/expires", "subject/remark"]);
}

#[test]
fn notes_on_notes_come_to_an_end() {
    let mut subject = known();
    for (stem, of) in [("2024-01-01-a", "2024-01-02-b"), ("2024-01-02-b", "2024-01-01-a")] {
        let mut note = filing(stem, FIRST, &[]);
        note.record.value.events = Slot::ABSENT;
        note.record.value.corrects = Slot::new(of.into());
        subject.filings.push(note);
    }
    assert_eq!(past(&subject, FIRST).subject.filings.len(), 1);
}
