//! What a procedure depends on besides the fact: province, nature, standing, open filings.

use crate::change::{Changes, Fact, KeyOf, Route, SubjectField};
use crate::day::Day;
use crate::filed::{State, concerns, letter_ends, replay, state};
use crate::model::{Dated, Ended, Filing, Particulars, Person, Service, Subject};
use crate::names::Province;
use crate::numbers::{FilingNumber, RecordNumber};
use crate::record::{Plain, Slot, Text};
use crate::tables::{Demand as Topic, ProvinceRow, Tables, Who};
use crate::vocabulary::{Nature, Procedure, ServiceKind};
use std::collections::BTreeSet;

/// Everything that an answer depends on.
#[derive(Clone, Copy)]
pub(super) struct Situation<'a> {
    pub(super) old: Option<&'a Subject>,
    pub(super) new: Option<&'a Subject>,
    pub(super) changes: &'a Changes,
    pub(super) today: Day,
    pub(super) tables: &'a Tables,
    /// Keys of services that another subject takes over.
    pub(super) moving_out: &'a BTreeSet<Box<str>>,
    /// Keys of services that lawfully come from another subject.
    pub(super) moving_in: &'a BTreeSet<Box<str>>,
    /// Keys of services that would go to a person.
    pub(super) to_individual: &'a BTreeSet<Box<str>>,
    /// Keys of services that are on file under another subject and cannot be migrated.
    pub(super) held_elsewhere: &'a BTreeSet<Box<str>>,
}

