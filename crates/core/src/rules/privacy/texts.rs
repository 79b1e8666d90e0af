//! Every text of a subject in which personal data may stand.

use crate::model::{Filing, Observation, Official, Particulars, Person, Says};
use crate::record::{FactChange, Place, Placed, Plain, Slot, Text};
use crate::rule::Case;

/// Visits them, with their places. Days, terms and keys hold no such data.
pub(crate) fn each(case: &Case<'_>, visit: &mut impl FnMut(Place, &str)) {
    let subject = case.subject;
    particulars(&subject.particulars.value, visit);
    for (_, entry) in subject.people.iter() {
        person(&entry.value, visit);
    }
    for (_, domain) in subject.domains.iter() {
        let Some(holder) = domain.value.holder.known() else { continue };
        slot(&holder.name, visit);
        if let Some(certificate) = holder.certificate.known() {
            slot(&certificate.number, visit);
        }
    }
    for (_, service) in subject.services.iter() {
        slot(&service.value.remark, visit);
        slot(&service.value.content, visit);
    }
    for dated in &subject.filings {
        filing(&dated.record.value, visit);
    }
    for dated in &subject.official {
        official(&dated.record.value, visit);
    }
    for dated in &subject.observations {
        observation(&dated.record.value, visit);
    }
}

fn official(letter: &Official, visit: &mut impl FnMut(Place, &str)) {
    slot(&letter.authority, visit);
    for texts in [&letter.about, &letter.demands] {
        let texts = texts.known().map_or(&[][..], |texts| &texts.0);
        texts.iter().for_each(|text| visit(text.place, &text.value));
    }
}

fn observation(seen: &Observation, visit: &mut impl FnMut(Place, &str)) {
    slot(&seen.source, visit);
    let Some(Says::Facts(facts)) = seen.says.known() else { return };
    facts.known().for_each(|(_, fact)| change(fact, visit));
}

fn particulars(facts: &Particulars, visit: &mut impl FnMut(Place, &str)) {
    slot(&facts.name, visit);
    slot(&facts.address, visit);
    slot(&facts.supervisor, visit);
    slot(&facts.remark, visit);
    if let Some(certificate) = facts.certificate.known() {
        slot(&certificate.number, visit);
        slot(&certificate.address, visit);
    }
}

fn person(person: &Person, visit: &mut impl FnMut(Place, &str)) {
    slot(&person.name, visit);
    slot(&person.mobile, visit);
    slot(&person.email, visit);
    slot(&person.post, visit);
    slot(&person.department, visit);
    if let Some(certificate) = person.certificate.known() {
        slot(&certificate.number, visit);
    }
    if let Some(emergency) = person.emergency.known() {
        slot(&emergency.phone, visit);
        slot(&emergency.whose, visit);
        slot(&emergency.relation, visit);
    }
}

fn filing(filing: &Filing, visit: &mut impl FnMut(Place, &str)) {
    slot(&filing.reason, visit);
    slot(&filing.contact, visit);
    if let Some(basis) = filing.basis.known() {
        slot(&basis.document, visit);
    }
    for paper in filing.papers.items() {
        slot(&paper.value.kept, visit);
    }
    for (_, fact) in filing.facts.known().into_iter().flat_map(|facts| facts.iter()) {
        change(fact, visit);
    }
    for event in filing.events.items() {
        slot(&event.value.who, visit);
        slot(&event.value.note, visit);
    }
}

fn change(fact: &Placed<FactChange>, visit: &mut impl FnMut(Place, &str)) {
    match &fact.value {
        FactChange::Filed(value) => plain(fact.place, value, visit),
        FactChange::Changed { from, to } => {
            for value in [from, to].into_iter().filter_map(Slot::placed) {
                plain(value.place, &value.value, visit);
            }
        }
    }
}

fn plain(place: Place, value: &Plain, visit: &mut impl FnMut(Place, &str)) {
    match value {
        Plain::Text(text) => visit(place, text),
        Plain::List(items) => items.iter().for_each(|item| plain(place, item, visit)),
        Plain::Map(entries) => entries.values().for_each(|item| plain(place, item, visit)),
    }
}

fn slot(slot: &Slot<Text>, visit: &mut impl FnMut(Place, &str)) {
    if let Some(Placed { value, place }) = slot.placed() {
        visit(*place, value);
    }
}
