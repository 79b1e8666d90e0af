//! The total function: every changed fact gets its answers.

use super::demand::{Ask, Demand, Scope};
use super::domains;
use super::identity::Identity;
use super::situation::Situation;
use super::verdict::Reason;
use super::{access, people_facts, service_facts, subject_facts};
use crate::change::{Change, DomainField as D, Fact, SubjectField, ascii};
use crate::rules::sources::MIIT_264;
use crate::vocabulary::Procedure;
use crate::words::Words;

/// Answers every change. There is no arm for “the rest”: a new fact does not compile until
/// somebody has said what its change asks for.
pub(super) fn all(s: &Situation<'_>, identity: &Identity) -> Vec<Demand> {
    let mut demands: Vec<Demand> = s.changes.facts.iter().flat_map(|change| answer(s, identity, change)).collect();
    if let Identity::Another(ban) = identity {
        for demand in &mut demands {
            absorb(demand, ban);
        }
    }
    demands
}

fn answer(s: &Situation<'_>, identity: &Identity, change: &Change) -> Vec<Demand> {
    match &change.fact {
        Fact::Subject(field) => subject_facts::answer(s, identity, *field, change),
        Fact::Person(key, field) => people_facts::answer(s, key, *field, change),
        Fact::Domain(key, field) => domain(s, key, *field, change),
        Fact::Server(key, field) => access::server(s, key, *field, change),
        Fact::Service(key, field) => service_facts::answer(s, key, *field, change),
        Fact::Filing(..) | Fact::Observation(..) | Fact::Official(..) => {
            vec![Demand::nothing(Reason::Record, change)]
        }
    }
}

/// Where the record has to end and be filed anew, its changes go the same way.
fn absorb(demand: &mut Demand, ban: &super::demand::Ban) {
    let change = matches!(
        demand.ask,
        Ask::File(
            Procedure::ChangeSubject | Procedure::ChangeService | Procedure::ChangeAccess | Procedure::ChangeBoth
        )
    );
    if change {
        demand.ask = Ask::Never(Box::new(ban.clone()));
        demand.scope = Scope::Subject;
        demand.notes.clear();
        demand.citations.clear();
    }
}

/// Domains are filed with the services that use them; of their own data nothing is filed,
/// but holder and subject have to agree.
fn domain(s: &Situation<'_>, key: &str, field: D, change: &Change) -> Vec<Demand> {
    match field {
        D::Registrar | D::RegistrarSince | D::Registered | D::Verified | D::Expires => {
            vec![Demand::nothing(Reason::Registrar, change)]
        }
        D::Whole => vec![Demand::nothing(Reason::NeverFiled, change)],
        D::HolderName | D::HolderCertificateKind | D::HolderCertificateNumber | D::HolderRelation => {
            vec![holder(s, key, change)]
        }
        D::Left => left(s, key, change),
    }
}

fn holder(s: &Situation<'_>, key: &str, change: &Change) -> Demand {
    let demand = Demand::nothing(Reason::Registrar, change);
    let used = s.running().iter().any(|service| domains::of(s.new_service(service)).contains(&ascii(key)));
    let renamed = s.changes.facts.iter().any(|other| other.fact == Fact::Subject(SubjectField::Name));
    if !used || renamed {
        return demand;
    }
    demand.cite(MIIT_264.article("1")).note(Words::fixed(
        "域名持有者须是主办单位本身，或其股东、主要负责人、高级管理人员；转给他人的域名不能继续用于原备案",
        "the holder of the domain is the organiser, a shareholder, its principal or a senior manager; a domain given \
         to anybody else cannot stay in the filing",
    ))
}

/// A domain that is given up has to leave the services that are filed with it.
fn left(s: &Situation<'_>, key: &str, change: &Change) -> Vec<Demand> {
    let services: Vec<String> =
        s.running().into_iter().filter(|service| domains::of(s.new_service(service)).contains(&ascii(key))).collect();
    if services.is_empty() || change.new.is_none() {
        return vec![Demand::nothing(Reason::NeverFiled, change)];
    }
    let mut demands = Vec::new();
    for service in services {
        if domains::of(s.new_service(&service)).len() <= 1 {
            demands.extend(service_facts::end(s, &service, change));
            continue;
        }
        let scope = Scope::Service(service.clone());
        let provider = s.provider_of(&service);
        demands.push(
            Demand::file(Procedure::ChangeService, scope, change, super::demand::Timing::BeforeEffect)
                .through(provider)
                .note(Words::fixed(
                    "停用的域名还写在服务的域名里，一并去掉",
                    "the domain still stands among the service's domains",
                )),
        );
    }
    demands
}
