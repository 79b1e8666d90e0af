//! From what is shown to records: the subject, what was observed, the opening balance.

use super::draft::{Remarks, Shown, ShownService};
use crate::write::to_plain;
use beian_core::day::{Day, When};
use beian_core::model::{
    Approval, Approvals, Basis, Dated, Domain, FIRST_FORMAT, Filing, Grant, NumberHeld, Observation, Particulars, Says,
    Service, Subject,
};
use beian_core::numbers::ServiceKind as NumberKind;
use beian_core::numbers::mask::hide_personal;
use beian_core::record::{FactChange, Placed, Plain, Record, Slot, Text, Value, Vocabulary, Whole};
use beian_core::vocabulary::{ApprovalKind, Nature, ObservationKind, Procedure, ServiceKind};
use beian_core::words;
use std::collections::BTreeMap;

type Facts = BTreeMap<Box<str>, Placed<FactChange>>;

/// The term of a vocabulary for a word of the registry, be it the term itself or an alias.
fn term<V: Vocabulary>(word: &str) -> Option<V> {
    V::from_index(V::INFO.meant(word)?)
}

fn text(value: Option<&String>) -> Slot<Text> {
    value.map(|value| Text::from(value.as_str())).into()
}

fn texts(values: &[String]) -> Slot<Vec<Placed<Text>>> {
    let list: Vec<_> = values.iter().map(|value| Placed::new(Text::from(value.as_str()))).collect();
    Some(list).filter(|list| !list.is_empty()).into()
}

fn held(number: &str, filing: &str) -> Slot<Vec<Placed<NumberHeld>>> {
    let number = Slot::new(Text::from(number));
    Slot::new(vec![Placed::new(NumberHeld { number, filing: Slot::new(Text::from(filing)), ..NumberHeld::default() })])
}

/// The records of a subject, but for its observations.
pub(super) fn subject(id: &str, shown: &Shown, observed: &[Dated<Observation>], remarks: &mut Remarks) -> Subject {
    let last = observed.iter().filter_map(|one| one.record.value.at.known()).map(|at| at.day()).max();
    let since = shown.updated.map(When::day);
    let day = since.or(last).map(|day| day.to_string()).unwrap_or_default();
    let stem = format!("{day}-existing");
    let mut subject = Subject { id: id.into(), ..Subject::default() };
    subject.particulars.value = particulars(shown, &stem, remarks);
    for (key, service) in &shown.services {
        for domain in &service.domains {
            subject.domains.insert(domain.as_str().into(), Placed::new(Domain::default()));
        }
        let record = self::service(service, &stem, remarks);
        subject.services.insert(key.as_str().into(), Placed::new(record));
    }
    let filing = opening(&subject, shown, since, basis(observed, last));
    subject.filings.push(Dated { stem: stem.into(), record: Placed::new(filing) });
    subject
}

fn particulars(shown: &Shown, stem: &str, remarks: &mut Remarks) -> Particulars {
    let nature: Option<Nature> = shown.nature.as_deref().and_then(term);
    if let (None, Some(word)) = (nature, &shown.nature) {
        remarks.notes.insert(words!(
            "主办单位性质“{word}”不在用语表里，只写入观察",
            "the nature `{word}` is no known term; only the observation holds it"
        ));
    }
    Particulars {
        format: Slot::new(Whole(FIRST_FORMAT)),
        name: text(shown.name.as_ref()),
        nature: nature.into(),
        region: text(shown.region.as_ref()),
        numbers: held(&shown.number, stem),
        ..Particulars::default()
    }
}

fn service(shown: &ShownService, stem: &str, remarks: &mut Remarks) -> Service {
    let kind = shown.kind.map(|kind| match kind {
        NumberKind::Website => ServiceKind::Website,
        NumberKind::App => ServiceKind::App,
        NumberKind::MiniProgram => ServiceKind::MiniProgram,
        NumberKind::QuickApp => ServiceKind::QuickApp,
    });
    Service {
        kind: kind.into(),
        name: text(shown.title.as_ref()),
        numbers: held(&shown.number, stem),
        domains: texts(&shown.domains),
        home: text(shown.home.as_ref()),
        approvals: approvals(shown, remarks).into(),
        ..Service::default()
    }
}

/// What the registry names as content that needs an approval. That it names none is not yet
/// the organiser's statement that none is involved.
fn approvals(shown: &ShownService, remarks: &mut Remarks) -> Option<Approvals> {
    let number = &shown.number;
    let mut kinds: Vec<ApprovalKind> = Vec::new();
    for word in shown.contents.iter().flatten() {
        match term(word) {
            Some(kind) => kinds.push(kind),
            None => {
                remarks.notes.insert(words!(
                    "{number} 的前置审批项“{word}”不在用语表里，只写入观察",
                    "the approval `{word}` of {number} is no known term; only the observation holds it"
                ));
            }
        }
    }
    kinds.sort_unstable();
    kinds.dedup();
    let given = |kind| Placed::new(Approval { kind: Slot::new(kind), ..Approval::default() });
    (!kinds.is_empty()).then(|| Approvals::Given(kinds.into_iter().map(given).collect()))
}

