//! Which facts are ever filed, and what the records say of a fact.

use crate::change::{
    DomainField as D, Fact, PersonField as P, ServerField as V, ServiceField as S, SubjectField as F, plain, step,
};
use crate::model::Subject;
use crate::record::{Keyed, Plain, Value};
use std::collections::BTreeMap;

/// Whether a fact is ever part of a filing. What is never filed has no as-of: only git
/// tells what it was.
#[must_use]
pub const fn is_filed(fact: &Fact) -> bool {
    match fact {
        Fact::Subject(field) => match field {
            F::Whole
            | F::Name
            | F::Nature
            | F::CertificateKind
            | F::CertificateNumber
            | F::CertificateRegion
            | F::CertificateAddress
            | F::CertificateValid
            | F::Region
            | F::Address
            | F::Supervisor
            | F::Principal => true,
            F::Format
            | F::Id
            | F::LegalRepresentative
            | F::Numbers
            | F::OtherNumbers
            | F::Licences
            | F::Remark
            | F::EndedOn
            | F::EndedWhy
            | F::EndedFiling => false,
        },
        Fact::Person(_, field) => match field {
            P::Whole
            | P::Name
            | P::CertificateKind
            | P::CertificateNumber
            | P::CertificateValid
            | P::Mobile
            | P::EmergencyPhone
            | P::EmergencyWhose
            | P::EmergencyRelation
            | P::Email => true,
            P::Born
            | P::Home
            | P::ResidenceKind
            | P::ResidenceRegion
            | P::ResidenceValid
            | P::Post
            | P::Department
            | P::Sealed
            | P::Tag => false,
        },
        Fact::Domain(_, field) => match field {
            D::Whole
            | D::Registrar
            | D::RegistrarSince
            | D::Registered
            | D::HolderName
            | D::HolderCertificateKind
            | D::HolderCertificateNumber
            | D::HolderRelation
            | D::Verified
            | D::Expires
            | D::Left => false,
        },
        Fact::Server(_, field) => match field {
            V::Mode | V::Place | V::Addresses => true,
            V::Whole
            | V::Provider
            | V::CloudRegion
            | V::Instance
            | V::PaidFrom
            | V::PaidUntil
            | V::PaidBilling
            | V::Released => false,
        },
        Fact::Service(_, field) => service(*field),
        Fact::Filing(..) | Fact::Observation(..) | Fact::Official(..) => false,
    }
}

const fn service(field: S) -> bool {
    match field {
        S::Whole
        | S::Kind
        | S::Name
        | S::Domains
        | S::Home
        | S::Access
        | S::Content
        | S::Category
        | S::Approvals
        | S::Languages
        | S::Principal
        | S::Platforms
        | S::Icon
        | S::Sdks => true,
        S::NameProof
        | S::Numbers
        | S::Commercial
        | S::Opened
        | S::Closed
        | S::PoliceApplied
        | S::PoliceApproved
        | S::PoliceNumber
        | S::PoliceShown
        | S::Remark
        | S::EndedOn
        | S::EndedWhy
        | S::EndedFiling => false,
    }
}

/// What the records say of a fact; none if they say nothing.
#[must_use]
pub fn value_of(subject: &Subject, fact: &Fact) -> Option<Plain> {
    let (record, path) = match fact {
        Fact::Subject(field) => (plain(&subject.particulars.value), field.path()),
        Fact::Person(key, field) => (plain(&subject.people.get(key)?.value), field.path()),
        Fact::Domain(key, field) => (plain(&subject.domains.get(key)?.value), field.path()),
        Fact::Server(key, field) => (plain(&subject.servers.get(key)?.value), field.path()),
        Fact::Service(key, field) => (plain(&subject.services.get(key)?.value), field.path()),
        Fact::Filing(..) | Fact::Observation(..) | Fact::Official(..) => return None,
    };
    within(record, path)
}

/// What the records say of all their facts: for those who ask for many of them.
#[derive(Debug, Default)]
pub struct Recorded {
    subject: Option<Plain>,
    /// Under each file as facts are spelled, by key.
    people: Records,
    domains: Records,
    servers: Records,
    services: Records,
}

/// Records by their keys.
type Records = BTreeMap<Box<str>, Plain>;

impl Recorded {
    /// All that the records of a subject say.
    #[must_use]
    pub fn new(subject: &Subject) -> Self {
        Self {
            subject: Some(plain(&subject.particulars.value)),
            people: all(&subject.people),
            domains: all(&subject.domains),
            servers: all(&subject.servers),
            services: all(&subject.services),
        }
    }

    /// What they say of a fact; none if they say nothing, as [`value_of`].
    #[must_use]
    pub fn value(&self, fact: &Fact) -> Option<&Plain> {
        let (record, path) = match fact {
            Fact::Subject(field) => (self.subject.as_ref()?, field.path()),
            Fact::Person(key, field) => (self.people.get(key)?, field.path()),
            Fact::Domain(key, field) => (self.domains.get(key)?, field.path()),
            Fact::Server(key, field) => (self.servers.get(key)?, field.path()),
            Fact::Service(key, field) => (self.services.get(key)?, field.path()),
            Fact::Filing(..) | Fact::Observation(..) | Fact::Official(..) => return None,
        };
        let (mut value, mut rest) = (record, Some(path).filter(|path| !path.is_empty()));
        while let Some((name, after)) = rest.map(step) {
            let Plain::Map(entries) = value else { return None };
            (value, rest) = (entries.get(name)?, after);
        }
        Some(value)
    }
}

fn all<T: Value>(entries: &Keyed<T>) -> Records {
    entries.iter().map(|(key, entry)| (key.into(), plain(&entry.value))).collect()
}

fn within(value: Plain, path: &str) -> Option<Plain> {
    path.split('/').filter(|step| !step.is_empty()).try_fold(value, |value, step| match value {
        Plain::Map(mut entries) => entries.remove(step),
        Plain::Text(_) | Plain::List(_) => None,
    })
}
