//! What a subject claims as its own.

use super::compared::{certificate_key, code_key, current, domain_key, mail_key, number_key, phone_key, visible_key};
use super::once::{HIDDEN, LICENSED, ONE_AT_A_TIME, Who, owner};
use crate::filed::{Aspect, either_way, state};
use crate::model::{Person, Service, Stage};
use crate::numbers::is_hidden;
use crate::record::{Place, Vocabulary};
use crate::rule::{Case, Claim, ClaimKind, Named};
use crate::rules::in_use::{domains_of, live, may_be_licensed, principals};
use crate::vocabulary::ServiceKind;

/// A claim as it is met, before anything is kept of it: most are only counted by their hash.
#[derive(Debug, Clone, Copy)]
pub struct Claimed<'a> {
    /// What kind of value it is.
    pub kind: ClaimKind,
    /// The value, in the form in which it is compared.
    pub value: &'a str,
    /// The file and the key of who claims it; the subject itself has no key.
    holder: Holder<'a>,
    about: &'a str,
    place: Place,
}

impl<'a> Claimed<'a> {
    /// Who makes the claim, where claims of one value clash only if two make them: subjects that
    /// one person answers for show one telephone. None where any two clash.
    #[must_use]
    pub fn owner(&self) -> Option<&'a str> {
        owner(self.kind, self.about)
    }

    /// The claim, to be kept.
    fn keep(&self, subject: &str) -> Claim {
        let holder = match self.holder {
            (file, "") => file.into(),
            (file, key) => format!("{file}/{key}").into(),
        };
        let (kind, value, about, place) = (self.kind, self.value.into(), self.about.into(), self.place);
        Claim { kind, value, subject: subject.into(), holder, about, place }
    }
}

/// Every value of the subject that no other one may hold.
#[must_use]
pub fn claims(case: &Case<'_>) -> Vec<Claim> {
    let mut claims = Vec::with_capacity(8);
    each_claim(case, &mut |claimed| claims.push(claimed.keep(&case.subject.id)));
    claims
}

/// Visits every value of the subject that no other one may hold.
///
/// A masked value is not known; it claims what is visible of it, which others may show too. A
/// subject that has ended claims its identity only.
pub fn each_claim(case: &Case<'_>, visit: &mut dyn FnMut(Claimed<'_>)) {
    let mut claims = Claims { visit };
    let particulars = &case.subject.particulars;
    let place = particulars.value.id.place().unwrap_or(particulars.place);
    claims.add(ClaimKind::SubjectId, &case.subject.id, SUBJECT, "", place);
    if case.stage == Stage::Ended {
        return;
    }
    let particulars = &particulars.value;
    if let Some(number) = particulars.certificate.known().and_then(|certificate| certificate.number.placed())
        && let Some(value) = certificate_key(&number.value)
    {
        let nature = particulars.nature.known().map_or("", |nature| nature.term());
        claims.add(ClaimKind::CertificateNumber, &value, SUBJECT, nature, number.place);
    }
    if let Some(number) = particulars.certificate.known().and_then(|certificate| certificate.number.placed())
        && let Some(value) = visible_key(&number.value)
    {
        claims.add(ClaimKind::VisibleCertificate, &value, SUBJECT, &number.value, number.place);
    }
    for number in current(particulars.numbers.items(), case.today) {
        claims.add(ClaimKind::SubjectNumber, &number_key(&number.value), SUBJECT, "", number.place);
    }
    for service in live(case) {
        claims.service(case, &service);
    }
    claims.orders(case);
    claims.bought(case);
    for key in principals(case) {
        if let Some(person) = case.subject.people.get(key) {
            claims.person(key, &person.value);
        }
    }
}

/// Who claims a value: its file and key.
pub(super) type Holder<'a> = (&'static str, &'a str);

/// The subject itself.
const SUBJECT: Holder<'static> = ("subject", "");

/// The claims of one subject.
pub(super) struct Claims<'v> {
    visit: &'v mut dyn FnMut(Claimed<'_>),
}

impl Claims<'_> {
    pub(super) fn add(&mut self, kind: ClaimKind, value: &str, holder: Holder<'_>, about: &str, place: Place) {
        (self.visit)(Claimed { kind, value, holder, about, place });
    }

    fn service(&mut self, case: &Case<'_>, service: &Named<'_, Service>) {
        let holder = ("services", service.key);
        for number in current(service.record.numbers.items(), case.today) {
            self.add(ClaimKind::ServiceNumber, &number_key(&number.value), holder, "", number.place);
        }
        // An App may share the domain of a site, so only sites claim one.
        if service.record.kind.known() == Some(&ServiceKind::Website) {
            // While it passes from one subject to another, a site may stand under both.
            let passes = either_way(case.subject, &format!("services/{}", service.key), Aspect::Domains);
            let about = match may_be_licensed(case, service.record) {
                _ if passes => "",
                true => LICENSED,
                false => ServiceKind::Website.term(),
            };
            for domain in domains_of(service.record) {
                if let Some(value) = domain_key(&domain.value) {
                    self.add(ClaimKind::Domain, &value, holder, about, domain.place);
                }
            }
        }
        for access in service.record.access.items() {
            if let Some(code) = access.value.code.placed() {
                let value = code_key(access.value.provider.known(), &code.value);
                self.add(ClaimKind::ServiceCode, &value, holder, "", code.place);
            }
        }
        if !either_way(case.subject, &format!("services/{}", service.key), Aspect::Domains) {
            self.police(service);
        }
    }

    /// Which account each open order stands under, and whether its provider takes one at a time.
    fn orders(&mut self, case: &Case<'_>) {
        for dated in case.subject.filings.iter().filter(|dated| state(&dated.record.value).is_open()) {
            let filing = &dated.record.value;
            let (Some(account), Some(through)) = (filing.account.placed(), filing.through.known()) else { continue };
            let clouds = &case.tables.clouds;
            let one = clouds.provider(through, case.today).row().is_some_and(|row| row.orders == Some(1));
            let value = code_key(filing.through.known(), &account.value);
            let about = if one { ONE_AT_A_TIME } else { "" };
            self.add(ClaimKind::OpenOrder, &value, ("filings", &dated.stem), about, account.place);
        }
    }

    fn person(&mut self, key: &str, person: &Person) {
        let holder = ("people", key);
        let number = person.certificate.known().and_then(|certificate| certificate.number.known());
        let who = Who::about(person.name.known(), number);
        let emergency = person.emergency.known();
        // An emergency telephone is of whoever is named beside it.
        let contact = emergency
            .and_then(|it| it.whose.known())
            .map_or_else(|| who.clone(), |whose| Who::about(Some(whose), None));
        let phones = [(person.mobile.placed(), &who), (emergency.and_then(|it| it.phone.placed()), &contact)];
        for (phone, owner) in phones.into_iter().filter_map(|(phone, owner)| Some((phone?, owner))) {
            if let Some(value) = phone_key(&phone.value) {
                self.add(ClaimKind::Phone, &value, holder, &who, phone.place);
            }
            if let Some(value) = visible_key(&phone.value) {
                let hidden = if is_hidden(&phone.value) { HIDDEN } else { "" };
                self.add(ClaimKind::VisiblePhone, &value, holder, &[hidden, owner].concat(), phone.place);
            }
        }
        if let Some(mail) = person.email.placed()
            && let Some(value) = mail_key(&mail.value)
        {
            self.add(ClaimKind::Email, &value, holder, &who, mail.place);
        }
    }
}
