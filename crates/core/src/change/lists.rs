//! Records that stand in lists, taken apart in full: a list is one fact, and here it is
//! decided what of an item belongs to it.

use super::{map, of_slot, plain};
use crate::model::{
    Access, Approval, Approvals, FilingEvent, Grant, Licence, NumberHeld, Paper, PlatformRelease, Service, StoreListing,
};
use crate::record::{Placed, Plain, Slot};

/// A list as plain data, each item by its own reading; none if it holds nothing.
pub(super) fn list<T>(slot: &Slot<Vec<Placed<T>>>, item: impl Fn(&T) -> Plain) -> Option<Plain> {
    let items: Vec<Plain> = slot.items().iter().map(|entry| item(&entry.value)).collect();
    (!items.is_empty()).then(|| super::plain::ordered(Plain::List(items)))
}

pub(super) fn number(held: &NumberHeld) -> Plain {
    let NumberHeld { number, from, until, filing } = held;
    map([("number", of_slot(number)), ("from", of_slot(from)), ("until", of_slot(until)), ("filing", of_slot(filing))])
}

pub(super) fn licence(licence: &Licence) -> Plain {
    let Licence { kind, number, valid, issued, evidence } = licence;
    map([
        ("kind", of_slot(kind)),
        ("number", of_slot(number)),
        ("valid", of_slot(valid)),
        ("issued", of_slot(issued)),
        ("evidence", of_slot(evidence)),
    ])
}

/// One way of access; its servers stand under their new keys.
pub(super) fn access(access: &Access, server: impl Fn(&str) -> String) -> Plain {
    let Access { provider, account, holder, servers, code, since, until } = access;
    let servers = list(servers, |key| Plain::text(&server(key)));
    map([
        ("provider", of_slot(provider)),
        ("account", of_slot(account)),
        ("holder", of_slot(holder)),
        ("servers", servers),
        ("code", of_slot(code)),
        ("since", of_slot(since)),
        ("until", of_slot(until)),
    ])
}

pub(super) fn approvals(slot: &Slot<Approvals>) -> Option<Plain> {
    match slot.known()? {
        Approvals::NotInvolved => Some(plain(&Approvals::NotInvolved)),
        Approvals::Given(given) => list(&Slot::new(given.clone()), approval),
    }
}

fn approval(approval: &Approval) -> Plain {
    let Approval { kind, authority, number, valid, evidence } = approval;
    map([
        ("kind", of_slot(kind)),
        ("authority", of_slot(authority)),
        ("number", of_slot(number)),
        ("valid", of_slot(valid)),
        ("evidence", of_slot(evidence)),
    ])
}

pub(super) fn platform(release: &PlatformRelease) -> Plain {
    let PlatformRelease { os, id, fingerprint, public_key } = release;
    map([
        ("os", of_slot(os)),
        ("id", of_slot(id)),
        ("fingerprint", of_slot(fingerprint)),
        ("public_key", of_slot(public_key)),
    ])
}

pub(super) fn store(listing: &StoreListing) -> Plain {
    let StoreListing { store, name } = listing;
    map([("store", of_slot(store)), ("name", of_slot(name))])
}

pub(super) fn event(event: &FilingEvent) -> Plain {
    let FilingEvent { at, event, who, note } = event;
    map([("at", of_slot(at)), ("event", of_slot(event)), ("who", of_slot(who)), ("note", of_slot(note))])
}

pub(super) fn grant(grant: &Grant) -> Plain {
    let Grant { of, number } = grant;
    map([("of", of_slot(of)), ("number", of_slot(number))])
}

pub(super) fn paper(paper: &Paper) -> Plain {
    let Paper { kind, of, file, kept, sha256, dated, added, valid } = paper;
    map([
        ("kind", of_slot(kind)),
        ("of", of_slot(of)),
        ("file", of_slot(file)),
        ("where", of_slot(kept)),
        ("sha256", of_slot(sha256)),
        ("dated", of_slot(dated)),
        ("added", of_slot(added)),
        ("valid", of_slot(valid)),
    ])
}

/// One way of access, as procedures look at it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Route {
    /// The provider as it is written.
    pub(crate) provider: String,
    /// The account there.
    pub(crate) account: Option<String>,
    /// The keys of its servers.
    pub(crate) servers: Vec<String>,
    /// Whether an end is set, so that it is being left.
    pub(crate) ends: bool,
}

impl Route {
    /// The ways of access of a service, in the order of the record.
    pub(crate) fn all(service: &Service) -> Vec<Self> {
        service.access.items().iter().map(|access| Self::of(&access.value)).collect()
    }

    fn of(access: &Access) -> Self {
        let text = |slot: &Slot<crate::record::Text>| slot.known().map(ToString::to_string);
        let mut servers: Vec<String> = access.servers.items().iter().map(|key| key.value.to_string()).collect();
        servers.sort();
        Self {
            provider: text(&access.provider).unwrap_or_default(),
            account: text(&access.account),
            servers,
            ends: !access.until.is_absent(),
        }
    }
}
