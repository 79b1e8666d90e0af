//! Which facts are ever filed, and what the records say of a fact.

use crate::change::{
    DomainField as D, Fact, PersonField as P, ServerField as V, ServiceField as S, SubjectField as F, is_doubtful, pick,
};
use crate::model::Subject;
use crate::record::{Keyed, Plain, Value};

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
            | F::BusinessScope
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
            P::Born | P::Home | P::ResidenceKind | P::ResidenceRegion | P::ResidenceValid | P::Post | P::Department => {
                false
            }
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
            | V::Holder
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
        | S::Stores
        | S::ShownSince
        | S::ShownAt
        | S::Owner
        | S::Opened
        | S::Closed
        | S::PoliceApplied
        | S::PoliceApproved
        | S::PoliceNumber
        | S::PoliceShown
        | S::PoliceEnded
        | S::Remark
        | S::EndedOn
        | S::EndedWhy
        | S::EndedFiling => false,
    }
}

/// What the records say of a fact; none if they say nothing. Only the field that is asked for
/// is taken from its record.
#[must_use]
pub fn value_of(subject: &Subject, fact: &Fact) -> Option<Plain> {
    match fact {
        Fact::Subject(field) => pick(&subject.particulars.value, field.path()),
        Fact::Person(key, field) => pick(&subject.people.get(key)?.value, field.path()),
        Fact::Domain(key, field) => pick(&subject.domains.get(key)?.value, field.path()),
        Fact::Server(key, field) => pick(&subject.servers.get(key)?.value, field.path()),
        Fact::Service(key, field) => pick(&subject.services.get(key)?.value, field.path()),
        Fact::Filing(..) | Fact::Observation(..) | Fact::Official(..) => None,
    }
}

/// Whether it can be read what the records say of a fact, or that they say nothing: if it cannot,
/// nothing follows from its absence.
#[must_use]
pub fn is_read(subject: &Subject, fact: &Fact) -> bool {
    match fact {
        Fact::Subject(field) => !is_doubtful(&subject.particulars.value, field.path()),
        Fact::Person(key, field) => is_entry_read(subject, "people", &subject.people, key, field.path()),
        Fact::Domain(key, field) => is_entry_read(subject, "domains", &subject.domains, key, field.path()),
        Fact::Server(key, field) => is_entry_read(subject, "servers", &subject.servers, key, field.path()),
        Fact::Service(key, field) => is_entry_read(subject, "services", &subject.services, key, field.path()),
        Fact::Filing(..) | Fact::Observation(..) | Fact::Official(..) => true,
    }
}

/// An entry that is not there may stand in a file that could not be read whole.
fn is_entry_read<T: Value>(subject: &Subject, file: &str, entries: &Keyed<T>, key: &str, path: &str) -> bool {
    match entries.get(key) {
        Some(entry) => !is_doubtful(&entry.value, path),
        None => !subject.is_unread(file),
    }
}
