//! The total function: every changed fact gets its answers.

use super::demand::{Ask, Ban, Demand, Scope};
use super::domains;
use super::identity::Identity;
use super::situation::{Situation, known};
use super::verdict::Reason;
use super::{access, people_facts, service_facts, subject_facts};
use crate::change::{Change, DomainField as D, Fact, ascii, same_number};
use crate::filed::{Aspect, either_way};
use crate::law::MIIT_264;
use crate::tables::Demand as Topic;
use crate::vocabulary::{HolderRelation, Procedure};
use crate::words::Words;

/// Answers every change. There is no arm for “the rest”: a new fact does not compile until
/// somebody has said what its change asks for.
pub(super) fn all(s: &Situation<'_>, identity: &Identity) -> Vec<Demand> {
    let mut demands: Vec<Demand> = s.changes.facts.iter().flat_map(|change| answer(s, identity, change)).collect();
    if let Identity::Another(ban) = identity {
        for demand in &mut demands {
            absorb(demand, ban, &Scope::Subject);
        }
    }
    for (scope, ban) in ended_by_ban(&demands) {
        for demand in demands.iter_mut().filter(|demand| demand.scope == scope) {
            absorb(demand, &ban, &scope);
        }
    }
    demands
}

/// Services that can go on only as others: whatever else changes there goes the same way.
fn ended_by_ban(demands: &[Demand]) -> Vec<(Scope, Ban)> {
    let ends = |demand: &Demand| match &demand.ask {
        Ask::Never(ban) if matches!(demand.scope, Scope::Service(_)) => {
            let steps = ban.routes.first().map(|route| route.steps.as_slice()).unwrap_or_default();
            steps.contains(&Procedure::DeregisterService).then(|| (demand.scope.clone(), (**ban).clone()))
        }
        _ => None,
    };
    demands.iter().filter_map(ends).collect()
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
fn absorb(demand: &mut Demand, ban: &Ban, scope: &Scope) {
    if matches!(demand.ask, Ask::File(procedure) if procedure.is_change()) {
        demand.ask = Ask::Never(Box::new(ban.clone()));
        demand.scope = scope.clone();
        demand.follows = true;
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
            holder(s, key, change)
        }
        D::Left => left(s, key, change),
    }
}

fn holder(s: &Situation<'_>, key: &str, change: &Change) -> Vec<Demand> {
    let uses = |service: &String| domains::of(s.new_service(service)).contains(&ascii(key));
    // Where the service passes on or ends, the domain may be somebody else's already.
    let passes =
        |service: &String| s.new.is_some_and(|new| either_way(new, &format!("services/{service}"), Aspect::Holder));
    let services: Vec<String> = s.running().into_iter().filter(uses).filter(|service| !passes(service)).collect();
    if !services.is_empty() && somebody_else(s, key) {
        return services.into_iter().map(|service| given_away(s, service, change)).collect();
    }
    vec![Demand::nothing(Reason::Registrar, change)]
}

/// Whether the registry names as holder somebody who is not the organiser, without a relation
/// that the ministry admits.
fn somebody_else(s: &Situation<'_>, key: &str) -> bool {
    let domain = s.new.and_then(|new| new.domains.get(key)).map(|domain| &domain.value);
    let Some(holder) = domain.and_then(|domain| domain.holder.known()) else { return false };
    let admitted = holder.relation.known().is_some_and(|relation| *relation != HolderRelation::Organiser);
    let number = holder.certificate.known().and_then(|certificate| known(&certificate.number));
    let own = s.now().and_then(|now| now.certificate.known()).and_then(|certificate| known(&certificate.number));
    !admitted && number.zip(own).is_some_and(|(number, own)| !same_number(number, own))
}

fn given_away(s: &Situation<'_>, service: String, change: &Change) -> Demand {
    let why = Words::fixed(
        "域名持有者已不是主办单位，也不是其股东、主要负责人、高级管理人员，域名不能留在本备案中",
        "the holder is neither the organiser nor a shareholder, principal or senior manager of it, so the domain \
         cannot stay in the filing",
    );
    let mut ban = Ban::new(why, &[MIIT_264.article(1)]);
    let several = 1 < domains::of(s.new_service(&service)).len();
    if several {
        ban = ban.route(&[Procedure::ChangeService]);
    } else {
        if s.decides(Topic::Migration).is_some() {
            ban = ban.route(&[Procedure::Migration]);
        }
        ban = ban.route(&[Procedure::DeregisterService]);
    }
    let ban = ban.note(Words::fixed(
        "只是登记有误的，把域名实名信息改回主办单位即可",
        "if the registry is wrong, have the holder's data put right",
    ));
    Demand::never(ban, Scope::Service(service), change)
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
