//! F171: a filed service is connected by a provider through whom nothing of it was filed.

use crate::filed::{State, replay, state};
use crate::law::{HUAWEI_GUIDE, MII_33, UCLOUD_NOTICES};
use crate::model::{Access, Filing, Service};
use crate::names::Mainland;
use crate::record::{FactChange, Placed, Plain, Text};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::orders::{all, covers, facts, is_own, tell};
use crate::tables::Stands;
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;

/// A filed service is connected by a provider through whom nothing of it was filed.
pub static RULE: Rule = Rule {
    code: "F171",
    name: "access-not-filed",
    severity: Severity::Warning,
    title: Words::fixed(
        "服务已由另一家接入，却没有新增接入的订单",
        "a filed service is connected by a provider through whom nothing of it was filed",
    ),
    demand: Words::fixed(
        "接入商只为备案信息里有自己的网站接入：备案是经别家办的，换到或加上这一家，要在这一家办新增接入，备案号不变；\
         没办的会被停止接入。订单没有写 through 的、期初补录的、小程序和快应用，无从比较，不报",
        "A provider connects what is on file with it: a service that was filed through another one needs an access of \
         its own there, under the same number, and is cut off without it. Where an order does not say `through`, the \
         records begin with what was on file, or it is a mini program or quick app, there is nothing to compare with",
    ),
    help: Words::fixed(
        "在这一家办新增接入，并记下订单；其实经它办过的，补上那个订单或改正 through；原来的不用了，再办取消接入",
        "file 新增接入 with this provider and record the order; if one went through it, add that order or correct its \
         `through`; cancel the former access afterwards if it is of no more use",
    ),
    sources: &[HUAWEI_GUIDE.whole(), UCLOUD_NOTICES.whole(), MII_33.article(19)],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("在阿里云备案，服务器在腾讯云", "filed at Alibaba Cloud, served from Tencent Cloud"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: yaml! {"
                        - provider: 阿里云
                          servers:
                            - web-1
                          since: 2021-03-18
                "},
                new: yaml! {"
                        - provider: 腾讯云
                          servers:
                            - web-1
                          since: 2025-03-18
                "},
            },
            Given::Edit {
                file: "example/servers.yaml",
                old: yaml! {"
                      provider: 阿里云
                      mode: 云接入
                      cloud_region: cn-hangzhou
                      place: 浙江省
                "},
                new: yaml! {"
                      provider: 腾讯云
                      mode: 云接入
                      cloud_region: ap-nanjing
                      place: 江苏省
                "},
            },
        ],
        finds: &["example/services/shop/access/0/provider"],
    },
    keeps: Example {
        shows: Words::fixed("经哪家备案，就由哪家接入", "connected by whom it was filed through"),
        given: &[Given::Stands { file: "example/services.yaml", text: "    - provider: 阿里云\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let (key, service) = (named.key, named.record);
    let path = format!("services/{key}");
    let is_platform = matches!(service.kind.known(), None | Some(ServiceKind::MiniProgram | ServiceKind::QuickApp));
    if is_platform || !service.is_live(case.today) || case.subject.is_opened(&path) {
        return;
    }
    // What came to nothing connects nothing; what is on its way is on its way.
    let counts = |order: &Filing| is_own(order) && covers(order, &path) && state(order) != State::Ended;
    let same = |one: &str, other: &str| case.tables.clouds.is_same_provider(one, other);
    let names = |order: &Filing, by: &str| {
        order.through.known().is_some_and(|through| same(through, by))
            || states(order, &format!("{path}/access"), |named| same(named, by))
    };
    let is_told = |by: &str| all(case).any(|order| names(order.record, by) && counts(order.record));
    let accesses = service.access.items().iter().map(|access| &access.value);
    let providers = accesses.filter_map(|access| Some((access, access.provider.placed()?)));
    let untold: Vec<&Placed<Text>> = providers
        .filter(|(access, by)| !is_told(&by.value) && is_used(case, access) && is_sure(case, access, &by.value))
        .map(|(_, by)| by)
        .collect();
    // What costs more is asked last, for hardly any access gets so far.
    if untold.is_empty() {
        return;
    }
    let mut orders = all(case).map(|order| order.record).filter(|order| counts(order)).peekable();
    if orders.peek().is_none() || orders.any(|order| order.through.known().is_none()) {
        return;
    }
    if !replay(&case.subject.filings, case.today).numbers.contains_key(&path) {
        return;
    }
    for Placed { value: name, place } in untold {
        tell(
            case,
            report,
            *place,
            words!(
                "{key} 由{name}接入，备案的订单却没有一个经它办理",
                "`{key}` is connected by {name}, and no order of it went through that provider"
            ),
        );
    }
}

/// Whether the access itself is beyond doubt: a provider that is known, of whom its servers are. The
/// rules of accesses tell what is not.
fn is_sure(case: &Case<'_>, access: &Access, provider: &str) -> bool {
    let clouds = &case.tables.clouds;
    let of_another = access.servers.items().iter().any(|key| {
        let server = case.subject.servers.get(&key.value).and_then(|server| server.value.provider.known());
        server.is_some_and(|by| !clouds.is_same_provider(by, provider))
    });
    !of_another && !clouds.provider(provider, case.today).is_nothing()
}

/// Whether an access is in use today, from a server that can carry a filing as far as is known.
fn is_used(case: &Case<'_>, access: &Access) -> bool {
    let begun = access.since.known().is_none_or(|since| *since <= case.today);
    let abroad = access.servers.items().iter().any(|key| {
        let Some(server) = case.subject.servers.get(&key.value).map(|server| &server.value) else { return false };
        let region = server.provider.known().zip(server.cloud_region.known());
        let by_region = region.map(|(by, id)| case.tables.clouds.mainland(by, id, case.today));
        let place = server.place.known().and_then(|place| case.tables.stands(place, case.today));
        by_region == Some(Mainland::No) || matches!(place, Some(Stands::Apart | Stands::Abroad(_)))
    });
    begun && access.until.is_absent() && !abroad
}

/// Whether an order names a provider among the accesses that it states.
fn states(order: &Filing, fact: &str, is_it: impl Fn(&str) -> bool) -> bool {
    let named = |value: &Plain| providers(value).into_iter().any(&is_it);
    facts(order).filter(|(stated, _)| *stated == fact).any(|(_, change)| match &change.value {
        FactChange::Filed(value) => named(value),
        FactChange::Changed { to, .. } => to.known().is_some_and(named),
    })
}

fn providers(value: &Plain) -> Vec<&str> {
    match value {
        Plain::Text(text) => vec![text],
        Plain::List(items) => items.iter().flat_map(providers).collect(),
        Plain::Map(entries) => entries.get("provider").map(providers).unwrap_or_default(),
    }
}
