//! What a subject claims as its own.

use super::common::{certificate_key, code_key, current, domain_key, mail_key, number_key, phone_key, principals};
use crate::model::{Person, Service, Stage};
use crate::record::{Place, Vocabulary};
use crate::rule::{Case, Claim, ClaimKind, Named};
use crate::rules::domains::common::{domains_of, live};
use crate::vocabulary::ServiceKind;

/// Every value of the subject that no other one may hold.
///
/// A masked value is not known and claims nothing. A subject that has ended claims its
/// identity only.
#[must_use]
pub fn claims(case: &Case<'_>) -> Vec<Claim> {
    let mut claims = Claims { subject: &case.subject.id, all: Vec::with_capacity(8) };
    let particulars = &case.subject.particulars;
    let place = particulars.value.id.place().unwrap_or(particulars.place);
    claims.add(ClaimKind::SubjectId, case.subject.id.clone(), "subject", "", place);
    if case.stage == Stage::Ended {
        return claims.all;
    }
    let particulars = &particulars.value;
    if let Some(number) = particulars.certificate.known().and_then(|certificate| certificate.number.placed())
        && let Some(value) = certificate_key(&number.value)
    {
        let nature = particulars.nature.known().map_or("", |nature| nature.term());
        claims.add(ClaimKind::CertificateNumber, value, "subject", nature, number.place);
    }
    for number in current(particulars.numbers.items(), case.today) {
        claims.add(ClaimKind::SubjectNumber, number_key(&number.value), "subject", "", number.place);
    }
    for service in live(case) {
        claims.service(case, &service);
    }
    for key in principals(case) {
        if let Some(person) = case.subject.people.get(key) {
            claims.person(key, &person.value);
        }
    }
    claims.all
}

/// The claims of one subject.
struct Claims<'a> {
    subject: &'a str,
    all: Vec<Claim>,
}

impl Claims<'_> {
    fn add(&mut self, kind: ClaimKind, value: Box<str>, holder: &str, about: &str, place: Place) {
        let (subject, holder, about) = (self.subject.into(), holder.into(), about.into());
        self.all.push(Claim { kind, value, subject, holder, about, place });
    }

    fn service(&mut self, case: &Case<'_>, service: &Named<'_, Service>) {
        let holder = format!("services/{}", service.key);
        for number in current(service.record.numbers.items(), case.today) {
            self.add(ClaimKind::ServiceNumber, number_key(&number.value), &holder, "", number.place);
        }
        // An App may share the domain of a site, so only sites claim one.
        if service.record.kind.known() == Some(&ServiceKind::Website) {
            for domain in domains_of(service.record) {
                if let Some(value) = domain_key(&domain.value) {
                    self.add(ClaimKind::Domain, value.into(), &holder, ServiceKind::Website.term(), domain.place);
                }
            }
        }
        for access in service.record.access.items() {
            if let Some(code) = access.value.code.placed() {
                let value = code_key(access.value.provider.known(), &code.value);
                self.add(ClaimKind::ServiceCode, value, &holder, "", code.place);
            }
        }
    }

    fn person(&mut self, key: &str, person: &Person) {
        let holder = format!("people/{key}");
        // Who it is: by number, or by the tag that stands for a masked one.
        let number = person.certificate.known().and_then(|certificate| certificate.number.known());
        let tag = || person.tag.known().map(|tag| (**tag).into());
        let who = number.and_then(|number| certificate_key(number)).or_else(tag).unwrap_or_default();
        let emergency = person.emergency.known().and_then(|emergency| emergency.phone.placed());
        for phone in person.mobile.placed().into_iter().chain(emergency) {
            if let Some(value) = phone_key(&phone.value) {
                self.add(ClaimKind::Phone, value, &holder, &who, phone.place);
            }
        }
        if let Some(mail) = person.email.placed()
            && let Some(value) = mail_key(&mail.value)
        {
            self.add(ClaimKind::Email, value, &holder, &who, mail.place);
        }
    }
}
