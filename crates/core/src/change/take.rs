//! Two records taken apart, field by field. No record is taken apart with `..`: a new field
//! does not compile until somebody has decided what its change means.

use super::field::{DomainField as D, PersonField as P, ServerField as V, ServiceField as S, SubjectField as F};
use super::matching::{Pair, Renames};
use super::{Change, Changes, Fact, KeyOf, lists, of_slot, plain, same_value};
use crate::model::{
    Certificate, Domain, Emergency, Ended, Holder, HolderCertificate, NumberShown, Paid, Particulars, Person,
    PersonCertificate, Police, Residence, Server, Service,
};
use crate::record::{Plain, Slot, Text, Value};
use std::collections::BTreeSet;

/// Collects what differs.
pub(super) struct Taker<'r> {
    changes: Vec<Change>,
    unknown: BTreeSet<Fact>,
    renames: &'r Renames,
}

impl<'r> Taker<'r> {
    pub(super) const fn new(renames: &'r Renames) -> Self {
        Self { changes: Vec::new(), unknown: BTreeSet::new(), renames }
    }

    pub(super) fn finish(self) -> Changes {
        Changes { facts: self.changes, renamed: Vec::new(), unknown: self.unknown.into_iter().collect() }
    }

    /// Whether both sides can be read whole; if one alone cannot, nobody knows whether it changed.
    pub(super) fn readable<T: Value>(&mut self, fact: &Fact, old: &Slot<T>, new: &Slot<T>) -> bool {
        let (old, new) = (old.is_doubtful(), new.is_doubtful());
        if old != new {
            self.unknown.insert(fact.clone());
        }
        !old && !new
    }

    /// Whether two records are one to the letter, so that no field need be compared: nearly
    /// all records of a subject that changes are. Where a key changed, what names it by the
    /// old key is looked at field by field.
    pub(super) fn unchanged<T: PartialEq>(&self, old: &T, new: &T) -> bool {
        self.renames.is_empty() && old == new
    }

    /// Compares one field.
    pub(super) fn slot<T: Value + PartialEq>(&mut self, fact: Fact, old: &Slot<T>, new: &Slot<T>) {
        if old != new && self.readable(&fact, old, new) {
            self.value(fact, of_slot(old), of_slot(new));
        }
    }

    /// Compares one field by a reading of its own.
    pub(super) fn read<T: Value>(
        &mut self,
        fact: Fact,
        old: &Slot<T>,
        new: &Slot<T>,
        reading: impl Fn(&Slot<T>) -> Option<Plain>,
    ) {
        if self.readable(&fact, old, new) {
            self.value(fact, reading(old), reading(new));
        }
    }

    /// Compares a field that names another record by its key.
    fn reference(&mut self, fact: Fact, of: KeyOf, old: &Slot<Text>, new: &Slot<Text>) {
        if self.readable(&fact, old, new) {
            let old = old.known().map(|key| Plain::text(self.renames.new_key(of, key)));
            self.value(fact, old, of_slot(new));
        }
    }

    pub(super) fn value(&mut self, fact: Fact, old: Option<Plain>, new: Option<Plain>) {
        // An empty list says no more than none.
        let some =
            |value: Option<Plain>| value.filter(|plain| !matches!(plain, Plain::List(items) if items.is_empty()));
        let (old, new) = (some(old), some(new));
        let equal = match (&old, &new) {
            (None, None) => true,
            (Some(old), Some(new)) => same_value(&fact, old, new),
            _ => false,
        };
        if !equal {
            self.changes.push(Change { fact, old, new });
        }
    }
}

/// The records in two fields; one that is absent has nothing in it.
fn nested<'a, T>(old: &'a Slot<T>, new: &'a Slot<T>, nothing: &'a T) -> (&'a T, &'a T) {
    (old.known().unwrap_or(nothing), new.known().unwrap_or(nothing))
}

