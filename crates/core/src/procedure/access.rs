//! What a change of access, or of a server, asks for.

use super::demand::{Demand, Scope, Timing};
use super::situation::{Situation, known};
use super::verdict::Reason;
use crate::change::{Change, Route, ServerField as V};
use crate::law::{HUAWEI_GUIDE, MII_33, MIIT_6, TENCENT_GUIDE};
use crate::model::{Server, Subject};
use crate::names::Mainland;
use crate::tables::Stands;
use crate::vocabulary::Procedure;
use crate::words::Words;

/// Providers that come, go or stay with a change of access.
struct Turn {
    joined: Vec<String>,
    left: Vec<String>,
    stays: Vec<Route>,
}

pub(super) fn answer(s: &Situation<'_>, key: &str, change: &Change) -> Vec<Demand> {
    let routes = |service| Route::all(service).into_iter().filter(|route| !route.ends).collect::<Vec<_>>();
    let old = s.old_service(key).map(routes).unwrap_or_default();
    let new = s.new_service(key).map(routes).unwrap_or_default();
    if let Some(gone) = all_abroad(s, key, change, &old, &new) {
        return vec![gone];
    }
    let within = |list: &[Route], provider: &str| list.iter().any(|route| s.same_provider(&route.provider, provider));
    let names = |list: &[Route], other: &[Route]| {
        let mut names: Vec<String> =
            list.iter().map(|route| route.provider.clone()).filter(|provider| !within(other, provider)).collect();
        names.sort();
        names.dedup();
        names
    };
    let turn = Turn {
        joined: names(&new, &old),
        left: names(&old, &new),
        stays: new.iter().filter(|route| within(&old, &route.provider)).cloned().collect(),
    };
    let (joined, apart): (Vec<String>, Vec<String>) = turn
        .joined
        .into_iter()
        .partition(|provider| new.iter().any(|route| route.provider == *provider && !is_abroad(s, route)));
    let turn = Turn { joined, ..turn };
    let mut demands = turned(key, change, &turn, new.is_empty());
    if !apart.is_empty() {
        demands.push(Demand::nothing(Reason::Abroad, change).cite(HUAWEI_GUIDE.whole()));
    }
    for route in &turn.stays {
        if is_abroad(s, route) && old.iter().any(|before| before.provider == route.provider && !is_abroad(s, before)) {
            demands.push(no_longer(key, change, route));
            continue;
        }
        if let Some(before) = old.iter().find(|before| s.same_provider(&before.provider, &route.provider)) {
            demands.extend(stayed(s, key, change, before, route));
        }
    }
    if demands.is_empty() {
        demands.push(Demand::nothing(Reason::NeverFiled, change));
    }
    demands
}

/// What follows where all that is left stands outside the mainland; none if something carries the filing.
fn all_abroad(s: &Situation<'_>, key: &str, change: &Change, old: &[Route], new: &[Route]) -> Option<Demand> {
    if new.is_empty() || !new.iter().all(|route| is_abroad(s, route)) {
        return None;
    }
    if old.iter().any(|route| !is_abroad(s, route)) {
        return Some(bare_of_mainland(s, key, change));
    }
    Some(Demand::nothing(Reason::Abroad, change).cite(HUAWEI_GUIDE.whole()))
}

/// Whether a service is served from outside the mainland alone.
pub(super) fn is_served_from_abroad(s: &Situation<'_>, key: &str) -> bool {
    let routes = s.new_service(key).map(Route::all).unwrap_or_default();
    let mut open = routes.iter().filter(|route| !route.ends).peekable();
    open.peek().is_some() && open.all(|route| is_abroad(s, route))
}

/// Whether all servers of a way of access are known to stand outside the mainland.
fn is_abroad(s: &Situation<'_>, route: &Route) -> bool {
    !route.servers.is_empty() && route.servers.iter().all(|server| abroad(s, server))
}

/// A way of access that left the mainland, beside one that stays there.
fn no_longer(key: &str, change: &Change, route: &Route) -> Demand {
    Demand::file(Procedure::CancelAccess, Scope::Service(key.to_owned()), change, Timing::AtTheEnd)
        .through(Some(route.provider.clone()))
        .cite(MIIT_6.whole())
}

