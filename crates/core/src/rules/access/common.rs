//! What rules on access share: which services use a server, and who provides it.

use crate::day::Day;
use crate::filed::state;
use crate::model::{Access, Server, Service, Stage};
use crate::names::Provider;
use crate::record::{Place, Placed, Text};
use crate::rows::Said;
use crate::rule::{Case, Named};
use crate::rules::in_use::live;
use crate::rules::orders::asks_for;
use crate::tables::ServerTerm;

/// Whether access is judged: what has ended needs none.
pub(super) fn is_told(case: &Case<'_>) -> bool {
    case.stage != Stage::Ended
}

/// The accesses of a service that are in use or will be.
pub(super) fn current(service: &Service, today: Day) -> impl Iterator<Item = &Placed<Access>> {
    service.access.items().iter().filter(move |access| access.value.is_current(today))
}

/// The live services that use a server, with the place where each names it.
pub(super) fn users<'a>(case: &Case<'a>, key: &str) -> impl Iterator<Item = (Named<'a, Service>, Place)> {
    let today = case.today;
    live(case).filter_map(move |service| {
        let named = current(service.record, today)
            .flat_map(|access| access.value.servers.items())
            .find(|server| *server.value == *key)?;
        Some((service, named.place))
    })
}

/// The server under a key, with the key.
pub(super) fn server<'a>(case: &Case<'a>, key: &str) -> Option<&'a Placed<Server>> {
    case.subject.servers.get(key)
}

/// Whether an order is under way that brings a service on this server before the authority.
pub(super) fn is_asked_for(case: &Case<'_>, key: &str) -> bool {
    let mut open = case.subject.filings.iter().filter(|filing| state(&filing.record.value).is_pending()).peekable();
    open.peek().is_some()
        && open.any(|filing| users(case, key).any(|(service, _)| asks_for(&filing.record.value, service.key)))
}

/// The provider that a text names, if the tables know it.
pub(super) fn provider<'a>(case: &Case<'a>, text: &'a str) -> Said<'a, Provider> {
    case.tables.clouds.provider(text, case.today)
}

/// What the provider of a server asks.
pub(super) fn terms<'a>(case: &Case<'a>, server: &Server) -> Option<&'a ServerTerm> {
    case.tables.terms.of(&provider(case, server.provider.known()?).row()?.name, case.today)
}

/// Whether two texts name one provider.
pub(super) fn is_same_provider(case: &Case<'_>, one: &Text, other: &Text) -> bool {
    case.tables.clouds.is_same_provider(one, other)
}
