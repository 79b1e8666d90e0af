//! The values that a first filing, a new service or an opening balance files: all that the
//! records hold of what is ever filed.

use crate::change::{Fact, PersonField, ServiceField, SubjectField};
use crate::day::Day;
use crate::filed::{is_filed, replay, value_of};
use crate::model::{Filing, Grant, NumberHeld, Subject};
use crate::record::{FactChange, Keyed, Placed, Plain, Slot, Text};
use crate::vocabulary::Procedure;
use std::collections::BTreeSet;

/// Every filed value of the scopes that an order covers, with those of the persons who answer
/// for them and are not on file yet.
///
/// The accesses stand in `through` and `account`, and addresses of servers may change without an
/// order: neither is among the values.
#[must_use]
pub fn filed_facts(subject: &Subject, covers: &BTreeSet<String>, today: Day) -> Keyed<FactChange> {
    let on_file = replay(&subject.filings, today);
    let mut facts: Vec<Fact> = Vec::new();
    let mut people: BTreeSet<Box<str>> = BTreeSet::new();
    for scope in covers {
        let principal = match scope.strip_prefix("services/") {
            Some(key) => {
                facts.extend(ServiceField::ALL.iter().map(|field| Fact::Service(key.into(), *field)));
                Fact::Service(key.into(), ServiceField::Principal)
            }
            None => {
                facts.extend(SubjectField::ALL.iter().map(|field| Fact::Subject(*field)));
                Fact::Subject(SubjectField::Principal)
            }
        };
        people.extend(value_of(subject, &principal).as_ref().and_then(Plain::as_text).map(Into::into));
    }
    people.retain(|key| on_file.value(&Fact::Person(key.clone(), PersonField::Name)).is_none());
    facts.extend(people.iter().flat_map(|key| person(key)));
    let is_stated =
        |fact: &Fact| is_filed(fact) && !fact.is_whole() && !matches!(fact, Fact::Service(_, ServiceField::Access));
    let filed = facts.iter().filter(|fact| is_stated(fact)).filter_map(|fact| {
        let value = value_of(subject, fact)?;
        Some((fact.spelled().into(), Placed::new(FactChange::Filed(value))))
    });
    filed.collect()
}

/// The fields of a person.
pub(super) fn person(key: &str) -> impl Iterator<Item = Fact> + use<> {
    let key: Box<str> = key.into();
    PersonField::ALL.iter().map(move |field| Fact::Person(key.clone(), *field))
}

/// What the records begin with (既有备案): all that is filed of the subject and of its services
/// that hold a number, and the numbers. Without `basis`, for the caller to say.
#[must_use]
pub fn opening(subject: &Subject, today: Day) -> Filing {
    let holds = |numbers| NumberHeld::on(numbers, today).cloned();
    let on_file = replay(&subject.filings, today);
    let mut held: Vec<(String, Text)> = Vec::new();
    held.extend(holds(&subject.particulars.value.numbers).map(|number| ("subject".to_owned(), number)));
    for (key, service) in subject.live_services(today) {
        held.extend(holds(&service.value.numbers).map(|number| (format!("services/{key}"), number)));
    }
    // What an order has put on file is told by that order.
    held.retain(|(scope, _)| !on_file.numbers.contains_key(scope));
    let covers: BTreeSet<String> = held.iter().map(|(of, _)| of.clone()).collect();
    let grant =
        |(of, number): (String, Text)| Placed::new(Grant { of: Slot::new(of.into()), number: Slot::new(number) });
    Filing {
        procedure: Slot::new(Procedure::Existing),
        facts: Slot::new(filed_facts(subject, &covers, today)),
        covers: Slot::new(covers.into_iter().map(|scope| Placed::new(Text::from(scope))).collect()),
        granted: Slot::new(held.into_iter().map(grant).collect()),
        ..Filing::default()
    }
}