impl<'a> Situation<'a> {
    /// The subject as it is, or as it was.
    pub(super) fn subject(&self) -> Option<&'a Subject> {
        self.new.or(self.old)
    }

    pub(super) fn before(&self) -> Option<&'a Particulars> {
        self.old.map(|subject| &subject.particulars.value)
    }

    pub(super) fn now(&self) -> Option<&'a Particulars> {
        self.new.map(|subject| &subject.particulars.value)
    }

    /// Whether a service may run under a licence, so that notices on non-commercial filings alone do
    /// not bind it for certain.
    pub(super) fn may_be_licensed(&self, key: &str) -> bool {
        let holds = |one: &Particulars| !one.licences.is_absent() && !one.licences.known().is_some_and(Vec::is_empty);
        let charges = |service: &Service| service.commercial.known().is_some_and(|flag| flag.0);
        [self.before(), self.now()].into_iter().flatten().any(holds)
            || [self.old_service(key), self.new_service(key)].into_iter().flatten().any(charges)
    }

    /// The province whose administration decides: the one where the subject is on file.
    pub(super) fn province(&self) -> Option<&'static Province> {
        let on_file = self.old.filter(|_| self.on_file());
        on_file
            .and_then(province_of)
            .or_else(|| self.new.and_then(province_of))
            .or_else(|| self.old.and_then(province_of))
    }

    /// Whether the subject as it is on file is an organisation.
    pub(super) fn organisation(&self) -> bool {
        let nature = |particulars: &Particulars| particulars.nature.known().copied();
        let old = self.before().filter(|_| self.on_file()).and_then(nature);
        old.or_else(|| self.now().and_then(nature)).is_none_or(|nature| nature != Nature::Individual)
    }

    /// The same, as tables know it.
    fn who(&self) -> Who {
        if self.organisation() { Who::Organisation } else { Who::Individual }
    }

    /// What the province does about a topic, well founded or not.
    pub(super) fn row(&self, topic: Topic) -> Option<&'a ProvinceRow> {
        self.tables.provinces.ask(self.province()?.code, self.who(), topic, self.today)
    }

    /// What the province does about a topic, if that is well founded.
    pub(super) fn decides(&self, topic: Topic) -> Option<&'a ProvinceRow> {
        self.tables.provinces.decides(self.province()?.code, self.who(), topic, self.today)
    }

    /// Whether the subject was on file before the change.
    pub(super) fn on_file(&self) -> bool {
        self.old.is_some_and(on_file)
    }

    /// Whether the records were brought in with a number that is on file already.
    pub(super) fn brought_in(&self) -> bool {
        let returns = self.before().is_some_and(|before| !before.ended.is_absent());
        !self.on_file() && !returns && self.new.is_some_and(on_file)
    }

    /// What is on file of a field of the subject, if a filing named it.
    pub(super) fn held(&self, field: SubjectField) -> Option<Plain> {
        let on_file = replay(&self.subject()?.filings, self.today);
        on_file.value(&Fact::Subject(field)).cloned()
    }

    /// The services of either state under their new keys.
    pub(super) fn old_service(&self, key: &str) -> Option<&'a Service> {
        let old = self.changes.old_key(KeyOf::Service, key);
        self.old?.services.get(old).map(|placed| &placed.value)
    }

    pub(super) fn new_service(&self, key: &str) -> Option<&'a Service> {
        self.new?.services.get(key).map(|placed| &placed.value)
    }

    /// The service as it is, or as it was.
    pub(super) fn service(&self, key: &str) -> Option<&'a Service> {
        self.new_service(key).or_else(|| self.old_service(key))
    }

    /// Whether the service was on file before the change.
    pub(super) fn service_on_file(&self, key: &str) -> bool {
        let old_key = self.changes.old_key(KeyOf::Service, key);
        self.old.zip(self.old_service(key)).is_some_and(|(old, service)| granted(old, old_key, service))
    }

    /// Whether a service is on file by what the new records say of it.
    pub(super) fn service_brought_in(&self, key: &str) -> bool {
        self.new.zip(self.new_service(key)).is_some_and(|(new, service)| granted(new, key, service))
    }

    /// Keys of the services that are on file and do not end with this change.
    pub(super) fn running(&self) -> Vec<String> {
        let keys = self.new.into_iter().flat_map(|new| new.services.iter());
        keys.filter(|(key, service)| self.service_on_file(key) && !over(&service.value))
            .map(|(key, _)| key.to_owned())
            .collect()
    }

    /// How many services were on file before the change.
    pub(super) fn count_on_file(&self) -> usize {
        let services = self.old.into_iter().flat_map(|old| old.services.iter().map(move |entry| (old, entry)));
        services.filter(|(old, (key, service))| granted(old, key, &service.value) && !over(&service.value)).count()
    }

    /// Whether what was deregistered comes back: it is filed anew.
    pub(super) fn returns(&self) -> bool {
        let ended = |particulars: &Particulars| !particulars.ended.is_absent();
        !self.on_file() && self.before().is_some_and(ended) && self.now().is_some_and(|now| !ended(now))
    }

    /// What an order under way, or approved with this change, asks for a service: to hand it over,
    /// to end it, to file it.
    pub(super) fn ordered(&self, key: &str) -> Option<Procedure> {
        ordered(self.old, self.new?, key)
    }

    /// Whether the subject itself ends with this change.
    pub(super) fn subject_ends(&self) -> bool {
        let ended = |particulars: &Particulars| !particulars.ended.is_absent();
        let was = self.before().is_some_and(ended);
        !was && (self.new.is_none() || self.now().is_some_and(ended))
    }

    /// Whether the service ends with this change.
    pub(super) fn service_ends(&self, key: &str) -> bool {
        let was = self.old_service(key).is_some_and(over);
        !was && (self.new_service(key).is_none_or(over) || self.is_bared(key))
    }

    /// Whether a website loses all of its domains: there is nothing left to be on file.
    pub(super) fn is_bared(&self, key: &str) -> bool {
        let website = |service: &Service| service.kind.known() == Some(&ServiceKind::Website);
        let named = |service: &Service| !service.domains.items().is_empty();
        self.old_service(key).is_some_and(|old| website(old) && named(old))
            && self.new_service(key).is_some_and(|new| {
                website(new) && new.domains.is_absent() || new.domains.known().is_some_and(Vec::is_empty)
            })
    }

    pub(super) fn person(&self, key: &str) -> Option<&'a Person> {
        let new = self.new.and_then(|new| new.people.get(key));
        let old = || self.old.and_then(|old| old.people.get(self.changes.old_key(KeyOf::Person, key)));
        new.or_else(old).map(|placed| &placed.value)
    }

    /// The subject's principal.
    pub(super) fn principal(&self) -> Option<&'a str> {
        known(&self.subject()?.particulars.value.principal)
    }

    /// Keys of running services whose principal this is.
    pub(super) fn services_of(&self, person: &str) -> Vec<String> {
        let is = |key: &String| {
            self.new_service(key).and_then(|service| known(&service.principal)).is_some_and(|key| key == person)
        };
        self.running().into_iter().filter(is).collect()
    }

    /// Keys of running services that are served from this server.
    pub(super) fn services_on(&self, server: &str) -> Vec<String> {
        let uses = |key: &String| {
            let routes = self.new_service(key).map(Route::all).unwrap_or_default();
            routes.iter().any(|route| !route.ends && route.servers.iter().any(|other| other == server))
        };
        self.running().into_iter().filter(uses).collect()
    }

    /// Whether a provider connects a service.
    pub(super) fn serves(&self, key: &str, provider: &str) -> bool {
        let routes = self.new_service(key).map(Route::all).unwrap_or_default();
        routes.iter().any(|route| !route.ends && self.same_provider(&route.provider, provider))
    }

    /// The provider through which a service's orders go.
    pub(super) fn provider_of(&self, key: &str) -> Option<String> {
        let first = |service: &Service| {
            let routes = Route::all(service);
            let open = routes.iter().find(|route| !route.ends).or_else(|| routes.first());
            open.map(|route| route.provider.clone()).filter(|provider| !provider.is_empty())
        };
        self.old_service(key)
            .filter(|_| self.service_on_file(key))
            .and_then(first)
            .or_else(|| self.new_service(key).and_then(first))
    }

    /// The provider through which the subject's orders go: that of its first service.
    pub(super) fn main_provider(&self) -> Option<String> {
        let keys = self.subject().into_iter().flat_map(|subject| subject.services.iter().map(|(key, _)| key));
        keys.filter(|key| self.service(key).is_some_and(|service| !over(service))).find_map(|key| self.provider_of(key))
    }

    /// Whether two spellings mean one provider.
    pub(super) fn same_provider(&self, a: &str, b: &str) -> bool {
        self.tables.clouds.is_same_provider(a, b)
    }

    /// Whether the subject holds a licence.
    pub(super) fn holds_licence(&self) -> bool {
        self.subject().is_some_and(|subject| !subject.particulars.value.licences.items().is_empty())
    }

    /// Whether the service is run under a licence, so that the filed address must match.
    pub(super) fn licensed(&self, key: &str) -> bool {
        let commercial = self.service(key).and_then(|service| service.commercial.known());
        commercial.map_or_else(|| self.holds_licence(), |flag| flag.0)
    }
}