/// Compares an entry under a key, or tells that it was added or taken away.
pub(super) fn entry<T: Value + PartialEq, F: Copy>(
    out: &mut Taker<'_>,
    pair: &Pair<'_, T>,
    fact: fn(Box<str>, F) -> Fact,
    whole: F,
    take: fn(&mut Taker<'_>, &str, &T, &T),
) {
    match (pair.old, pair.new) {
        (Some((_, old)), Some((_, new))) if out.unchanged(old, new) => {}
        (Some((_, old)), Some((key, new))) => take(out, key, old, new),
        (Some((key, old)), None) => out.value(fact(key.into(), whole), Some(plain(old)), None),
        (None, Some((key, new))) => out.value(fact(key.into(), whole), None, Some(plain(new))),
        (None, None) => {}
    }
}

pub(super) fn particulars(out: &mut Taker<'_>, old: &Particulars, now: &Particulars) {
    if out.unchanged(old, now) {
        return;
    }
    let Particulars {
        format,
        id,
        name,
        nature,
        certificate,
        region,
        business_scope,
        address,
        supervisor,
        legal_representative,
        principal,
        numbers,
        other_numbers,
        licences,
        remark,
        ended,
    } = old;
    let f = Fact::Subject;
    out.slot(f(F::Format), format, &now.format);
    out.slot(f(F::Id), id, &now.id);
    out.slot(f(F::Name), name, &now.name);
    out.slot(f(F::Nature), nature, &now.nature);
    if out.readable(&f(F::CertificateNumber), certificate, &now.certificate) {
        certificate_of(out, certificate, &now.certificate);
    }
    out.slot(f(F::Region), region, &now.region);
    out.slot(f(F::BusinessScope), business_scope, &now.business_scope);
    out.slot(f(F::Address), address, &now.address);
    out.slot(f(F::Supervisor), supervisor, &now.supervisor);
    out.reference(f(F::LegalRepresentative), KeyOf::Person, legal_representative, &now.legal_representative);
    out.reference(f(F::Principal), KeyOf::Person, principal, &now.principal);
    out.read(f(F::Numbers), numbers, &now.numbers, |slot| lists::list(slot, lists::number));
    out.slot(f(F::OtherNumbers), other_numbers, &now.other_numbers);
    out.read(f(F::Licences), licences, &now.licences, |slot| lists::list(slot, lists::licence));
    out.slot(f(F::Remark), remark, &now.remark);
    ended_of(out, ended, &now.ended, [f(F::EndedOn), f(F::EndedWhy), f(F::EndedFiling)]);
}

fn certificate_of(out: &mut Taker<'_>, old: &Slot<Certificate>, new: &Slot<Certificate>) {
    let nothing = Certificate::default();
    let (old, now) = nested(old, new, &nothing);
    let Certificate { kind, number, region, address, valid } = old;
    let f = Fact::Subject;
    out.slot(f(F::CertificateKind), kind, &now.kind);
    out.slot(f(F::CertificateNumber), number, &now.number);
    out.slot(f(F::CertificateRegion), region, &now.region);
    out.slot(f(F::CertificateAddress), address, &now.address);
    out.slot(f(F::CertificateValid), valid, &now.valid);
}

fn ended_of(out: &mut Taker<'_>, old: &Slot<Ended>, new: &Slot<Ended>, facts: [Fact; 3]) {
    let [f_on, f_why, f_filing] = facts;
    if !out.readable(&f_on, old, new) {
        return;
    }
    let nothing = Ended::default();
    let (old, now) = nested(old, new, &nothing);
    let Ended { on, why, filing } = old;
    out.slot(f_on, on, &now.on);
    out.slot(f_why, why, &now.why);
    out.slot(f_filing, filing, &now.filing);
}

pub(super) fn person(out: &mut Taker<'_>, key: &str, old: &Person, now: &Person) {
    let Person { name, born, home, certificate, residence, mobile, emergency, email, post, department } = old;
    let f = |field| Fact::Person(key.into(), field);
    out.slot(f(P::Name), name, &now.name);
    out.slot(f(P::Born), born, &now.born);
    out.slot(f(P::Home), home, &now.home);
    if out.readable(&f(P::CertificateNumber), certificate, &now.certificate) {
        let nothing = PersonCertificate::default();
        let (old, now) = nested(certificate, &now.certificate, &nothing);
        let PersonCertificate { kind, number, valid } = old;
        out.slot(f(P::CertificateKind), kind, &now.kind);
        out.slot(f(P::CertificateNumber), number, &now.number);
        out.slot(f(P::CertificateValid), valid, &now.valid);
    }
    if out.readable(&f(P::ResidenceKind), residence, &now.residence) {
        let nothing = Residence::default();
        let (old, now) = nested(residence, &now.residence, &nothing);
        let Residence { kind, region, valid } = old;
        out.slot(f(P::ResidenceKind), kind, &now.kind);
        out.slot(f(P::ResidenceRegion), region, &now.region);
        out.slot(f(P::ResidenceValid), valid, &now.valid);
    }
    out.slot(f(P::Mobile), mobile, &now.mobile);
    if out.readable(&f(P::EmergencyPhone), emergency, &now.emergency) {
        let nothing = Emergency::default();
        let (old, now) = nested(emergency, &now.emergency, &nothing);
        let Emergency { phone, whose, relation } = old;
        out.slot(f(P::EmergencyPhone), phone, &now.phone);
        out.slot(f(P::EmergencyWhose), whose, &now.whose);
        out.slot(f(P::EmergencyRelation), relation, &now.relation);
    }
    out.slot(f(P::Email), email, &now.email);
    out.slot(f(P::Post), post, &now.post);
    out.slot(f(P::Department), department, &now.department);
}

pub(super) fn domain(out: &mut Taker<'_>, key: &str, old: &Domain, now: &Domain) {
    let Domain { registrar, registrar_since, registered, holder, verified, expires, left } = old;
    let f = |field| Fact::Domain(key.into(), field);
    out.slot(f(D::Registrar), registrar, &now.registrar);
    out.slot(f(D::RegistrarSince), registrar_since, &now.registrar_since);
    out.slot(f(D::Registered), registered, &now.registered);
    if out.readable(&f(D::HolderName), holder, &now.holder) {
        let nothing = Holder::default();
        let (old, now) = nested(holder, &now.holder, &nothing);
        let Holder { name, certificate, relation } = old;
        out.slot(f(D::HolderName), name, &now.name);
        if out.readable(&f(D::HolderCertificateNumber), certificate, &now.certificate) {
            let nothing = HolderCertificate::default();
            let (old, now) = nested(certificate, &now.certificate, &nothing);
            let HolderCertificate { kind, number } = old;
            out.slot(f(D::HolderCertificateKind), kind, &now.kind);
            out.slot(f(D::HolderCertificateNumber), number, &now.number);
        }
        out.slot(f(D::HolderRelation), relation, &now.relation);
    }
    out.slot(f(D::Verified), verified, &now.verified);
    out.slot(f(D::Expires), expires, &now.expires);
    out.slot(f(D::Left), left, &now.left);
}

pub(super) fn server(out: &mut Taker<'_>, key: &str, old: &Server, now: &Server) {
    let Server { provider, mode, cloud_region, place, instance, addresses, holder, paid, released } = old;
    let f = |field| Fact::Server(key.into(), field);
    out.slot(f(V::Provider), provider, &now.provider);
    out.slot(f(V::Mode), mode, &now.mode);
    out.slot(f(V::CloudRegion), cloud_region, &now.cloud_region);
    out.slot(f(V::Place), place, &now.place);
    out.slot(f(V::Instance), instance, &now.instance);
    out.slot(f(V::Addresses), addresses, &now.addresses);
    out.slot(f(V::Holder), holder, &now.holder);
    if out.readable(&f(V::PaidUntil), paid, &now.paid) {
        let nothing = Paid::default();
        let (old, now) = nested(paid, &now.paid, &nothing);
        let Paid { from, until, billing } = old;
        out.slot(f(V::PaidFrom), from, &now.from);
        out.slot(f(V::PaidUntil), until, &now.until);
        out.slot(f(V::PaidBilling), billing, &now.billing);
    }
    out.slot(f(V::Released), released, &now.released);
}

pub(super) fn service(out: &mut Taker<'_>, key: &str, old: &Service, now: &Service) {
    let Service {
        kind,
        name,
        name_proof,
        numbers,
        domains,
        home,
        access,
        content,
        category,
        commercial,
        approvals,
        languages,
        principal,
        platforms,
        icon,
        sdks,
        stores,
        shown,
        owner,
        opened,
        closed,
        police,
        remark,
        ended,
    } = old;
    let f = |field| Fact::Service(key.into(), field);
    let renames = out.renames;
    out.slot(f(S::Kind), kind, &now.kind);
    out.slot(f(S::Name), name, &now.name);
    out.slot(f(S::NameProof), name_proof, &now.name_proof);
    out.read(f(S::Numbers), numbers, &now.numbers, |slot| lists::list(slot, lists::number));
    out.slot(f(S::Domains), domains, &now.domains);
    out.slot(f(S::Home), home, &now.home);
    if out.readable(&f(S::Access), access, &now.access) {
        let old = lists::list(access, |one| lists::access(one, |key| renames.new_key(KeyOf::Server, key).to_owned()));
        let new = lists::list(&now.access, |one| lists::access(one, str::to_owned));
        out.value(f(S::Access), old, new);
    }
    out.slot(f(S::Content), content, &now.content);
    out.slot(f(S::Category), category, &now.category);
    out.slot(f(S::Commercial), commercial, &now.commercial);
    out.read(f(S::Approvals), approvals, &now.approvals, lists::approvals);
    out.slot(f(S::Languages), languages, &now.languages);
    out.reference(f(S::Principal), KeyOf::Person, principal, &now.principal);
    out.read(f(S::Platforms), platforms, &now.platforms, |slot| lists::list(slot, lists::platform));
    out.slot(f(S::Icon), icon, &now.icon);
    out.slot(f(S::Sdks), sdks, &now.sdks);
    out.read(f(S::Stores), stores, &now.stores, |slot| lists::list(slot, lists::store));
    if out.readable(&f(S::ShownSince), shown, &now.shown) {
        let nothing = NumberShown::default();
        let (old, now) = nested(shown, &now.shown, &nothing);
        let NumberShown { since, at } = old;
        out.slot(f(S::ShownSince), since, &now.since);
        out.slot(f(S::ShownAt), at, &now.at);
    }
    out.slot(f(S::Owner), owner, &now.owner);
    out.slot(f(S::Opened), opened, &now.opened);
    out.slot(f(S::Closed), closed, &now.closed);
    if out.readable(&f(S::PoliceNumber), police, &now.police) {
        let nothing = Police::default();
        let (old, now) = nested(police, &now.police, &nothing);
        let Police { applied, approved, number, shown, ended } = old;
        out.slot(f(S::PoliceApplied), applied, &now.applied);
        out.slot(f(S::PoliceApproved), approved, &now.approved);
        out.slot(f(S::PoliceNumber), number, &now.number);
        out.slot(f(S::PoliceShown), shown, &now.shown);
        out.slot(f(S::PoliceEnded), ended, &now.ended);
    }
    out.slot(f(S::Remark), remark, &now.remark);
    ended_of(out, ended, &now.ended, [f(S::EndedOn), f(S::EndedWhy), f(S::EndedFiling)]);
}
