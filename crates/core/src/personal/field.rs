//! Which fields hold what of a person: the one list, closed like that of the fields.

use crate::change::{
    DomainField as D, Fact, FilingField, ObservationField, OfficialField, PersonField as P, ServerField, ServiceField,
    SubjectField as S,
};

/// What a field holds of a person, whatever somebody wrote there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// The number of a certificate.
    Number,
    /// A telephone.
    Telephone,
    /// An address of electronic mail.
    Mail,
    /// Where an individual lives.
    Address,
}

/// Of whom the fields of a subject speak that may speak of a person or of an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Whose {
    /// The subject is an individual, or nobody knows.
    pub(super) individual: bool,
    /// The domains whose holders are organisations.
    pub(super) of_organisations: Vec<Box<str>>,
}

/// How the paths of all these fields end. There are many facts, and few of them are looked at any closer.
const ENDS: [&str; 5] = ["number", "mobile", "phone", "email", "address"];

/// Whether a path may lead to one of these fields; too many are taken for one rather than one too few.
pub(super) fn may_hold(path: &str) -> bool {
    let plain = path.strip_suffix("/from").or_else(|| path.strip_suffix("/to")).unwrap_or(path);
    ENDS.iter().any(|end| plain.ends_with(end))
}

/// What a fact holds of a person.
pub(super) fn held(fact: &Fact, whose: &Whose) -> Option<Held> {
    match fact {
        Fact::Subject(field) => of_subject(*field).filter(|_| whose.individual),
        Fact::Person(_, field) => of_person(*field),
        Fact::Domain(key, field) => of_domain(*field).filter(|_| !whose.of_organisations.contains(key)),
        Fact::Server(_, field) => of_server(*field),
        Fact::Service(_, field) => of_service(*field),
        Fact::Filing(_, field) => of_filing(*field),
        Fact::Observation(_, field) => of_observation(*field),
        Fact::Official(_, field) => of_official(*field),
    }
}

/// Whether a fact holds the number of an organisation's certificate, which is public.
pub(super) fn is_organisations(fact: &Fact, whose: &Whose) -> bool {
    matches!(fact, Fact::Subject(S::CertificateNumber)) && !whose.individual
}

/// Of an individual; what an organisation's hold is public.
const fn of_subject(field: S) -> Option<Held> {
    match field {
        S::CertificateNumber => Some(Held::Number),
        S::CertificateAddress | S::Address => Some(Held::Address),
        S::Whole
        | S::Format
        | S::Id
        | S::Name
        | S::Nature
        | S::CertificateKind
        | S::CertificateRegion
        | S::CertificateValid
        | S::Region
        | S::BusinessScope
        | S::Supervisor
        | S::LegalRepresentative
        | S::Principal
        | S::Numbers
        | S::OtherNumbers
        | S::Licences
        | S::Remark
        | S::EndedOn
        | S::EndedWhy
        | S::EndedFiling => None,
    }
}

const fn of_person(field: P) -> Option<Held> {
    match field {
        P::CertificateNumber => Some(Held::Number),
        P::Mobile | P::EmergencyPhone => Some(Held::Telephone),
        P::Email => Some(Held::Mail),
        P::Whole
        | P::Name
        | P::Born
        | P::Home
        | P::CertificateKind
        | P::CertificateValid
        | P::ResidenceKind
        | P::ResidenceRegion
        | P::ResidenceValid
        | P::EmergencyWhose
        | P::EmergencyRelation
        | P::Post
        | P::Department => None,
    }
}

/// Of a holder who is no organisation.
const fn of_domain(field: D) -> Option<Held> {
    match field {
        D::HolderCertificateNumber => Some(Held::Number),
        D::Whole
        | D::Registrar
        | D::RegistrarSince
        | D::Registered
        | D::HolderName
        | D::HolderCertificateKind
        | D::HolderRelation
        | D::Verified
        | D::Expires
        | D::Left => None,
    }
}

const fn of_server(field: ServerField) -> Option<Held> {
    use ServerField as F;
    match field {
        F::Whole
        | F::Provider
        | F::Mode
        | F::CloudRegion
        | F::Place
        | F::Instance
        | F::Addresses
        | F::Holder
        | F::PaidFrom
        | F::PaidUntil
        | F::PaidBilling
        | F::Released => None,
    }
}

const fn of_service(field: ServiceField) -> Option<Held> {
    use ServiceField as F;
    match field {
        F::Whole
        | F::Kind
        | F::Name
        | F::NameProof
        | F::Numbers
        | F::Domains
        | F::Home
        | F::Access
        | F::Content
        | F::Category
        | F::Commercial
        | F::Approvals
        | F::Languages
        | F::Principal
        | F::Platforms
        | F::Icon
        | F::Sdks
        | F::Stores
        | F::ShownSince
        | F::ShownAt
        | F::Owner
        | F::Opened
        | F::Closed
        | F::PoliceApplied
        | F::PoliceApproved
        | F::PoliceNumber
        | F::PoliceShown
        | F::PoliceEnded
        | F::Remark
        | F::EndedOn
        | F::EndedWhy
        | F::EndedFiling => None,
    }
}

/// The facts that a filing is about are asked one by one.
const fn of_filing(field: FilingField) -> Option<Held> {
    use FilingField as F;
    match field {
        F::Whole
        | F::Procedure
        | F::Through
        | F::Account
        | F::Order
        | F::Covers
        | F::Facts
        | F::Reason
        | F::BasisDocument
        | F::BasisNumber
        | F::BasisDate
        | F::Effective
        | F::CounterpartyName
        | F::CounterpartyNumber
        | F::Contact
        | F::Events
        | F::Granted
        | F::Papers
        | F::Corrects => None,
    }
}

const fn of_observation(field: ObservationField) -> Option<Held> {
    use ObservationField as F;
    match field {
        F::Whole | F::Kind | F::Source | F::Sha256 | F::At | F::Says => None,
    }
}

const fn of_official(field: OfficialField) -> Option<Held> {
    use OfficialField as F;
    match field {
        F::Whole | F::Kind | F::Authority | F::Received | F::Due | F::About | F::Demands | F::Answered => None,
    }
}

/// The fact that a path leads to, in a record or within a filing; none if there is no such one.
pub(super) fn fact_of(path: &str) -> Option<Fact> {
    // A filing tells facts of other records, as they were and as they shall be.
    let told = path.strip_prefix("filings/").and_then(|inside| inside.split_once("/facts/")).map(|(_, fact)| fact);
    match told {
        Some(fact) => {
            let plain = fact.strip_suffix("/from").or_else(|| fact.strip_suffix("/to")).unwrap_or(fact);
            Fact::parse(plain)
        }
        None => Fact::parse(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_person_ends_as_the_list_says() {
        let of_subject = S::ALL.iter().filter(|field| of_subject(**field).is_some()).map(|field| field.path());
        let of_people = P::ALL.iter().filter(|field| of_person(**field).is_some()).map(|field| field.path());
        let of_domains = D::ALL.iter().filter(|field| of_domain(**field).is_some()).map(|field| field.path());
        let paths: Vec<_> = of_subject.chain(of_people).chain(of_domains).collect();
        assert_eq!(paths.len(), 8);
        for path in paths {
            assert!(may_hold(path) && may_hold(&format!("people/zhang/{path}/to")), "{path}");
        }
        assert!(may_hold("subject/certificate/number") && !may_hold("subject/name"));
    }
}