/// Whether the record tells of an end, past or to come.
pub(super) fn over(service: &Service) -> bool {
    !service.ended.is_absent() || !service.closed.is_absent()
}

pub(super) fn known(slot: &Slot<Text>) -> Option<&str> {
    slot.known().map(|text| &**text)
}

/// The province of a subject: of its domicile, or of its certificate, or of its number.
pub(super) fn province_of(subject: &Subject) -> Option<&'static Province> {
    let particulars = &subject.particulars.value;
    let certificate = particulars.certificate.known().and_then(|certificate| known(&certificate.region));
    let region = known(&particulars.region).or(certificate);
    let number = || {
        let held = particulars.numbers.items().last().and_then(|held| known(&held.value.number))?;
        FilingNumber::parse(held).number.and_then(|number| Province::of_miit(number.letter()))
    };
    region.and_then(Province::of_code).or_else(number)
}

/// Whether an end was decided and nothing was filed anew since: by an approved order, or by the
/// authority itself, as its letter tells.
fn taken_off(subject: &Subject, path: &str, ended: &Slot<Ended>) -> bool {
    let filings = || subject.filings.iter().map(|dated| &dated.record.value);
    let ends = |filing: &&Filing| {
        filing.procedure.known().is_some_and(|asked| asked.ends_services() || asked.ends_subject())
            && concerns(filing, path)
    };
    let last = filings().filter(ends).filter_map(Filing::approved).max();
    let covers = |filing: &Filing| filing.covers.items().iter().any(|item| *item.value.0 == *path);
    let again = |end: Day| {
        filings()
            .any(|filing| opens(filing) && covers(filing) && filing.approved().is_some_and(|approved| end <= approved))
    };
    match last {
        Some(end) => !again(end),
        None => ended.known().is_some_and(|ended| letter_ends(subject, path, ended)),
    }
}

/// Whether anything of the subject is on file.
pub(super) fn on_file(subject: &Subject) -> bool {
    if taken_off(subject, "subject", &subject.particulars.value.ended) {
        return false;
    }
    let held = subject.particulars.value.numbers.items().iter().any(|held| held.value.until.is_absent());
    held || subject.filings.iter().any(|filing| opens(&filing.record.value))
}

/// Whether a filing put something on file.
fn opens(filing: &Filing) -> bool {
    let existing = filing.procedure.known() == Some(&Procedure::Existing);
    let puts = filing.procedure.known().is_some_and(|asked| asked.files_service() || asked.replaces_number());
    existing || (puts && filing.approved().is_some())
}

fn granted(subject: &Subject, key: &str, service: &Service) -> bool {
    let held = service.numbers.items().iter().any(|held| held.value.until.is_absent());
    let spelled = format!("services/{key}");
    if taken_off(subject, &spelled, &service.ended) {
        return false;
    }
    let covers = |filing: &Filing| filing.covers.items().iter().any(|item| *item.value.0 == *spelled);
    held || subject.filings.iter().map(|filing| &filing.record.value).any(|filing| opens(filing) && covers(filing))
}

/// The number of a service, if it reads as one.
pub(super) fn service_number(service: &Service) -> Option<RecordNumber> {
    let held = service.numbers.items().iter().rfind(|held| held.value.until.is_absent())?;
    RecordNumber::parse(known(&held.value.number)?).number
}

/// What an order that is under way, or was approved since the older state, asks for a service.
pub(super) fn ordered(old: Option<&Subject>, new: &Subject, key: &str) -> Option<Procedure> {
    let path = format!("services/{key}");
    let before = |stem: &str| {
        old.and_then(|old| old.filings.iter().find(|dated| &*dated.stem == stem))
            .is_some_and(|dated| state(&dated.record.value) == State::Approved)
    };
    let speaks = |dated: &&Dated<Filing>| {
        let filing = &dated.record.value;
        concerns(filing, &path) && state(filing) != State::Ended && !before(&dated.stem)
    };
    let asked = |dated: &Dated<Filing>| {
        let asked = *dated.record.value.procedure.known()?;
        let passes = asked == Procedure::Migration || asked.ends_services() || asked.files_service();
        passes.then_some(asked)
    };
    new.filings.iter().filter(speaks).filter_map(asked).next_back()
}
