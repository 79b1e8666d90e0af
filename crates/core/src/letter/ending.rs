//! What ends: services with their domains, an access, another's filing.

use super::content::{AccessLeft, CancelAccess, Content, End, EndOf, Other, Why};
use super::entry::Entry;
use super::matter::Matter;
use super::parts;
use crate::change::{Fact, Route, ServiceField as S};
use crate::tables::WordList;
use crate::vocabulary::Procedure;
use crate::words::Words;

pub(super) const CLOSED: Words = Words::fixed("停止服务的日期", "day on which the service ended");
const REASON: Words = Words::fixed("注销原因", "reason of the deregistration");

/// What an application to deregister says.
pub(super) fn end(matter: &Matter<'_>, of: EndOf) -> End {
    let (domains, kept) = domains(matter);
    let own = ending(matter);
    let left_empty = of == EndOf::Service && matter.running.iter().all(|key| own.contains(key));
    End { of, why: why(matter), closed: closed(matter), left_empty, domains, kept }
}

/// Keys of the services that end, in the order of their numbers.
pub(super) fn in_order(matter: &Matter<'_>) -> Vec<String> {
    let mut keys = ending(matter);
    matter.sort(&mut keys);
    keys
}

/// Keys of the services that end.
fn ending(matter: &Matter<'_>) -> Vec<String> {
    match matter.procedure {
        Procedure::DeregisterSubject => matter.running.clone(),
        Procedure::DeregisterEmptyShell => Vec::new(),
        _ => matter.services(),
    }
}

/// The domains that go dark with what ends, and those that other services go on using.
pub(super) fn domains(matter: &Matter<'_>) -> (Vec<String>, Vec<String>) {
    let own = ending(matter);
    let of = |keys: &[String]| {
        let mut names: Vec<String> = keys.iter().flat_map(|key| matter.before.domains(key)).collect();
        names.sort();
        names.dedup();
        names
    };
    let others: Vec<String> = matter.running.iter().filter(|key| !own.contains(key)).cloned().collect();
    let others = of(&others);
    of(&own).into_iter().partition(|name| !others.contains(name))
}

/// Forms offer two reasons; what the records say is held against them.
fn why(matter: &Matter<'_>) -> Why {
    let reason = match parts::reason(matter) {
        Entry::Given(text) => text,
        Entry::Open(_) => return Why::Unknown(Entry::Open(REASON)),
    };
    let says = |list| matter.tables.words.any(list, matter.today, |word| reason.contains(word)) == Some(true);
    if says(WordList::FiledAnew) {
        Why::FiledAnew
    } else if says(WordList::NoLongerRun) {
        Why::NoLongerRun
    } else {
        Why::Other(reason)
    }
}

/// The day that the filing says, or else that the records say of the services.
pub(super) fn closed(matter: &Matter<'_>) -> Entry {
    let of_services = || {
        let services = matter.services();
        let days = services.iter().filter_map(|key| matter.after.subject.services.get(key));
        days.filter_map(|service| service.value.closed.known()).max().copied()
    };
    Entry::day(parts::effective(matter).or_else(of_services), CLOSED)
}

/// What an application to cancel access says.
pub(super) fn cancel_access(matter: &Matter<'_>) -> Content {
    let provider = Entry::text(matter.provider.as_deref(), Words::fixed("接入商名称", "name of the provider"));
    let keys = matter.services();
    let left = |key: &String| AccessLeft {
        service: matter.before.entry(&Fact::Service(key.as_str().into(), S::Name)),
        providers: providers_left(matter, key),
    };
    let until = |key: &String| {
        let service = matter.after.subject.services.get(key)?;
        service.value.access.items().iter().filter_map(|access| access.value.until.known()).max().copied()
    };
    Content::CancelAccess(CancelAccess {
        provider,
        until: Entry::day(
            parts::effective(matter).or_else(|| keys.iter().filter_map(until).max()),
            Words::fixed("停用接入的日期", "last day of the access"),
        ),
        reason: parts::reason(matter),
        left: keys.iter().map(left).collect(),
    })
}

pub(super) fn providers_left(matter: &Matter<'_>, key: &str) -> Vec<String> {
    let Some(service) = matter.after.subject.services.get(key) else { return Vec::new() };
    let leaves = matter.provider.as_deref().unwrap_or_default();
    let routes = Route::all(&service.value).into_iter();
    let mut left: Vec<String> =
        routes.filter(|route| !route.ends && route.provider != leaves).map(|route| route.provider).collect();
    left.sort();
    left.dedup();
    left
}

/// What an application to deregister another's filing says.
pub(super) fn other(matter: &Matter<'_>) -> Content {
    let party = matter.filing.and_then(|filing| filing.counterparty.known());
    let name = party.and_then(|party| party.name.known()).map(ToString::to_string);
    let number = party.and_then(|party| party.number.known()).map(ToString::to_string);
    let mut domains: Vec<String> =
        matter.covers.iter().filter_map(|of| of.strip_prefix("domains/")).map(str::to_owned).collect();
    domains.extend(matter.services().iter().flat_map(|key| matter.after.domains(key)));
    domains.sort();
    domains.dedup();
    Content::Other(Other {
        name: Entry::text(name.as_deref(), Words::fixed("原备案单位名称", "name on that filing")),
        number: Entry::text(number.as_deref(), Words::fixed("需注销的备案号", "number to be deregistered")),
        domains,
        reason: parts::reason(matter),
    })
}
