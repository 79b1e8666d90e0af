//! What stands on file on one side of a filing: the facts that filings state, and beneath
//! them the records.

use crate::change::{Fact, PersonField, ServiceField as S, SubjectField as F, show};
use crate::filed::{OnFile, value_of};
use crate::model::{NumberHeld, Subject};
use crate::names::{DomainName, Province};
use crate::numbers::RecordNumber;
use crate::personal::Veil;
use crate::record::{Items, Placed, Plain, Slot, Text};
use crate::vocabulary::{Nature, ServiceKind};
use crate::words::Words;
use std::collections::BTreeMap;

use super::entry::Entry;

/// One side.
#[derive(Debug, Clone)]
pub(super) struct State<'a> {
    pub(super) subject: &'a Subject,
    /// What filings say of facts, also that there is nothing.
    pub(super) laid: BTreeMap<String, Option<Plain>>,
    /// Numbers, by what they were granted to; none for what has none yet.
    pub(super) numbers: BTreeMap<String, Option<String>>,
}

impl<'a> State<'a> {
    /// The records alone.
    pub(super) const fn of(subject: &'a Subject) -> Self {
        Self { subject, laid: BTreeMap::new(), numbers: BTreeMap::new() }
    }

    /// The records under what was on file.
    pub(super) fn on_file(subject: &'a Subject, on_file: &OnFile) -> Self {
        let laid = on_file.facts.iter().map(|(fact, held)| (fact.clone(), Some(held.value.clone()))).collect();
        let number = |held: &crate::filed::Held| held.value.as_text().map(str::to_owned);
        let numbers = on_file.numbers.iter().map(|(of, held)| (of.clone(), number(held))).collect();
        Self { subject, laid, numbers }
    }

    /// The records with what the filings say of names and principals, so that what a filing
    /// needs is asked of whom it names.
    pub(super) fn subject_laid(&self) -> Subject {
        let mut subject = self.subject.clone();
        let text = |fact: &Fact| self.text(fact).map(|text| Slot::new(Text::from(text)));
        let lay = |slot: &mut Slot<Text>, fact: &Fact| {
            if self.laid.contains_key(&fact.to_string()) {
                *slot = text(fact).unwrap_or_default();
            }
        };
        lay(&mut subject.particulars.value.name, &Fact::Subject(F::Name));
        lay(&mut subject.particulars.value.principal, &Fact::Subject(F::Principal));
        for (key, service) in subject.services.iter_mut() {
            let fact = |field| Fact::Service(key.into(), field);
            lay(&mut service.value.name, &fact(S::Name));
            lay(&mut service.value.content, &fact(S::Content));
            lay(&mut service.value.principal, &fact(S::Principal));
        }
        subject
    }

    pub(super) fn value(&self, fact: &Fact) -> Option<Plain> {
        match self.laid.get(&fact.to_string()) {
            Some(value) => value.clone(),
            None => value_of(self.subject, fact),
        }
    }

    pub(super) fn text(&self, fact: &Fact) -> Option<String> {
        self.value(fact).map(|value| show(&value)).filter(|text| !text.trim().is_empty())
    }

    pub(super) fn entry(&self, fact: &Fact) -> Entry {
        self.shown(fact, self.text(fact).as_deref(), fact.words())
    }

    /// What stands in a letter of a value of a fact; what it holds of a person is left open.
    pub(super) fn shown(&self, fact: &Fact, text: Option<&str>, label: Words) -> Entry {
        let (veil, path) = (Veil::of_fields(self.subject, self.is_individual()), fact.spelled());
        match (veil.held(&path), text.map(str::trim)) {
            (Some(held), _) => Entry::personal(held, text, label),
            (None, Some(number)) if veil.is_open(&path, number) => Entry::Given(number.to_owned()),
            (None, _) => Entry::text(text, label),
        }
    }

    pub(super) fn subject_text(&self, field: F) -> Option<String> {
        self.text(&Fact::Subject(field))
    }

    pub(super) fn service_text(&self, key: &str, field: S) -> Option<String> {
        self.text(&Fact::Service(key.into(), field))
    }

    pub(super) fn person_text(&self, key: &str, field: PersonField) -> Option<String> {
        self.text(&Fact::Person(key.into(), field))
    }

    pub(super) fn is_individual(&self) -> bool {
        self.subject_text(F::Nature).is_some_and(|nature| nature == Nature::Individual.to_string())
    }

    pub(super) fn nature(&self) -> Option<Nature> {
        use crate::record::Vocabulary as _;
        let term = self.subject_text(F::Nature)?;
        Nature::INFO.position(&term).and_then(Nature::from_index)
    }

    pub(super) fn kind(&self, key: &str) -> Option<ServiceKind> {
        use crate::record::Vocabulary as _;
        let term = self.service_text(key, S::Kind)?;
        ServiceKind::INFO.position(&term).and_then(ServiceKind::from_index)
    }

    /// The province whose administration is competent.
    pub(super) fn province(&self) -> Option<&'static Province> {
        let code = |field| self.subject_text(field).as_deref().and_then(Province::of_code);
        let number = || RecordNumber::parse(&self.number("subject")?).number?.province();
        code(F::Region).or_else(|| code(F::CertificateRegion)).or_else(number)
    }

    /// The number of the subject or of a service.
    pub(super) fn number(&self, of: &str) -> Option<String> {
        if let Some(number) = self.numbers.get(of) {
            return number.clone();
        }
        let held = match of.strip_prefix("services/") {
            Some(key) => self.subject.services.get(key)?.value.numbers.items(),
            None => self.subject.particulars.value.numbers.items(),
        };
        latest(held)
    }

    /// The domains of a service, in their readable form.
    pub(super) fn domains(&self, key: &str) -> Vec<String> {
        match self.value(&Fact::Service(key.into(), S::Domains)) {
            Some(Plain::List(items)) => items.iter().map(show).map(|name| readable(&name)).collect(),
            Some(one) => vec![readable(&show(&one))],
            None => Vec::new(),
        }
    }

    /// Systems on which an App runs, with the name it has there.
    pub(super) fn platforms(&self, key: &str) -> Vec<String> {
        let Some(service) = self.subject.services.get(key) else { return Vec::new() };
        let one = |release: &crate::model::PlatformRelease| {
            let os = release.os.known().map(ToString::to_string)?;
            Some(release.id.known().map_or_else(|| os.clone(), |id| format!("{os}（{}）", &**id)))
        };
        service.value.platforms.items().iter().filter_map(|release| one(&release.value)).collect()
    }

    /// The name of a person, if the key is known.
    pub(super) fn person(&self, key: Option<&str>, label: Words) -> Entry {
        let name = key.and_then(|key| self.person_text(key, PersonField::Name));
        Entry::text(name.as_deref(), label)
    }
}

/// The number that is held, or was held last.
fn latest(held: Items<'_, Placed<NumberHeld>>) -> Option<String> {
    let open = held.iter().rfind(|held| held.value.until.is_absent());
    open.or_else(|| held.last())?.value.number.known().map(ToString::to_string)
}

/// A domain as people read it. One that hides letters of another script stays in ASCII.
fn readable(name: &str) -> String {
    DomainName::parse(name).map_or_else(|_| name.to_owned(), |domain| domain.to_string())
}