fn turned(key: &str, change: &Change, turn: &Turn, bare: bool) -> Vec<Demand> {
    let scope = || Scope::Service(key.to_owned());
    let mut demands = Vec::new();
    for provider in &turn.joined {
        demands.push(
            Demand::file(Procedure::AddAccess, scope(), change, Timing::BeforeService)
                .through(Some(provider.clone()))
                .cite(MII_33.article(5))
                .note(Words::fixed(
                    "备案号不变；新接入通过之前不要把解析切到新服务器",
                    "the number stays; do not point the domain at the new server before the access is approved",
                )),
        );
    }
    for provider in &turn.left {
        let mut demand = Demand::file(Procedure::CancelAccess, scope(), change, Timing::AtTheEnd)
            .through(Some(provider.clone()))
            .cite(HUAWEI_GUIDE.whole());
        if !turn.joined.is_empty() {
            demand.notes.push(Words::fixed(
                "新接入通过后再取消原接入，否则服务会成为空壳",
                "cancel the old access only after the new one is approved, or the service becomes an empty shell",
            ));
        }
        if bare {
            demand.notes.push(Words::fixed(
                "服务不再开办的，应办注销互联网信息服务，而不是取消接入",
                "a service that ends is to be deregistered, not left without access",
            ));
            demand.citations.push(MIIT_6.whole());
        }
        demands.push(demand);
    }
    demands
}

/// Changes at a provider that stays.
fn stayed(s: &Situation<'_>, key: &str, change: &Change, old: &Route, new: &Route) -> Vec<Demand> {
    let mut demands = Vec::new();
    if old.servers != new.servers {
        demands.push(another_server(s, key, change));
    }
    let scope = Scope::Service(key.to_owned());
    match (&old.account, &new.account) {
        (Some(before), Some(now)) if before != now => demands.push(
            Demand::file(Procedure::Transfer, scope, change, Timing::Free)
                .through(Some(new.provider.clone()))
                .cite(HUAWEI_GUIDE.whole())
                .note(Words::fixed(
                    "同一接入商内换账号，只在接入商处办理，不报管局",
                    "another account of the same provider: done at the provider, the administration does not see it",
                )),
        ),
        (None, Some(_)) if imported(s) => demands.push(
            Demand::file(Procedure::Claim, scope, change, Timing::Free)
                .through(Some(new.provider.clone()))
                .cite(HUAWEI_GUIDE.whole())
                .note(Words::fixed(
                    "把既有备案领到本账号下，只在接入商处办理，不报管局",
                    "what is on file is claimed for the account: done at the provider, the administration does not \
                     see it",
                )),
        ),
        _ => {}
    }
    demands
}

/// Whether the subject's records begin with what was on file before them.
fn imported(s: &Situation<'_>) -> bool {
    let existing = |filing: &crate::model::Dated<crate::model::Filing>| {
        filing.record.value.procedure.known() == Some(&Procedure::Existing)
    };
    s.old.is_some_and(|old| old.filings.iter().any(existing))
}

/// What the holder of a licence has to know of a service that is free.
const FREE_BESIDE_A_LICENCE: Words = Words::fixed(
    "主体持有经营许可证，本服务按非经营性看待，所以不用变更；若它其实在许可范围内经营，换服务器也要变更接入",
    "the subject holds a licence; this service counts as free, so that nothing is filed, and if it is run under the \
     licence after all, another server is filed",
);

/// Another server, or other addresses, at the same provider.
fn another_server(s: &Situation<'_>, key: &str, change: &Change) -> Demand {
    if !s.licensed(key) {
        let demand = Demand::nothing(Reason::SameProvider, change).cite(TENCENT_GUIDE.whole()).note(Words::fixed(
            "新实例须在境内、有公网 IP 并满足接入商的购买时长；解析不要指到别家",
            "the new instance stands in the mainland, has a public address and is paid for as long as the provider \
             asks",
        ));
        return if s.holds_licence() { demand.note(FREE_BESIDE_A_LICENCE) } else { demand };
    }
    Demand::file(Procedure::ChangeAccess, Scope::Service(key.to_owned()), change, Timing::BeforeEffect)
        .through(s.provider_of(key))
        .cite(TENCENT_GUIDE.whole())
        .note(Words::fixed(
            "经营性服务的备案 IP 须与实际一致，同一接入商内换服务器也要变更",
            "a licensed service is served from the filed address, so that another server of the same provider is filed",
        ))
}

pub(super) fn server(s: &Situation<'_>, key: &str, field: V, change: &Change) -> Vec<Demand> {
    match field {
        // The service's access says which servers are used.
        V::Whole | V::Instance | V::Holder | V::PaidFrom | V::PaidUntil | V::PaidBilling | V::Released => {
            vec![Demand::nothing(Reason::NeverFiled, change)]
        }
        V::CloudRegion if abroad(s, key) => each(s, key, change, |s, service| left_mainland(s, key, service, change)),
        V::CloudRegion => each(s, key, change, |s, service| another_server(s, service, change)),
        V::Place if abroad(s, key) && !is_region_abroad(s, key) => {
            each(s, key, change, |s, service| left_mainland(s, key, service, change))
        }
        V::Addresses | V::Mode | V::Place if abroad(s, key) => vec![Demand::nothing(Reason::EndsWithIt, change)],
        V::Provider => each(s, key, change, |s, service| provider(s, key, service, change)),
        V::Addresses | V::Mode | V::Place => each(s, key, change, |s, service| another_server(s, service, change)),
    }
}

