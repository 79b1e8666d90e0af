//! Joining what facts ask for into the fewest lawful orders.

use super::demand::{Ask, Ban, Demand, Scope, Timing};
use super::situation::Situation;
use super::verdict::Reason;
use crate::tables::Demand as Topic;
use crate::vocabulary::Procedure;
use std::collections::BTreeSet;

/// One order, or one answer without an order.
#[derive(Debug, Clone)]
pub(super) struct Order {
    pub(super) kind: Kind,
    pub(super) provider: Option<String>,
    pub(super) demands: Vec<Demand>,
}

/// What an order is.
#[derive(Debug, Clone)]
pub(super) enum Kind {
    File(Procedure),
    Nothing(Reason),
    Never(Box<Ban>),
}

impl Order {
    /// What the order is about.
    pub(super) fn scopes(&self) -> BTreeSet<Scope> {
        self.demands.iter().map(|demand| demand.scope.clone()).collect()
    }

    /// Keys of the services it is about.
    pub(super) fn services(&self) -> BTreeSet<String> {
        let key = |scope: Scope| match scope {
            Scope::Subject => None,
            Scope::Service(key) => Some(key),
        };
        self.scopes().into_iter().filter_map(key).collect()
    }

    /// Whether it is about the subject alone.
    fn is_of_subject(&self) -> bool {
        self.demands.iter().all(|demand| demand.scope == Scope::Subject)
    }

    /// The earliest of the times by which its parts are due.
    pub(super) fn timing(&self) -> Timing {
        self.demands.iter().map(|demand| demand.timing).min().unwrap_or(Timing::Free)
    }
}

/// Joins demands into orders, in the order in which they can be filed.
pub(super) fn join(s: &Situation<'_>, demands: Vec<Demand>) -> Vec<Order> {
    let mut orders: Vec<Order> = Vec::new();
    for demand in demands {
        let kind = match &demand.ask {
            Ask::File(procedure) => Kind::File(*procedure),
            Ask::Nothing(reason) => Kind::Nothing(*reason),
            Ask::Never(ban) => Kind::Never(ban.clone()),
        };
        match orders.iter_mut().find(|order| joins(s, order, &kind, &demand)) {
            Some(order) => order.take(kind, demand),
            None => orders.push(Order { kind, provider: demand.provider.clone(), demands: vec![demand] }),
        }
    }
    let mut split: Vec<Order> = orders.into_iter().flat_map(|order| limited(s, settled(order))).collect();
    split.sort_by_key(rank);
    split
}

impl Order {
    fn take(&mut self, kind: Kind, demand: Demand) {
        if let (Kind::File(mine), Kind::File(other)) = (&self.kind, kind) {
            self.kind = Kind::File(wider(*mine, other));
        }
        // The subject goes with its service, whose provider is not free to choose.
        if self.is_of_subject() && demand.scope != Scope::Subject {
            self.provider.clone_from(&demand.provider);
        }
        self.demands.push(demand);
    }
}

fn joins(s: &Situation<'_>, order: &Order, kind: &Kind, demand: &Demand) -> bool {
    let one_provider = match (&order.provider, &demand.provider) {
        (Some(a), Some(b)) => s.same_provider(a, b),
        (None, None) => true,
        _ => false,
    };
    let same_scope = order.scopes().contains(&demand.scope);
    match (&order.kind, kind) {
        (Kind::Nothing(a), Kind::Nothing(b)) => a == b,
        (Kind::Never(a), Kind::Never(b)) => a.why == b.why && same_scope,
        // Changes of all levels join into one order at a provider.
        (Kind::File(a), Kind::File(b)) if a.is_change() && b.is_change() => one_provider || fits(s, order, demand),
        // One service an order; its facts stay together.
        (Kind::File(Procedure::DeregisterService), Kind::File(Procedure::DeregisterService)) => same_scope,
        (Kind::File(a), Kind::File(b)) => a == b && one_provider,
        _ => false,
    }
}

/// Whether a change of the subject can go along: any provider that connects one of its services
/// takes it.
fn fits(s: &Situation<'_>, order: &Order, demand: &Demand) -> bool {
    let serves = |provider: &Option<String>| {
        provider.as_ref().is_some_and(|provider| s.running().iter().any(|key| s.serves(key, provider)))
    };
    match demand.scope {
        Scope::Subject => serves(&order.provider),
        Scope::Service(_) => order.is_of_subject() && serves(&demand.provider),
    }
}

/// The procedure that holds both.
fn wider(a: Procedure, b: Procedure) -> Procedure {
    match (a, b) {
        (a, b) if a == b => a,
        (Procedure::ChangeAccess, Procedure::ChangeService) | (Procedure::ChangeService, Procedure::ChangeAccess) => {
            Procedure::ChangeService
        }
        (a, b) if a.is_change() && b.is_change() => Procedure::ChangeBoth,
        (a, _) => a,
    }
}

/// A change that reached one level only is named after that level.
fn settled(mut order: Order) -> Order {
    order.demands.sort_by(|a, b| (&a.change.fact, &a.scope).cmp(&(&b.change.fact, &b.scope)));
    order
}

/// Where the province limits services per order, an order is split.
fn limited(s: &Situation<'_>, order: Order) -> Vec<Order> {
    let Kind::File(procedure) = order.kind else { return vec![order] };
    let counted = procedure.is_change() || procedure.opens();
    let limit = s
        .decides(Topic::MaxPerOrder)
        .filter(|_| counted)
        .and_then(|row| row.limit(s.count_on_file(), procedure.is_change()));
    let services: Vec<String> = order.services().into_iter().collect();
    let Some(limit) = limit.filter(|limit| 0 < *limit && *limit < services.len()) else { return vec![order] };
    let mut parts = Vec::new();
    for (at, group) in services.chunks(limit).enumerate() {
        let belongs = |demand: &&Demand| match &demand.scope {
            Scope::Subject => at == 0,
            Scope::Service(key) => group.contains(key),
        };
        let demands: Vec<Demand> = order.demands.iter().filter(belongs).cloned().collect();
        let kind = part_kind(procedure, at, &demands);
        parts.push(Order { kind, provider: order.provider.clone(), demands });
    }
    parts
}

/// What a part of a split order is: later parts of a first filing add services, and a part
/// that holds one level only is a change of that level.
fn part_kind(procedure: Procedure, at: usize, demands: &[Demand]) -> Kind {
    let subject = demands.iter().any(|demand| demand.scope == Scope::Subject);
    Kind::File(match procedure {
        Procedure::First if 0 < at => Procedure::AddService,
        Procedure::ChangeBoth if !subject => Procedure::ChangeService,
        other => other,
    })
}

/// The order in which orders are filed: changes first, then what adds, then what ends.
fn rank(order: &Order) -> (u8, Procedure) {
    match &order.kind {
        Kind::Never(_) => (0, Procedure::First),
        Kind::File(procedure) => {
            let rank = match procedure {
                Procedure::First => 1,
                Procedure::ChangeSubject
                | Procedure::ChangeService
                | Procedure::ChangeBoth
                | Procedure::ChangeAccess
                | Procedure::ChangeProvince => 2,
                Procedure::AddAccess => 3,
                Procedure::AddService => 4,
                Procedure::Migration => 5,
                Procedure::CancelAccess => 6,
                Procedure::DeregisterService => 7,
                Procedure::DeregisterSubject | Procedure::DeregisterEmptyShell | Procedure::DeregisterOther => 8,
                Procedure::Transfer | Procedure::Claim | Procedure::Existing => 9,
            };
            (rank, *procedure)
        }
        Kind::Nothing(_) => (10, Procedure::First),
    }
}
