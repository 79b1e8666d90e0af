//! F162: an order goes through a provider that connects none of the subject's services.

use crate::filed::state;
use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::Filing;
use crate::record::{FactChange, Plain};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::orders::{all, facts, is_own, is_reviewed, tell};
use crate::rules::parts;
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;

/// An order goes through a provider that connects none of the subject's services.
pub static RULE: Rule = Rule {
    code: "F162",
    name: "order-through-stranger",
    severity: Severity::Warning,
    title: Words::fixed(
        "订单的接入商没有接入本主体的服务",
        "an order goes through a provider that connects none of the subject's services",
    ),
    demand: Words::fixed(
        "接入商只受理在它那里接入（或将要接入）的服务的订单；没有它的服务器，也不是新增接入，就会被退回",
        "A provider takes orders only for what it connects, or is to connect; without a server of its own, and where \
         no access is asked for, it sends them back",
    ),
    help: Words::fixed(
        "核对 through；经这家办理的，先在它那里开通服务器、办新增接入，并写进服务的 access",
        "check `through`; to go through this one, get a server there, file a new access and write it under `access`",
    ),
    sources: &[HUAWEI_GUIDE.whole(), TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("服务在阿里云，订单经华为云", "the site is at Alibaba Cloud, the order at Huawei Cloud"),
        given: &[
            parts::OFFICE_MOVED,
            parts::MOVE_JUST_FILED,
            Given::Edit {
                file: "example/filings/2026-11-20-address.yaml",
                old: "through: 阿里云\n",
                new: "through: 华为云\n",
            },
        ],
        finds: &["example/filings/2026-11-20-address/through"],
    },
    keeps: Example {
        shows: Words::fixed("经接入它的接入商", "through the provider that connects it"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_JUST_FILED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let filing = named.record;
    let Some(through) = filing.through.placed() else { return };
    // What a closed order went through may have been left since; that tells nothing.
    if !is_own(filing) || !is_reviewed(filing) || !state(filing).is_pending() || covers_platform(case, filing) {
        return;
    }
    let mut known = false;
    let mut is_it = |provider: &str| {
        known = true;
        case.tables.clouds.is_same_provider(provider, &through.value)
    };
    let accesses = case.subject.services.iter().flat_map(|(_, service)| service.value.access.items());
    let named_there = accesses.filter_map(|access| access.value.provider.known()).any(|provider| is_it(provider));
    let servers = || case.subject.servers.iter().filter_map(|(_, server)| server.value.provider.known());
    if named_there || servers().any(|provider| is_it(provider)) || filed(case).any(is_it) || !known {
        return;
    }
    let name = &through.value;
    tell(
        case,
        report,
        through.place,
        words!("本主体没有在{name}接入的服务，订单却经它办理", "nothing of the subject is connected by {name}"),
    );
}

/// A mini program is filed through its platform, whoever runs its servers.
fn covers_platform(case: &Case<'_>, filing: &Filing) -> bool {
    let keys = filing.covers.items().iter().filter_map(|covered| covered.value.strip_prefix("services/"));
    let kind = |key: &str| case.subject.services.get(key).and_then(|service| service.value.kind.known().copied());
    keys.filter_map(kind).any(|kind| kind == ServiceKind::MiniProgram || kind == ServiceKind::QuickApp)
}

/// The providers that facts of orders name.
fn filed<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a str> {
    let facts = all(case).flat_map(|order| facts(order.record));
    facts.filter(|(fact, _)| fact.ends_with("/access") || fact.ends_with("/provider")).flat_map(|(_, change)| {
        let (one, other) = match &change.value {
            FactChange::Filed(value) => (Some(value), None),
            FactChange::Changed { from, to } => (from.known(), to.known()),
        };
        let mut found = Vec::new();
        one.into_iter().chain(other).for_each(|value| collect(value, &mut found));
        found
    })
}

fn collect<'a>(value: &'a Plain, found: &mut Vec<&'a str>) {
    match value {
        Plain::Text(text) => found.push(text),
        Plain::List(items) => items.iter().for_each(|item| collect(item, found)),
        Plain::Map(entries) => entries.get("provider").into_iter().for_each(|provider| collect(provider, found)),
    }
}