fn each(
    s: &Situation<'_>,
    server: &str,
    change: &Change,
    answer: impl Fn(&Situation<'_>, &str) -> Demand,
) -> Vec<Demand> {
    let services = s.services_on(server);
    if services.is_empty() || s.subject_ends() {
        return vec![Demand::nothing(Reason::NeverFiled, change)];
    }
    services.iter().map(|service| answer(s, service)).collect()
}

/// The server is now another provider's: what counts is the service's access, which says so too.
fn provider(s: &Situation<'_>, key: &str, service: &str, change: &Change) -> Demand {
    let new = s.new.and_then(|new| new.servers.get(key)).and_then(|server| known(&server.value.provider));
    let told = s.new_service(service).map(Route::all).unwrap_or_default();
    let named = |provider: &str| told.iter().any(|route| !route.ends && s.same_provider(&route.provider, provider));
    match new {
        Some(provider) if !named(provider) => {
            Demand::file(Procedure::AddAccess, Scope::Service(service.to_owned()), change, Timing::BeforeService)
                .through(Some(provider.to_owned()))
                .cite(MII_33.article(5))
                .note(Words::fixed(
                    "服务的接入信息还写着原接入商，一并改正",
                    "the service's access still names the old provider",
                ))
        }
        _ => Demand::nothing(Reason::NeverFiled, change),
    }
}

/// Whether a server stands outside the mainland, where it carries no filing: by its region, or
/// else by where it is said to stand.
fn abroad(s: &Situation<'_>, key: &str) -> bool {
    let Some(server) = server_of(s, key) else { return false };
    let stands = || known(&server.place).and_then(|place| s.tables.stands(place, s.today));
    match region_of(s, server) {
        Some(Mainland::No) => true,
        Some(Mainland::Yes) => false,
        _ => matches!(stands(), Some(Stands::Apart | Stands::Abroad(_))),
    }
}

fn is_region_abroad(s: &Situation<'_>, key: &str) -> bool {
    server_of(s, key).and_then(|server| region_of(s, server)) == Some(Mainland::No)
}

/// A server as it is, or as it was where it is gone.
fn server_of<'s>(s: &Situation<'s>, key: &str) -> Option<&'s Server> {
    let of = |subject: Option<&'s Subject>| subject.and_then(|subject| subject.servers.get(key));
    of(s.new).or_else(|| of(s.old)).map(|server| &server.value)
}

fn region_of(s: &Situation<'_>, server: &Server) -> Option<Mainland> {
    let (provider, region) = known(&server.provider).zip(known(&server.cloud_region))?;
    Some(s.tables.clouds.mainland(provider, region, s.today))
}

/// A server that left the mainland carries no filing any more. What becomes of a service
/// depends on what else it is served from.
fn left_mainland(s: &Situation<'_>, key: &str, service: &str, change: &Change) -> Demand {
    let routes = s.new_service(service).map(Route::all).unwrap_or_default();
    let carries = |route: &Route| !route.ends && route.servers.iter().any(|server| server != key && !abroad(s, server));
    let uses = |route: &Route| route.servers.iter().any(|server| server == key);
    if routes.iter().any(|route| uses(route) && carries(route)) {
        return another_server(s, service, change);
    }
    let scope = Scope::Service(service.to_owned());
    if routes.iter().any(carries) {
        let left = routes.iter().find(|route| uses(route)).map(|route| route.provider.clone());
        return Demand::file(Procedure::CancelAccess, scope, change, Timing::AtTheEnd)
            .through(left)
            .cite(MIIT_6.whole());
    }
    bare_of_mainland(s, service, change)
}

/// Nothing in the mainland serves it any more.
fn bare_of_mainland(s: &Situation<'_>, service: &str, change: &Change) -> Demand {
    Demand::file(Procedure::DeregisterService, Scope::Service(service.to_owned()), change, Timing::AtTheEnd)
        .through(s.provider_of(service))
        .cite(MII_33.article(15))
        .note(Words::fixed(
            "境内已没有服务器，备案失去接入；境外服务器不需要也不能备案",
            "no server is left in the mainland; one abroad needs no filing and cannot carry one",
        ))
}
