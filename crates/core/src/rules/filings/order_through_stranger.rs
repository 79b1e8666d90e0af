//! F162: an order goes through a provider that connects none of the subject's services.

use crate::filed::state;
use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::{Access, Filing};
use crate::record::{FactChange, Placed, Plain};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::orders::{all, facts, is_own, is_reviewed, procedure, tell};
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
        "接入商只受理在它那里接入（或将要接入）的服务的订单；没有它的服务器，也不是新增接入，就会被退回。\
         已通过的首次备案和新增，看服务从那时起由谁接入；其余已通过的订单，看有没有订单或接入提到过这家接入商",
        "A provider takes orders only for what it connects, or is to connect; without a server of its own, and where \
         no access is asked for, it sends them back. Of approved orders that opened a service it is asked who has \
         connected it since then, of others whether any order or access ever named the provider",
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
    if !is_own(filing) || !is_reviewed(filing) || covers_platform(case, filing) {
        return;
    }
    let Some(how) = how(case, filing, &through.value) else { return };
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
    let finding = tell(case, report, through.place, how.said(&through.value));
    if let How::Since(access) = how {
        finding.related(access.place, Words::fixed("这里写着接入商和起始日", "provider and first day stand here"));
    }
    if !matches!(how, How::Now) {
        finding.at_most(Severity::Note).help(Words::fixed(
            "核对 through；当时由它接入、后来离开的，把那段接入也写进 access（有 until）",
            "check `through`; if it did connect a service and was left, write that access too, with `until`",
        ));
    }
}

/// What tells that a provider is a stranger.
#[derive(Debug, Clone, Copy)]
enum How<'a> {
    /// The order is on its way.
    Now,
    /// Another one has connected the service since the order opened it.
    Since(&'a Placed<Access>),
    /// No order ever had it connect anything.
    Never,
}

impl How<'_> {
    fn said(self, name: &str) -> Words {
        match self {
            Self::Now => {
                words!("本主体没有在{name}接入的服务，订单却经它办理", "nothing of the subject is connected by {name}")
            }
            Self::Since(access) => {
                let other = access.value.provider.known().map_or("", |provider| &**provider);
                words!(
                    "订单经{name}办理，服务从那时起却由{other}接入，{name}什么也没有接入",
                    "the order went through {name}, but {other} has connected the service since then, and {name} \
                     connects nothing"
                )
            }
            Self::Never => words!(
                "订单经{name}办理，记录里没有一个订单或接入说它接入过本主体的服务",
                "the order went through {name}, and no order or access says that it ever connected the subject"
            ),
        }
    }
}

/// How a provider can be told to be a stranger. What a closed order went through may have been left since; but then
/// another order had brought it.
fn how<'a>(case: &Case<'a>, filing: &Filing, through: &str) -> Option<How<'a>> {
    if state(filing).is_pending() {
        return Some(How::Now);
    }
    if procedure(filing)?.files_service() {
        return connected_elsewhere(case, filing, through).map(How::Since);
    }
    let clouds = &case.tables.clouds;
    let brings = |order: &Filing| {
        let brought = procedure(order).is_some_and(|asked| asked.opens() || asked.replaces_number());
        let there = order.through.known().is_none_or(|other| clouds.is_same_provider(other, through));
        order.is_opening() || (brought && there)
    };
    (!all(case).any(|order| brings(order.record))).then_some(How::Never)
}

/// The access by another provider that was there when an order opened its service, if there is no other one.
fn connected_elsewhere<'a>(case: &Case<'a>, filing: &Filing, through: &str) -> Option<&'a Placed<Access>> {
    let approved = filing.approved()?;
    let clouds = &case.tables.clouds;
    let known = |access: &&Placed<Access>| {
        let since = access.value.since.known().is_some_and(|since| *since <= approved);
        let provider = access.value.provider.known();
        // A provider that no table knows may be another name of this one.
        let another = |provider: &str| clouds.name(provider).is_some() && !clouds.is_same_provider(provider, through);
        since && provider.is_some_and(|provider| another(provider))
    };
    let keys = filing.covers.items().iter().filter_map(|covered| covered.value.strip_prefix("services/"));
    let services = keys.filter_map(|key| case.subject.services.get(key));
    services.flat_map(|service| service.value.access.items()).find(known)
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