fn basis(observed: &[Dated<Observation>], last: Option<Day>) -> Basis {
    let stems: Vec<_> = observed.iter().map(|one| format!("observations/{}", one.stem)).collect();
    Basis { document: Slot::new(Text::from(stems.join("、"))), date: last.into(), ..Basis::default() }
}

/// The opening balance: what the registry showed to be on file. Its facts are the values of
/// the records, so that the two cannot differ.
fn opening(subject: &Subject, shown: &Shown, since: Option<Day>, basis: Basis) -> Filing {
    let mut facts = Facts::new();
    let mut covers = vec!["subject".to_owned()];
    let mut granted = vec![("subject".to_owned(), shown.number.clone())];
    add(&mut facts, "subject", &subject.particulars.value, &["format", "id", "numbers"]);
    for (key, service) in subject.services.iter() {
        let whole = format!("services/{key}");
        add(&mut facts, &whole, &service.value, &["numbers"]);
        granted.extend(shown.services.get(key).map(|shown| (whole.clone(), shown.number.clone())));
        covers.push(whole);
    }
    let grant = |(of, number): (String, String)| Grant { of: Slot::new(of.into()), number: Slot::new(number.into()) };
    Filing {
        procedure: Slot::new(Procedure::Existing),
        covers: texts(&covers),
        facts: Slot::new(facts.into_iter().collect()),
        basis: Slot::new(basis),
        effective: since.into(),
        granted: Slot::new(granted.into_iter().map(grant).map(Placed::new).collect()),
        ..Filing::default()
    }
}

/// Adds the fields of a record as facts, but for those that are never filed.
fn add<T: Record + Value>(facts: &mut Facts, whole: &str, record: &T, never: &[&str]) {
    if let Some(Plain::Map(fields)) = to_plain(record) {
        for (field, value) in fields.into_iter().filter(|(field, _)| !never.contains(&&**field)) {
            insert(facts, whole, &field, value);
        }
    }
}

fn insert(facts: &mut Facts, whole: &str, field: &str, value: Plain) {
    facts.insert(format!("{whole}/{field}").into(), Placed::new(FactChange::Filed(value)));
}

/// What one file showed of a subject, in the words in which it showed it.
pub(super) fn observation(source: &str, sha256: &str, day: Day, shown: &Shown) -> Observation {
    let mut facts = Facts::new();
    let list = |values: &[String]| Plain::List(values.iter().map(|value| Plain::text(value)).collect());
    let mut put = |whole: &str, field: &str, value: Option<Plain>| {
        if let Some(value) = value {
            insert(&mut facts, whole, field, value);
        }
    };
    let plain = |value: &Option<String>| value.as_deref().map(Plain::text);
    put("subject", "name", plain(&shown.name));
    put("subject", "nature", plain(&shown.nature));
    put("subject", "region", plain(&shown.region));
    put("subject", "numbers", Some(list(std::slice::from_ref(&shown.number))));
    for (key, service) in &shown.services {
        let whole = format!("services/{key}");
        put(&whole, "kind", service.kind.map(|kind| Plain::text(kind.term())));
        put(&whole, "name", plain(&service.title));
        put(&whole, "numbers", Some(list(std::slice::from_ref(&service.number))));
        let domains = [service.domains.as_slice(), &service.other_domains].concat();
        put(&whole, "domains", Some(list(&domains)).filter(|_| !domains.is_empty()));
        put(&whole, "home", plain(&service.home));
        put(&whole, "approvals", service.contents.as_deref().filter(|kinds| !kinds.is_empty()).map(kinds));
        put(&whole, "limit_access", plain(&service.limited));
        put(&whole, "updated", service.updated.map(|when| Plain::text(&when.to_string())));
    }
    Observation {
        kind: Slot::new(ObservationKind::Registry),
        source: Slot::new(Text::from(&*hide_personal(source))),
        sha256: Slot::new(Text::from(sha256)),
        at: Slot::new(When::Day(day)),
        says: Slot::new(Says::Facts(facts.into_iter().collect())),
    }
}

/// Approvals in the form of a service's record, also those that it has no term for.
fn kinds(kinds: &[String]) -> Plain {
    let one = |kind: &String| Plain::Map([("kind".into(), Plain::text(kind))].into());
    Plain::List(kinds.iter().map(one).collect())
}
